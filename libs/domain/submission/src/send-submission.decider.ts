import { type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { allSayYes, askedFor, inAnother } from './list-dossiers.decider.js';
import { inStage } from './stages.js';
import type { SubmissionCommandOf } from './submission.commands.js';
import type { SubmissionContext } from './submission.context.js';
import type { SubmissionFact } from './submission.events.js';
import type { SubmissionState } from './submission.state.js';

/**
 * Gửi tờ trình: by who may send each dossier on it up. All or nothing: whoever signs knows what the letter carries. Refuses
 * `SUBMISSION_EMPTY`, `DOSSIER_IN_ANOTHER_SUBMISSION` to the letter that lost a dossier to another one, `DOSSIERS_NOT_ENTERED` where
 * a crash left one out (who sends enters it now), and what a dossier answers.
 */
export function sendSubmission(
  { data }: SubmissionCommandOf<'send'>,
  state: SubmissionState,
  context: SubmissionContext,
): Decision<readonly SubmissionFact[]> {
  if (state.bodyId !== context.actor.unitId) return refuse('OTHER_UNIT');
  const drafted = inStage(state, 'drafted');
  if (!drafted.ok) return drafted;
  if (state.dossiers.length === 0) return refuse('SUBMISSION_EMPTY');
  const { date } = data.letter;
  if (date > localDateOf(context.effectiveAt)) return refuse('DATE_IN_FUTURE', { params: { date } });
  const asked = askedFor(state.dossiers, context);
  if (!asked.ok) return asked;
  const elsewhere = inAnother(asked.value, context);
  if (!elsewhere.ok) return elsewhere;
  const possible = allSayYes(asked.value);
  if (!possible.ok) return possible;
  const missing = asked.value.filter(({ submission }) => submission?.id !== state.id).map(({ id }) => id);
  if (missing.length > 0) return refuse('DOSSIERS_NOT_ENTERED', { params: { dossiers: missing } });
  return ok([{ type: 'SubmissionSent', data }]);
}
