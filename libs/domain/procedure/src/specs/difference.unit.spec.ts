import fc from 'fast-check';
import { differencesOf, type ProcedureDocument, procedureSchema } from '#libs/domain/procedure';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';

const bk = procedureNamed('BK_TINH@R2025.1');
const order = catalogue.find(({ code }) => code === 'HCLD1') ?? bk;
const copyOf = (procedure: ProcedureDocument): ProcedureDocument => structuredClone(procedure);

const words = (before: ProcedureDocument, after: ProcedureDocument): string[] =>
  differencesOf(before, after).map((difference) => difference.words.vi);

/** A procedure with one thing said otherwise. */
function changed(change: (procedure: Record<string, never>) => void, from: ProcedureDocument = bk): ProcedureDocument {
  const copy = copyOf(from);
  change(copy as unknown as Record<string, never>);
  return copy;
}

type Loose = Record<string, Record<string, Record<string, unknown>>>;
const loose = (procedure: unknown): Loose => procedure as Loose;

/** Every leaf of a document with its path; lists of plain words count as one. */
function leavesOf(value: unknown, path: readonly string[] = []): { path: readonly string[]; value: unknown }[] {
  const plain = typeof value !== 'object' || value === null;
  if (plain || (Array.isArray(value) && value.every((each) => typeof each === 'string'))) return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

/** The leaf as somebody might write it otherwise; `undefined` where that would make another sort of part of it. */
function otherwise(path: readonly string[], value: unknown): unknown {
  const key = path.at(-1);
  if (key === 'unit') return value === 'half_day' ? 'working_day' : 'half_day';
  if (key === 'kind') return ['task', 'decision', 'wait'].includes(String(value)) ? 'sign' : undefined;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 7;
  if (Array.isArray(value)) return [...(value as string[]), 'khac'];
  return value === null
    ? (whereNothingStood[key ?? ''] ?? '2099-01-01')
    : `${typeof value === 'string' ? value : JSON.stringify(value)}khac`;
}

const sure = { source: 'khac', confidence: 'verified' };
const multiple = { numerator: 5, denominator: 2, ...sure };
const whereNothingStood: Readonly<Record<string, object>> = {
  form: { number: '99', decree: 'khac', ...sure },
  carriedOver: { from: 'R2001', reason: { vi: 'khac', en: 'khac' } },
  individual: multiple,
  collective: multiple,
  household: multiple,
};

function planted(procedure: ProcedureDocument, path: readonly string[], value: unknown): ProcedureDocument {
  const copy = copyOf(procedure);
  let at = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1) ?? ''] = value;
  return copy;
}

/** What the two are told apart by, and keys by which a part is found: these make another part of it. */
const isIdentity = (path: readonly string[]): boolean => ['code', 'version'].includes(path.join('.'));

/** Lists whose entries have fields of their own; an empty one has no word that could be written otherwise. */
const listsOfParts: ReadonlySet<string> = new Set(['prerequisites', 'conditions']);

describe('what two procedures differ in', () => {
  it('tells no two things in the same words: each line says of which part it speaks', () => {
    const pairs = catalogue.flatMap((before) =>
      catalogue.filter(({ code }) => code === before.code).map((after) => [before, after] as const),
    );
    for (const [before, after] of [...pairs, [bk, order] as const, [order, bk] as const]) {
      for (const language of ['vi', 'en'] as const) {
        const lines = differencesOf(before, after).map((each) => `${each.section} ${each.words[language]}`);
        expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
      }
    }
  });

  it('is nothing for a procedure and itself, in whatever order its parts are written', () => {
    for (const procedure of catalogue) expect(differencesOf(procedure, copyOf(procedure))).toEqual([]);
    const turned = changed((procedure) => {
      const { steps } = procedure as unknown as ProcedureDocument;
      Object.assign(procedure, { steps: Object.fromEntries(Object.entries(steps).toReversed()) });
      (procedure as unknown as { documents: unknown[] }).documents.reverse();
    });
    expect(differencesOf(bk, turned)).toEqual([]);
  });

  it('is a limit, in days', () => {
    const after = changed((procedure) => {
      const clock = loose(procedure)['clocks']?.['appraise'];
      Object.assign(clock?.['limit'] as object, { value: 15 });
    });
    expect(differencesOf(bk, after)).toEqual([
      {
        section: 'limits',
        kind: 'changed',
        path: 'clocks.appraise.limit',
        words: {
          vi: 'Thẩm định và trình người có thẩm quyền: 20 ngày làm việc → 15 ngày làm việc.',
          en: 'Appraisal and submission to the authority: 20 working days → 15 working days.',
        },
      },
    ]);
  });

  it('is a threshold, a prize, a four-eyes rule, a role, each under its head', () => {
    const after = changed((procedure) => {
      const of = loose(procedure);
      Object.assign(of['votes']?.['minutes']?.['threshold'] as object, {
        numerator: 9,
        denominator: 10,
        strict: false,
      });
      Object.assign(of['prize']?.['individual'] as object, { numerator: 2, denominator: 1 });
      const { approval, council } = (procedure as unknown as ProcedureDocument).steps;
      if (approval?.kind === 'decision') Object.assign(approval.acts['approve'] as object, { notSameAs: ['submit'] });
      if (council?.kind === 'vote') Object.assign(council, { roles: ['officer'] });
    });
    const told = differencesOf(bk, after).map(({ section, words: { vi } }) => `${section}: ${vi}`);
    expect(told).toEqual([
      'actors: Bước “Hội đồng tỉnh xét”, người làm: thư ký Hội đồng → chuyên viên thẩm định.',
      'four_eyes: “Người có thẩm quyền phê duyệt”: phê duyệt, không cùng người với: nộp hồ sơ, thẩm định đối tượng, hoàn thành thẩm định → nộp hồ sơ.',
      'votes: Biểu quyết ở bước “Hội đồng tỉnh xét”, tỷ lệ đồng ý: trên 1/2 (R37) tổng số thành viên → ít nhất 9/10 (R37) tổng số thành viên.',
      'prize: Tiền thưởng, cá nhân: 1,5 lần mức lương cơ sở → 2 lần mức lương cơ sở.',
    ]);
  });

  it('tells a new step as a whole, and a way that leads elsewhere', () => {
    const after = changed((procedure) => {
      const { steps } = procedure as unknown as ProcedureDocument;
      const intake = steps['intake'];
      if (intake?.kind === 'task') Object.assign(intake.acts['receive'] as object, { to: 'screening' });
      Object.assign(steps, {
        screening: {
          kind: 'task',
          names: { vi: 'Sàng lọc', en: 'Screening' },
          level: 'MP',
          roles: ['officer'],
          acts: {
            'complete-step': {
              outcomes: { good: { to: 'appraisal', names: { vi: 'đủ', en: 'good' }, reason: 'none' } },
            },
          },
          clocks: [],
        },
      });
    });
    expect(words(bk, after)).toEqual([
      'Thêm bước “Sàng lọc” (công việc, Bộ, ngành, tỉnh, chuyên viên thẩm định; đủ → “Thẩm định”).',
      '“Tiếp nhận, kiểm tra đủ hồ sơ”: tiếp nhận hồ sơ, đến: “Thẩm định” → “Sàng lọc”.',
    ]);
    expect(words(after, bk)[0]).toMatch(/^Bỏ bước “Sàng lọc”/);
  });

  it('of one family from regime to regime is the regime, its days and that it was carried over', () => {
    const next = catalogue.find(({ code, version }) => code === 'BK_TINH' && version === 'R2026.1') ?? bk;
    const told = differencesOf(bk, next);
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(({ words: { vi } }) => vi)).toContain('Thời kỳ pháp lý: R2025 → R2026.');
    expect(new Set(told.map(({ path }) => path)).size).toBe(told.length);
  });

  it('shows each thing that anybody may write otherwise, once, in words that name it', () => {
    const all = [bk, order].flatMap((procedure) =>
      leavesOf(procedureSchema.parse(JSON.parse(JSON.stringify({ ...procedure, hash: undefined }))))
        .map((leaf) => ({ ...leaf, procedure, other: otherwise(leaf.path, leaf.value) }))
        .filter(({ path, other }) => !isIdentity(path) && !listsOfParts.has(path.at(-1) ?? '') && other !== undefined),
    );
    expect(all.length).toBeGreaterThan(1_000);
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ procedure, path, other }) => {
        const after = planted(procedure, path, other);
        const told = differencesOf(procedure, after);
        // A part that is found by its code is another part under another code.
        const isKey = ['code', 'id'].includes(path.at(-1) ?? '');
        const isWhole = typeof other === 'object' && !Array.isArray(other);
        if (isWhole) expect(told.length).toBeGreaterThan(0);
        else expect([path, told.map(({ path: place }) => place).length]).toEqual([path, isKey ? 2 : 1]);
        for (const { words: said } of told) {
          expect(said.vi).toMatch(/^\S.*\.$/);
          expect(said.en).toMatch(/^\S.*\.$/);
          expect(said.vi).not.toMatch(/undefined|\[object/);
        }
        expect(new Set(told.map(({ words: { vi } }) => vi)).size).toBe(told.length);
      }),
      { numRuns: 700 },
    );
  });
});
