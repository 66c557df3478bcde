import { casesOf } from '../../../../test/support/rule-cases.js';
import { fractionSchema } from './fraction.js';
import { checkQuorum, presentNeeded, quorumReached } from './quorum.js';

interface Session {
  readonly members: number;
  readonly present: number;
  readonly writtenOpinions: number;
  readonly attendance: readonly [number, number];
}

describe('R24, R25: enough members to open', () => {
  const cases = [
    ...casesOf<Session, { needed: number }>('R24', 'quorum'),
    ...casesOf<Session, { needed: number }>('R25', 'quorum'),
  ];

  it.each(cases)('$id $title', ({ rule, data, then }) => {
    const [numerator, denominator] = data.attendance;
    const quorum = { numerator, denominator };
    expect(presentNeeded(quorum, data.members)).toBe(then.value?.needed);
    expect(quorumReached(quorum, data)).toBe(then.allowed);
    const checked = checkQuorum(quorum, data, rule === 'R25' ? 'R25' : 'R24');
    expect(checked.ok ? undefined : checked.error.rule).toBe(then.rule);
  });

  it('the refusal says who is missing and where it is written', () => {
    expect(checkQuorum({ numerator: 2, denominator: 3 }, { present: 11, members: 17 })).toMatchObject({
      ok: false,
      error: {
        code: 'QUORUM_MISSING',
        rule: 'R24',
        source: expect.stringContaining('Art 47'),
        params: { present: 11, members: 17, needed: 12 },
      },
    });
  });

  it.each([
    [5, 4],
    [7, 5],
    [9, 6],
    [11, 8],
    [13, 9],
    [15, 10],
    [17, 12],
    [21, 14],
    [25, 17],
    [31, 21],
  ])('two thirds of %i are %i', (members, needed) => {
    const quorum = { numerator: 2, denominator: 3 };
    expect(presentNeeded(quorum, members)).toBe(needed);
    expect(quorumReached(quorum, { members, present: needed })).toBe(true);
    expect(quorumReached(quorum, { members, present: needed - 1 })).toBe(false);
  });
});

describe('a share in a procedure', () => {
  it.each([
    ['nothing of three', { numerator: 0, denominator: 3 }],
    ['four of three', { numerator: 4, denominator: 3 }],
    ['a half of a part', { numerator: 0.5, denominator: 1 }],
    ['two of nothing', { numerator: 2, denominator: 0 }],
  ])('is never %s', (_, share) => {
    expect(fractionSchema.safeParse(share).success).toBe(false);
    expect(fractionSchema.safeParse({ numerator: 2, denominator: 3 }).success).toBe(true);
  });
});
