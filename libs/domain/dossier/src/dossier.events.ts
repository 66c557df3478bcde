import type { Fact, Recorded } from '#libs/domain/kernel';
import type { z } from 'zod';
import * as closing from './events/closing.events.js';
import * as copy from './events/copy.events.js';
import * as deadline from './events/deadline.events.js';
import * as drafting from './events/drafting.events.js';
import * as escalation from './events/escalation.events.js';
import * as favourable from './events/favourable.events.js';
import * as intake from './events/intake.events.js';
import * as judgement from './events/judgement.events.js';
import * as notice from './events/notice.events.js';
import * as opinion from './events/opinion.events.js';
import * as side from './events/side.events.js';
import * as step from './events/step.events.js';
import * as submission from './events/submission.events.js';
import * as work from './events/work.events.js';

/** Every fact a dossier can hold: type → version of its shape, and the shape. Published format: shapes grow by upcasters. */
export const dossierEvents = {
  DossierDrafted: { schemaVersion: 1, schema: drafting.dossierDrafted },
  NomineesAdded: { schemaVersion: 1, schema: drafting.nomineesAdded },
  DocumentAttached: { schemaVersion: 1, schema: drafting.documentAttached },
  DossierClassified: { schemaVersion: 1, schema: drafting.dossierClassified },
  DossierSubmitted: { schemaVersion: 1, schema: drafting.dossierSubmitted },
  DossierReceived: { schemaVersion: 1, schema: intake.dossierReceived },
  SupplementRequested: { schemaVersion: 1, schema: intake.supplementRequested },
  DossierSupplemented: { schemaVersion: 1, schema: intake.dossierSupplemented },
  DossierReturned: { schemaVersion: 1, schema: intake.dossierReturned },
  NomineesAppraised: { schemaVersion: 1, schema: judgement.nomineesAppraised },
  EvidenceLost: { schemaVersion: 1, schema: judgement.evidenceLost },
  DossierAppraised: { schemaVersion: 1, schema: judgement.dossierAppraised },
  DossierVoted: { schemaVersion: 1, schema: judgement.dossierVoted },
  DossierApproved: { schemaVersion: 1, schema: judgement.dossierApproved },
  DossierRejected: { schemaVersion: 1, schema: judgement.dossierRejected },
  DossierForwarded: { schemaVersion: 1, schema: judgement.dossierForwarded },
  DossierEnteredInSubmission: { schemaVersion: 1, schema: submission.dossierEnteredInSubmission },
  DossierReleasedFromSubmission: { schemaVersion: 1, schema: submission.dossierReleasedFromSubmission },
  NomineesEnteredInDecision: { schemaVersion: 1, schema: closing.nomineesEnteredInDecision },
  NomineesReleasedFromDecision: { schemaVersion: 1, schema: closing.nomineesReleasedFromDecision },
  DecisionReceived: { schemaVersion: 1, schema: closing.decisionReceived },
  AwardConferred: { schemaVersion: 1, schema: closing.awardConferred },
  DossierArchived: { schemaVersion: 1, schema: closing.dossierArchived },
  StepCompleted: { schemaVersion: 1, schema: step.stepCompleted },
  OpinionRequested: { schemaVersion: 1, schema: opinion.opinionRequested },
  OpinionReceived: { schemaVersion: 1, schema: opinion.opinionReceived },
  OpinionWithdrawn: { schemaVersion: 1, schema: opinion.opinionWithdrawn },
  PublicNoticeOpened: { schemaVersion: 1, schema: notice.publicNoticeOpened },
  PublicNoticeClosed: { schemaVersion: 1, schema: notice.publicNoticeClosed },
  ObjectionRecorded: { schemaVersion: 1, schema: notice.objectionRecorded },
  ObjectionResolved: { schemaVersion: 1, schema: notice.objectionResolved },
  DecisionCopied: { schemaVersion: 1, schema: copy.decisionCopied },
  CopyCorrected: { schemaVersion: 1, schema: copy.copyCorrected },
  DossierWithdrawn: { schemaVersion: 1, schema: side.dossierWithdrawn },
  DossierSuspended: { schemaVersion: 1, schema: side.dossierSuspended },
  DossierResumed: { schemaVersion: 1, schema: side.dossierResumed },
  NomineesDetached: { schemaVersion: 1, schema: side.nomineesDetached },
  DetachedDossierOpened: { schemaVersion: 1, schema: side.detachedDossierOpened },
  NomineesEscalated: { schemaVersion: 1, schema: escalation.nomineesEscalated },
  EscalatedDossierOpened: { schemaVersion: 1, schema: escalation.escalatedDossierOpened },
  FactCorrected: { schemaVersion: 1, schema: side.factCorrected },
  FavourableRuleApplied: { schemaVersion: 1, schema: favourable.favourableRuleApplied },
  DossierClaimed: { schemaVersion: 1, schema: work.dossierClaimed },
  DossierAssigned: { schemaVersion: 1, schema: work.dossierAssigned },
  DossierReleased: { schemaVersion: 1, schema: work.dossierReleased },
  DeadlineSet: { schemaVersion: 1, schema: deadline.deadlineSet },
  DeadlineAwaited: { schemaVersion: 1, schema: deadline.deadlineAwaited },
  DeadlinePaused: { schemaVersion: 1, schema: deadline.deadlinePaused },
  DeadlineResumed: { schemaVersion: 1, schema: deadline.deadlineResumed },
  DeadlineRestarted: { schemaVersion: 1, schema: deadline.deadlineRestarted },
  DeadlineMoved: { schemaVersion: 1, schema: deadline.deadlineMoved },
  DeadlineExtended: { schemaVersion: 1, schema: deadline.deadlineExtended },
  DeadlineMet: { schemaVersion: 1, schema: deadline.deadlineMet },
  DeadlineMissed: { schemaVersion: 1, schema: deadline.deadlineMissed },
  DeadlineCancelled: { schemaVersion: 1, schema: deadline.deadlineCancelled },
} as const;

export type DossierEventType = keyof typeof dossierEvents;

/** Facts that begin a dossier. */
export type OpeningEvent = 'DossierDrafted' | 'DetachedDossierOpened' | 'EscalatedDossierOpened';

type DataOf<T extends DossierEventType> = z.infer<(typeof dossierEvents)[T]['schema']>;

export type DossierFactOf<T extends DossierEventType> = T extends DossierEventType ? Fact<T, DataOf<T>> : never;

/** A fact of a dossier, as `decide` gives it. */
export type DossierFact = { [T in DossierEventType]: Fact<T, DataOf<T>> }[DossierEventType];

/** A fact of a dossier, as it comes back from the log. */
export type RecordedDossierFact = Recorded<DossierFact>;

/** Facts that only clocks make. Between a reader's revision and his command they do not count as a change. */
export const isClockEvent = (type: string): boolean => type.startsWith('Deadline');
