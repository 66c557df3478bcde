import { DiskLog } from './disk-log.js';
import type { Expected, LogRecord, ProposedRecord, WriteOutcome } from './record.js';

interface Asked {
  readonly stream: string;
  readonly expected: Expected;
  readonly records: readonly ProposedRecord[];
  readonly answer: (outcome: WriteOutcome) => void;
  readonly failed: (error: unknown) => void;
}

/** The log: decides one append after the other, makes them durable together, and shows them only then. */
export class ServerLog {
  /** What can be read, in order. */
  readonly visible: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  /** Ids by stream and revision, appends included that are on their way to the disk. */
  readonly #written = new Map<string, string[]>();
  readonly #places = new Map<
    string,
    { readonly stream: string; readonly revision: number; readonly position: bigint }
  >();
  #queue: Asked[] = [];
  #writing: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  private constructor(private readonly disk: DiskLog) {
    for (const record of disk.found) {
      this.#note(record);
      this.#show(record);
    }
  }

  static async open(folder: string): Promise<ServerLog> {
    return new ServerLog(await DiskLog.open(folder));
  }

  /** The records of a stream that can be read; nothing when there is no such stream. */
  stream(name: string): readonly LogRecord[] | undefined {
    return this.#streams.get(name);
  }

  /** Index of the first visible record after a position, or at it. */
  indexOf(position: bigint, inclusive: boolean): number {
    let [low, high] = [0, this.visible.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.visible[middle]?.position ?? 0n;
      if (at < position || (at === position && !inclusive)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async append(stream: string, expected: Expected, records: readonly ProposedRecord[]): Promise<WriteOutcome> {
    return new Promise((answer, failed) => {
      this.#queue.push({ stream, expected, records, answer, failed });
      this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    });
  }

  /** Calls back after each batch that became visible, until told to stop. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.disk.close();
  }

  async #write(): Promise<void> {
    // What was asked for in this turn travels together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      const lines: Buffer[] = [];
      const fresh: LogRecord[] = [];
      const outcomes = batch.map((asked) => this.#decide(asked, lines, fresh));
      try {
        if (lines.length > 0) await this.disk.append(lines);
      } catch (error) {
        for (const { failed } of batch) failed(error);
        throw error;
      }
      for (const record of fresh) this.#show(record);
      if (fresh.length > 0) for (const listener of this.#listeners) listener();
      for (const [index, { answer }] of batch.entries()) answer(outcomes[index] as WriteOutcome);
    }
  }

  /** As the real server decides it (`README.md`, 3 to 6). */
  #decide({ stream, expected, records }: Asked, lines: Buffer[], fresh: LogRecord[]): WriteOutcome {
    const ids = this.#written.get(stream) ?? [];
    const current = ids.length - 1;
    const repeat = records.length > 0 ? this.#repeatOf(stream, expected, records, ids) : undefined;
    if (repeat) return repeat;
    const asExpected =
      expected === 'any' ||
      (expected === 'exists' && current >= 0) ||
      (expected === 'noStream' && current < 0) ||
      expected === current;
    if (!asExpected) return { kind: 'wrongRevision', current: current < 0 ? 'noStream' : current };
    const [offset, created] = [this.disk.end, Date.now()];
    if (records.length === 0) return this.#doneAt({ revision: Math.max(current, 0), position: offset });
    const written = records.map((record, index): LogRecord => ({
      ...record,
      stream,
      revision: ids.length + index,
      position: offset + BigInt(index),
      created,
    }));
    lines.push(this.disk.encode(written));
    for (const record of written) this.#note(record);
    fresh.push(...written);
    return this.#doneAt(written.at(-1));
  }

  /** The same ids again, at the place where they would go: then it is the first append that is answered. */
  #repeatOf(
    stream: string,
    expected: Expected,
    records: readonly ProposedRecord[],
    ids: readonly string[],
  ): WriteOutcome | undefined {
    if (expected === 'any' || expected === 'exists') {
      const places = records.map(({ id }) => this.#places.get(id));
      if (places[0]?.stream !== stream) return undefined;
      if (places.some((place) => place?.stream !== stream)) return { kind: 'wrongRevision', current: ids.length - 1 };
      return this.#doneAt(places.at(-1));
    }
    const first = expected === 'noStream' ? 0 : expected + 1;
    if (first >= ids.length || ids[first] !== records[0]?.id) return undefined;
    if (records.some(({ id }, index) => ids[first + index] !== id))
      return { kind: 'wrongRevision', current: ids.length - 1 };
    return this.#doneAt(this.#places.get(records.at(-1)?.id ?? ''));
  }

  #doneAt(place: { readonly revision: number; readonly position: bigint } | undefined): WriteOutcome {
    return { kind: 'written', lastRevision: place?.revision ?? 0, position: place?.position ?? 0n };
  }

  #note({ stream, id, revision, position }: LogRecord): void {
    const ids = this.#written.get(stream) ?? [];
    ids.push(id);
    this.#written.set(stream, ids);
    this.#places.set(id, { stream, revision, position });
  }

  #show(record: LogRecord): void {
    this.visible.push(record);
    const stream = this.#streams.get(record.stream) ?? [];
    stream.push(record);
    this.#streams.set(record.stream, stream);
  }
}
