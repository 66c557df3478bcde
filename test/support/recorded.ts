import type { NewEvent, RecordedEvent } from '#libs/engine/event-store';
import type { Append } from './office-facts.js';

/** Appends as a log would hand them back. */
export function recordedLog(appends: Iterable<Append>): RecordedEvent[] {
  const log: RecordedEvent[] = [];
  const revisions = new Map<string, number>();
  for (const { stream, events } of appends) {
    for (const event of events) {
      const revision = (revisions.get(stream) ?? -1) + 1;
      revisions.set(stream, revision);
      log.push({
        ...event,
        stream,
        revision,
        position: String(log.length + 1),
        recordedAt: new Date(Date.UTC(2026, 7, 21, 3, 0, 0, log.length)).toISOString(),
        storedVersion: event.schemaVersion,
        dataText: JSON.stringify(event.data),
        metadataText: JSON.stringify(event.metadata),
      });
    }
  }
  return log;
}

/** The same for one stream. */
export const recordedOf = (stream: string, events: readonly NewEvent[]): RecordedEvent[] =>
  recordedLog([{ stream, events }]);
