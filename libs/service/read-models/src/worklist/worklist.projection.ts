import { type HeldRole } from '#libs/domain/dossier';
import { instantAt } from '#libs/domain/kernel';
import { movesFrom, type UnitFactOf } from '#libs/domain/organization';
import {
  defineProjection,
  type ProjectedEvent,
  type Projection,
  type RowRef,
  type Rows,
} from '#libs/engine/projections';
import { countNominees, remember, without } from '../dossier-list/nominee-counts.js';
import { onConsultation } from '../shared/consultation-events.js';
import { dossierOf, type EventShapes } from '../shared/event-shapes.js';
import { eventsBesideDossiers } from '../shared/events-beside-dossiers.js';
import { organizationEvents } from '../shared/organization-events.js';
import { plainText } from '../shared/plain-text.js';
import { type ClockSummary, changedClock, noClocks, withClocks, withoutClock } from './work-clocks.js';
import {
  type HeldFrom,
  type WorkRow,
  WORKLIST_VERSION,
  worklistHoldersTable,
  worklistNomineesTable,
  worklistTable,
} from './worklist.tables.js';

type Event<Data> = ProjectedEvent<string, Data>;
type Fields = Partial<WorkRow>;
type HandoverCompleted = UnitFactOf<'HandoverCompleted'>['data'];

/** With the one fact of units that moves work: all of a leaver's at once (R60). */
interface WorkShapes extends EventShapes {
  readonly HandoverCompleted: HandoverCompleted;
}

const UNIT_STREAM = 'unit-';

/** Events that need the nominees of the dossier. */
const COUNTING = new Set<string>(['NomineesAdded', 'NomineesDetached', 'NomineesEscalated']);

/** Danh sách việc: the dossiers as work, and who holds them in which role. Who may see which is asked when it is read. */
export const worklistProjection: Projection = defineProjection<WorkShapes>({
  name: 'worklist',
  version: WORKLIST_VERSION,
  tables: [worklistTable, worklistHoldersTable, worklistNomineesTable],

  touches(event): readonly RowRef[] {
    if (event.type === 'HandoverCompleted')
      return event.data.items.map(({ dossierId, role }) => holdersRef(dossierId, role));
    if (!event.stream.startsWith('dossier-')) return [];
    const key = [dossierOf(event)];
    const row = { table: worklistTable, key };
    return COUNTING.has(event.type) ? [row, { table: worklistNomineesTable, key }] : [row];
  },

  handles: {
    DossierDrafted: (rows, event) => {
      rows.put(worklistTable, newRow(event));
      rows.put(worklistNomineesTable, { dossierId: dossierOf(event), nominees: {} });
    },
    DetachedDossierOpened: (rows, event) => {
      const { data } = event;
      const dossierId = dossierOf(event);
      const nominees = remember(data.nominees);
      rows.put(worklistTable, {
        ...newRow(event),
        procedureVersion: data.procedure?.version ?? null,
        receivedAt: data.receivedAt ?? null,
        suspended: data.suspended,
        parentDossierId: data.parentDossierId,
        ...countsOf(nominees),
        ...withClocks({}, [...data.deadlines, ...data.awaited]),
      });
      rows.put(worklistNomineesTable, { dossierId, nominees });
      for (const { role, ...holder } of data.holders ?? [])
        rows.put(worklistHoldersTable, { dossierId, role, chain: [holder] });
    },
    EscalatedDossierOpened: (rows, event) => {
      const dossierId = dossierOf(event);
      const { nominees: named, parentDossierId } = event.data;
      const nominees = remember(named);
      rows.put(worklistTable, { ...newRow(event), parentDossierId, ...countsOf(nominees) });
      rows.put(worklistNomineesTable, { dossierId, nominees });
    },
    NomineesAdded: (rows, event) => recount(rows, event, (before) => ({ ...before, ...remember(event.data.nominees) })),
    NomineesDetached: left,
    NomineesEscalated: left,
    FactCorrected: on(({ data: { nomineeId, field, new: value = '' } }) =>
      nomineeId !== undefined
        ? {}
        : field === 'title'
          ? { title: value, titlePlain: plainText(value) }
          : field === 'cluster'
            ? { cluster: value }
            : {},
    ),

    DocumentAttached: seen,
    DossierClassified: seen,
    DossierSubmitted: moved((event) => ({ submittedAt: event.effectiveAt, returned: false, ended: false })),
    DossierReceived: moved(({ data, effectiveAt }, row) => ({
      receivedAt: effectiveAt,
      procedureVersion: data.procedure.version,
      cluster: data.cluster ?? row.cluster,
    })),
    SupplementRequested: moved(),
    DossierSupplemented: moved(),
    DossierReturned: moved(() => ({ returned: true })),
    NomineesAppraised: seen,
    EvidenceLost: seen,
    FavourableRuleApplied: seen,
    DossierAppraised: moved(),
    DossierVoted: moved(),
    DossierApproved: moved(),
    DossierRejected: moved(),
    StepCompleted: moved(),
    DossierForwarded: moved(({ data }) => ({ bodyId: data.toBodyId })),
    DossierWithdrawn: moved(() => ({ ended: true, suspended: false })),
    DossierSuspended: on(() => ({ suspended: true })),
    DossierResumed: on(() => ({ suspended: false })),
    DossierEnteredInSubmission: seen,
    DossierReleasedFromSubmission: seen,
    NomineesEnteredInDecision: seen,
    NomineesReleasedFromDecision: seen,
    DecisionReceived: moved(),
    AwardConferred: moved(),
    DossierArchived: moved(() => ({ ended: true })),

    DossierClaimed: taken,
    DossierAssigned: taken,
    DossierReleased: (rows, event) => {
      rows.delete(worklistHoldersTable, dossierOf(event), event.data.role);
      seen(rows, event);
    },
    ...onConsultation(seen),
    HandoverCompleted: handOver,

    DeadlineSet: clock((clocks, { data }) => withClocks(clocks, [data])),
    DeadlineAwaited: clock((clocks, { data }) => withClocks(clocks, [data])),
    DeadlinePaused: clock((clocks, { data }) => changedClock(clocks, data.deadlineId, { pausedAt: data.pausedAt })),
    DeadlineResumed: clock((clocks, { data }) => changedClock(clocks, data.deadlineId, running(data.dueAt))),
    DeadlineRestarted: clock((clocks, { data }) => changedClock(clocks, data.deadlineId, running(data.dueAt))),
    DeadlineMoved: clock((clocks, { data }) => changedClock(clocks, data.deadlineId, running(data.dueAt))),
    DeadlineExtended: clock((clocks, { data }) => changedClock(clocks, data.deadlineId, running(data.dueAt))),
    // Missed is not done: it stays the next thing due until somebody does it.
    DeadlineMissed: seen,
    DeadlineMet: clock((clocks, { data }) => withoutClock(clocks, data.deadlineId)),
    DeadlineCancelled: clock((clocks, { data }) => withoutClock(clocks, data.deadlineId)),
  },

  ignores: [
    'DecisionDrafted',
    'DecisionIssued',
    'NumberGivenUp',
    'AwardCancelled',
    'AwardRestored',
    'NumberTaken',
    ...organizationEvents.filter((type) => type !== 'HandoverCompleted'),
    ...eventsBesideDossiers,
  ],
});

const holdersRef = (dossierId: string, role: string): RowRef => ({
  table: worklistHoldersTable,
  key: [dossierId, role],
});

const running = (dueAt: string) => ({ dueAt, pausedAt: null });

const stamp = ({ revision, position, recordedAt }: Event<unknown>): Fields => ({
  revision,
  position,
  updatedAt: recordedAt,
});

function changeRow(rows: Rows, event: Event<unknown>, fields: (row: WorkRow) => Fields): void {
  rows.change(worklistTable, [dossierOf(event)], (row) => ({ ...fields(row), ...stamp(event) }));
}

function on<Data>(fields: (event: Event<Data>, row: WorkRow) => Fields) {
  return (rows: Rows, event: Event<Data>): void => changeRow(rows, event, (row) => fields(event, row));
}

interface Moved {
  readonly step: string;
  readonly bodyId?: string | undefined;
  readonly ended?: string | undefined;
}

/** A step that leads to itself begins nothing anew. */
function moved<Data extends Moved>(fields?: (event: Event<Data>, row: WorkRow) => Fields) {
  return on<Data>((event, row) => ({
    ...(event.data.step === row.step ? {} : { step: event.data.step, stepSince: event.effectiveAt }),
    ...(event.data.bodyId === undefined ? {} : { bodyId: event.data.bodyId }),
    ...(event.data.ended === undefined ? {} : { ended: true }),
    ...fields?.(event, row),
  }));
}

function seen(rows: Rows, event: Event<unknown>): void {
  changeRow(rows, event, () => ({}));
}

function clock<Data>(change: (clocks: WorkRow['clocks'], event: Event<Data>) => ClockSummary) {
  return on<Data>((event, { clocks }) => change(clocks, event));
}

type Taken = EventShapes['DossierClaimed'] | EventShapes['DossierAssigned'];

function taken(rows: Rows, event: Event<Taken>): void {
  const { role, accountId, positionId, unitId } = event.data;
  const holder: HeldFrom = { accountId, positionId, unitId, since: event.effectiveAt };
  rows.put(worklistHoldersTable, { dossierId: dossierOf(event), role, chain: [holder] });
  seen(rows, event);
}

/** The same rule as the organization's own reads: work that is with who hands over, or with nobody in particular, moves. */
function handOver(rows: Rows, { stream, data }: Event<HandoverCompleted>): void {
  const { handoverId, toAccountId, toPositionId, from } = data;
  const holder: HeldFrom = {
    accountId: toAccountId,
    positionId: toPositionId,
    unitId: stream.slice(UNIT_STREAM.length),
    since: instantAt(from, '00:00'),
    from,
    handoverId,
  };
  for (const item of data.items) {
    const { dossierId } = item;
    // Handovers list what can be held: a position's other roles have no work of this kind.
    const role = item.role as HeldRole;
    const chain = rows.get(worklistHoldersTable, dossierId, role)?.chain ?? [];
    if (movesFrom(chain.at(-1), data)) rows.put(worklistHoldersTable, { dossierId, role, chain: [...chain, holder] });
  }
}

const countsOf = (nominees: Parameters<typeof countNominees>[0]) => {
  const { individuals, collectives, households } = countNominees(nominees);
  return { individuals, collectives, households };
};

type Counted = Parameters<typeof countNominees>[0];

function recount(rows: Rows, event: Event<unknown>, change: (nominees: Counted) => Counted): void {
  const dossierId = dossierOf(event);
  const nominees = change(rows.get(worklistNomineesTable, dossierId)?.nominees ?? {});
  rows.put(worklistNomineesTable, { dossierId, nominees });
  changeRow(rows, event, () => countsOf(nominees));
}

function left(rows: Rows, event: Event<{ readonly nominees: readonly string[] }>): void {
  recount(rows, event, (before) => without(before, event.data.nominees));
}

type Opening =
  | EventShapes['DossierDrafted']
  | EventShapes['DetachedDossierOpened']
  | EventShapes['EscalatedDossierOpened'];

function newRow(event: Event<Opening>): WorkRow {
  const { data, effectiveAt, revision, position, recordedAt } = event;
  return {
    dossierId: data.dossierId,
    title: data.title,
    titlePlain: plainText(data.title),
    procedureCode: data.procedureCode,
    procedureVersion: null,
    kind: data.kind,
    submittingUnitId: data.submittingUnitId,
    bodyId: data.bodyId,
    cluster: data.cluster ?? null,
    step: data.step,
    stepSince: effectiveAt,
    suspended: false,
    returned: false,
    ended: false,
    ...countsOf({}),
    submittedAt: null,
    receivedAt: null,
    ...noClocks,
    parentDossierId: null,
    revision,
    position,
    updatedAt: recordedAt,
  };
}
