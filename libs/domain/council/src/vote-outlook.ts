import type { Fraction, Threshold } from './fraction.js';
import { votesNeeded } from './votes.js';
import { presentNeeded, quorumReached } from './quorum.js';

/** A session as it is planned: who is in the council, who will be there, who has written. */
export interface PlannedSession {
  readonly members: number;
  readonly present: number;
  readonly written: number;
}

/** What the arithmetic of a vote means before anybody votes. */
export interface VoteOutlook {
  /** Of how many the share is taken. */
  readonly of: number;
  readonly needed: number;
  /** How many votes can be cast at most: those of who is there, and letters where they count. */
  readonly possible: number;
  /** Whether enough votes can be cast for anybody to pass. */
  readonly reachable: boolean;
  /** How many may withhold their yes. */
  readonly spare: number;
  readonly quorum: { readonly needed: number; readonly reached: boolean };
}

/**
 * What a session can decide (R24, R28–R30): the votes that are needed, whether so many can come, and how many may be missing.
 * @param writtenCounts whether an absent member's letter is a vote, as the procedure says.
 */
export function voteOutlook(
  bar: { readonly threshold: Threshold; readonly quorum: Fraction; readonly writtenCounts: boolean },
  { members, present, written }: PlannedSession,
): VoteOutlook {
  const { threshold, quorum, writtenCounts } = bar;
  const of = threshold.of === 'all_members' ? members : present;
  const needed = votesNeeded(threshold, of);
  const possible = present + (writtenCounts ? written : 0);
  return {
    of,
    needed,
    possible,
    reachable: possible >= needed,
    spare: Math.max(0, possible - needed),
    quorum: { needed: presentNeeded(quorum, members), reached: quorumReached(quorum, { present, members }) },
  };
}
