import type { MediaType } from './media-type.js';

/** A file that has come in whole and is on the disk, but that nobody can reach yet. */
export interface StagedFile {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: MediaType;
  readonly path: string;
  /** Removes it, unless a store has taken it over. Idempotent. */
  discard(): Promise<void>;
}
