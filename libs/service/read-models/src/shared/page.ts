import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { z } from 'zod';

/** One page of a list, and how to get the next. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Opaque; hand it back as `cursor`. Null on the last page. */
  readonly next: string | null;
}

export interface PageRequest {
  /** From the page before; absent for the first page. */
  readonly cursor?: string;
  /** 1 to 200, default 50. */
  readonly limit?: number;
}

export const MAX_PAGE = 200;
const DEFAULT_PAGE = 50;

/** Where a page begins: behind the row with these sort values. */
export interface PageStart<Values> {
  readonly after: Values | undefined;
  readonly limit: number;
}

/** Reads what a client asks for; refuses with `MALFORMED_REQUEST`. A cursor holds the sort values of a row, nothing else. */
export function readPageRequest<Values>(
  { cursor, limit = DEFAULT_PAGE }: PageRequest,
  schema: z.ZodType<Values>,
): Decision<PageStart<Values>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    return refuse('MALFORMED_REQUEST', { params: { issues: `limit: 1–${MAX_PAGE}` } });
  if (cursor === undefined) return ok({ after: undefined, limit });
  const after = schema.safeParse(parseCursor(cursor));
  return after.success
    ? ok({ after: after.data, limit })
    : refuse('MALFORMED_REQUEST', { params: { issues: 'cursor' } });
}

/** Makes a page of the rows of a query that asked for one row more than the limit. */
export function toPage<Item>(
  rows: readonly Item[],
  limit: number,
  sortValues: (item: Item) => readonly (string | number | null)[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? toCursor(sortValues(last)) : null };
}

/** The one way in which this system writes where a list was left. */
export const toCursor = (sortValues: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(sortValues)).toString('base64url');

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** A moment inside a cursor. */
export const cursorInstant = z.iso.datetime({ precision: 3 });
/** An id inside a cursor. */
export const cursorText = z.string().max(200);
