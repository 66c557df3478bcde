/** A record as the server keeps it. */
export interface LogRecord {
  readonly id: string;
  readonly stream: string;
  /** 0, 1, 2… in the stream. */
  readonly revision: number;
  /** A byte offset in the file: grows, with gaps, like the real one's. Commit and prepare are the same (`README.md`, 9). */
  readonly position: bigint;
  readonly type: string;
  readonly contentType: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly created: number;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** A record somebody wants to write. */
export type ProposedRecord = Pick<LogRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type Expected = number | 'any' | 'exists' | 'noStream';

export type WriteOutcome =
  | { readonly kind: 'written'; readonly lastRevision: number; readonly position: bigint }
  | { readonly kind: 'wrongRevision'; readonly current: number | 'noStream' };
