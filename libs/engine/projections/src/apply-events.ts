import type { Queryable } from '#libs/platform/postgres';
import type { Place } from './place.js';
import { HandlerFailed, symptomOf, type Symptom } from './poison.js';
import type { ProjectedEvent, Projection } from './projection.js';
import { loadRows, writeRows } from './row-store.js';

/** An event whose type this program has never heard of; a newer program wrote it. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
}

/**
 * Applies events in order, inside the caller's transaction: rows read at once, handlers run in memory, rows written at once.
 * @throws HandlerFailed, or what the database said.
 */
export async function applyTogether(
  connection: Queryable,
  projection: Projection,
  events: readonly ProjectedEvent[],
  place: Place = 'live',
): Promise<void> {
  if (events.length === 0) return;
  const steps = inHandlers(() =>
    events.map((event) => {
      const handle = projection.handles.get(event.type);
      if (!handle) throw new UnknownEventType(`${projection.name} knows no ${event.type}.`);
      return { event, handle, touched: projection.touches(event) };
    }),
  );
  const rows = await loadRows(
    connection,
    steps.flatMap(({ touched }) => touched),
    place,
  );
  inHandlers(() => steps.forEach(({ event, handle }) => handle(rows, event)));
  await writeRows(connection, rows, place);
}

/**
 * Applies one event, and takes it back alone when the event is at fault.
 * @returns the symptom when it did not succeed. Anything that is not the event's fault is thrown.
 */
export async function applyAlone(
  connection: Queryable,
  projection: Projection,
  event: ProjectedEvent,
  place: Place = 'live',
): Promise<Symptom | undefined> {
  await connection.query('savepoint before_event');
  try {
    await applyTogether(connection, projection, [event], place);
    await connection.query('release savepoint before_event');
    return undefined;
  } catch (error) {
    const symptom = symptomOf(error);
    if (!symptom) throw error;
    await connection.query('rollback to savepoint before_event');
    return symptom;
  }
}

function inHandlers<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new HandlerFailed(cause);
  }
}
