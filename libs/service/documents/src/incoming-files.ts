import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { storeWork } from './document-store.port.js';
import { HEAD_BYTES, allowedTypes, headOf, mediaTypeOf } from './media-type.js';
import { removeLeftovers } from './leftovers.js';
import type { StagedFile } from './staged-file.js';

const MEGABYTE = 1_048_576;

/** The largest file that is taken in, in bytes. */
export const DOCUMENT_LIMIT_BYTES = 50 * MEGABYTE;

/** What a file over the limit is answered, before or while it is sent. */
export const tooLarge = (limit: number) =>
  refuse('DOCUMENT_TOO_LARGE', { params: { limit: `${Math.floor(limit / MEGABYTE)} MB` } });

/**
 * The room where files come in: counted, hashed and looked at on the way, never in memory. A file leaves it for a store or
 * is removed; what a process that was killed left behind is removed when the room is opened again.
 */
export class IncomingFiles {
  private constructor(
    private readonly folder: string,
    private readonly limit: number,
  ) {}

  static open(folder: string, limit = DOCUMENT_LIMIT_BYTES): Promise<IncomingFiles> {
    return storeWork('open the room of incoming files', async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await removeLeftovers(folder);
      return new IncomingFiles(folder, limit);
    });
  }

  /**
   * Takes a stream to its end. Refuses `DOCUMENT_TOO_LARGE` and `DOCUMENT_TYPE_NOT_ALLOWED` as soon as that is certain,
   * `DOCUMENT_EMPTY`, and `DOCUMENT_INCOMPLETE` when the sender breaks off; nothing is left behind then.
   */
  async receive(source: AsyncIterable<Uint8Array>): Promise<Decision<StagedFile>> {
    try {
      return await storeWork('take a file in', () => this.stage(source));
    } catch (error) {
      const broken = error instanceof Error && error.cause instanceof SenderBrokeOff;
      if (broken) return refuse('DOCUMENT_INCOMPLETE');
      throw error;
    }
  }

  private async stage(source: AsyncIterable<Uint8Array>): Promise<Decision<StagedFile>> {
    const path = join(this.folder, `${hostname()}.${process.pid}.${randomUUID()}.part`);
    const file = await open(path, 'wx+', 0o600);
    const discard = () => rm(path, { force: true });
    let staged: Decision<StagedFile> | undefined;
    try {
      const written = await this.write(file, source);
      staged = written.ok ? ok({ ...written.value, path, discard }) : written;
      return staged;
    } finally {
      await file.close();
      if (!staged?.ok) await discard();
    }
  }

  private async write(file: FileHandle, source: AsyncIterable<Uint8Array>) {
    const hash = createHash('sha256');
    let size = 0;
    let head = Buffer.alloc(0);
    for await (const chunk of untilItBreaks(source)) {
      size += chunk.length;
      if (size > this.limit) return tooLarge(this.limit);
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
        if (head.length >= HEAD_BYTES && headOf(head) === undefined) return wrongType();
      }
      hash.update(chunk);
      await file.appendFile(chunk);
    }
    if (size === 0) return refuse('DOCUMENT_EMPTY');
    const mediaType = await mediaTypeOf(file, size);
    if (mediaType === undefined) return wrongType();
    await file.sync();
    return ok({ sha256: hash.digest('hex'), size, mediaType });
  }
}

const wrongType = () => refuse('DOCUMENT_TYPE_NOT_ALLOWED', { params: { allowed: allowedTypes } });

/** Not our disk failed but the other side of the wire. */
class SenderBrokeOff extends Error {}

async function* untilItBreaks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (cause) {
    throw new SenderBrokeOff('The sender broke off.', { cause });
  }
}
