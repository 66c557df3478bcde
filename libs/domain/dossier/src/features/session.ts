import { checkVoters, presentNeeded, quorumReached } from '#libs/domain/council';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { isKnown, type Vote } from '#libs/domain/procedure';

/** Who was there when a council answered. */
export interface Session {
  readonly members: number;
  readonly present: number;
  readonly written: number;
}

/**
 * Whether a council could answer at all: the counts can be true (`COUNCIL_COUNTS_IMPOSSIBLE`, R29), and enough are present
 * (`QUORUM_MISSING`). Who is present makes the quorum; who wrote does not (R24, R25). A quorum that nobody has read refuses nobody.
 */
export function checkSession({ quorum }: Pick<Vote, 'quorum'>, session: Session): Decision<void> {
  const possible = checkVoters(session);
  if (!possible.ok || !isKnown(quorum) || quorumReached(quorum, session)) return possible;
  const { present, members } = session;
  return refuse('QUORUM_MISSING', {
    rule: quorum.rule,
    source: quorum.source,
    params: { present, members, needed: presentNeeded(quorum, members) },
  });
}
