import { fail, ok, type Result } from '#libs/domain/kernel';
import type { EventCodec } from './event-codec.js';
import type { AppendFailure, CommandKey, ExpectedRevision, NewEvent } from './event-store.port.js';
import { textFaultOf } from './strict-json.js';

/**
 * One append weighs so much at most: the texts of its events in bytes of UTF-8, and `ENVELOPE_BYTES` for each. KurrentDB takes
 * 1 MiB with everything around it, and what one store takes every store must take. Whoever has more to say splits it into
 * several commands before.
 */
export const LARGEST_APPEND_BYTES = 900_000;

/** What a store may write around one event besides its type: ids, times, numbers. KurrentDB's is the largest, some 250 bytes. */
const ENVELOPE_BYTES = 300;

/** Names stand in indexes; PostgreSQL's take 2,700 bytes, shared by several. */
const LONGEST_NAME_BYTES = 255;

/** KurrentDB keeps names with `$` for itself, our adapter those with `~` for what it writes besides the facts. */
const RESERVED = /^[$~]/;

/** An append that was checked and may be stored. */
export interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly command: CommandKey;
  readonly events: readonly PreparedEvent[];
  /** What all its events weigh. */
  readonly bytes: number;
}

export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Milliseconds since 1970. */
  readonly effectiveAt: number;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** Checks all that can be checked without the log, the same for every store, and encodes the events. */
export function prepareAppend(
  codec: EventCodec,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  command: CommandKey,
): Result<PreparedAppend, AppendFailure> {
  const fault =
    nameFault('stream', stream) ??
    (RESERVED.test(stream) ? `the stream name begins with ${stream.slice(0, 1)}` : undefined) ??
    nameFault('account', command.account) ??
    nameFault('commandId', command.commandId) ??
    nameFault('fingerprint', command.fingerprint) ??
    expectedFault(expected);
  if (fault !== undefined) return notStorable(fault);
  const prepared: PreparedEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const result = prepareEvent(codec, event);
    if (!result.ok) return notStorable(result.error);
    prepared.push(result.value);
    bytes += weightOf(result.value);
  }
  if (bytes > LARGEST_APPEND_BYTES)
    return notStorable(`the append weighs ${bytes} bytes; ${LARGEST_APPEND_BYTES} are the limit`);
  return ok({ stream, expected, command, events: prepared, bytes });
}

/** What each event weighs in an append, or why one of them can never be stored. */
export function weighEvents(codec: EventCodec, events: readonly NewEvent[]): Result<readonly number[], AppendFailure> {
  const weights: number[] = [];
  for (const event of events) {
    const result = prepareEvent(codec, event);
    if (!result.ok) return notStorable(result.error);
    weights.push(weightOf(result.value));
  }
  return ok(weights);
}

const weightOf = ({ type, data, metadata }: PreparedEvent): number =>
  ENVELOPE_BYTES + 2 * type.length + data.length + metadata.length;

export const notStorable = (reason: string): { readonly ok: false; readonly error: AppendFailure } =>
  fail({ code: 'EVENT_NOT_STORABLE', reason });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LARGEST_VERSION = 32_767;

function prepareEvent(codec: EventCodec, event: NewEvent): Result<PreparedEvent, string> {
  if (!UUID.test(event.id)) return fail('the event id is no UUID in lower case');
  const typeFault = nameFault('type', event.type);
  if (typeFault !== undefined) return fail(typeFault);
  const { schemaVersion } = event;
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > LARGEST_VERSION)
    return fail(`the schema version of ${event.type} is no number from 1 to ${LARGEST_VERSION}`);
  const effectiveAt = INSTANT.test(event.effectiveAt) ? Date.parse(event.effectiveAt) : Number.NaN;
  // The second half refuses 31 February, which Date would take for 3 March.
  if (Number.isNaN(effectiveAt) || new Date(effectiveAt).toISOString() !== event.effectiveAt)
    return fail(`effectiveAt of ${event.type} is no moment in UTC with milliseconds`);
  const texts = codec.encode(event);
  if (!texts.ok) return fail(`${event.type}: ${texts.error}`);
  return ok({
    id: event.id,
    type: event.type,
    schemaVersion,
    effectiveAt,
    data: Buffer.from(texts.value.dataText),
    metadata: Buffer.from(texts.value.metadataText),
  });
}

function nameFault(name: string, text: string): string | undefined {
  if (typeof text !== 'string' || text === '') return `${name} is empty`;
  const fault = textFaultOf(text);
  if (fault !== undefined) return name + fault;
  // Three bytes a character at most: the exact length is only counted where it matters.
  return text.length * 3 > LONGEST_NAME_BYTES && Buffer.byteLength(text) > LONGEST_NAME_BYTES
    ? `${name} is longer than ${LONGEST_NAME_BYTES} bytes`
    : undefined;
}

function expectedFault(expected: ExpectedRevision): string | undefined {
  if (typeof expected === 'string' || (Number.isInteger(expected) && expected >= 0 && expected < 2 ** 31))
    return undefined;
  return 'the expected revision is no number from 0';
}
