import type { EventStore } from '#libs/engine/event-store';
import { actorColumnsOf } from '#libs/service/read-models';
import type { ToldFact } from './timeline-teller.js';

/** All facts of a stream, oldest first. The log itself is asked: nothing is behind. For streams that stay short. */
export async function factsOfStream(store: EventStore, stream: string): Promise<readonly ToldFact[]> {
  const facts: ToldFact[] = [];
  for await (const event of store.readStream(stream)) {
    const { id: eventId, position, revision, type, recordedAt, effectiveAt, data, metadata } = event;
    const place = { eventId, position, stream, revision, type, recordedAt, effectiveAt };
    facts.push({ ...place, ...actorColumnsOf(metadata), data });
  }
  return facts;
}
