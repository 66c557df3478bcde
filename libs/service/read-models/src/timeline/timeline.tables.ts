import type { Instant } from '#libs/domain/kernel';
import { defineTable } from '#libs/engine/projections';
import { placesTable } from '../shared/dossier-places.js';

export const TIMELINE_VERSION = 3;

/** One fact in the life of a dossier, with all that a sentence about it needs. */
export interface TimelineRow {
  readonly dossierId: string;
  readonly eventId: string;
  /** Number in the whole log: the order of the timeline. */
  readonly ordinal: number;
  readonly position: string;
  /** The stream it stands in, and its place there: the dossier's own, or a decision's about it. */
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly actorId: string | null;
  readonly actorPositionId: string | null;
  readonly actorUnitId: string | null;
  readonly onBehalfOf: string | null;
  /** The event's data; of a decision's recipients only those of this dossier. May hold personal data. */
  readonly data: Readonly<Record<string, unknown>>;
}

export const timelineTable = defineTable<TimelineRow>({
  name: 'timeline',
  version: TIMELINE_VERSION,
  key: ['dossierId', 'eventId'],
  columns: {
    dossierId: 'text',
    eventId: 'text',
    ordinal: 'bigint',
    position: 'text',
    stream: 'text',
    revision: 'int',
    type: 'text',
    recordedAt: 'timestamptz',
    effectiveAt: 'timestamptz',
    actorId: 'text null',
    actorPositionId: 'text null',
    actorUnitId: 'text null',
    onBehalfOf: 'text null',
    data: 'jsonb',
  },
  indexes: ['(dossier_id, ordinal)', '(type, stream)'],
});

/** Which dossiers a decision is about: its later facts do not say it again. */
export interface DecisionDossiers {
  readonly decisionId: string;
  readonly dossierIds: readonly string[];
}

export const decisionDossiersTable = defineTable<DecisionDossiers>({
  name: 'timeline_decisions',
  version: TIMELINE_VERSION,
  key: ['decisionId'],
  columns: { decisionId: 'text', dossierIds: 'jsonb' },
});

export const timelinePlacesTable = placesTable('timeline', TIMELINE_VERSION);
