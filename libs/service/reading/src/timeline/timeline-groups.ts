import type { DecisionEventType } from '#libs/domain/decision';
import { type DossierEventType, isClockEvent } from '#libs/domain/dossier';
import type { SubmissionEventType } from '#libs/domain/submission';

/** What sort of thing happened: one icon each. */
export const timelineGroups = [
  'drafting',
  'document',
  'intake',
  'judgement',
  'consultation',
  'council',
  'approval',
  'decision',
  'award',
  'side',
  'correction',
  'work',
  'clock',
] as const;

export type TimelineGroup = (typeof timelineGroups)[number];

type Told = DossierEventType | DecisionEventType | SubmissionEventType;

/** What is about neither papers nor judgement: who has the work in hand. */
const groups: Readonly<Partial<Record<Told, TimelineGroup>>> = {
  DossierDrafted: 'drafting',
  NomineesAdded: 'drafting',
  DossierClassified: 'drafting',
  DocumentAttached: 'document',
  DossierSubmitted: 'intake',
  DossierReceived: 'intake',
  SupplementRequested: 'intake',
  DossierSupplemented: 'intake',
  StepCompleted: 'judgement',
  DossierReturned: 'intake',
  NomineesAppraised: 'judgement',
  EvidenceLost: 'judgement',
  DossierAppraised: 'judgement',
  OpinionRequested: 'consultation',
  OpinionReceived: 'consultation',
  OpinionWithdrawn: 'consultation',
  PublicNoticeOpened: 'consultation',
  PublicNoticeClosed: 'consultation',
  ObjectionRecorded: 'consultation',
  ObjectionResolved: 'consultation',
  DecisionCopied: 'decision',
  CopyCorrected: 'decision',
  DossierVoted: 'council',
  DossierApproved: 'approval',
  DossierRejected: 'approval',
  DossierForwarded: 'approval',
  DossierEnteredInSubmission: 'approval',
  DossierReleasedFromSubmission: 'approval',
  SubmissionDrafted: 'approval',
  DossiersAddedToSubmission: 'approval',
  DossierRemovedFromSubmission: 'approval',
  SubmissionSent: 'approval',
  SubmissionReceived: 'approval',
  DossierLeftBehind: 'approval',
  SubmissionAbandoned: 'approval',
  NomineesEnteredInDecision: 'decision',
  NomineesReleasedFromDecision: 'decision',
  DecisionReceived: 'decision',
  DecisionDrafted: 'decision',
  DecisionIssued: 'decision',
  NumberGivenUp: 'decision',
  AwardCancelled: 'decision',
  AwardRestored: 'decision',
  AwardConferred: 'award',
  DossierArchived: 'award',
  DossierWithdrawn: 'side',
  DossierSuspended: 'side',
  DossierResumed: 'side',
  NomineesDetached: 'side',
  DetachedDossierOpened: 'side',
  NomineesEscalated: 'side',
  EscalatedDossierOpened: 'side',
  FavourableRuleApplied: 'side',
  FactCorrected: 'correction',
};

/** The group of an event; what has none of its own says who has the work in hand. */
export const groupOf = (type: string): TimelineGroup =>
  isClockEvent(type) ? 'clock' : (groups[type as Told] ?? 'work');
