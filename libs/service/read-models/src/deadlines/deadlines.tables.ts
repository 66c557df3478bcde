import type { Confidence, Instant } from '#libs/domain/kernel';
import { defineTable } from '#libs/engine/projections';
import { placesTable } from '../shared/dossier-places.js';
import type { EventShapes } from '../shared/event-shapes.js';

export const DEADLINES_VERSION = 2;

/**
 * `missed` is still open: the moment has passed and what it waits for is not done. `awaited` runs or stands still, but its
 * moment cannot be counted before a working calendar is entered.
 */
export type DeadlineStanding = 'running' | 'paused' | 'awaited' | 'missed' | 'met' | 'cancelled';

/** One turn of a clock of a dossier. */
export interface DeadlineRow {
  readonly dossierId: string;
  readonly deadlineId: string;
  readonly clock: string;
  /** The role whose duty it is. */
  readonly responsible: string;
  readonly state: DeadlineStanding;
  readonly startedAt: Instant;
  /** While it is paused, what was due when it stopped; null as long as it is awaited. */
  readonly dueAt: Instant | null;
  /** The year whose working calendar is missing, as long as it is awaited. */
  readonly missingYear: number | null;
  /** Grows whenever the due moment moves. */
  readonly version: number;
  readonly pausedAt: Instant | null;
  readonly remainingWorkingDays: number | null;
  /** Set once it was missed, and stays. */
  readonly missedAt: Instant | null;
  readonly metAt: Instant | null;
  readonly late: boolean | null;
  /** Null where an officer set the day. */
  readonly timeLimit: NonNullable<EventShapes['DeadlineSet']['limit']> | null;
  readonly calendarId: string;
  readonly calendarVersion: string;
  readonly source: string;
  readonly confidence: Confidence;
  /** Of the last event about it, as is the position. */
  readonly revision: number;
  readonly position: string;
}

export const deadlinesTable = defineTable<DeadlineRow>({
  name: 'deadlines',
  version: DEADLINES_VERSION,
  key: ['dossierId', 'deadlineId'],
  columns: {
    dossierId: 'text',
    deadlineId: 'text',
    clock: 'text',
    responsible: 'text',
    state: 'text',
    startedAt: 'timestamptz',
    dueAt: 'timestamptz null',
    missingYear: 'int null',
    version: 'int',
    pausedAt: 'timestamptz null',
    remainingWorkingDays: 'int null',
    missedAt: 'timestamptz null',
    metAt: 'timestamptz null',
    late: 'boolean null',
    timeLimit: 'jsonb null',
    calendarId: 'text',
    calendarVersion: 'text',
    source: 'text',
    confidence: 'text',
    revision: 'int',
    position: 'text',
  },
  indexes: [
    `((coalesce(due_at, 'infinity')), dossier_id, deadline_id) where state in ('running', 'paused', 'awaited', 'missed')`,
    `((coalesce(due_at, 'infinity')), dossier_id, deadline_id) where state = 'running'`,
  ],
});

export const deadlinePlacesTable = placesTable('deadlines', DEADLINES_VERSION);
