import { type Decision, ok, type Refusal, refuse } from '#libs/domain/kernel';
import { allSayYes, askedFor } from './list-dossiers.decider.js';
import { inStage } from './stages.js';
import type { AskedDossier, SubmissionContext } from './submission.context.js';
import { KEPT_OF_REFUSAL, type SubmissionFact } from './submission.events.js';
import type { LeftBehind, SubmissionState } from './submission.state.js';

/**
 * Tiếp nhận tờ trình: one act for all dossiers that it brought and that may be received; each of them has its own receipt and its own
 * clocks. One that lacks a paper waits there and is named: it stops none of the others. Refuses as the first dossier does where
 * none may be received.
 */
export function receiveSubmission(
  state: SubmissionState,
  context: SubmissionContext,
): Decision<readonly SubmissionFact[]> {
  const sent = inStage(state, 'sent');
  if (!sent.ok) return sent;
  const coming = state.dossiers.filter((id) => !state.left.has(id));
  const asked = askedFor(coming, context);
  if (!asked.ok) return asked;
  const answers = asked.value.map((dossier) => ({ dossierId: dossier.id, refusal: refusalOf(dossier, state.id) }));
  const dossiers = answers.flatMap(({ dossierId, refusal }) => (refusal ? [] : [dossierId]));
  const left = answers.flatMap(({ dossierId, refusal }) => (refusal ? [{ dossierId, ...whyLeft(refusal) }] : []));
  if (dossiers.length > 0) return ok([{ type: 'SubmissionReceived', data: { dossiers, left } }]);
  const none = allSayYes(asked.value);
  return none.ok ? refuse('SUBMISSION_EMPTY') : none;
}

/** What is kept of a refusal, for whoever reads the letter; what is long ends with “…”. */
export function whyLeft({ code, params }: Refusal): Pick<LeftBehind, 'code' | 'params'> {
  if (!params) return { code };
  const kept = Object.entries(params)
    .slice(0, KEPT_OF_REFUSAL.params)
    .map(([name, value]) => ({ name, values: firstOf([value].flat().map(String)) }));
  return { code, params: kept };
}

function firstOf(values: readonly string[]): string[] {
  const { values: many, letters } = KEPT_OF_REFUSAL;
  const shown = values.length > many ? [...values.slice(0, many - 1), '…'] : values;
  return shown.map((value) => (value.length > letters ? `${value.slice(0, letters - 1)}…` : value));
}

/** Why a dossier is not received with the letter; nothing where it is. */
function refusalOf({ id, submission, answer }: AskedDossier, submissionId: string): Refusal | undefined {
  if (submission?.id === submissionId && submission.carried) return answer.ok ? undefined : answer.error;
  return { code: 'DOSSIER_NOT_IN_SUBMISSION', params: { dossier: id } };
}
