import { binaryEvent, type EventData } from '@kurrent/kurrentdb-client';
import { v5 as uuidv5 } from 'uuid';
import type { Instant } from '#libs/domain/kernel';
import type { StoredEvent } from '../event-codec.js';
import type { Position } from '../event-store.port.js';
import type { PreparedAppend } from '../prepared-append.js';
import { positionAt, type ServerPosition } from './log-position.js';

/**
 * How a fact lies in KurrentDB. The data is the canonical text, as bytes: a proof is over bytes, and the client's JSON event
 * would parse and write it anew. The custom metadata is two lines: first what the envelope needs besides (JSON, all values
 * texts), then the canonical text of the metadata, again byte for byte. No canonical text holds a line break.
 *
 * The last event of an append also names the command, so that the stream itself is the memory of what was obeyed. A command
 * that succeeded without events leaves one record without a fact, of the type below: in the stream, so that one expected
 * revision guards facts and memory alike, and passed over by whoever reads facts. Revisions of facts are therefore not the
 * server's; each record says its own.
 */
export const COMMAND_WITHOUT_EVENTS = '~CommandWithoutEvents';

const FORMAT = 'vinhdanh/1';

/** The namespace of the ids under which the server knows our records. */
const RECORD_IDS = 'a4a2a1a7-52a9-5bd1-9a39-3a1c5f0f8d1e';

/** What a command did, as the stream remembers it. */
export interface RememberedCommand {
  readonly account: string;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly events: number;
  /** Position of the last event; of a command without events the head of the log at that moment. */
  readonly position: Position;
}

/** One record of a stream, as far as it is ours. */
export interface StoredRecord {
  /** Its number in the stream, by the server's count. */
  readonly serverRevision: bigint;
  /** Revision of the last fact up to here: that of this fact; -1 when there was none yet. */
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly command?: RememberedCommand;
  /** Nothing for a command without events. */
  readonly fact?: StoredEvent;
}

type Line = Readonly<Record<string, string>>;

/** What the records of one append have in common. */
export interface Writing {
  /** Revision of the first fact. */
  readonly firstRevision: number;
  readonly recordedAt: Instant;
  /** Told apart from every other attempt to obey the same command. */
  readonly attempt: string;
  /** The head of the log, for a command without events. */
  readonly head: Position;
}

/** The records that an append writes. */
export function recordsOf(append: PreparedAppend, writing: Writing): EventData[] {
  const { recordedAt, firstRevision } = writing;
  const command = { ...append.command, events: String(append.events.length) };
  if (append.events.length === 0) {
    const line = { recordedAt, revision: String(firstRevision - 1), ...command, position: writing.head };
    return [recordOf(idOf(append, writing, 0), COMMAND_WITHOUT_EVENTS, EMPTY_OBJECT, line, EMPTY_OBJECT)];
  }
  return append.events.map((event, index) => {
    const line = {
      id: event.id,
      schemaVersion: String(event.schemaVersion),
      effectiveAt: new Date(event.effectiveAt).toISOString(),
      recordedAt,
      revision: String(firstRevision + index),
      ...(index === append.events.length - 1 ? command : {}),
    };
    return recordOf(idOf(append, writing, index), event.type, event.data, line, event.metadata);
  });
}

const EMPTY_OBJECT = Buffer.from('{}');

function recordOf(id: string, type: string, data: Buffer, line: Line, metadata: Buffer): EventData {
  const firstLine = Buffer.from(`${JSON.stringify({ format: FORMAT, ...line })}\n`);
  // The client copies a Buffer of metadata into the bytes that it can send; as JSON it would be something else.
  return binaryEvent({ id, type, data, metadata: Buffer.concat([firstLine, metadata]) });
}

/**
 * The id under which the server knows a record (the fact's own stands in the line): derived from the command and from the
 * attempt to obey it. The server takes a second append of the same ids for the first one and says "done": right for a batch
 * that we send again because its answer was lost, and wrong between two processes that were given the same command, of which
 * one must learn that it was the second. Across attempts the expected revision decides, which no time limit weakens.
 */
const idOf = ({ stream, command }: PreparedAppend, { attempt }: Writing, index: number): string =>
  uuidv5(JSON.stringify([stream, command.account, command.commandId, attempt, index]), RECORD_IDS);

/** A record as the client hands it out. */
export interface ServerRecord {
  readonly streamId: string;
  readonly type: string;
  readonly revision: bigint;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: ServerPosition;
}

/** The other way round; nothing for what somebody else wrote. */
export function readRecord(record: ServerRecord): StoredRecord | undefined {
  if (!(ArrayBuffer.isView(record.metadata) && ArrayBuffer.isView(record.data))) return undefined;
  const metadata = textOf(record.metadata);
  const end = metadata.indexOf('\n');
  const line = end < 0 ? undefined : lineOf(metadata.slice(0, end));
  const { revision, recordedAt } = line ?? {};
  if (!line || revision === undefined || recordedAt === undefined) return undefined;
  if (!record.position)
    throw new Error('The server tells no positions within streams: EventStoreDB 23.10 or newer is needed.');
  const position = positionAt(record.position);
  const { account, commandId, fingerprint, events } = line;
  const command =
    account !== undefined && commandId !== undefined && fingerprint !== undefined && events !== undefined
      ? { account, commandId, fingerprint, events: Number(events), position: line['position'] ?? position }
      : undefined;
  const stored = {
    serverRevision: record.revision,
    revision: Number(revision),
    recordedAt,
    ...(command && { command }),
  };
  if (record.type === COMMAND_WITHOUT_EVENTS) return stored;
  const fact: StoredEvent = {
    id: line['id'] ?? '',
    type: record.type,
    schemaVersion: Number(line['schemaVersion']),
    effectiveAt: line['effectiveAt'] ?? '',
    stream: record.streamId,
    revision: stored.revision,
    position,
    recordedAt,
    dataText: textOf(record.data),
    metadataText: metadata.slice(end + 1),
  };
  return { ...stored, fact };
}

const textOf = (bytes: ArrayBufferView): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

function lineOf(text: string): Line | undefined {
  if (!text.startsWith(`{"format":"${FORMAT}"`)) return undefined;
  return JSON.parse(text) as Line;
}
