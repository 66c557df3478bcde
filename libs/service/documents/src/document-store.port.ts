import type { Readable } from 'node:stream';
import type { StagedFile } from './staged-file.js';

/** A file of the store, ready to be read. */
export interface StoredFile {
  /** Bytes. */
  readonly size: number;
  /** Destroy it if it is not read to its end. */
  readonly stream: Readable;
}

/**
 * Where files lie, each under the SHA-256 of its bytes: the same file put twice is there once, and nothing is ever changed.
 * The store knows no dossiers and no people: who may read what is asked before it.
 *
 * Adapters: a folder of this machine, an S3-compatible server. Whatever fails throws `DocumentStoreUnavailable`.
 */
export abstract class DocumentStore {
  /**
   * Keeps a file that has come in whole. When it resolves the file survives a crash of the machine (folder) or is
   * acknowledged and read back by the server (S3); a crash before leaves either the whole file or nothing.
   * Takes the staged file over: it is gone afterwards.
   */
  abstract put(file: StagedFile): Promise<void>;

  /** `undefined`: not there. What comes out is checked by nobody here: read it through `verified`. */
  abstract open(sha256: string): Promise<StoredFile | undefined>;

  abstract has(sha256: string): Promise<boolean>;

  /** Every file that is there, in no order. */
  abstract list(): AsyncIterable<ListedFile>;

  /** Removes a file; one that is not there is removed already. */
  abstract remove(sha256: string): Promise<void>;

  /** Lets connections go. */
  abstract close(): Promise<void>;
}

export interface ListedFile {
  readonly sha256: string;
  /** When it was last put, by the clock of the store. */
  readonly putAt: Date;
}

/** The store cannot be reached, or its disk is full. Nothing was kept; sent again later, it may be. */
export class DocumentStoreUnavailable extends Error {
  override readonly name = 'DocumentStoreUnavailable';
}

/** Runs a piece of a store's work; whatever it throws becomes the one error that the port promises. */
export async function storeWork<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DocumentStoreUnavailable) throw cause;
    throw new DocumentStoreUnavailable(`The document store failed to ${what}.`, { cause });
  }
}
