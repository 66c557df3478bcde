import { type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { allSayYes, askedFor, inAnother } from './list-dossiers.decider.js';
import { inStage } from './stages.js';
import type { SubmissionCommandOf } from './submission.commands.js';
import type { AskedDossier, SubmissionContext } from './submission.context.js';
import type { SubmissionFact } from './submission.events.js';
import type { SubmissionState } from './submission.state.js';

/**
 * Gửi tờ trình: by who may send each dossier on it up. All or nothing: whoever signs knows what the letter carries. Refuses what
 * `mayBeSent` refuses, and `DOSSIERS_NOT_ENTERED` where a crash left one out: who sends enters it now.
 */
export function sendSubmission(
  { data }: SubmissionCommandOf<'send'>,
  state: SubmissionState,
  context: SubmissionContext,
): Decision<readonly SubmissionFact[]> {
  const ready = checkReady(state, context);
  if (!ready.ok) return ready;
  const { date } = data.letter;
  if (date > localDateOf(context.effectiveAt)) return refuse('DATE_IN_FUTURE', { params: { date } });
  const carried = checkCarried(state, context);
  if (!carried.ok) return carried;
  const missing = carried.value.filter(({ submission }) => submission?.id !== state.id).map(({ id }) => id);
  if (missing.length > 0) return refuse('DOSSIERS_NOT_ENTERED', { params: { dossiers: missing } });
  return ok([{ type: 'SubmissionSent', data }]);
}

/**
 * Whether the letter may be sent, whatever its number and day. Refuses `SUBMISSION_EMPTY`, `DOSSIER_IN_ANOTHER_SUBMISSION` to the
 * letter that lost a dossier to another one, and what a dossier answers.
 */
export function mayBeSent(state: SubmissionState, context: SubmissionContext): Decision<unknown> {
  const ready = checkReady(state, context);
  return ready.ok ? checkCarried(state, context) : ready;
}

function checkReady(state: SubmissionState, { actor }: SubmissionContext): Decision<void> {
  if (state.bodyId !== actor.unitId) return refuse('OTHER_UNIT');
  const drafted = inStage(state, 'drafted');
  if (!drafted.ok) return drafted;
  return state.dossiers.length === 0 ? refuse('SUBMISSION_EMPTY') : ok(undefined);
}

function checkCarried(state: SubmissionState, context: SubmissionContext): Decision<readonly AskedDossier[]> {
  const asked = askedFor(state.dossiers, context);
  if (!asked.ok) return asked;
  const elsewhere = inAnother(asked.value, context);
  if (!elsewhere.ok) return elsewhere;
  const possible = allSayYes(asked.value);
  return possible.ok ? asked : possible;
}
