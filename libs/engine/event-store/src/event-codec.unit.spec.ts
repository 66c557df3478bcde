import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { createEventCodec, type StoredEvent } from './event-codec.js';
import { canonicalText } from './strict-json.js';

const stored: StoredEvent = {
  id: '6f1c2a52-7c39-4c9b-9f4b-3d1c5b0e8a11',
  type: 'DossierSubmitted',
  schemaVersion: 1,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  stream: 'dossier-1',
  revision: 0,
  position: '1',
  recordedAt: '2026-08-21T02:00:00.000Z',
  dataText: '{"unit":"Sở Nội vụ"}',
  metadataText: '{}',
};

describe('the codec', () => {
  const codec = createEventCodec({
    DossierSubmitted: [(data) => ({ ...data, step: 2 }), (data) => ({ ...data, step: 3 })],
  });

  test('lifts an old event through every version to the newest', () => {
    expect(codec.decode(stored)).toMatchObject({
      schemaVersion: 3,
      storedVersion: 1,
      data: { unit: 'Sở Nội vụ', step: 3 },
    });
    expect(codec.decode({ ...stored, schemaVersion: 3 })).toMatchObject({
      storedVersion: 3,
      data: { unit: 'Sở Nội vụ' },
    });
    expect(codec.decode({ ...stored, schemaVersion: 3 }).data).not.toHaveProperty('step');
  });

  test('does not read what a newer program wrote: it would misunderstand it', () => {
    expect(() => codec.decode({ ...stored, schemaVersion: 4 })).toThrow('of version 4; this program knows 3 at most');
  });

  test('does not write an old version', () => {
    const event = { ...stored, data: {}, metadata: {} };
    expect(codec.encode(event)).toEqual({ ok: false, error: 'version 1 of DossierSubmitted is not the newest, 3' });
    expect(codec.encode({ ...event, schemaVersion: 3 })).toMatchObject({ ok: true });
  });
});

describe('canonical text', () => {
  test('says the same content with the same bytes, in whatever order it was said, and can be read back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' })),
        (content) => {
          const reversed = Object.fromEntries(Object.entries(content).toReversed());
          const text = canonicalText('data', content as never);
          const hasNul = JSON.stringify(content).includes('\\u0000');
          expect(text.ok).toBe(!hasNul);
          if (!text.ok) return;
          expect(canonicalText('data', reversed as never)).toEqual(text);
          const read: unknown = JSON.parse(text.value);
          expect(canonicalText('data', read as never)).toEqual(text);
        },
      ),
    );
  });

  test('is what the library makes of it, whichever way it was made', () => {
    const key = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('__proto__', 'constructor', '10', '9', '1a', '-1', 'toString', 'ễ', '€', '😀'),
    );
    const { content } = fc.letrec((tie) => ({
      content: fc.dictionary(key, tie('value'), { noNullPrototype: false, maxKeys: 6 }),
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, -0, 1e21, 5e-324, 'a\u0001b', '\\u0041', '\u2028', '\n"'),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('value'), { maxLength: 4 }),
        tie('content'),
      ),
    }));
    fc.assert(
      fc.property(content, (value) => {
        const text = canonicalText('data', value as never);
        if (JSON.stringify(value).includes('\\u0000')) return;
        expect(text).toEqual({ ok: true, value: canonicalize(value) });
      }),
      { numRuns: 2_000 },
    );
  });

  test('sorts by UTF-16 code units, and keys that look like numbers too', () => {
    // RFC 8785, section 3.2.3
    const text = canonicalText('data', {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '😀': 5,
      '\u0080': 6,
      '\u00f6': 7,
    });
    expect(text.ok && Object.values(JSON.parse(text.value) as object)).toEqual([4, 2, 6, 7, 1, 5, 3]);
    expect(canonicalText('data', { '10': 'a', '9': 'b', a: 'c' })).toEqual({
      ok: true,
      value: '{"10":"a","9":"b","a":"c"}',
    });
  });
});
