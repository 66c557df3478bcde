import fc from 'fast-check';
import { hostileValue } from './words.js';

type Json = unknown;

/** One thing wrong with a value: a part missing, one too many, or one that is something else. */
export const mutated = (value: Json): fc.Arbitrary<Json> =>
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom('replace', 'remove', 'add', 'repeat'),
      hostileValue,
      fc.constantFrom('extra', '__proto__', 'constructor', 'ID', 'id ', 'toString'),
    )
    .map(([where, how, other, key]) => {
      const places = placesIn(value);
      return changed(value, places[where % places.length] ?? [], how, other, key);
    });

/** The paths to everything in a value, itself first. */
function placesIn(value: Json, here: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...here, key]))];
}

function changed(value: Json, [first, ...rest]: readonly string[], how: string, other: Json, key: string): Json {
  if (first !== undefined && typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const now = entries
      .filter(([name]) => !(how === 'remove' && rest.length === 0 && name === first))
      .map(([name, each]) => [name, name === first ? changed(each, rest, how, other, key) : each] as const);
    return Array.isArray(value) ? now.map(([, each]) => each) : own(now);
  }
  if (how === 'add' && typeof value === 'object' && value !== null)
    return Array.isArray(value) ? [...(value as Json[]), other] : own([...Object.entries(value), [key, other]]);
  if (how === 'repeat' && Array.isArray(value))
    return Array.from({ length: 2_001 }, () => (value as Json[])[0] ?? other);
  return other;
}

/** Also `__proto__` as a field of its own, as JSON has it. */
const own = (entries: readonly (readonly [string, Json])[]): Json => Object.fromEntries(entries);

const LIMIT = 1_048_576;

/** Bodies that no schema makes, as bytes. */
export const hostileBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .constantFrom(
      '',
      '{',
      'null',
      '[]',
      '7',
      '"text"',
      '{"title":"a","title":"b"}',
      '{"__proto__":{"title":"x"}}',
      '{"constructor":{"prototype":{"title":"x"}}}',
      '{"title":1e400}',
      '{"title":"\\ud800"}',
      '{"title":"\\u0000"}',
      '\ufeff{}',
      '{}{}',
      "{'title':'x'}",
      '[{"a":[',
    )
    .map((text) => Buffer.from(text)),
  fc.constantFrom(100, 10_000).map((deep) => Buffer.from('['.repeat(deep) + ']'.repeat(deep))),
  fc.constantFrom(100, 5_000).map((deep) => Buffer.from(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
);

/** Bodies at the limit of 1 MB, and one over it. */
export const largeBody: fc.Arbitrary<Buffer> = fc.constantFrom(
  Buffer.from(`{"title":"${'a'.repeat(LIMIT - 14)}"}`),
  Buffer.from(`{"title":"${'ệ'.normalize('NFD').repeat(Math.floor((LIMIT - 14) / 5))}"}`),
  Buffer.alloc(LIMIT - 1, '['),
  Buffer.from(`{${Array.from({ length: 90_000 }, (_, index) => `"k${index}":0`).join(',')}}`.slice(0, LIMIT - 1)),
  Buffer.alloc(LIMIT + 1, ' '),
);
