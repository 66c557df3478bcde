import { localDateOf } from '#libs/domain/kernel';
import type { UnitFactOf } from '#libs/domain/organization';
import {
  defineProjection,
  type ProjectedEvent,
  type Projection,
  type RowRef,
  type Rows,
} from '#libs/engine/projections';
import { consultationEvents } from '../shared/consultation-events.js';
import { movesPlace, placeRef, putPlace, withPlaces } from '../shared/dossier-places.js';
import { dossierOf, type EventShapes } from '../shared/event-shapes.js';
import { eventsBesideDossiers } from '../shared/events-beside-dossiers.js';
import { organizationEvents } from '../shared/organization-events.js';
import {
  STATISTICS_VERSION,
  type StatisticsDossierRow,
  statisticsDossierTable,
  statisticsPlacesTable,
  type StatisticsRow,
  statisticsTable,
  statisticsUnitTable,
} from './statistics.tables.js';

type Event<Data> = ProjectedEvent<string, Data>;
type Shapes = EventShapes & { readonly UnitEstablished: UnitFactOf<'UnitEstablished'>['data'] };
type Nominee = EventShapes['NomineesAdded']['nominees'][number];
type Opening =
  | EventShapes['DossierDrafted']
  | EventShapes['DetachedDossierOpened']
  | EventShapes['EscalatedDossierOpened'];

/** Thống kê: one row per nominee with the outcome of the award, from which figures are counted. No names. */
export const statisticsProjection: Projection = defineProjection<Shapes>({
  name: 'statistics',
  version: STATISTICS_VERSION,
  tables: [statisticsTable, statisticsDossierTable, statisticsUnitTable, statisticsPlacesTable],

  touches(event): readonly RowRef[] {
    const place = movesPlace(event) ? [placeRef(statisticsPlacesTable, dossierOf(event))] : [];
    switch (event.type) {
      case 'DossierApproved':
        return [...place, ...event.data.refused.map(({ nomineeId }) => nomineeRef(dossierOf(event), nomineeId))];
      case 'DecisionReceived':
        return [...place, ...event.data.nominees.map((nomineeId) => nomineeRef(dossierOf(event), nomineeId))];
      case 'AwardCancelled':
      case 'AwardRestored':
        return [nomineeRef(event.data.dossierId, event.data.nomineeId)];
      case 'FactCorrected':
        return event.data.nomineeId === undefined
          ? [dossierRef(dossierOf(event))]
          : [nomineeRef(dossierOf(event), event.data.nomineeId)];
      case 'DossierSubmitted':
      case 'DossierReceived':
      case 'DossierReturned':
      case 'DossierRejected':
      case 'DossierWithdrawn':
      case 'DeadlineMissed':
      case 'DeadlineMet':
        return [...place, dossierRef(dossierOf(event))];
      default:
        return place;
    }
  },

  handles: withPlaces<Shapes>(statisticsPlacesTable, {
    DossierDrafted: open,
    DetachedDossierOpened: (rows, event) => {
      open(rows, event);
      putNominees(rows, event, event.data.nominees);
      const { receivedAt } = event.data;
      if (receivedAt !== undefined) change(rows, event, () => ({ receivedOn: localDateOf(receivedAt) }));
    },
    EscalatedDossierOpened: (rows, event) => {
      open(rows, event);
      putNominees(rows, event, event.data.nominees);
    },
    NomineesAdded: (rows, event) => putNominees(rows, event, event.data.nominees),
    NomineesDetached: left,
    NomineesEscalated: left,
    FactCorrected: (rows, event) => {
      const { field, nomineeId, new: value } = event.data;
      if (nomineeId === undefined) change(rows, event, () => (field === 'cluster' ? { cluster: value ?? null } : {}));
      // Who has left for another dossier is counted there.
      else if (COUNTED.has(field) && rows.get(statisticsTable, dossierOf(event), nomineeId))
        rows.change(statisticsTable, [dossierOf(event), nomineeId], { [field]: value ?? null });
    },

    DossierSubmitted: on(() => ({ outcome: null, outcomeOn: null })),
    DossierReceived: on(({ data, effectiveAt }, row) => ({
      receivedOn: localDateOf(effectiveAt),
      cluster: data.cluster ?? row.cluster,
    })),
    DossierReturned: on(({ effectiveAt }) => ({ outcome: 'returned', outcomeOn: localDateOf(effectiveAt) })),
    DossierRejected: on(({ effectiveAt }) => ({ outcome: 'rejected', outcomeOn: localDateOf(effectiveAt) })),
    DossierWithdrawn: on(({ effectiveAt }) => ({ outcome: 'withdrawn', outcomeOn: localDateOf(effectiveAt) })),
    DeadlineMissed: on(() => ({ late: true })),
    DeadlineMet: on(({ data }, row) => ({ late: data.late || row.late === true })),

    DossierApproved: (rows, event) => {
      const outcomeOn = localDateOf(event.effectiveAt);
      for (const { nomineeId } of event.data.refused)
        rows.change(statisticsTable, [dossierOf(event), nomineeId], { outcome: 'rejected', outcomeOn });
    },
    DecisionReceived: (rows, event) => {
      const { decisionId, date, nominees } = event.data;
      for (const nomineeId of nominees)
        rows.change(statisticsTable, [dossierOf(event), nomineeId], {
          outcome: 'granted',
          outcomeOn: date,
          decisionId,
        });
    },
    // The day of the decision stays: it is counted in the year in which it was granted, as cancelled.
    AwardCancelled: (rows, { data }) =>
      rows.change(statisticsTable, [data.dossierId, data.nomineeId], { outcome: 'cancelled' }),
    AwardRestored: (rows, { data }) =>
      rows.change(statisticsTable, [data.dossierId, data.nomineeId], { outcome: 'granted' }),

    UnitEstablished: (rows, { data }) => rows.put(statisticsUnitTable, { unitId: data.unitId, level: data.kind }),
  }),

  ignores: [
    'DocumentAttached',
    'DossierClaimed',
    'DossierAssigned',
    'DossierReleased',
    ...consultationEvents,
    'NomineesAppraised',
    'DossierEnteredInSubmission',
    'DossierReleasedFromSubmission',
    'NomineesEnteredInDecision',
    'NomineesReleasedFromDecision',
    'DossierSuspended',
    'DossierResumed',
    'FavourableRuleApplied',
    'EvidenceLost',
    'DeadlineSet',
    'DeadlineAwaited',
    'DeadlinePaused',
    'DeadlineResumed',
    'DeadlineRestarted',
    'DeadlineMoved',
    'DeadlineExtended',
    'DeadlineCancelled',
    'DecisionDrafted',
    // What the dossiers hear of it is `DecisionReceived`.
    'DecisionIssued',
    'NumberGivenUp',
    'NumberTaken',
    ...organizationEvents.filter((type) => type !== 'UnitEstablished'),
    ...eventsBesideDossiers,
  ],
});

/** What may be corrected of a nominee and is counted. */
const COUNTED = new Set<string>(['sex', 'standing', 'cluster']);

const nomineeRef = (dossierId: string, nomineeId: string): RowRef => ({
  table: statisticsTable,
  key: [dossierId, nomineeId],
});
const dossierRef = (dossierId: string): RowRef => ({ table: statisticsDossierTable, key: [dossierId] });

function open(rows: Rows, event: Event<Opening>): void {
  const { data } = event;
  putPlace(rows, statisticsPlacesTable, event);
  rows.put(statisticsDossierTable, {
    dossierId: data.dossierId,
    procedureCode: data.procedureCode,
    form: data.kind,
    cluster: data.cluster ?? null,
    receivedOn: null,
    outcome: null,
    outcomeOn: null,
    late: null,
  });
}

function putNominees(rows: Rows, event: Event<unknown>, nominees: readonly Nominee[]): void {
  const dossierId = dossierOf(event);
  for (const { id, kind, sex, standing, cluster } of nominees) {
    const row: StatisticsRow = {
      dossierId,
      nomineeId: id,
      kind,
      sex: sex ?? null,
      standing: standing ?? null,
      cluster: cluster ?? null,
      outcome: null,
      outcomeOn: null,
      decisionId: null,
    };
    rows.put(statisticsTable, row);
  }
}

/** They are counted where they went. */
function left(rows: Rows, event: Event<{ readonly nominees: readonly string[] }>): void {
  for (const nomineeId of event.data.nominees) rows.delete(statisticsTable, dossierOf(event), nomineeId);
}

type Change<Data> = (event: Event<Data>, row: StatisticsDossierRow) => Partial<StatisticsDossierRow>;

function change<Data>(rows: Rows, event: Event<Data>, fields: Change<Data>): void {
  rows.change(statisticsDossierTable, [dossierOf(event)], (row) => fields(event, row));
}

function on<Data>(fields: Change<Data>) {
  return (rows: Rows, event: Event<Data>): void => change(rows, event, fields);
}
