import type { NewEvent, RecordedEvent } from '#libs/engine/event-store';

/** Events as one stream of a log would hand them back. */
export const recordedOf = (stream: string, events: readonly NewEvent[]): RecordedEvent[] =>
  events.map((event, index) => ({
    ...event,
    stream,
    revision: index,
    position: String(index + 1),
    recordedAt: `2026-08-21T03:00:0${index % 10}.000Z`,
    storedVersion: event.schemaVersion,
    dataText: JSON.stringify(event.data),
    metadataText: JSON.stringify(event.metadata),
  }));
