import { readdirSync } from 'node:fs';
import { type ErrorKind, errorCatalogue, refuse, sentenceOf } from './index.js';
import rules from './rules.json' with { type: 'json' };

const kinds: readonly ErrorKind[] = [
  'malformed',
  'unauthenticated',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'gone',
  'conflict',
  'stale',
  'too_large',
  'unsupported',
  'rule',
  'precondition_missing',
  'too_many',
  'unavailable',
];

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('Every refusal', () => {
  it.each(Object.entries(errorCatalogue))(
    '%s is of a known kind and said in both languages',
    (code, { kind, vi, en }) => {
      expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
      expect(kinds).toContain(kind);
      expect(vi).not.toBe(en);
      for (const text of [vi, en]) {
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text).toMatch(/[.!?}]$/);
      }
    },
  );

  it.each(Object.entries(errorCatalogue))('%s fills in the same words in both languages', (_code, { vi, en }) => {
    expect(placeholders(vi)).toEqual(placeholders(en));
    expect(vi.replace(/\{\w+\}/g, '') + en.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });

  it('is defined once: no section says a code again that another one has', async () => {
    const files = readdirSync(new URL('./errors/', import.meta.url)).filter((name) => name.endsWith('.errors.js'));
    const sections = await Promise.all(
      files.map(async (name) => Object.values((await import(`./errors/${name}`)) as Record<string, object>)),
    );
    const entries = sections.flat().flatMap((section) => Object.entries(section));
    expect(files.length).toBeGreaterThan(0);
    const codes = entries.map(([code]) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    for (const [code, text] of entries)
      expect([code, errorCatalogue[code as keyof typeof errorCatalogue]]).toEqual([code, text]);
  });
});

describe('The sentence of a refusal', () => {
  it('is filled with its parameters, lists with commas', () => {
    const { error } = refuse('NOMINEE_TWICE', { params: { nominees: ['N1', 'N2'] } });
    expect(sentenceOf(error, 'vi')).toBe('Đối tượng bị trùng trong hồ sơ: N1, N2.');
    expect(sentenceOf(error, 'en')).toBe('Nominees stand twice: N1, N2.');
  });

  it('shows a dash where a parameter is missing, never the name of a variable', () => {
    expect(sentenceOf(refuse('NOT_FOUND').error, 'en')).toBe('— was not found.');
  });

  it('fills in numbers, zero as well', () => {
    expect(sentenceOf(refuse('TOO_MANY_RECIPIENTS', { params: { limit: 0 } }).error, 'en')).toContain(
      'at most 0 recipients',
    );
  });

  it.each([
    ['DECISION_NOT_IN_STATE', 'issued', 'Không thực hiện được khi quyết định đã ban hành.'],
    ['DELIVERY_NOT_GIVEN_UP', 'sent', 'Chỉ gửi lại được thư đã bị trả lại hoặc đã thôi gửi; thư này đã gửi.'],
  ] as const)('%s says in words that something is %s', (code, state, sentence) => {
    expect(sentenceOf({ code, params: { state } }, 'vi')).toBe(sentence);
  });
});

describe('A rule', () => {
  it.each(Object.entries(rules))(
    '%s has a name in both languages and a source',
    (_id, { vi, en, source, confidence }) => {
      expect([vi, en, source, confidence].every((text) => text.trim().length > 0)).toBe(true);
    },
  );

  it('lends its source to a refusal, unless the procedure has its own', () => {
    expect(refuse('FOUR_EYES', { rule: 'R42' }).error.source).toBe(rules.R42.source);
    expect(refuse('FOUR_EYES', { rule: 'R42', source: 'own' }).error.source).toBe('own');
    expect(refuse('FOUR_EYES').error).toEqual({ code: 'FOUR_EYES' });
  });
});
