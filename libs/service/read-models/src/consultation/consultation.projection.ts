import { standingOf } from '#libs/domain/dossier';
import {
  defineProjection,
  type ProjectedEvent,
  type Projection,
  type RowRef,
  type Rows,
} from '#libs/engine/projections';
import { dossierOf, type EventShapes } from '../shared/event-shapes.js';
import { eventsBesideDossiers } from '../shared/events-beside-dossiers.js';
import { organizationEvents } from '../shared/organization-events.js';
import { CONSULTATION_VERSION, type OpinionRow, opinionsTable, publicNoticesTable } from './consultation.tables.js';
import { noticeCode } from './notice-code.js';

type Event<Data> = ProjectedEvent<string, Data>;

const opinionRef = (event: Event<unknown>, opinionId: string): RowRef => ({
  table: opinionsTable,
  key: [dossierOf(event), opinionId],
});

/** Ý kiến hiệp y và công khai: who was asked, and what hangs out for everybody to read. */
export const consultationProjection: Projection = defineProjection<EventShapes>({
  name: 'consultation',
  version: CONSULTATION_VERSION,
  tables: [opinionsTable, publicNoticesTable],

  touches(event): readonly RowRef[] {
    switch (event.type) {
      case 'OpinionReceived':
      case 'OpinionWithdrawn':
        return [opinionRef(event, event.data.opinionId)];
      case 'DeadlineSet':
      case 'DeadlineAwaited':
        return event.data.opinionId === undefined ? [] : [opinionRef(event, event.data.opinionId)];
      case 'StepCompleted':
        return (event.data.unanswered ?? []).map((opinionId) => opinionRef(event, opinionId));
      case 'PublicNoticeClosed':
        return [{ table: publicNoticesTable, key: [dossierOf(event), event.data.noticeId] }];
      default:
        return [];
    }
  },

  handles: {
    OpinionRequested: (rows, event) => {
      const { opinionId, body, byUnitId } = event.data;
      rows.put(opinionsTable, {
        dossierId: dossierOf(event),
        opinionId,
        askedUnitId: body.unitId ?? null,
        byUnitId,
        askedAt: event.effectiveAt,
        standing: 'awaited',
        answeredAt: null,
        deadlineId: null,
      });
    },
    // One that the dossier went on without stays unanswered, whatever comes later.
    OpinionReceived: (rows, event) =>
      change(rows, event, event.data.opinionId, ({ standing }) => ({
        standing: standing === 'unanswered' ? standing : 'answered',
        answeredAt: event.effectiveAt,
      })),
    OpinionWithdrawn: (rows, event) => change(rows, event, event.data.opinionId, () => ({ standing: 'withdrawn' })),
    StepCompleted: (rows, event) => {
      for (const opinionId of event.data.unanswered ?? []) {
        change(rows, event, opinionId, () => ({ standing: 'unanswered' }));
      }
    },
    DeadlineSet: clocked,
    DeadlineAwaited: clocked,
    PublicNoticeOpened: (rows, event) => {
      const { noticeId, byUnitId, deadlineId } = event.data;
      const dossierId = dossierOf(event);
      rows.put(publicNoticesTable, {
        dossierId,
        noticeId,
        code: noticeCode(dossierId, noticeId),
        byUnitId,
        openedAt: event.effectiveAt,
        deadlineId: deadlineId ?? null,
        closedAt: null,
      });
    },
    PublicNoticeClosed: (rows, event) =>
      rows.change(publicNoticesTable, [dossierOf(event), event.data.noticeId], () => ({ closedAt: event.effectiveAt })),
    DetachedDossierOpened: (rows, event) => {
      const dossierId = dossierOf(event);
      for (const { noticeId, byUnitId, deadlineId, openedAt, closedAt } of event.data.notices ?? []) {
        rows.put(publicNoticesTable, {
          dossierId,
          noticeId,
          code: noticeCode(dossierId, noticeId),
          byUnitId,
          openedAt,
          deadlineId: deadlineId ?? null,
          closedAt: closedAt ?? null,
        });
      }
      const clocks = [...event.data.deadlines, ...event.data.awaited];
      for (const opinion of event.data.opinions ?? []) {
        const { opinionId, body, byUnitId, askedAt, answer } = opinion;
        rows.put(opinionsTable, {
          dossierId,
          opinionId,
          askedUnitId: body.unitId ?? null,
          byUnitId,
          askedAt,
          standing: standingOf(opinion),
          answeredAt: answer?.at ?? null,
          deadlineId: clocks.find((terms) => terms.opinionId === opinionId)?.deadlineId ?? null,
        });
      }
    },
  },

  ignores: [
    'DossierDrafted',
    'EscalatedDossierOpened',
    'NomineesAdded',
    'DocumentAttached',
    'DossierClassified',
    'DossierSubmitted',
    'DossierReceived',
    'SupplementRequested',
    'DossierSupplemented',
    'DossierReturned',
    'NomineesAppraised',
    'EvidenceLost',
    'DossierAppraised',
    'DossierVoted',
    'DossierApproved',
    'DossierRejected',
    'DossierForwarded',
    'DossierEnteredInSubmission',
    'DossierReleasedFromSubmission',
    'NomineesEnteredInDecision',
    'NomineesReleasedFromDecision',
    'DecisionReceived',
    'AwardConferred',
    'DossierArchived',
    'ObjectionRecorded',
    'ObjectionResolved',
    'DecisionCopied',
    'CopyCorrected',
    'DossierWithdrawn',
    'DossierSuspended',
    'DossierResumed',
    'NomineesDetached',
    'NomineesEscalated',
    'FactCorrected',
    'FavourableRuleApplied',
    'DossierClaimed',
    'DossierAssigned',
    'DossierReleased',
    'DeadlinePaused',
    'DeadlineResumed',
    'DeadlineRestarted',
    'DeadlineMoved',
    'DeadlineExtended',
    'DeadlineMet',
    'DeadlineMissed',
    'DeadlineCancelled',
    'DecisionDrafted',
    'DecisionIssued',
    'NumberGivenUp',
    'AwardCancelled',
    'AwardRestored',
    'NumberTaken',
    ...organizationEvents,
    ...eventsBesideDossiers,
  ],
});

function change(
  rows: Rows,
  event: Event<unknown>,
  opinionId: string,
  fields: (row: OpinionRow) => Partial<OpinionRow>,
): void {
  rows.change(opinionsTable, [dossierOf(event), opinionId], fields);
}

/** The clock of an answer. */
function clocked(
  rows: Rows,
  event: Event<{ readonly deadlineId: string; readonly opinionId?: string | undefined }>,
): void {
  const { deadlineId, opinionId } = event.data;
  if (opinionId !== undefined) change(rows, event, opinionId, () => ({ deadlineId }));
}
