import { dossierEvents } from '#libs/domain/dossier';
import {
  defineProjection,
  type ProjectedEvent,
  type Projection,
  type RowRef,
  type Rows,
} from '#libs/engine/projections';
import { dataForReaders } from '../shared/data-for-readers.js';
import { movePlace, movesPlace, placeRef, putPlace } from '../shared/dossier-places.js';
import { decisionOf, dossierOf, type EventShapes } from '../shared/event-shapes.js';
import { eventsBesideDossiers } from '../shared/events-beside-dossiers.js';
import { organizationEvents } from '../shared/organization-events.js';
import { actorColumnsOf } from './actor-columns.js';
import {
  decisionDossiersTable,
  TIMELINE_VERSION,
  timelinePlacesTable,
  timelineTable,
  type TimelineRow,
} from './timeline.tables.js';

type Event = ProjectedEvent<string, object>;

/** Dòng thời gian: every fact of a dossier's stream, and of decisions the facts that concern it. */
export const timelineProjection: Projection = defineProjection<EventShapes>({
  name: 'timeline',
  version: TIMELINE_VERSION,
  tables: [timelineTable, decisionDossiersTable, timelinePlacesTable],

  touches(event): readonly RowRef[] {
    if (movesPlace(event)) return [placeRef(timelinePlacesTable, dossierOf(event))];
    switch (event.type) {
      case 'DecisionIssued':
      case 'NumberGivenUp':
        return [{ table: decisionDossiersTable, key: [decisionOf(event)] }];
      default:
        return [];
    }
  },

  handles: {
    // Each fact of a dossier has its line; some of them also say before whom it lies.
    ...(Object.fromEntries(Object.keys(dossierEvents).map((type) => [type, entry])) as Record<
      keyof typeof dossierEvents,
      typeof entry
    >),
    DossierDrafted: opened,
    DetachedDossierOpened: opened,
    EscalatedDossierOpened: opened,

    DecisionDrafted: (rows, event) => {
      const { data } = event;
      const dossierIds = [...new Set(data.recipients.map(({ dossierId }) => dossierId))];
      rows.put(decisionDossiersTable, { decisionId: decisionOf(event), dossierIds });
      for (const dossierId of dossierIds) {
        // A decision may honour many units' people; a unit's timeline shows its own.
        const recipients = data.recipients.filter((recipient) => recipient.dossierId === dossierId);
        rows.put(timelineTable, rowOf(event, dossierId, { ...data, recipients }));
      }
    },
    DecisionIssued: everyDossier,
    NumberGivenUp: everyDossier,
    AwardCancelled: ofOneDossier,
    AwardRestored: ofOneDossier,
  },

  // The register's side of `DecisionIssued`, and what happens to units.
  ignores: ['NumberTaken', ...organizationEvents, ...eventsBesideDossiers],
});

function opened(rows: Rows, event: Event & Parameters<typeof putPlace>[2]): void {
  putPlace(rows, timelinePlacesTable, event);
  entry(rows, event);
}

function entry(rows: Rows, event: Event): void {
  if (movesPlace(event)) movePlace(rows, timelinePlacesTable, event);
  rows.put(timelineTable, rowOf(event, dossierOf(event), dataForReaders(event)));
}

function everyDossier(rows: Rows, event: Event): void {
  const decision = rows.get(decisionDossiersTable, decisionOf(event));
  if (!decision) throw new TypeError('A decision was drafted before anything else happened to it.');
  for (const dossierId of decision.dossierIds) rows.put(timelineTable, rowOf(event, dossierId, event.data));
}

function ofOneDossier(rows: Rows, event: ProjectedEvent<string, { readonly dossierId: string }>): void {
  rows.put(timelineTable, rowOf(event, event.data.dossierId, event.data));
}

function rowOf(event: Event, dossierId: string, data: object): TimelineRow {
  return {
    dossierId,
    eventId: event.id,
    ordinal: event.ordinal,
    position: event.position,
    stream: event.stream,
    revision: event.revision,
    type: event.type,
    recordedAt: event.recordedAt,
    effectiveAt: event.effectiveAt,
    ...actorColumnsOf(event.metadata),
    data: data as TimelineRow['data'],
  };
}
