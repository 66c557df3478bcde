import { type RecordedCalendarFact, calendarEventWords, calendarEvents, calendarSentence } from '#libs/domain/calendar';
import { type RecordedCampaignFact, campaignEventWords, campaignEvents, campaignSentence } from '#libs/domain/campaign';
import {
  type RecordedAwardHistoryFact,
  awardHistoryEventWords,
  awardHistoryEvents,
  awardHistorySentence,
} from '#libs/domain/award-history';
import {
  type RecordedDecisionFact,
  type RecordedRegisterFact,
  decisionEventWords,
  decisionEvents,
  decisionSentence,
  registerEventWords,
  registerEvents,
  registerSentence,
} from '#libs/domain/decision';
import {
  type EventWords,
  type RecordedDossierFact,
  dossierEventWords,
  dossierEvents,
  dossierSentence,
} from '#libs/domain/dossier';
import {
  type RecordedClusterFact,
  type RecordedGuardFact,
  type RecordedUnitFact,
  clusterEventWords,
  clusterEvents,
  clusterSentence,
  guardEventWords,
  guardEvents,
  guardSentence,
  unitEventWords,
  unitEvents,
  unitSentence,
} from '#libs/domain/organization';
import {
  type RecordedQuotaFact,
  type RecordedReservationFact,
  quotaEventWords,
  quotaEvents,
  quotaSentence,
  reservationEventWords,
  reservationEvents,
  reservationSentence,
} from '#libs/domain/reservation';
import {
  type RecordedProcedureFact,
  procedureEventWords,
  procedureEvents,
  procedureSentence,
} from '#libs/domain/procedure';
import {
  type RecordedSubmissionFact,
  submissionEventWords,
  submissionEvents,
  submissionSentence,
} from '#libs/domain/submission';
import type { Fact, FactContext, Language, SentenceNames } from '#libs/domain/kernel';
import type { z } from 'zod';

/** Everything that is known of one type of event. */
export interface EventDescription extends EventWords {
  readonly type: string;
  /** The version of the shape of new events. */
  readonly schemaVersion: number;
  readonly schema: z.ZodType;
  /** The streams in which it lives: `dossier-<id>`. */
  readonly stream: string;
  /** One recorded fact of this type as a line for people. Its data must have passed the schema. */
  readonly sentence: (fact: Fact & FactContext, language: Language, names: SentenceNames) => string;
}

type Shapes<T extends string> = Readonly<Record<T, { readonly schemaVersion: number; readonly schema: z.ZodType }>>;

function describe<T extends string>(
  stream: string,
  shapes: Shapes<T>,
  words: Readonly<Record<T, EventWords>>,
  sentence: EventDescription['sentence'],
): readonly EventDescription[] {
  return (Object.keys(shapes) as T[]).map((type) => ({ type, stream, ...shapes[type], ...words[type], sentence }));
}

/** Every type of event that this system writes, in the order of a dossier's life; then those of units, clusters, calendars and procedures. */
export const eventCatalogue: ReadonlyMap<string, EventDescription> = new Map(
  [
    ...describe('dossier-<id>', dossierEvents, dossierEventWords, (fact, language, names) =>
      dossierSentence(fact as RecordedDossierFact, language, names),
    ),
    ...describe('decision-<id>', decisionEvents, decisionEventWords, (fact, language, names) =>
      decisionSentence(fact as RecordedDecisionFact, language, names),
    ),
    ...describe('submission-<id>', submissionEvents, submissionEventWords, (fact, language, names) =>
      submissionSentence(fact as RecordedSubmissionFact, language, names),
    ),
    ...describe('register-<body>-<series>-<year>', registerEvents, registerEventWords, (fact, language) =>
      registerSentence(fact as RecordedRegisterFact, language),
    ),
    ...describe('award-history-<unit>', awardHistoryEvents, awardHistoryEventWords, (fact, language) =>
      awardHistorySentence(fact as RecordedAwardHistoryFact, language),
    ),
    ...describe('achievement-<id>, initiative-<id>', reservationEvents, reservationEventWords, (fact, language) =>
      reservationSentence(fact as RecordedReservationFact, language),
    ),
    ...describe('quota-<body>-<award>-<year>', quotaEvents, quotaEventWords, (fact, language) =>
      quotaSentence(fact as RecordedQuotaFact, language),
    ),
    ...describe('unit-<id>', unitEvents, unitEventWords, (fact, language, names) =>
      unitSentence(fact as RecordedUnitFact, language, names),
    ),
    ...describe('cluster-<id>', clusterEvents, clusterEventWords, (fact, language, names) =>
      clusterSentence(fact as RecordedClusterFact, language, names),
    ),
    ...describe('organization-guard', guardEvents, guardEventWords, (fact, language) =>
      guardSentence(fact as RecordedGuardFact, language),
    ),
    ...describe('calendar-<id>', calendarEvents, calendarEventWords, (fact, language) =>
      calendarSentence(fact as RecordedCalendarFact, language),
    ),
    ...describe('campaign-<id>', campaignEvents, campaignEventWords, (fact, language) =>
      campaignSentence(fact as RecordedCampaignFact, language),
    ),
    ...describe('procedure-<code>', procedureEvents, procedureEventWords, (fact, language) =>
      procedureSentence(fact as RecordedProcedureFact, language),
    ),
  ].map((description) => [description.type, description]),
);
