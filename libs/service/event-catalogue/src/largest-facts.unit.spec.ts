import { awardHistoryEvents, splitAwardHistoryFact } from '#libs/domain/award-history';
import { MAX_NOMINEES, splitDossierFact } from '#libs/domain/dossier';
import { bytesOf, MOST_FACT_BYTES } from '#libs/domain/kernel';
import { LARGEST_APPEND_BYTES } from '#libs/engine/event-store';
import { z } from 'zod';
import { eventCatalogue } from './index.js';

type Schema = z.core.JSONSchema.BaseSchema;

/** One UTF-16 unit takes six bytes at most: as an escape of JSON, or by what NFC makes of it. */
const BYTES_PER_UNIT = 6;
/** Patterns of letters without marks and figures: one byte for each. */
const ASCII_ONLY = /^\^(?:\[[a-z0-9-]+\][*+?]?)+\$$/i;
/** Ids are 80 letters of ASCII; those of a dossier's nominees are given by itself: N2000. */
const ID_BYTES = 82;
const NOMINEE_ID_BYTES = 10;
const NOMINEE_IDS = new Set(['nomineeId', 'nominees', 'approved']);
/** Texts that come from the procedures and calendars this system loads, and moments. */
const TEXT_OF_THE_HOUSE_BYTES = 600;
/** Lists without a limit of their own hold nominees; lists of what a dossier has are named where they are known to be short. */
const SHORT_LISTS: Readonly<Record<string, number>> = {
  documents: 200,
  deadlines: 50,
  awaited: 20,
  pauses: 50,
  additionalProperties: 100,
  // As the command says.
  items: 50,
};

/**
 * Facts that cannot fall apart, and are refused as a whole where they grow that large: a new dossier begins with one fact
 * (`TOO_MUCH_TO_DETACH`), and one fact hands over all work (R60; it takes a thousand notes in signs that no language writes).
 */
const REFUSED_WHOLE = new Set([
  'DetachedDossierOpened',
  'EscalatedDossierOpened',
  'HandoverProposed',
  'HandoverCompleted',
]);

/** How many bytes a value of this shape takes as JSON at most. */
function most(schema: Schema, name = ''): number {
  if (schema.anyOf) return Math.max(...schema.anyOf.map((each) => most(each, name)));
  if (schema.const !== undefined) return JSON.stringify(schema.const).length;
  if (schema.enum) return Math.max(...schema.enum.map((value) => JSON.stringify(value).length));
  switch (schema.type) {
    case 'object':
      return (
        2 +
        Object.entries(schema.properties ?? {}).reduce(
          (sum, [key, value]) => sum + key.length + 4 + most(value as Schema, key),
          0,
        ) +
        (typeof schema.additionalProperties === 'object'
          ? 40 * (45 + most(schema.additionalProperties, 'additionalProperties'))
          : 0)
      );
    case 'array': {
      const items = schema.maxItems ?? SHORT_LISTS[name] ?? MAX_NOMINEES;
      return 2 + items * (1 + most(schema.items as Schema, name));
    }
    case 'string':
      if (schema.maxLength !== undefined)
        return 2 + schema.maxLength * (ASCII_ONLY.test(schema.pattern ?? '') ? 1 : BYTES_PER_UNIT);
      if (schema.pattern?.includes('{0,79}')) return NOMINEE_IDS.has(name) ? NOMINEE_ID_BYTES : ID_BYTES;
      return TEXT_OF_THE_HOUSE_BYTES;
    case 'boolean':
      return 5;
    default:
      return 20;
  }
}

const largest = [...eventCatalogue.values()].map(({ type, schema }) => ({
  type,
  bytes: most(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema),
}));

/** Whether a fact of this type falls into several where it must. */
const splits = (type: string): boolean => {
  if (type in awardHistoryEvents) {
    const data = { recipients: [{}, {}], firstLine: 1 };
    return splitAwardHistoryFact({ type, data } as never, undefined, 1).length > 1;
  }
  const lists = { nominees: ['N1', 'N2'], verdicts: [{}, {}], approved: [], refused: [{}, {}], step: 'x' };
  return (
    splitDossierFact({ type, data: lists } as unknown as Parameters<typeof splitDossierFact>[0], undefined, 1).length >
    1
  );
};

describe('the largest fact of each type, by what its shape and the limits of a request allow', () => {
  it.each(largest)('$type: $bytes bytes, which one append takes or which comes in parts', ({ type, bytes }) => {
    if (REFUSED_WHOLE.has(type)) return expect(splits(type)).toBe(false);
    expect([type, bytes > MOST_FACT_BYTES]).toEqual([type, splits(type)]);
  });

  it('leaves room in an append for who did it, when and why so late', () => {
    const envelope = {
      actor: 4 * ID_BYTES,
      procedure: 3 * 240,
      ids: 3 * ID_BYTES,
      reason: 2_000 * BYTES_PER_UNIT,
      names: 1_000,
    };
    expect(MOST_FACT_BYTES + Object.values(envelope).reduce((sum, each) => sum + each, 0)).toBeLessThan(
      LARGEST_APPEND_BYTES,
    );
  });

  it('is reckoned well: a fact filled to its limits by hand is as large as was said', () => {
    const data = {
      reason: '\u0001'.repeat(2_000),
      step: '\u0001'.repeat(80),
      places: Array.from({ length: 12 }, () => 'a'.repeat(80)),
      council: false,
      bodyId: 'a'.repeat(80),
      ended: 'not_submitted',
    };
    const said = largest.find(({ type }) => type === 'DossierReturned')?.bytes ?? 0;
    expect(eventCatalogue.get('DossierReturned')?.schema.safeParse(data).success).toBe(true);
    expect(Math.abs(said - bytesOf(data))).toBeLessThan(5);
  });
});
