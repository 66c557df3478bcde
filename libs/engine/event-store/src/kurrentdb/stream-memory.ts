import type { Appended } from '../event-store.port.js';
import type { StoredRecord } from './stored-record.js';

/** What a stream has been through, as far as it was read: how long it is, and which commands it has obeyed. */
export class StreamMemory {
  /** The number of the last record read, by the server's count; -1 when there is none. */
  serverRevision = -1n;
  /** Revision of the last fact; -1 when there is none. */
  revision = -1;
  lastRecordedAt = '';
  /** It holds what the stream held at this moment, by `performance.now()`, and perhaps not what came later. */
  knownAt = -Infinity;
  readonly #commands = new Map<string, { readonly fingerprint: string; readonly appended: Appended }>();

  constructor(readonly stream: string) {}

  /** How many commands it holds. */
  get size(): number {
    return this.#commands.size;
  }

  /** The next record of the stream. */
  take({ serverRevision, revision, recordedAt, command }: StoredRecord): void {
    this.serverRevision = serverRevision;
    this.revision = revision;
    this.lastRecordedAt = recordedAt;
    if (!command) return;
    const { account, commandId, fingerprint, events, position } = command;
    const appended: Appended = {
      stream: this.stream,
      firstRevision: revision - events + 1,
      lastRevision: revision,
      position,
      recordedAt,
      repeated: true,
    };
    const key = keyOf(account, commandId);
    if (!this.#commands.has(key)) this.#commands.set(key, { fingerprint, appended });
  }

  /** A record that somebody else wrote: it has a number, and nothing for us. */
  passOver(serverRevision: bigint): void {
    this.serverRevision = serverRevision;
  }

  /** The first answer to a command. */
  find(account: string, commandId: string): { readonly fingerprint: string; readonly appended: Appended } | undefined {
    return this.#commands.get(keyOf(account, commandId));
  }
}

const keyOf = (account: string, commandId: string): string => `${account}\0${commandId}`;

/** Weighed in commands: some tens of megabytes. */
const MOST_COMMANDS = 100_000;

/**
 * The memories of the streams that were written to lately. Forgetting one costs reading its stream once more. Keeping one
 * costs no correctness: every append names the revision up to which its memory was read, and the server refuses it when
 * there is more.
 */
export class StreamMemories {
  readonly #kept = new Map<string, { readonly memory: StreamMemory; readonly weight: number }>();
  #weight = 0;

  constructor(private readonly most = MOST_COMMANDS) {}

  /** @returns the memory of a stream, or a new one that nothing was read into. */
  of(stream: string): StreamMemory {
    return this.#kept.get(stream)?.memory ?? new StreamMemory(stream);
  }

  /** Keeps a memory that something was read into. Those that were not used for the longest time go. */
  keep(memory: StreamMemory): void {
    this.#remove(memory.stream);
    const weight = memory.size + 1;
    this.#kept.set(memory.stream, { memory, weight });
    this.#weight += weight;
    for (const stream of this.#kept.keys()) {
      if (this.#weight <= this.most) return;
      this.#remove(stream);
    }
  }

  #remove(stream: string): void {
    this.#weight -= this.#kept.get(stream)?.weight ?? 0;
    this.#kept.delete(stream);
  }
}
