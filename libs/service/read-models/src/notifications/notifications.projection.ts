import { sightEvents } from '#libs/domain/dossier';
import { defineProjection, type ProjectedEvent, type Projection, type Rows } from '#libs/engine/projections';
import { dataForReaders } from '../shared/data-for-readers.js';
import { type DossierPlace, movePlace, movesPlace, placeRef, putPlace } from '../shared/dossier-places.js';
import type { EventShapes } from '../shared/event-shapes.js';
import { type Audience, audiences, endingEvents } from './audiences.js';
import {
  NOTIFICATIONS_VERSION,
  notificationEndsTable,
  notificationPlacesTable,
  notificationsTable,
  notifiedEventsTable,
} from './notifications.tables.js';

/** They say whose a dossier is. */
const OPENING = new Set<string>(['DossierDrafted', 'DetachedDossierOpened', 'EscalatedDossierOpened']);
const PLACING = new Set<string>([...OPENING, ...sightEvents]);

type Event = ProjectedEvent<string, Readonly<Record<string, unknown>>>;

/**
 * Thông báo: which fact concerns whom. Who is told of what is data (`audiences.json`); a rebuild makes the same rows again and
 * sends nothing, for nothing is sent from here.
 */
export const notificationsProjection: Projection = defineProjection<Readonly<Record<string, Event['data']>>>({
  name: 'notifications',
  version: NOTIFICATIONS_VERSION,
  tables: [notificationsTable, notifiedEventsTable, notificationEndsTable, notificationPlacesTable],

  touches(event) {
    const dossierId = dossierOf(event);
    return dossierId === undefined ? [] : [placeRef(notificationPlacesTable, dossierId)];
  },

  // The table names every event; those that tell nobody and end nothing need no handler.
  handles: Object.fromEntries(
    Object.keys(audiences.events)
      .filter((type) => !isSilent(type))
      .map((type) => [type, tell]),
  ),

  ignores: Object.keys(audiences.events).filter(isSilent),
});

function isSilent(type: string): boolean {
  return audiences.events[type]?.length === 0 && !endingEvents.has(type) && !PLACING.has(type);
}

function tell(rows: Rows, event: Event): void {
  place(rows, event);
  const told = audiences.events[event.type] ?? [];
  const subject = subjectOf(event);
  if (endingEvents.has(event.type))
    rows.put(notificationEndsTable, { subject, type: event.type, ordinal: event.ordinal });
  const dossierId = dossierOf(event);
  const found = dossierId === undefined ? undefined : rows.get(notificationPlacesTable, dossierId);
  const reached = told.flatMap((audience) => {
    const whom = whomOf(audience, event, found);
    return whom ? [{ audience, whom }] : [];
  });
  if (reached.length === 0) return;
  for (const { audience, whom } of reached)
    rows.put(notificationsTable, {
      eventId: event.id,
      ...whom,
      kind: audience.group,
      category: audience.category,
      dossierId: dossierId ?? null,
      subject,
      doneBy: audience.doneBy ?? [],
      ordinal: event.ordinal,
    });
  rows.put(notifiedEventsTable, {
    eventId: event.id,
    type: event.type,
    stream: event.stream,
    revision: event.revision,
    position: event.position,
    recordedAt: event.recordedAt,
    effectiveAt: event.effectiveAt,
    actor: (event.metadata.actor ?? {}) as Record<string, unknown>,
    data: dataForReaders(event) as typeof event.data,
  });
}

/** Also an event that tells somebody may say to whom the dossier belongs now. */
function place(rows: Rows, event: Event): void {
  const { type, data } = event;
  if (OPENING.has(type))
    putPlace(rows, notificationPlacesTable, { ...event, data: data as EventShapes['DossierDrafted'] });
  else if (movesPlace(event)) movePlace(rows, notificationPlacesTable, event);
}

/** The dossier that an event is about, be it in its own stream or in a decision's. */
function dossierOf({ stream, data }: Pick<Event, 'stream' | 'data'>): string | undefined {
  if (stream.startsWith('dossier-')) return stream.slice('dossier-'.length);
  return stream.startsWith('decision-') && typeof data['dossierId'] === 'string' ? data['dossierId'] : undefined;
}

const subjectOf = ({ stream, data }: Event): string =>
  // One of several handovers of a unit, one of several questions of a dossier: each is done by itself.
  [data['handoverId'], data['opinionId']].reduce<string>(
    (subject, part) => (typeof part === 'string' ? `${subject}/${part}` : subject),
    stream,
  );

interface Whom {
  readonly audience: string;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly accountId: string | null;
}

function whomOf(audience: Audience, event: Event, found: DossierPlace | undefined): Whom | undefined {
  if (audience.when && event.data[audience.when.field] !== audience.when.is) return undefined;
  if ('account' in audience) {
    const accountId = event.data[audience.account];
    if (typeof accountId !== 'string') return undefined;
    return { audience: `=${accountId}`, role: null, unitId: null, accountId };
  }
  const { role, of } = audience;
  if (of === 'anywhere') return { audience: `${role}@*`, role, unitId: null, accountId: null };
  const unitId = unitOf(of, event, found);
  return unitId === undefined ? undefined : { audience: `${role}@${unitId}`, role, unitId, accountId: null };
}

function unitOf(
  of: 'submitting_unit' | 'body' | 'asked_unit' | 'unit',
  { stream, data }: Event,
  found: DossierPlace | undefined,
): string | undefined {
  if (of === 'submitting_unit') return found?.submittingUnitId;
  // A body outside has nobody here who could be told.
  if (of === 'asked_unit') return (data['body'] as { readonly unitId?: string } | undefined)?.unitId;
  if (of === 'unit') return stream.startsWith('unit-') ? stream.slice('unit-'.length) : undefined;
  // A decision says itself which body makes it.
  return found?.bodyId ?? (typeof data['bodyId'] === 'string' ? data['bodyId'] : undefined);
}
