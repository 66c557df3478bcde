import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { demandCount, leastCount, type Threshold } from './fraction.js';
import type { Attendance } from './quorum.js';

/** Who could vote: those present, and the absent who answered in writing before the closing (R29). */
export interface Voters extends Attendance {
  readonly written: number;
}

/** The papers of one nominee as two tellers counted them. Abstained, blank and invalid are `other`: not yes (R30). */
export interface VoteCount {
  readonly yes: number;
  readonly no: number;
  readonly other: number;
}

/**
 * How many yes-votes a nominee needs. `whole` is what the threshold is taken of: all members of the council, or those
 * present. Never less than one: a count of no yes-votes passes nobody.
 */
export const votesNeeded = (threshold: Threshold, whole: number): number =>
  Math.max(1, leastCount(threshold, whole, threshold.strict));

/**
 * Whether a nominee has passed (R26, R27, R28): `yes · denominator ≥ whole · numerator`, or `>` when strict. Unreturned
 * papers are in the whole and not in the yes, so in a council of nine one missing letter blocks a 90 % title.
 */
export const passes = (threshold: Threshold, counts: { readonly yes: number } & Attendance): boolean =>
  demandCount(counts.yes) >= votesNeeded(threshold, threshold.of === 'all_members' ? counts.members : counts.present);

/** Whether a session can have been so (R29): no more answered than there are members. Refuses `COUNCIL_COUNTS_IMPOSSIBLE`. */
export function checkVoters({ members, present, written }: Voters): Decision<void> {
  const able = present + written;
  return [members, present, written].every(isCount) && able <= members
    ? ok(undefined)
    : refuse('COUNCIL_COUNTS_IMPOSSIBLE', { rule: 'R29', params: { voters: able, members } });
}

/**
 * Whether a count can be true at all (R29). Refuses `COUNCIL_COUNTS_IMPOSSIBLE` when more answered than there are members,
 * `VOTES_EXCEED_VOTERS` when there are more papers than voters, and either when a number is negative or broken. Yes-votes
 * may exceed those present: the rest came by letter. `nominee` is the id that the sentence names.
 */
export function checkCount(voters: Voters, { yes, no, other }: VoteCount, nominee?: string): Decision<void> {
  const possible = checkVoters(voters);
  if (!possible.ok) return possible;
  const able = voters.present + voters.written;
  const votes = yes + no + other;
  if (![yes, no, other].every(isCount) || votes > able) {
    return refuse('VOTES_EXCEED_VOTERS', {
      rule: 'R29',
      params: { votes, voters: able, ...(nominee === undefined ? {} : { nominee }) },
    });
  }
  return ok(undefined);
}

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;
