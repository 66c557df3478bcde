import { voteOutlook } from './vote-outlook.js';

const quorum = { numerator: 2, denominator: 3 };
const ofAll = { numerator: 9, denominator: 10, of: 'all_members' as const };

describe('what the arithmetic means before a council votes', () => {
  it('nine tenths of nine members are nine: one letter that does not come stops everybody', () => {
    const bar = { threshold: ofAll, quorum, writtenCounts: true };
    expect(voteOutlook(bar, { members: 9, present: 8, written: 1 })).toEqual({
      of: 9,
      needed: 9,
      possible: 9,
      reachable: true,
      spare: 0,
      quorum: { needed: 6, reached: true },
    });
    expect(voteOutlook(bar, { members: 9, present: 8, written: 0 })).toMatchObject({ reachable: false, spare: 0 });
  });

  it('a letter is no vote where the minutes only note it', () => {
    const bar = { threshold: { ...ofAll, numerator: 8 }, quorum, writtenCounts: false };
    expect(voteOutlook(bar, { members: 10, present: 7, written: 3 })).toMatchObject({ possible: 7, reachable: false });
  });

  it('more than half of those in the room is counted of those in the room', () => {
    const threshold = { numerator: 1, denominator: 2, strict: true, of: 'present' as const };
    expect(
      voteOutlook({ threshold, quorum, writtenCounts: true }, { members: 17, present: 12, written: 0 }),
    ).toMatchObject({
      of: 12,
      needed: 7,
      spare: 5,
      quorum: { needed: 12, reached: true },
    });
  });
});
