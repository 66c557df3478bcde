import { type AwardHistoryFactOf, lineRef } from '#libs/domain/award-history';
import {
  defineProjection,
  type ProjectedEvent,
  type Projection,
  type RowRef,
  type Rows,
} from '#libs/engine/projections';
import { consultationEvents } from '../shared/consultation-events.js';
import { dossierOf, type EventShapes } from '../shared/event-shapes.js';
import { organizationEvents } from '../shared/organization-events.js';
import {
  AWARD_HISTORY_VERSION,
  historyDossierTable,
  historyLinkTable,
  type HistoryRow,
  historyTable,
  historyUseTable,
} from './award-history.tables.js';
import { lineRow, nomineeRow, refOf } from './history-rows.js';
import { comparedText } from './recipient-key.js';

type Imported = AwardHistoryFactOf<'PastAwardsImported'>['data'];
type Struck = AwardHistoryFactOf<'PastAwardStruck'>['data'];
type Recognised = AwardHistoryFactOf<'RecipientRecognised'>['data'];

type Shapes = EventShapes & {
  readonly PastAwardsImported: Imported;
  readonly PastAwardStruck: Struck;
  readonly RecipientRecognised: Recognised;
};
type Event<Data = unknown> = ProjectedEvent<string, Data>;

/**
 * Khen thưởng đã có: every recipient in every place, with what he was given there, so that an appraisal finds the awards of
 * a nominee by code or, for a person to confirm, by name, birth date and unit.
 */
export const awardHistoryProjection: Projection = defineProjection<Shapes>({
  name: 'award-history',
  version: AWARD_HISTORY_VERSION,
  tables: [historyDossierTable, historyTable, historyLinkTable, historyUseTable],

  touches(event): readonly RowRef[] {
    switch (event.type) {
      case 'NomineesAdded':
      case 'DossierClassified':
        return [{ table: historyDossierTable, key: [dossierOf(event)] }];
      case 'DetachedDossierOpened':
      case 'EscalatedDossierOpened':
        return event.data.nominees.map(({ id }) => historyRef(refOf(event.data.parentDossierId, id)));
      case 'FactCorrected':
        return event.data.nomineeId === undefined ? [] : [historyRef(refOf(dossierOf(event), event.data.nomineeId))];
      case 'DossierApproved':
        return (event.data.grades ?? []).flatMap(({ nominees }) =>
          nominees.map(({ nomineeId }) => historyRef(refOf(dossierOf(event), nomineeId))),
        );
      case 'DecisionReceived':
        return event.data.nominees.map((id) => historyRef(refOf(dossierOf(event), id)));
      case 'AwardCancelled':
      case 'AwardRestored':
        return [historyRef(refOf(event.data.dossierId, event.data.nomineeId))];
      case 'PastAwardStruck':
        return [historyRef(lineRef(event.data.importId, event.data.line))];
      case 'RecipientRecognised':
        return [historyRef(refOf(event.data.dossierId, event.data.nomineeId)), historyRef(event.data.ref)];
      default:
        return [];
    }
  },

  handles: {
    DossierDrafted: (rows, { data: { dossierId, procedureCode, kind } }) =>
      rows.put(historyDossierTable, { dossierId, award: procedureCode, awardKind: kind, secret: false }),
    DetachedDossierOpened: openedApart,
    EscalatedDossierOpened: openedApart,
    NomineesAdded: (rows, event) => {
      const dossier = rows.get(historyDossierTable, dossierOf(event));
      if (!dossier) throw new TypeError('Nominees join a dossier that is there.');
      for (const nominee of event.data.nominees) rows.put(historyTable, nomineeRow(nominee, event, dossier, []));
    },
    DossierClassified: (rows, event) =>
      rows.change(historyDossierTable, [dossierOf(event)], { secret: event.data.level !== 'none' }),
    NomineesAppraised: (rows, event) => {
      const dossierId = dossierOf(event);
      for (const { proposal } of event.data.verdicts)
        for (const { counted } of proposal?.findings ?? [])
          for (const { of, ref } of counted) if (of === 'history') rows.put(historyUseTable, { ref, dossierId });
    },
    FactCorrected: (rows, event) => {
      const { nomineeId } = event.data;
      if (nomineeId !== undefined) {
        rows.change(historyTable, [refOf(dossierOf(event), nomineeId)], correctedIn(event.data));
      }
    },
    DossierApproved: (rows, event) => {
      for (const { grade, nominees } of event.data.grades ?? [])
        for (const { nomineeId } of nominees)
          rows.change(historyTable, [refOf(dossierOf(event), nomineeId)], { grade });
    },
    DecisionReceived: (rows, event) => {
      const { nominees, date, symbol } = event.data;
      for (const id of nominees)
        rows.change(historyTable, [refOf(dossierOf(event), id)], {
          granted: true,
          decidedOn: date,
          decision: symbol,
          position: event.position,
        });
    },
    AwardCancelled: (rows, { data: { dossierId, nomineeId } }) =>
      rows.change(historyTable, [refOf(dossierId, nomineeId)], { cancelled: true }),
    AwardRestored: (rows, { data: { dossierId, nomineeId } }) =>
      rows.change(historyTable, [refOf(dossierId, nomineeId)], { cancelled: false }),

    PastAwardsImported: (rows, event) => {
      const { recipients, firstLine } = event.data;
      for (const [index, line] of recipients.entries()) rows.put(historyTable, lineRow(line, firstLine + index, event));
    },
    PastAwardStruck: (rows, { data: { importId, line, because } }) =>
      rows.change(historyTable, [lineRef(importId, line)], {
        [because === 'cancelled' ? 'cancelled' : 'struck']: true,
      }),
    RecipientRecognised: (rows, { data: { dossierId, nomineeId, ref, same } }) => {
      const nominee = rows.get(historyTable, refOf(dossierId, nomineeId));
      const other = rows.get(historyTable, ref);
      // A ref that leads nowhere says nothing about anybody.
      if (!nominee || !other) return;
      rows.put(historyLinkTable, { nominee: nominee.ref, ref, same });
      share(rows, nominee, other, same);
      share(rows, other, nominee, same);
    },
  },

  ignores: [
    'DocumentAttached',
    'DossierSubmitted',
    'DossierReceived',
    'SupplementRequested',
    'DossierSupplemented',
    'StepCompleted',
    'DossierReturned',
    'DossierAppraised',
    'DossierVoted',
    'DossierRejected',
    'DossierForwarded',
    'DossierEnteredInSubmission',
    'DossierReleasedFromSubmission',
    'NomineesEnteredInDecision',
    'NomineesReleasedFromDecision',
    'AwardConferred',
    'DossierArchived',
    'DossierWithdrawn',
    'DossierSuspended',
    'DossierResumed',
    'FavourableRuleApplied',
    'EvidenceLost',
    // They are found where they went, under the refs they had.
    'NomineesDetached',
    'NomineesEscalated',
    'DossierClaimed',
    'DossierAssigned',
    'DossierReleased',
    ...consultationEvents,
    'DeadlineSet',
    'DeadlineAwaited',
    'DeadlinePaused',
    'DeadlineResumed',
    'DeadlineRestarted',
    'DeadlineMet',
    'DeadlineMissed',
    'DeadlineMoved',
    'DeadlineExtended',
    'DeadlineCancelled',
    'DecisionDrafted',
    // What the dossiers hear of it is `DecisionReceived`.
    'DecisionIssued',
    'NumberGivenUp',
    'NumberTaken',
    'ReservationTaken',
    'ReservationReleased',
    'QuotaPlacesTaken',
    'CampaignOpened',
    'CampaignExtended',
    'CampaignClosed',
    'SubmissionDrafted',
    'DossiersAddedToSubmission',
    'DossierRemovedFromSubmission',
    'SubmissionSent',
    'SubmissionReceived',
    'DossierLeftBehind',
    'SubmissionAbandoned',
    ...organizationEvents,
  ],
});

/** Whoever was recognised under his former ref is the same person under the new one. */
function openedApart(
  rows: Rows,
  event: Event<EventShapes['DetachedDossierOpened'] | EventShapes['EscalatedDossierOpened']>,
): void {
  const { dossierId, parentDossierId, procedureCode: award, kind: awardKind, nominees, secrecy } = event.data;
  rows.put(historyDossierTable, { dossierId, award, awardKind, secret: secrecy !== 'none' });
  for (const nominee of nominees) {
    const before = rows.get(historyTable, refOf(parentDossierId, nominee.id));
    const formerRefs = before ? [...before.formerRefs, before.ref] : [];
    rows.put(historyTable, nomineeRow(nominee, event, { dossierId, award, awardKind }, formerRefs));
  }
}

const historyRef = (ref: string): RowRef => ({ table: historyTable, key: [ref] });

/** What of a row another record says otherwise. */
function correctedIn({ field, new: value = '', claims }: EventShapes['FactCorrected']): Partial<HistoryRow> {
  switch (field) {
    case 'name':
      return { name: value, nameKey: comparedText(value) };
    case 'unit':
      return { unit: value, unitKey: comparedText(value) };
    case 'code':
    case 'birthDate':
    case 'grade':
      return { [field]: value };
    case 'claims':
      return {
        ...ifNamed('meritYear', claims),
        ...ifNamed('variant', claims),
      };
    default:
      return {};
  }
}

/** A claim as it is right, where the correction names it; null where nothing is stated any more. */
const ifNamed = (name: 'meritYear' | 'variant', claims: EventShapes['FactCorrected']['claims']): Partial<HistoryRow> =>
  claims && (name in claims.old || name in claims.new) ? { [name]: claims.new[name] ?? null } : {};

/** Whoever has no code of his own is known by the other's from then on, until somebody says otherwise. */
function share(rows: Rows, from: HistoryRow, to: HistoryRow, same: boolean): void {
  if (from.code === null || to.code !== null) return;
  if (same) rows.change(historyTable, [to.ref], { recognisedCode: from.code });
  else if (to.recognisedCode === from.code) rows.change(historyTable, [to.ref], { recognisedCode: null });
}
