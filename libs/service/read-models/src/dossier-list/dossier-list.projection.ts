import { finishedAfter, sightAfter } from '#libs/domain/dossier';
import { defineProjection, type ProjectedEvent, type Projection, type Rows } from '#libs/engine/projections';
import type { UnitFactOf } from '#libs/domain/organization';
import { onConsultation } from '../shared/consultation-events.js';
import { placeAtFirst } from '../shared/dossier-places.js';
import { dossierOf, type EventShapes } from '../shared/event-shapes.js';
import { eventsBesideDossiers } from '../shared/events-beside-dossiers.js';
import { organizationEvents } from '../shared/organization-events.js';
import {
  countedNomineesTable,
  DOSSIER_LIST_VERSION,
  dossierListTable,
  type CountedNominees,
  type DossierListRow,
} from './dossier-list.tables.js';
import { countNominees, remember, without } from './nominee-counts.js';
import { openDeadlinesOf, type DeadlineSummary } from './open-deadlines.js';
import { dossierSearchRow, dossierSearchTable, searchable, unitSearchTable } from './search.tables.js';

type Event<Data> = ProjectedEvent<string, Data>;
type Fields = Partial<DossierListRow>;
type OpeningEvent = Event<
  EventShapes['DossierDrafted'] | EventShapes['DetachedDossierOpened'] | EventShapes['EscalatedDossierOpened']
>;

type UnitShapes = { readonly UnitEstablished: UnitFactOf<'UnitEstablished'>['data'] };

/** What may be corrected of a nominee and is kept here. */
const CORRECTED = new Set<string>(['sex', 'standing', 'name', 'unit']);

/** Events that need the nominees of the dossier. */
const COUNTING = new Set<string>(['NomineesAdded', 'NomineesDetached', 'NomineesEscalated', 'FactCorrected']);

/** Danh sách hồ sơ: one row per dossier, up to its last event. */
export const dossierListProjection: Projection = defineProjection<EventShapes & UnitShapes>({
  name: 'dossier-list',
  version: DOSSIER_LIST_VERSION,
  tables: [dossierListTable, countedNomineesTable, dossierSearchTable, unitSearchTable],

  touches(event) {
    if (event.type === 'UnitEstablished') return [];
    const key = [dossierOf(event)];
    const list = { table: dossierListTable, key };
    return COUNTING.has(event.type) ? [list, { table: countedNomineesTable, key }] : [list];
  },

  handles: {
    DossierDrafted: (rows, event) => {
      const row = newRow(event);
      rows.put(dossierListTable, row);
      putNominees(rows, row, {});
    },
    DetachedDossierOpened: (rows, event) => {
      const { data } = event;
      const nominees = remember(data.nominees);
      const row: DossierListRow = {
        ...newRow(event),
        procedureVersion: data.procedure?.version ?? null,
        receivedAt: data.receivedAt ?? null,
        suspended: data.suspended,
        parentDossierId: data.parentDossierId,
        ...countNominees(nominees),
        ...openDeadlinesOf({ openDeadlines: {} }).setAll([...data.deadlines, ...data.awaited]),
      };
      rows.put(dossierListTable, row);
      putNominees(rows, row, nominees);
    },
    EscalatedDossierOpened: (rows, event) => {
      const { nominees: named, parentDossierId } = event.data;
      const nominees = remember(named);
      const row: DossierListRow = { ...newRow(event), parentDossierId, ...countNominees(nominees) };
      rows.put(dossierListTable, row);
      putNominees(rows, row, nominees);
    },
    NomineesAdded: (rows, event) => {
      recount(rows, event, (nominees) => ({ ...nominees, ...remember(event.data.nominees) }));
    },
    NomineesDetached: left,
    NomineesEscalated: left,
    FactCorrected: (rows, event) => {
      const { field, nomineeId, new: value } = event.data;
      if (nomineeId === undefined) {
        changeRow(rows, event, field === 'title' || field === 'cluster' ? { [field]: value } : {});
        // It is found by its title.
        if (field === 'title') recount(rows, event, (nominees) => nominees);
      } else if (CORRECTED.has(field)) {
        recount(rows, event, (nominees) => {
          const nominee = nominees[nomineeId];
          // Who has left for another dossier is counted there.
          return nominee ? { ...nominees, [nomineeId]: { ...nominee, [field]: value } } : nominees;
        });
      } else changeRow(rows, event, {});
    },

    DocumentAttached: seen,
    DossierClassified: seen,
    DossierSubmitted: on((event) => ({ submittedAt: event.effectiveAt, outcome: null, step: event.data.step })),
    DossierReceived: on((event, row) => ({
      receivedAt: event.effectiveAt,
      procedureVersion: event.data.procedure.version,
      cluster: event.data.cluster ?? row.cluster,
      step: event.data.step,
    })),
    SupplementRequested: stepped,
    DossierSupplemented: stepped,
    DossierReturned: on((event) => ({ outcome: 'returned', step: event.data.step })),
    NomineesAppraised: seen,
    EvidenceLost: seen,
    FavourableRuleApplied: seen,
    DossierAppraised: stepped,
    DossierVoted: stepped,
    DossierApproved: stepped,
    DossierRejected: on((event) => ({ outcome: 'rejected', step: event.data.step })),
    DossierForwarded: on((event) => ({ step: event.data.step })),
    StepCompleted: on((event, row) => ({ outcome: outcomeAt(event.data.ended) ?? row.outcome, step: event.data.step })),
    DossierWithdrawn: on((event) => ({ outcome: 'withdrawn', suspended: false, step: event.data.step })),
    DossierSuspended: on(() => ({ suspended: true })),
    DossierResumed: on(() => ({ suspended: false })),
    DossierEnteredInSubmission: seen,
    DossierReleasedFromSubmission: seen,
    NomineesEnteredInDecision: seen,
    NomineesReleasedFromDecision: seen,
    DecisionReceived: on((event) => ({
      outcome: 'granted',
      decisionId: event.data.decisionId,
      decisionNumber: event.data.number,
      decisionSymbol: event.data.symbol,
      decisionDate: event.data.date,
      step: event.data.step,
    })),
    AwardConferred: stepped,
    DossierArchived: stepped,
    DossierClaimed: seen,
    DossierAssigned: seen,
    DossierReleased: seen,
    ...onConsultation(seen),

    DeadlineSet: deadline((open, event) => open.setAll([event.data])),
    DeadlineAwaited: deadline((open, event) => open.setAll([event.data])),
    DeadlinePaused: deadline((open, event) => open.pause(event.data.deadlineId)),
    DeadlineResumed: deadline((open, event) => open.run(event.data.deadlineId, event.data.dueAt)),
    DeadlineRestarted: deadline((open, event) => open.run(event.data.deadlineId, event.data.dueAt)),
    DeadlineMoved: deadline((open, event) => open.run(event.data.deadlineId, event.data.dueAt)),
    DeadlineExtended: deadline((open, event) => open.run(event.data.deadlineId, event.data.dueAt)),
    // Missed is not done: it stays the next thing due until somebody does it.
    DeadlineMissed: seen,
    DeadlineMet: deadline((open, event) => open.close(event.data.deadlineId)),
    DeadlineCancelled: deadline((open, event) => open.close(event.data.deadlineId)),

    UnitEstablished: (rows, { data }) => {
      rows.put(unitSearchTable, { unitId: data.unitId, ...searchable(data.name.vi, data.name.en) });
    },
  },

  // The dossier's own stream says what a decision means for it (`DecisionReceived`).
  ignores: [
    'DecisionDrafted',
    'DecisionIssued',
    'NumberGivenUp',
    'AwardCancelled',
    'AwardRestored',
    'NumberTaken',
    ...organizationEvents.filter((type) => type !== 'UnitEstablished'),
    ...eventsBesideDossiers,
  ],
});

/** How a dossier that ends by the completion of a step stands in lists; one that was granted got it by its decision. */
const outcomeAt = (ended: string | undefined): DossierListRow['outcome'] | undefined =>
  ended === 'rejected' || ended === 'returned' || ended === 'withdrawn'
    ? ended
    : ended === 'refused' || ended === 'not_submitted'
      ? 'returned'
      : undefined;

type Counted = CountedNominees['nominees'];

const stamp = ({ revision, position, recordedAt }: Event<unknown>): Fields => ({
  revision,
  position,
  updatedAt: recordedAt,
});

function changeRow(rows: Rows, event: Event<unknown>, fields: Fields | ((row: DossierListRow) => Fields)): void {
  rows.change(dossierListTable, [dossierOf(event)], (row) => ({
    ...sightAfter(row, event),
    ...(typeof fields === 'function' ? fields(row) : fields),
    finishedAt: finishedAfter(row.finishedAt, event) ?? null,
    ...stamp(event),
  }));
}

function on<Data>(fields: (event: Event<Data>, row: DossierListRow) => Fields) {
  return (rows: Rows, event: Event<Data>): void => changeRow(rows, event, (row) => fields(event, row));
}

/** Nothing to show, but the row says up to which event it holds. */
function seen(rows: Rows, event: Event<unknown>): void {
  changeRow(rows, event, {});
}

function stepped(rows: Rows, event: Event<{ readonly step: string }>): void {
  changeRow(rows, event, { step: event.data.step });
}

function deadline<Data>(change: (open: ReturnType<typeof openDeadlinesOf>, event: Event<Data>) => DeadlineSummary) {
  return on<Data>((event, row) => change(openDeadlinesOf(row), event));
}

function recount(rows: Rows, event: Event<unknown>, change: (nominees: Counted) => Counted): void {
  const dossierId = dossierOf(event);
  const nominees = change(rows.get(countedNomineesTable, dossierId)?.nominees ?? {});
  changeRow(rows, event, countNominees(nominees));
  const row = rows.get(dossierListTable, dossierId);
  if (row) putNominees(rows, row, nominees);
}

/** They are counted where they went. */
function left(rows: Rows, event: Event<{ readonly nominees: readonly string[] }>): void {
  recount(rows, event, (nominees) => without(nominees, event.data.nominees));
}

function putNominees(rows: Rows, row: DossierListRow, nominees: Counted): void {
  rows.put(countedNomineesTable, { dossierId: row.id, nominees });
  rows.put(dossierSearchTable, dossierSearchRow(row, nominees));
}

function newRow(event: OpeningEvent): DossierListRow {
  const { data, effectiveAt, revision, position, recordedAt } = event;
  return {
    id: data.dossierId,
    title: data.title,
    procedureCode: data.procedureCode,
    procedureVersion: null,
    kind: data.kind,
    ...placeAtFirst(event),
    cluster: data.cluster ?? null,
    step: data.step,
    suspended: false,
    ...countNominees({}),
    draftedAt: effectiveAt,
    submittedAt: null,
    receivedAt: null,
    ...openDeadlinesOf({ openDeadlines: {} }).setAll([]),
    outcome: null,
    decisionId: null,
    decisionNumber: null,
    decisionSymbol: null,
    decisionDate: null,
    parentDossierId: null,
    finishedAt: null,
    revision,
    position,
    updatedAt: recordedAt,
  };
}
