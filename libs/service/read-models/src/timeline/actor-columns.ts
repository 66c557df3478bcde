import type { TimelineRow } from './timeline.tables.js';

type ActorColumns = Pick<TimelineRow, 'actorId' | 'actorPositionId' | 'actorUnitId' | 'onBehalfOf'>;

/** Who acted, as the metadata of an event note it. */
export function actorColumnsOf({ actor }: Readonly<Record<string, unknown>>): ActorColumns {
  const given = typeof actor === 'object' && actor !== null ? (actor as Record<string, unknown>) : {};
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    actorId: text(given['id']),
    actorPositionId: text(given['positionId']),
    actorUnitId: text(given['unitId']),
    onBehalfOf: text(given['onBehalfOf']),
  };
}
