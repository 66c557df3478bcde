import { randomUUID } from 'node:crypto';
import { NO_STREAM, type EventData, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { fail, ok, type Instant, type Result } from '#libs/domain/kernel';
import { backoffMs, pause } from '../backoff.js';
import type { AppendFailure, Appended } from '../event-store.port.js';
import { isAsExpected } from '../expected-revision.js';
import { notStorable, type PreparedAppend } from '../prepared-append.js';
import type { LogReader } from './log-reader.js';
import { positionAt, type ServerPosition } from './log-position.js';
import { isConflict, isLasting, isTooLarge, wordsOf, within } from './server-errors.js';
import { StreamMemories, type StreamMemory } from './stream-memory.js';
import { recordsOf } from './stored-record.js';
import { Turns } from './turns.js';

type Outcome = Result<Appended, AppendFailure>;

export interface AppenderOptions {
  readonly client: KurrentDBClient;
  readonly reader: LogReader;
  /** How long an append may take altogether, in milliseconds. */
  readonly timeoutMs: number;
  /** How long one attempt waits for the server's answer. */
  readonly answerTimeoutMs: number;
  /** Appends that may wait in this process, and bytes of text. */
  readonly maxWaiting: number;
  readonly maxWaitingBytes: number;
  /** Told of attempts that failed and are made again. For logs. */
  readonly onError: (error: unknown) => void;
}

/** What is to be written, fixed until the server has refused it: sent again it must be the same. */
interface Draft {
  /** The last record of the stream that it was made for. */
  readonly after: bigint;
  readonly records: EventData[];
  readonly recordedAt: Instant;
  readonly position?: string;
}

/**
 * Appends to streams as their only author would: it knows which commands a stream has obeyed up to a revision, and writes on
 * the condition that this is still the last one. Whatever came between, from here or from another process, makes the server
 * refuse; then the rest is read, and the question is asked anew. So a command is obeyed once, however long ago it was, and
 * no time limit of the server's own memory matters.
 */
export class StreamAppender {
  readonly #memories = new StreamMemories();
  readonly #turns = new Turns();
  #waiting = 0;
  #waitingBytes = 0;
  #clock = '';

  constructor(private readonly options: AppenderOptions) {}

  async append(append: PreparedAppend): Promise<Outcome> {
    const { maxWaiting, maxWaitingBytes, timeoutMs } = this.options;
    if (this.#waiting >= maxWaiting || this.#waitingBytes > maxWaitingBytes)
      return fail({ code: 'STORE_BUSY', retryAfterMs: 1_000 });
    const askedAt = performance.now();
    const deadline = askedAt + timeoutMs;
    this.#waiting++;
    this.#waitingBytes += append.bytes;
    try {
      return await this.#turns.take(append.stream, async () =>
        this.#untilDecided(new OneAppend(append, askedAt), deadline),
      );
    } finally {
      this.#waiting--;
      this.#waitingBytes -= append.bytes;
    }
  }

  /** The first answer of a command on this stream, with everything read that is there now. */
  async findCommand(
    stream: string,
    account: string,
    commandId: string,
  ): Promise<{ readonly appended: Appended; readonly fingerprint: string } | undefined> {
    return this.#turns.take(stream, async () =>
      (await this.#catchUp(this.#memories.of(stream))).find(account, commandId),
    );
  }

  /** Resolves when nothing is being appended. */
  async over(): Promise<void> {
    await this.#turns.over();
  }

  async #untilDecided(work: OneAppend, deadline: number): Promise<Outcome> {
    for (let attempt = 1; performance.now() < deadline; attempt++) {
      try {
        const outcome = await this.#attempt(work, deadline);
        if (outcome) return outcome;
        attempt = 0;
      } catch (error) {
        if (isTooLarge(error)) return notStorable('the server takes no append as large as this');
        if (isLasting(error)) throw error;
        this.options.onError(new Error(`An append is tried again: ${wordsOf(error)}`, { cause: error }));
        // The server may have written it: the stream tells.
        work.uncertain = true;
        await pause(Math.min(backoffMs(attempt), Math.max(0, deadline - performance.now())));
      }
    }
    return fail({ code: 'STORE_UNAVAILABLE' });
  }

  /** One look at what is known, and one append; `undefined` when the stream had moved on. */
  async #attempt(work: OneAppend, deadline: number): Promise<Outcome | undefined> {
    const { append, askedAt } = work;
    const { stream, command, expected } = append;
    let memory = work.memory ?? this.#memories.of(stream);
    // After a failed attempt the stream alone knows what became of it. A stream that is taken for new need not be read: if it
    // is not, the server refuses.
    const unknown = memory.knownAt === -Infinity && expected !== 'noStream';
    if (work.uncertain || unknown) memory = await this.#catchUp(memory);
    work.uncertain = false;
    for (;;) {
      const known = memory.find(command.account, command.commandId);
      if (known)
        return known.fingerprint === command.fingerprint ? ok(known.appended) : fail({ code: 'COMMAND_ID_REUSED' });
      const actual = memory.revision < 0 ? 'noStream' : memory.revision;
      if (isAsExpected(expected, actual)) break;
      // A refusal says what was true after it was asked for, not what this process happened to see last.
      if (memory.knownAt >= askedAt) return fail({ code: 'REVISION_CONFLICT', expected, actual });
      memory = await this.#catchUp(memory);
    }
    work.memory = memory;
    return this.#write(work, memory, deadline);
  }

  async #write(work: OneAppend, memory: StreamMemory, deadline: number): Promise<Outcome | undefined> {
    const { append } = work;
    if (work.draft?.after !== memory.serverRevision) work.draft = await this.#draft(append, memory);
    const { records, recordedAt, position } = work.draft;
    const sentAt = performance.now();
    let answer;
    try {
      answer = await within(
        Math.min(this.options.answerTimeoutMs, Math.max(1, deadline - sentAt)),
        this.options.client.appendToStream(append.stream, records, {
          streamState: memory.serverRevision < 0n ? NO_STREAM : memory.serverRevision,
        }),
      );
    } catch (error) {
      if (!isConflict(error)) throw error;
      await this.#catchUp(memory);
      // Never expected, and no reason to keep the server busy with it.
      if (memory.serverRevision === work.draft.after) await pause(backoffMs(1));
      return undefined;
    }
    const firstRevision = memory.revision + 1;
    const appended = {
      stream: append.stream,
      firstRevision,
      lastRevision: memory.revision + append.events.length,
      position: position ?? positionAt(placeOf(answer.position)),
      recordedAt,
    };
    memory.take({
      serverRevision: answer.nextExpectedRevision,
      revision: appended.lastRevision,
      recordedAt,
      command: { ...append.command, events: append.events.length, position: appended.position },
    });
    memory.knownAt = sentAt;
    this.#memories.keep(memory);
    return ok({ ...appended, repeated: false });
  }

  async #draft(append: PreparedAppend, memory: StreamMemory): Promise<Draft> {
    const position = append.events.length === 0 ? await this.options.reader.head() : undefined;
    const recordedAt = this.#tick(memory.lastRecordedAt);
    const writing = { firstRevision: memory.revision + 1, recordedAt, attempt: randomUUID(), head: position ?? '' };
    return {
      after: memory.serverRevision,
      records: recordsOf(append, writing),
      recordedAt,
      ...(position !== undefined && { position }),
    };
  }

  /** The writer's clock, which never runs backwards, neither here nor within a stream. */
  #tick(notBefore: Instant): Instant {
    const now = new Date().toISOString();
    for (const other of [notBefore, now]) if (other > this.#clock) this.#clock = other;
    return this.#clock;
  }

  /** Reads what has been added to a stream since. */
  async #catchUp(memory: StreamMemory): Promise<StreamMemory> {
    const begunAt = performance.now();
    for await (const { serverRevision, record } of this.options.reader.records(
      memory.stream,
      memory.serverRevision + 1n,
    )) {
      if (record) memory.take(record);
      else memory.passOver(serverRevision);
    }
    memory.knownAt = begunAt;
    this.#memories.keep(memory);
    return memory;
  }
}

/** An append on its way. */
class OneAppend {
  memory: StreamMemory | undefined;
  draft: Draft | undefined;
  /** An attempt was made, and its answer is not known. */
  uncertain = false;

  constructor(
    readonly append: PreparedAppend,
    /** On the clock of `performance.now()`. */
    readonly askedAt: number,
  ) {}
}

function placeOf(position: ServerPosition | undefined): ServerPosition {
  if (!position) throw new TypeError('The server did not say where it wrote.');
  return position;
}
