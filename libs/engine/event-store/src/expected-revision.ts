import type { ExpectedRevision, StreamRevision } from './event-store.port.js';

/** Whether a stream that ends at `actual` is what the writer believes it to be. */
export function isAsExpected(expected: ExpectedRevision, actual: StreamRevision): boolean {
  return expected === 'any' || expected === actual || (expected === 'exists' && actual !== 'noStream');
}
