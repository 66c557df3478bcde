import { type Decision, ok, refuse, type RuleId } from '#libs/domain/kernel';
import { demandCount, type Fraction, leastCount } from './fraction.js';

export interface Attendance {
  /** In the room, or on its line. Written opinions are votes, never presence (R24). */
  readonly present: number;
  /** The whole council, frozen at the opening (R28). */
  readonly members: number;
}

/** How many members must be present for a session to open: 12 of 17 at two thirds (R24). */
export const presentNeeded = (quorum: Fraction, members: number): number => leastCount(quorum, members);

/** Whether enough members are present (R24, R25). */
export const quorumReached = (quorum: Fraction, { present, members }: Attendance): boolean =>
  demandCount(present) >= presentNeeded(quorum, members);

/**
 * Refuses `QUORUM_MISSING` while too few are present. The rule is R24, or R25 where the procedure asks for a higher
 * attendance than the general one.
 */
export function checkQuorum(quorum: Fraction, attendance: Attendance, rule: RuleId = 'R24'): Decision<void> {
  if (quorumReached(quorum, attendance)) return ok(undefined);
  const { present, members } = attendance;
  return refuse('QUORUM_MISSING', { rule, params: { present, members, needed: presentNeeded(quorum, members) } });
}
