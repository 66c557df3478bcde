import { randomUUID } from 'node:crypto';
import type {
  CommandKey,
  EventStore,
  JsonObject,
  NewEvent,
  Position,
  ReadStreamOptions,
  RecordedEvent,
} from '#libs/engine/event-store';

export const OFFICER = 'account-officer';

/** A fact such as offices record; what matters to a test is said, the rest is filled in. */
export function fact(data: JsonObject = {}, given: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'DossierSubmitted',
    schemaVersion: 1,
    effectiveAt: '2026-08-21T02:00:00.000Z',
    data,
    metadata: { actor: OFFICER },
    ...given,
  };
}

export const facts = (count: number): NewEvent[] => Array.from({ length: count }, (_, number) => fact({ number }));

/** A command nobody has sent before. */
export function command(given: Partial<CommandKey> = {}): CommandKey {
  return { account: OFFICER, commandId: randomUUID(), fingerprint: 'submit:1', ...given };
}

/** A stream nobody has written to before. */
export const newStream = (category = 'dossier'): string => `${category}-${randomUUID()}`;

export async function readWhole(
  store: EventStore,
  stream: string,
  options?: ReadStreamOptions,
): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream, options)) events.push(event);
  return events;
}

/** Everything in the log after a position, read piece by piece to the end. */
export async function readToEnd(store: EventStore, after: Position, limit = 100): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let at = after; ;) {
    const batch = await store.readAll({ after: at, limit });
    events.push(...batch.events);
    if (batch.scannedTo === at) return events;
    at = batch.scannedTo;
  }
}
