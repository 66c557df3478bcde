import fc from 'fast-check';
import { casesOf } from '../../../../test/support/rule-cases.js';
import { type Threshold, thresholdSchema } from './fraction.js';
import { presentNeeded } from './quorum.js';
import { checkCount, passes, votesNeeded } from './votes.js';

interface Ballot {
  readonly members: number;
  readonly present: number;
  readonly writtenOpinions: number;
  readonly yes: number;
  readonly no: number;
  readonly other: number;
  readonly threshold: readonly [number, number];
}

const votersOf = ({ members, present, writtenOpinions }: Ballot) => ({ members, present, written: writtenOpinions });
const ofAll = (numerator: number, denominator: number): Threshold => ({ numerator, denominator, of: 'all_members' });

describe('R26 to R30: yes-votes against the whole council', () => {
  const cases = ['R26', 'R27', 'R28', 'R29', 'R30'].flatMap((rule) =>
    casesOf<Ballot, { passed: boolean; needed: number }>(rule).filter(({ data }) => data.op === 'vote'),
  );

  it.each(cases)('$id $title', ({ data, then }) => {
    const threshold = ofAll(...data.threshold);
    expect(checkCount(votersOf(data), data)).toEqual({ ok: true, value: undefined });
    expect(votesNeeded(threshold, data.members)).toBe(then.value?.needed);
    expect(passes(threshold, data)).toBe(then.value?.passed);
  });

  it('are twelve cases, none left out', () => {
    expect(cases).toHaveLength(12);
  });

  it.each([
    [5, 4, 5],
    [7, 6, 7],
    [9, 8, 9],
    [11, 9, 10],
    [13, 11, 12],
    [15, 12, 14],
    [17, 14, 16],
    [21, 17, 19],
    [25, 20, 23],
    [31, 25, 28],
  ])('of %i members, 80 %% are %i and 90 %% are %i', (members, eighty, ninety) => {
    for (const [threshold, needed] of [[ofAll(8, 10), eighty] as const, [ofAll(9, 10), ninety] as const]) {
      expect(votesNeeded(threshold, members)).toBe(needed);
      expect(passes(threshold, { yes: needed, members, present: 1 })).toBe(true);
      expect(passes(threshold, { yes: needed - 1, members, present: members })).toBe(false);
    }
  });

  it('in a council of nine or fewer, 90 % is everybody: one letter not returned blocks the title', () => {
    for (let members = 1; members <= 9; members++) expect(votesNeeded(ofAll(9, 10), members)).toBe(members);
    expect(votesNeeded(ofAll(9, 10), 10)).toBe(9);
  });
});

describe('a simple majority of those present', () => {
  const majority: Threshold = { numerator: 1, denominator: 2, strict: true, of: 'present' };

  it('is more than half: a tie does not pass', () => {
    expect([5, 6].map((yes) => passes(majority, { yes, members: 17, present: 10 }))).toEqual([false, true]);
    expect([5, 6].map((yes) => passes(majority, { yes, members: 17, present: 11 }))).toEqual([false, true]);
  });

  it('passes nobody in an empty room', () => {
    expect(passes({ ...majority, strict: false }, { yes: 0, members: 17, present: 0 })).toBe(false);
  });
});

describe('R29: a count that cannot be true', () => {
  it.each(casesOf<Ballot>('R29', 'vote-invalid'))('$id $title', ({ data, then }) => {
    expect(checkCount(votersOf(data), data, 'n-7')).toMatchObject({
      ok: false,
      error: { code: 'VOTES_EXCEED_VOTERS', rule: then.rule, params: { nominee: 'n-7', votes: 15, voters: 14 } },
    });
  });

  it('more who answered than there are members', () => {
    expect(checkCount({ members: 17, present: 15, written: 3 }, { yes: 17, no: 0, other: 0 })).toMatchObject({
      error: { code: 'COUNCIL_COUNTS_IMPOSSIBLE', rule: 'R29', params: { voters: 18, members: 17 } },
    });
    expect(checkCount({ members: 17, present: 15, written: 2 }, { yes: 17, no: 0, other: 0 }).ok).toBe(true);
  });

  it('papers of every kind count, and fewer papers than voters are no fault', () => {
    const voters = { members: 17, present: 12, written: 2 };
    expect(checkCount(voters, { yes: 5, no: 5, other: 4 }).ok).toBe(true);
    expect(checkCount(voters, { yes: 5, no: 6, other: 4 }).ok).toBe(false);
    expect(checkCount(voters, { yes: 5, no: 5, other: 5 }).ok).toBe(false);
    expect(checkCount(voters, { yes: 1, no: 0, other: 0 }).ok).toBe(true);
  });

  it('negative and broken numbers, which could hide each other in a sum', () => {
    const voters = { members: 17, present: 12, written: 2 };
    const votes = { yes: 8, no: 0, other: 0 };
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const part of ['members', 'present', 'written'] as const) {
        expect(checkCount({ ...voters, [part]: bad }, votes)).toMatchObject({
          error: { code: 'COUNCIL_COUNTS_IMPOSSIBLE' },
        });
      }
      for (const part of ['yes', 'no', 'other'] as const) {
        expect(checkCount(voters, { ...votes, [part]: bad })).toMatchObject({ error: { code: 'VOTES_EXCEED_VOTERS' } });
      }
      expect(() => votesNeeded(ofAll(4, 5), bad)).toThrow(RangeError);
      expect(() => passes(ofAll(4, 5), { yes: bad, members: 17, present: 17 })).toThrow(RangeError);
      expect(() => votesNeeded(ofAll(bad, 5), 17)).toThrow(RangeError);
      expect(() => votesNeeded(ofAll(4, bad), 17)).toThrow(RangeError);
    }
  });
});

describe('against exact rational arithmetic', () => {
  const shares = fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));
  const counts = fc.integer({ min: 1, max: 100_000 });

  it('a nominee passes exactly when yes/whole reaches the share', () => {
    fc.assert(
      fc.property(shares, counts, counts, fc.boolean(), fc.boolean(), (share, yes, whole, strict, present) => {
        const [left, right] = [BigInt(yes) * BigInt(share.denominator), BigInt(whole) * BigInt(share.numerator)];
        const threshold: Threshold = { ...share, strict, of: present ? 'present' : 'all_members' };
        const council = present ? { members: whole + 1, present: whole } : { members: whole, present: 0 };
        expect(passes(threshold, { yes, ...council })).toBe(strict ? left > right : left >= right);
      }),
      { numRuns: 2000 },
    );
  });

  it('what is needed passes, one less does not, and a quorum is counted the same way', () => {
    fc.assert(
      fc.property(shares, counts, fc.boolean(), (share, members, strict) => {
        const threshold: Threshold = { ...share, strict, of: 'all_members' };
        const needed = votesNeeded(threshold, members);
        expect(passes(threshold, { yes: needed, members, present: 0 })).toBe(true);
        expect(passes(threshold, { yes: needed - 1, members, present: 0 })).toBe(false);
        if (!strict) expect(presentNeeded(share, members)).toBe(needed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a threshold in a procedure', () => {
  it.each([
    ['takes 90 % of all members', { numerator: 9, denominator: 10, of: 'all_members' }, true],
    ['takes more than half of those present', { numerator: 1, denominator: 2, strict: true, of: 'present' }, true],
    ['never asks for more than all', { numerator: 1, denominator: 1, strict: true, of: 'present' }, false],
    ['never leaves open of what', { numerator: 1, denominator: 2 }, false],
    ['is never a decimal', { numerator: 0.9, denominator: 1, of: 'all_members' }, false],
  ])('%s', (_, json, taken) => {
    expect(thresholdSchema.safeParse(json).success).toBe(taken);
  });
});
