import { type Decision, ok } from '#libs/domain/kernel';
import type { Act } from '#libs/domain/procedure';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { mayAppraise, mayCompleteAppraisal } from '../features/appraisal.decision.js';
import { mayApprove, mayForward } from '../features/approval.decision.js';
import { mayConfer } from '../features/closing.decision.js';
import { mayRecordCouncilResult } from '../features/council.decision.js';
import { mayCorrectCopy, maySendCopies } from '../features/copy.decision.js';
import { mayDetach } from '../features/detachment.decision.js';
import { mayAddNominees, mayAttachDocument, maySubmit } from '../features/drafting.decision.js';
import type { Precondition } from '../features/feature.js';
import { mayReceive } from '../features/intake.decision.js';
import { mayOpenNotice, mayRecordObjection, mayResolveObjection } from '../features/notice.decision.js';
import { mayRecordOpinion, mayWithdrawOpinion } from '../features/opinion.decision.js';
import { mayResume } from '../features/side.decision.js';
import { mayClaim, mayRelease } from '../features/work.decision.js';
import { type Admission, type Aim, admit } from '../gate/gate.js';

/** What has to be true of the dossier whatever the command says. An act that is not here asks nothing of the kind. */
const preconditions: Readonly<Partial<Record<Act, Precondition>>> = {
  'add-nominees': mayAddNominees,
  'attach-document': mayAttachDocument,
  submit: maySubmit,
  receive: mayReceive,
  'appraise-nominees': mayAppraise,
  'complete-appraisal': mayCompleteAppraisal,
  'record-council-result': mayRecordCouncilResult,
  approve: mayApprove,
  forward: mayForward,
  confer: mayConfer,
  resume: mayResume,
  'detach-nominees': mayDetach,
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
 * Everything that can be said about an act before its data are known: the gate, then the act's own precondition. Each decision
 * begins with it, so that who asks first what is allowed is never told anything else than who acts.
 */
export function mayAct(act: Act, state: DossierState, context: DossierContext, aim?: Aim): Decision<Admission> {
  const admitted = admit(act, state, context, aim);
  if (!admitted.ok) return admitted;
  const ready = preconditions[act]?.({ ...admitted.value, state, context }) ?? ok(undefined);
  return ready.ok ? admitted : ready;
}
