import { EventStoreUnavailable } from '../event-store.port.js';

/**
 * The client's errors by their `type`, since some have an empty message and a lost connection may come as a plain error
 * without any type. What time does not heal is listed; everything else is taken for a server that is away for a moment.
 */
const LASTING = new Set([
  'access-denied',
  'stream-deleted',
  'stream-tombstoned',
  'invalid-argument',
  'maximum-append-size-exceeded',
  'append-record-size-exceeded',
  'transaction-max-size-exceeded',
  'unsupported',
  'missing-required-metadata-property',
]);

const typeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : '';

export const isConflict = (error: unknown): boolean => typeOf(error) === 'wrong-expected-version';

export const isStreamNotFound = (error: unknown): boolean => typeOf(error) === 'stream-not-found';

export const isTooLarge = (error: unknown): boolean => typeOf(error).endsWith('size-exceeded');

/** A fault of ours or of the configuration: trying again changes nothing. */
export function isLasting(error: unknown): boolean {
  return LASTING.has(typeOf(error)) || error instanceof TypeError || error instanceof RangeError;
}

/** What can be said of an error of the client: never empty, and without what was sent. */
export function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return [typeOf(error), message].filter((part) => part !== '').join(': ') || 'no reason given';
}

/** No answer came in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(milliseconds: number) {
    super(`The server gave no answer within ${milliseconds} ms.`);
  }
}

/**
 * Waits for an answer, but no longer than promised: the client's batched appends have no limit of their own, and one whose
 * answer is lost would never return. What comes later is dropped.
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A read that failed, as the port says it; faults stay what they are. */
export const unreadable = (error: unknown): unknown =>
  isLasting(error) || error instanceof EventStoreUnavailable
    ? error
    : new EventStoreUnavailable(`KurrentDB cannot be read now: ${wordsOf(error)}`, { cause: error });
