import { randomUUID } from 'node:crypto';
import type { Faults } from './faults.js';
import type { LogRecord } from './record.js';
import { notLeader, unavailable } from './refusals.js';
import type { ServerLog } from './server-log.js';
import { shared, streams, type ReadReq, type ReadResp, type ServerWritableStream } from './stubs.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Options = InstanceType<typeof streams.ReadReq.Options>;
type Wanted = (record: LogRecord) => boolean;

/** The server looks at so many records at once, and tells after a multiple of it how far it is. */
const WINDOW = 32;
const TICKS_PER_MILLISECOND = 10_000n;

/** Reads of a stream and of everything, and catch-up subscriptions to everything. */
export class ReadService {
  constructor(
    private readonly log: ServerLog,
    private readonly faults: Faults,
  ) {}

  readonly read = (call: Call): void => {
    call.on('error', () => {});
    void this.#answer(call).catch((error: unknown) => call.emit('error', error));
  };

  async #answer(call: Call): Promise<void> {
    const options = call.request.getOptions();
    if (!options) throw unavailable();
    const fault = this.faults.next(options.hasSubscription() ? 'subscribe' : 'read');
    if (fault?.kind === 'silent') return;
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (fault?.kind === 'unavailable') throw unavailable();
    if (fault?.kind === 'notLeader') throw notLeader(fault);
    if (options.hasSubscription()) return this.#follow(call, options, fault?.kind === 'twice' ? 2 : 1);
    for (const record of options.hasStream() ? this.#ofStream(call, options) : this.#ofLog(options)) {
      await say(call, eventOf(record));
      if (call.cancelled) return;
    }
    if (fault?.kind === 'answerLost') throw unavailable();
    call.end();
  }

  *#ofStream(call: Call, options: Options): Iterable<LogRecord> {
    const asked = options.getStream();
    const name = Buffer.from(asked?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
    const records = this.log.stream(name);
    if (!records) {
      const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));
      call.write(
        new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier)),
      );
      return;
    }
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const last = records.length - 1;
    const start = asked?.hasStart() ? 0 : asked?.hasEnd() ? last : Number(asked?.getRevision());
    yield* walk(records, backwards ? Math.min(start, last) : start, backwards, countOf(options), () => true);
  }

  *#ofLog(options: Options): Iterable<LogRecord> {
    const asked = options.getAll();
    const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const position = BigInt(asked?.getPosition()?.getCommitPosition() ?? '0');
    const { visible } = this.log;
    // Forwards from a position begins with it, backwards before it (`README.md`, 8).
    const start = asked?.hasStart()
      ? 0
      : asked?.hasEnd()
        ? visible.length - (backwards ? 1 : 0)
        : this.log.indexOf(position, true) - (backwards ? 1 : 0);
    yield* walk(visible, start, backwards, countOf(options), filterOf(options));
  }

  /** First what is there, then what comes (`README.md`, 10 to 12). */
  async #follow(call: Call, options: Options, times: number): Promise<void> {
    const wanted = filterOf(options);
    const asked = options.getAll();
    const interval = WINDOW * Math.max(1, options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
    let next = asked?.hasStart()
      ? 0
      : asked?.hasEnd()
        ? this.log.visible.length
        : this.log.indexOf(BigInt(asked?.getPosition()?.getCommitPosition() ?? '0'), false);
    let [looked, live] = [0, false];
    await say(
      call,
      new streams.ReadResp().setConfirmation(
        new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
      ),
    );
    while (!call.cancelled) {
      const record = this.log.visible[next];
      if (!record) {
        if (!live) await say(call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
        live = true;
        await this.#news(call);
        continue;
      }
      next++;
      if (wanted(record)) for (let time = 0; time < times; time++) await say(call, eventOf(record));
      if (++looked % interval === 0 && options.hasFilter()) await say(call, checkpointAt(record.position));
    }
  }

  async #news(call: Call): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        stop();
        call.off('cancelled', done);
        resolve();
      };
      const stop = this.log.listen(done);
      call.on('cancelled', done);
      if (call.cancelled) done();
    });
  }
}

function* walk(
  records: readonly LogRecord[],
  start: number,
  backwards: boolean,
  most: number,
  wanted: Wanted,
): Iterable<LogRecord> {
  for (let at = start, count = 0; count < most; at += backwards ? -1 : 1) {
    const record = records[at];
    if (!record) return;
    if (!wanted(record)) continue;
    count++;
    yield record;
  }
}

const countOf = (options: Options): number => Number(options.getCount());

function filterOf(options: Options): Wanted {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = new RegExp(expression?.getRegex() ?? '');
  return ({ stream, type }) => {
    const text = byStream ? stream : type;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : pattern.test(text);
  };
}

/** The server waits for a slow reader. */
async function say(call: Call, response: ReadResp): Promise<void> {
  if (call.cancelled || call.write(response)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      call.off('drain', go).off('cancelled', go);
      resolve();
    };
    call.on('drain', go).on('cancelled', go);
  });
}

function checkpointAt(position: bigint): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position)).setPreparePosition(String(position));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

function eventOf(record: LogRecord): ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  event.setId(new shared.UUID().setString(record.id));
  event.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(record.stream).toString('base64')));
  event.setStreamRevision(String(record.revision));
  event.setCommitPosition(String(record.position)).setPreparePosition(String(record.position));
  event.getMetadataMap().set('type', record.type);
  event.getMetadataMap().set('content-type', record.contentType);
  event.getMetadataMap().set('created', String(BigInt(record.created) * TICKS_PER_MILLISECOND));
  event.setData(new Uint8Array(record.data)).setCustomMetadata(new Uint8Array(record.metadata));
  const read = new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(record.position));
  return new streams.ReadResp().setEvent(read);
}
