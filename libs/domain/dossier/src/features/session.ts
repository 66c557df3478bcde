import { checkVoters, presentNeeded, quorumReached } from '#libs/domain/council';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { councilOutcomes, isKnown, type Vote, voteAt } from '#libs/domain/procedure';
import type { Ask } from './feature.js';

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

/** The answers of a council; all others, as that it did not meet, say nothing of a session. */
const answers: ReadonlySet<string> = new Set(councilOutcomes);

/**
 * A council whose answer is written down met as one whose votes are counted: refuses `SESSION_MISSING` where nobody says who was
 * there, and otherwise what a counted vote would be refused for.
 */
export function checkWrittenDown({ data, procedure, place }: Ask<'complete-step'>): Decision<void> {
  const vote = voteAt(procedure, place);
  if (!vote || !answers.has(data.outcome)) {
    return data.session === undefined ? ok(undefined) : refuse('SESSION_NOT_HERE', { params: { step: place } });
  }
  if (!data.session) return refuse('SESSION_MISSING', { rule: 'R24', source: vote.quorum.source });
  return checkSession(vote, data.session);
}
