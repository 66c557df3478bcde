import type { RecordedEvent } from '#libs/engine/event-store';
import type { Projection } from './projection.js';
import { RowBuffer } from './rows.js';
import type { Table } from './table.js';

/**
 * The rows that a log's events give, computed in memory by the same handlers: what the tables must hold. For tests, and for
 * comparing tables with the log.
 * @param events the whole log from its first event.
 */
export function foldRows(projection: Projection, events: Iterable<RecordedEvent>): (table: Table) => readonly object[] {
  const rows = new RowBuffer(true);
  let ordinal = 0;
  for (const event of events) {
    ordinal += 1;
    projection.handles.get(event.type)?.(rows, { ...event, ordinal });
  }
  return (table) => [...rows.all(table)];
}
