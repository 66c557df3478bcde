export {
  type ActUntil,
  type AllowedCommand,
  allowedCommands,
  type CommandBesideSteps,
  readyForReceipt,
} from './allowed/allowed-commands.js';
export type { DossierContext, HolderNow, Standing } from './dossier.context.js';
export * from './dossier.commands.js';
export { dossierDecider } from './dossier.decider.js';
export * from './dossier.events.js';
export { secrecyLevels } from './events/drafting.events.js';
export { evolveDossier, foldDossier } from './dossier.evolve.js';
export { splitDossierFact } from './dossier.parts.js';
export * from './dossier.sight.js';
export * from './dossier.state.js';
export * from './event-words.js';
export { addressee } from './events/submission.events.js';
export { type HeldRole, heldRoles } from './events/work.events.js';
export { holdersOf } from './evolve/work.evolve.js';
export { mayAct } from './allowed/may-act.js';
export * from './citations.js';
export * from './blocked/blocked-by.js';
export { blockedSentence, endedSentence } from './blocked/blocked.sentences.js';
export * from './clocks/explain-deadline.js';
export * from './clocks/recount.js';
export { checkComplete } from './documents.js';
export { procedureFor } from './gate/procedure-for.js';
export type { ActingPosition } from './gate/people.js';
export * from './gate/work-here.js';
export { dossierSentence } from './sentences/dossier.sentences.js';
export { type DossierInForce, type LateFact, dossierInForce } from './in-force/dossier-in-force.js';
export { isOpen, isQualified, MAX_NOMINEES } from './nominees.js';
export * from './dossier.view.js';
export * from './notices.js';
export * from './opinions.js';
export * from './retention.js';
export { answerNames, objectionKindNames } from './sentences/consultation.sentences.js';
export { restsOn } from './features/evidence.decision.js';
export { concernsHistory, proposalFor } from './proposals.js';
export { type Addressee, commandUp, type CommandUp, waysUp, type WayUp } from './way-up.js';
export type { UnfinishedAct } from './unfinished-act.js';
export * from './rehearsal/rehearsal.js';
export * from './rehearsal/rehearse.js';
export { otherDeadlineSentence, partingSentence } from './rehearsal/rehearsal.sentences.js';
