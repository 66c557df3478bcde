import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import {
  DocumentStore,
  DocumentStoreUnavailable,
  type ListedFile,
  type StoredFile,
  storeWork,
} from '../document-store.port.js';
import type { StagedFile } from '../staged-file.js';
import { DocumentDamaged, verified } from '../verified.js';
import { type S3Address, s3AddressOf } from './s3-address.js';

const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 60_000;

/** The client writes to the console what it also throws. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * Files in a bucket of an S3-compatible server, each under its hash. An object appears whole or not at all; it is read back
 * after every put, because servers exist that acknowledge other bytes than were sent.
 */
export class S3DocumentStore extends DocumentStore {
  private readonly client: S3Client;

  constructor(private readonly address: S3Address) {
    super();
    const { endpoint, region, accessKeyId, secretAccessKey } = address;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: true,
      // The client's own checksums travel in a framing that servers without it store as if it were the file.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      logger: silent,
      requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, requestTimeout: ANSWER_WITHIN_MS },
    });
  }

  /** @param url as in `S3_URL`. */
  static at(url: string): S3DocumentStore {
    return new S3DocumentStore(s3AddressOf(url));
  }

  override put(file: StagedFile): Promise<void> {
    return storeWork('keep a file', async () => {
      await this.client.send(
        new PutObjectCommand({
          ...this.objectOf(file.sha256),
          Body: createReadStream(file.path),
          ContentLength: file.size,
          ContentType: file.mediaType,
        }),
      );
      await this.readBack(file.sha256);
      await file.discard();
    });
  }

  override open(sha256: string): Promise<StoredFile | undefined> {
    return storeWork('open a file', async () => {
      const found = await unlessMissing(this.client.send(new GetObjectCommand(this.objectOf(sha256))));
      if (!(found?.Body instanceof Readable)) return undefined;
      return { size: found.ContentLength ?? 0, stream: found.Body };
    });
  }

  override has(sha256: string): Promise<boolean> {
    return storeWork('look for a file', async () => {
      const found = await unlessMissing(this.client.send(new HeadObjectCommand(this.objectOf(sha256))));
      return found !== undefined;
    });
  }

  override async *list(): AsyncIterable<ListedFile> {
    const { bucket, prefix } = this.address;
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket: bucket, Prefix: prefix });
    try {
      for await (const { Contents: objects = [] } of pages)
        for (const { Key: key = '', LastModified: putAt } of objects) {
          const sha256 = /^[0-9a-f]{64}$/.exec(key.slice(prefix.length))?.[0];
          if (sha256 && putAt) yield { sha256, putAt };
        }
    } catch (cause) {
      throw new DocumentStoreUnavailable('The document store failed to list its files.', { cause });
    }
  }

  override remove(sha256: string): Promise<void> {
    return storeWork('remove a file', async () => {
      await this.client.send(new DeleteObjectCommand(this.objectOf(sha256)));
    });
  }

  override async close(): Promise<void> {
    this.client.destroy();
  }

  private async readBack(sha256: string): Promise<void> {
    const kept = await this.open(sha256);
    if (!kept) throw new DocumentStoreUnavailable('The document store acknowledged a file that it does not have.');
    try {
      for await (const _ of verified(kept.stream, sha256));
    } catch (error) {
      // Under this name nothing else may ever lie.
      if (error instanceof DocumentDamaged) await this.remove(sha256);
      throw error;
    }
  }

  private objectOf(sha256: string): { Bucket: string; Key: string } {
    return { Bucket: this.address.bucket, Key: `${this.address.prefix}${sha256}` };
  }
}

/** A missing object is an answer; a missing bucket is not: then nothing could be kept either. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const missing = error instanceof S3ServiceException && (error.name === 'NoSuchKey' || error.name === 'NotFound');
    if (missing) return undefined;
    throw error;
  }
}
