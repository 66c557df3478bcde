import type { EventStore } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { applyAlone } from './apply-events.js';
import { DeadLetters, type DeadLetter } from './dead-letters.js';
import type { ProjectedEvent, Projection } from './projection.js';

export interface RetriedDeadLetters {
  /** Events that are in the tables now. */
  readonly applied: number;
  /** Streams that still wait: their first event failed again. */
  readonly stillParked: readonly string[];
}

const AT_ONCE = 100;

/**
 * Applies what was parked, stream by stream and in order, from the log. May run beside the runner: both lock the
 * projection's checkpoint, so that no event slips in between.
 */
export async function retryDeadLetters(
  store: EventStore,
  database: Database,
  projection: Projection,
): Promise<RetriedDeadLetters> {
  const deadLetters = new DeadLetters(projection);
  let applied = 0;
  const stillParked: string[] = [];
  for (const stream of await deadLetters.streams(database)) {
    let outcome: 'more' | 'done' | 'failed' = 'more';
    while (outcome === 'more') {
      outcome = await database.transaction(async (connection) => {
        await connection.query(
          `select from read.checkpoint where projection = $1 and version = $2 and place = 'live' for update`,
          [projection.name, projection.version],
        );
        const letters = await deadLetters.ofStream(connection, stream, AT_ONCE);
        const events = await eventsOf(store, letters);
        for (const [index, event] of events.entries()) {
          const letter = letters[index] as DeadLetter;
          const ignored = projection.ignores.has(event.type);
          const symptom = ignored ? undefined : await applyAlone(connection, projection, event);
          if (symptom) {
            await deadLetters.failedAgain(connection, letter, symptom);
            return 'failed';
          }
          await deadLetters.remove(connection, letter);
          applied += 1;
        }
        return letters.length < AT_ONCE ? 'done' : 'more';
      });
    }
    if (outcome === 'failed') stillParked.push(stream);
  }
  return { applied, stillParked };
}

/** The events of letters of one stream, in the letters' order. */
async function eventsOf(store: EventStore, letters: readonly DeadLetter[]): Promise<readonly ProjectedEvent[]> {
  const first = letters[0];
  const last = letters.at(-1);
  if (!first || !last) return [];
  const byRevision = new Map(letters.map((letter) => [letter.revision, letter]));
  const events: ProjectedEvent[] = [];
  const limit = last.revision - first.revision + 1;
  for await (const event of store.readStream(first.stream, { from: first.revision, limit })) {
    const letter = byRevision.get(event.revision);
    if (!letter) continue;
    if (letter.eventId !== event.id)
      throw new Error(`The log holds another event at ${event.stream}@${event.revision}.`);
    events.push({ ...event, ordinal: letter.ordinal });
  }
  if (events.length !== letters.length) throw new Error(`The log lacks events of ${first.stream} that were parked.`);
  return events;
}
