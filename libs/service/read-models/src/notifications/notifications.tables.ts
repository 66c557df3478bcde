import type { Instant } from '#libs/domain/kernel';
import { defineTable } from '#libs/engine/projections';
import { placesTable } from '../shared/dossier-places.js';
import { audiences, type NotificationCategory, type NotificationGroup } from './audiences.js';

export const NOTIFICATIONS_VERSION = audiences.version;

/** Whom a fact concerns: those who hold a role in a unit, or one account. */
export interface NotificationRow {
  readonly eventId: string;
  /** `officer@ubnd-tinh`, `=acc-1`: one line per audience. */
  readonly audience: string;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly accountId: string | null;
  readonly kind: NotificationGroup;
  readonly category: NotificationCategory;
  readonly dossierId: string | null;
  /** What is to be done, or was: the stream of the event, or one handover in it. */
  readonly subject: string;
  /** Types of events that end it, if there is something to do. */
  readonly doneBy: readonly string[];
  readonly ordinal: number;
}

export const notificationsTable = defineTable<NotificationRow>({
  name: 'notifications',
  version: NOTIFICATIONS_VERSION,
  key: ['eventId', 'audience'],
  columns: {
    eventId: 'text',
    audience: 'text',
    role: 'text null',
    unitId: 'text null',
    accountId: 'text null',
    kind: 'text',
    category: 'text',
    dossierId: 'text null',
    subject: 'text',
    doneBy: 'jsonb',
    ordinal: 'bigint',
  },
  indexes: [
    '(unit_id, role, ordinal desc) where unit_id is not null',
    '(account_id, ordinal desc) where account_id is not null',
  ],
});

/** The facts that concern somebody, with all that their sentence needs. */
export interface NotifiedEventRow {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly actor: Readonly<Record<string, unknown>>;
  /** May hold personal data. */
  readonly data: Readonly<Record<string, unknown>>;
}

export const notifiedEventsTable = defineTable<NotifiedEventRow>({
  name: 'notifications_events',
  version: NOTIFICATIONS_VERSION,
  key: ['eventId'],
  columns: {
    eventId: 'text',
    type: 'text',
    stream: 'text',
    revision: 'int',
    position: 'text',
    recordedAt: 'timestamptz',
    effectiveAt: 'timestamptz',
    actor: 'jsonb',
    data: 'jsonb',
  },
});

/** When an event last ended something to do about a subject. */
export interface NotificationEndRow {
  readonly subject: string;
  readonly type: string;
  readonly ordinal: number;
}

export const notificationEndsTable = defineTable<NotificationEndRow>({
  name: 'notifications_ends',
  version: NOTIFICATIONS_VERSION,
  key: ['subject', 'type'],
  columns: { subject: 'text', type: 'text', ordinal: 'bigint' },
});

export const notificationPlacesTable = placesTable('notifications', NOTIFICATIONS_VERSION);
