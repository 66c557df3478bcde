import type { z } from 'zod';
import * as clock from './commands/clock.commands.js';
import * as closing from './commands/closing.commands.js';
import * as copy from './commands/copy.commands.js';
import * as drafting from './commands/drafting.commands.js';
import * as favourable from './commands/favourable.commands.js';
import * as intake from './commands/intake.commands.js';
import * as judgement from './commands/judgement.commands.js';
import * as notice from './commands/notice.commands.js';
import * as opinion from './commands/opinion.commands.js';
import * as side from './commands/side.commands.js';
import * as step from './commands/step.commands.js';
import * as submission from './commands/submission.commands.js';
import * as work from './commands/work.commands.js';

/** Commands that people give, by the name they have in the API: `POST /dossiers/{id}/request-supplement`. */
export const dossierCommands = {
  'add-nominees': drafting.addNominees,
  'attach-document': drafting.attachDocument,
  classify: drafting.classifyDossier,
  submit: drafting.submitDossier,
  receive: intake.receiveDossier,
  'request-supplement': intake.requestSupplement,
  supplement: intake.supplementDossier,
  return: intake.returnDossier,
  'appraise-nominees': judgement.appraiseNominees,
  'complete-appraisal': judgement.completeAppraisal,
  'record-council-result': judgement.recordCouncilResult,
  approve: judgement.approveDossier,
  reject: judgement.rejectDossier,
  forward: judgement.forwardDossier,
  confer: closing.conferAwards,
  archive: closing.archiveDossier,
  'ask-opinion': opinion.askOpinion,
  'record-opinion': opinion.recordOpinion,
  'withdraw-opinion': opinion.withdrawOpinion,
  'open-notice': notice.openNotice,
  'record-objection': notice.recordObjection,
  'resolve-objection': notice.resolveObjection,
  'send-copies': copy.sendCopies,
  'correct-copy': copy.correctCopy,
  'complete-step': step.completeStep,
  withdraw: side.withdrawDossier,
  suspend: side.suspendDossier,
  resume: side.resumeDossier,
  'detach-nominees': side.detachNominees,
  'escalate-nominees': side.escalateNominees,
  'correct-fact': side.correctFact,
  claim: work.claimDossier,
  assign: work.assignDossier,
  release: work.releaseDossier,
} as const;

/** Commands about clocks, which no step of a procedure has to name: `POST /dossiers/{id}/deadlines/{deadlineId}/extend`. */
export const clockCommands = { 'extend-deadline': clock.extendDeadline } as const;

/** Commands about rules, which no step of a procedure has to name: `POST /dossiers/{id}/favourable-rules`. */
export const ruleCommands = { 'apply-favourable': favourable.applyFavourable } as const;

/** What a body answers that was asked and has no other business with the dossier: `POST /opinions/{dossierId}/{opinionId}/answer`. */
export const askedBodyCommands = { 'answer-opinion': opinion.answerOpinion } as const;

/** Commands that follow from other facts or from time; only the system gives them. */
export const systemCommands = {
  'enter-in-decision': closing.enterInDecision,
  'release-from-decision': closing.releaseFromDecision,
  'receive-decision': closing.receiveDecision,
  'open-detached': side.openDetachedDossier,
  'open-escalated': side.openEscalatedDossier,
  'note-lost-evidence': judgement.noteLostEvidence,
  'enter-in-submission': submission.enterInSubmission,
  'release-from-submission': submission.releaseFromSubmission,
  'forward-by-submission': submission.forwardBySubmission,
  'receive-by-submission': submission.receiveBySubmission,
  'record-missed-deadline': side.recordMissedDeadline,
  'settle-deadlines': side.settleDeadlines,
} as const;

/** The command that begins a dossier: `POST /dossiers`. */
export const draftCommand = drafting.draftDossier;

const all = {
  draft: drafting.draftDossier,
  ...dossierCommands,
  ...clockCommands,
  ...ruleCommands,
  ...askedBodyCommands,
  ...systemCommands,
  'attach-document': drafting.attachFile,
  receive: intake.receiveDossier.extend(submission.bySubmission),
  forward: judgement.forwardDossier.extend(submission.bySubmission),
  'complete-step': step.completeStep.extend(submission.bySubmission),
};

export type DossierCommandName = keyof typeof all;

export type SystemCommandName = keyof typeof systemCommands;

export type DossierCommandOf<N extends DossierCommandName> = N extends DossierCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type DossierCommand = { [N in DossierCommandName]: DossierCommandOf<N> }[DossierCommandName];
