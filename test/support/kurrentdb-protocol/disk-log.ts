import { createHash } from 'node:crypto';
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogRecord } from './record.js';

/** One append on disk: a line with its digest, whole or not there. */
interface Line {
  readonly at: string;
  readonly stream: string;
  readonly revision: number;
  readonly created: number;
  readonly records: readonly { id: string; type: string; contentType: string; data: string; metadata: string }[];
}

/**
 * The file behind the test server: one line per append, synced before anybody is told. What a SIGKILL left half written at
 * the end has no valid digest, was acknowledged to nobody, and is cut off when the file is opened again.
 */
export class DiskLog {
  private constructor(
    private readonly file: FileHandle,
    private size: number,
    /** What was there when it was opened. */
    readonly found: readonly LogRecord[],
  ) {}

  static async open(folder: string): Promise<DiskLog> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, 'log');
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    const found: LogRecord[] = [];
    let size = 0;
    for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', size)) {
      const line = parse(bytes.subarray(size, end).toString());
      if (!line) break;
      found.push(...recordsOf(line, size));
      size = end + 1;
    }
    const file = await open(path, 'a+');
    await file.truncate(size);
    return new DiskLog(file, size, found);
  }

  /** Where the next append would stand. */
  get end(): bigint {
    return BigInt(this.size);
  }

  /** The line of an append, to be written at `end`. */
  encode(records: readonly LogRecord[]): Buffer {
    const [first] = records;
    const line: Line = {
      at: String(first?.position),
      stream: first?.stream ?? '',
      revision: first?.revision ?? 0,
      created: first?.created ?? 0,
      records: records.map(({ id, type, contentType, data, metadata }) => ({
        id,
        type,
        contentType,
        data: data.toString('base64'),
        metadata: metadata.toString('base64'),
      })),
    };
    const text = JSON.stringify(line);
    const bytes = Buffer.from(`${digestOf(text)} ${text}\n`);
    this.size += bytes.length;
    return bytes;
  }

  /** Writes and syncs: after this it outlives the machine's power. */
  async append(lines: readonly Buffer[]): Promise<void> {
    await this.file.appendFile(Buffer.concat(lines));
    await this.file.datasync();
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

function parse(text: string): Line | undefined {
  const [digest, rest] = [text.slice(0, 16), text.slice(17)];
  return digestOf(rest) === digest ? (JSON.parse(rest) as Line) : undefined;
}

const recordsOf = ({ stream, revision, created, records }: Line, offset: number): LogRecord[] =>
  records.map(({ id, type, contentType, data, metadata }, index) => ({
    id,
    stream,
    revision: revision + index,
    position: BigInt(offset + index),
    type,
    contentType,
    created,
    data: Buffer.from(data, 'base64'),
    metadata: Buffer.from(metadata, 'base64'),
  }));
