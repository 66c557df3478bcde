import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { type Act, COMPLETE_STEP } from '#libs/domain/procedure';
import { checkPapers } from '../documents.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { mayAppraise, mayCompleteAppraisal } from '../features/appraisal.decision.js';
import { mayApprove, mayForward } from '../features/approval.decision.js';
import { mayConfer } from '../features/closing.decision.js';
import { mayRecordCouncilResult } from '../features/council.decision.js';
import { mayCorrectCopy, maySendCopies } from '../features/copy.decision.js';
import { mayEscalate } from '../features/escalation.decision.js';
import { mayAddNominees, mayAttachDocument, maySubmit } from '../features/drafting.decision.js';
import type { Precondition } from '../features/feature.js';
import { mayReceive } from '../features/intake.decision.js';
import { maySomebodyLeave } from '../features/leaving.js';
import { mayOpenNotice, mayRecordObjection, mayResolveObjection } from '../features/notice.decision.js';
import { mayRecordOpinion, mayWithdrawOpinion } from '../features/opinion.decision.js';
import { mayCompleteStep } from '../features/step.decision.js';
import { mayResume } from '../features/side.decision.js';
import { mayClaim, mayRelease } from '../features/work.decision.js';
import { type Admission, type Aim, admissions, admit, firstRefusal } from '../gate/gate.js';

/** What has to be true of the dossier whatever the command says. An act that is not here asks nothing of the kind. */
const preconditions: Readonly<Partial<Record<Act, Precondition>>> = {
  'add-nominees': mayAddNominees,
  'attach-document': mayAttachDocument,
  submit: maySubmit,
  receive: mayReceive,
  'appraise-nominees': mayAppraise,
  'complete-appraisal': mayCompleteAppraisal,
  'complete-step': mayCompleteStep,
  'record-council-result': mayRecordCouncilResult,
  approve: mayApprove,
  forward: mayForward,
  confer: mayConfer,
  resume: mayResume,
  'detach-nominees': maySomebodyLeave,
  'escalate-nominees': mayEscalate,
  claim: mayClaim,
  release: mayRelease,
  'record-opinion': mayRecordOpinion,
  'withdraw-opinion': mayWithdrawOpinion,
  'open-notice': mayOpenNotice,
  'record-objection': mayRecordObjection,
  'resolve-objection': mayResolveObjection,
  'send-copies': maySendCopies,
  'correct-copy': mayCorrectCopy,
};

/**
 * Everything that can be said about an act before its data are known: the gate, then the act's own precondition, at each place
 * that knows it. Each decision begins with it, so that who asks first what is allowed is never told anything else than who acts.
 * Only when it is possible somewhere does the aim say at which place.
 */
export function mayAct(act: Act, state: DossierState, context: DossierContext, aim?: Aim): Decision<Admission> {
  const places = admissions(act, state, context);
  if (!places.ok) return places;
  const ready = places.value.map((place): Decision<Admission> => {
    if (!place.ok) return place;
    const circumstances = { ...place.value, state, context };
    const asked = firstRefusal(
      () => preconditions[act]?.(circumstances) ?? ok(undefined),
      // What a completion demands depends on its outcome, and is asked with it.
      () => (act === COMPLETE_STEP ? ok(undefined) : checkPapers(circumstances, act)),
    );
    return asked.ok ? place : asked;
  });
  const possible = ready.find(({ ok: is }) => is);
  // What stands in the way where the gate lets somebody in says more than that it does not elsewhere.
  const refused = ready.find((each, index) => !each.ok && places.value[index]?.ok) ?? ready[0];
  if (!possible) return refused ?? refuse('NOT_POSSIBLE_AT_STEP', { params: { step: state.step } });
  return aim?.step === undefined && aim?.outcome === undefined ? possible : admit(act, state, context, aim);
}
