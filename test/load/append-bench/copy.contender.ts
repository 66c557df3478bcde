import { hash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { emptyLog, makeDatabase, type Contender } from './contender.js';
import { anAppend, newStream, type Cell, type Timing } from './load.js';

const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);
const SERVER_EPOCH_MS = 946_684_800_000;
const ROWS_AT_ONCE = 200;

const EVENT_COLUMNS = 'position, recorded_at, effective_at, id, revision, schema_version, stream, type, data, metadata';
const COMMAND_COLUMNS =
  'account, command_id, fingerprint, stream, first_revision, last_revision, last_position, recorded_at';

/**
 * The limit: COPY of the same rows into the same two tables, in binary, one statement for each table. It checks nothing,
 * answers nothing, and nobody could wait for a single append.
 */
export async function copyContender(urlFor: (name: string) => string): Promise<Contender> {
  const admin = await makeDatabase(urlFor, 'bench_copy');
  const client = new Client({ connectionString: urlFor('bench_copy') });
  await client.connect();

  async function copy(table: string, columns: string, rows: Iterable<Buffer>): Promise<void> {
    const sink = client.query(copyFrom(`copy ${table} (${columns}) from stdin with (format binary)`));
    await pipeline(Readable.from(chunks(rows)), sink);
  }

  return {
    name: 'copy',
    async run(cell: Cell, timing: Timing) {
      await emptyLog(admin);
      const began = performance.now();
      const commands: Buffer[] = [];
      let events = 0;
      function* eventRows(): Generator<Buffer> {
        let [stream, length] = [newStream(), 0];
        while (performance.now() - began < timing.measureMs) {
          for (const event of anAppend(cell.eventsPerAppend))
            yield row(
              int8(++events),
              instant(Date.now()),
              instant(Date.parse(event.effectiveAt)),
              Buffer.from(event.id.replaceAll('-', ''), 'hex'),
              int4(length++),
              int4(event.schemaVersion),
              Buffer.from(stream),
              Buffer.from(event.type),
              Buffer.from(JSON.stringify(event.data)),
              Buffer.from(JSON.stringify(event.metadata)),
            );
          commands.push(commandRow(stream, length - cell.eventsPerAppend, length - 1, events));
          if (length >= 20) [stream, length] = [newStream(), 0];
        }
      }
      await copy('es.events', EVENT_COLUMNS, eventRows());
      await copy('es.commands', COMMAND_COLUMNS, commands);
      const tookMs = performance.now() - began;
      const eventsPerSecond = events / (tookMs / 1_000);
      const appendsPerSecond = eventsPerSecond / cell.eventsPerAppend;
      return { system: 'copy', ...cell, appendsPerSecond, eventsPerSecond, p50Ms: tookMs, p99Ms: tookMs };
    },
    async close() {
      await client.end();
      await admin.close();
    },
  };
}

function commandRow(stream: string, first: number, last: number, position: number): Buffer {
  const commandId = randomUUID();
  return row(
    Buffer.from('so-noi-vu'),
    Buffer.from(commandId),
    Buffer.from(hash('sha256', commandId)),
    Buffer.from(stream),
    int4(first),
    int4(last),
    int8(position),
    instant(Date.now()),
  );
}

function* chunks(rows: Iterable<Buffer>): Generator<Buffer> {
  let waiting: Buffer[] = [SIGNATURE];
  for (const buffer of rows) {
    waiting.push(buffer);
    if (waiting.length < ROWS_AT_ONCE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
  }
  yield Buffer.concat([...waiting, TRAILER]);
}

function row(...fields: readonly Buffer[]): Buffer {
  const count = Buffer.allocUnsafe(2);
  count.writeInt16BE(fields.length);
  const parts: Buffer[] = [count];
  for (const field of fields) parts.push(int4(field.length), field);
  return Buffer.concat(parts);
}

function int4(value: number): Buffer {
  const buffer = Buffer.allocUnsafe(4);
  buffer.writeInt32BE(value);
  return buffer;
}

function int8(value: number): Buffer {
  const buffer = Buffer.allocUnsafe(8);
  buffer.writeBigInt64BE(BigInt(value));
  return buffer;
}

const instant = (milliseconds: number): Buffer => int8((milliseconds - SERVER_EPOCH_MS) * 1_000);
