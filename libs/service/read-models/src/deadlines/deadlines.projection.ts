import {
  defineProjection,
  type ProjectedEvent,
  type Projection,
  type RowRef,
  type Rows,
} from '#libs/engine/projections';
import { consultationEvents } from '../shared/consultation-events.js';
import { movesPlace, placeHandlers, placeRef, putPlace } from '../shared/dossier-places.js';
import { dossierOf, type EventShapes } from '../shared/event-shapes.js';
import { eventsBesideDossiers } from '../shared/events-beside-dossiers.js';
import { organizationEvents } from '../shared/organization-events.js';
import { deadlinePlacesTable, DEADLINES_VERSION, deadlinesTable, type DeadlineRow } from './deadlines.tables.js';

type Event<Data> = ProjectedEvent<string, Data>;

/** Thời hạn: one row per turn of each clock. What sweeps, reminders and calendars of due dates read. */
export const deadlinesProjection: Projection = defineProjection<EventShapes>({
  name: 'deadlines',
  version: DEADLINES_VERSION,
  tables: [deadlinesTable, deadlinePlacesTable],

  touches(event): readonly RowRef[] {
    const dossierId = dossierOf(event);
    if (movesPlace(event)) return [placeRef(deadlinePlacesTable, dossierId)];
    switch (event.type) {
      case 'DeadlinePaused':
      case 'DeadlineResumed':
      case 'DeadlineRestarted':
      case 'DeadlineMoved':
      case 'DeadlineExtended':
      case 'DeadlineMissed':
      case 'DeadlineMet':
      case 'DeadlineCancelled':
        return [{ table: deadlinesTable, key: [dossierId, event.data.deadlineId] }];
      default:
        return [];
    }
  },

  handles: {
    ...placeHandlers(deadlinePlacesTable),
    DossierDrafted: (rows, event) => putPlace(rows, deadlinePlacesTable, event),
    EscalatedDossierOpened: (rows, event) => putPlace(rows, deadlinePlacesTable, event),
    DetachedDossierOpened: (rows, event) => {
      putPlace(rows, deadlinePlacesTable, event);
      for (const terms of [...event.data.deadlines, ...event.data.awaited])
        rows.put(deadlinesTable, newRow(event, terms));
    },

    DeadlineSet: (rows, event) => rows.put(deadlinesTable, newRow(event, event.data)),
    // It may have run before: what is known of it starts anew.
    DeadlineAwaited: (rows, event) => rows.put(deadlinesTable, newRow(event, event.data)),
    DeadlinePaused: on(({ data }) => ({
      state: 'paused',
      pausedAt: data.pausedAt,
      remainingWorkingDays: data.remainingWorkingDays,
    })),
    DeadlineResumed: on(({ data }) => ({ ...RUNNING, ...counted(data) })),
    DeadlineRestarted: on(({ data }) => ({
      ...RUNNING,
      startedAt: data.startedAt,
      ...counted(data),
    })),
    DeadlineMoved: on(({ data }) => counted(data)),
    DeadlineExtended: (rows, event) => {
      const { data } = event;
      const before = rows.get(deadlinesTable, dossierOf(event), data.deadlineId)?.timeLimit;
      const timeLimit = before ? { ...before, value: before.value + data.units } : null;
      on<typeof data>(() => ({ ...counted(data), timeLimit }))(rows, event);
    },
    // The moment at which it was missed is the due moment, not the one at which the sweep noticed.
    DeadlineMissed: on(({ data }) => ({ state: 'missed', missedAt: data.dueAt })),
    DeadlineMet: on(({ data }) => ({ state: 'met', metAt: data.metAt, late: data.late })),
    DeadlineCancelled: on(() => ({ state: 'cancelled' })),
  },

  ignores: [
    'NomineesAdded',
    'DocumentAttached',
    'NomineesAppraised',
    'DossierEnteredInSubmission',
    'DossierReleasedFromSubmission',
    'NomineesEnteredInDecision',
    'NomineesReleasedFromDecision',
    'DossierSuspended',
    'DossierResumed',
    'FavourableRuleApplied',
    'EvidenceLost',
    'NomineesDetached',
    'NomineesEscalated',
    'FactCorrected',
    'DossierClaimed',
    'DossierAssigned',
    'DossierReleased',
    ...consultationEvents,
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

/** A new moment, and the calendar it was counted by. */
const counted = ({
  dueAt,
  version,
  calendar,
}: EventShapes['DeadlineResumed' | 'DeadlineRestarted' | 'DeadlineMoved' | 'DeadlineExtended']) => ({
  dueAt,
  version,
  ...(calendar ? { calendarId: calendar.id, calendarVersion: calendar.version } : {}),
});

const RUNNING = { state: 'running', pausedAt: null, remainingWorkingDays: null } as const;

function on<Data extends { readonly deadlineId: string }>(change: (event: Event<Data>) => Partial<DeadlineRow>) {
  return (rows: Rows, event: Event<Data>): void =>
    rows.change(deadlinesTable, [dossierOf(event), event.data.deadlineId], {
      ...change(event),
      revision: event.revision,
      position: event.position,
    });
}

type Terms = EventShapes['DeadlineSet'] | EventShapes['DeadlineAwaited'];

function newRow(event: Event<unknown>, terms: Terms): DeadlineRow {
  const pause = terms.pauses.find(({ to }) => to === undefined);
  const counted = 'dueAt' in terms;
  return {
    dossierId: dossierOf(event),
    deadlineId: terms.deadlineId,
    clock: terms.clock,
    responsible: terms.responsible,
    state: !counted ? 'awaited' : pause ? 'paused' : 'running',
    startedAt: terms.startedAt,
    dueAt: counted ? terms.dueAt : null,
    missingYear: counted ? null : terms.missingYear,
    version: terms.version,
    pausedAt: pause?.from ?? null,
    remainingWorkingDays: null,
    missedAt: null,
    metAt: null,
    late: null,
    timeLimit: terms.limit ?? null,
    calendarId: terms.calendar.id,
    calendarVersion: terms.calendar.version,
    source: terms.source,
    confidence: terms.confidence,
    revision: event.revision,
    position: event.position,
  };
}
