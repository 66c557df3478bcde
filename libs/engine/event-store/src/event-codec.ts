import { fail, ok, type Instant, type Result } from '#libs/domain/kernel';
import type { NewEvent, Position, RecordedEvent } from './event-store.port.js';
import type { JsonObject } from './json.js';
import { canonicalText } from './strict-json.js';

/** An event as a store keeps it. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly effectiveAt: Instant;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly dataText: string;
  readonly metadataText: string;
}

/** The texts of an event that is about to be stored. */
export interface EncodedEvent {
  readonly dataText: string;
  readonly metadataText: string;
}

/** The edge of the store: events on the one side, stored text on the other. Every adapter goes through it. */
export interface EventCodec {
  /** @returns the reason when the event can never be stored. */
  readonly encode: (event: NewEvent) => Result<EncodedEvent, string>;
  readonly decode: (stored: StoredEvent) => RecordedEvent;
}

/** Lifts the data of one event type from version n to n + 1. Pure; gets raw JSON, hands out raw JSON. */
export type Upcaster = (data: JsonObject, metadata: JsonObject) => JsonObject;

/** Per event type: the first lifts version 1 to 2, the next 2 to 3. Types that never changed need no entry. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/** The codec with which the log is written and read: canonical text in, newest shape out. */
export function createEventCodec(upcasters: Upcasters = {}): EventCodec {
  const chains = new Map(Object.entries(upcasters));
  return {
    encode(event) {
      const chain = chains.get(event.type);
      if (chain && event.schemaVersion !== chain.length + 1)
        return fail(`version ${event.schemaVersion} of ${event.type} is not the newest, ${chain.length + 1}`);
      const data = canonicalText('data', event.data);
      if (!data.ok) return data;
      const metadata = canonicalText('metadata', event.metadata);
      return metadata.ok ? ok({ dataText: data.value, metadataText: metadata.value }) : metadata;
    },
    decode(stored) {
      const metadata = JSON.parse(stored.metadataText) as JsonObject;
      const chain = chains.get(stored.type);
      let data = JSON.parse(stored.dataText) as JsonObject;
      let version = stored.schemaVersion;
      if (chain) {
        if (version > chain.length + 1)
          throw new Error(
            `Event ${stored.id} is a ${stored.type} of version ${version}; this program knows ${chain.length + 1} at most.`,
          );
        for (const upcast of chain.slice(version - 1)) data = upcast(data, metadata);
        version = chain.length + 1;
      }
      return { ...stored, schemaVersion: version, storedVersion: stored.schemaVersion, data, metadata };
    },
  };
}
