import { types, type CustomTypesConfig } from 'pg';

const INT8: number = types.builtins.INT8;
const TIMESTAMPTZ: number = types.builtins.TIMESTAMPTZ;
const DATE: number = types.builtins.DATE;

/**
 * How values of the database become values here, decided once for all of our connections. Kept per pool: the registry
 * inside `pg` is shared with every library of the process, and some of them expect the defaults.
 *
 * - `int8` → number; beyond 2^53 it throws, because a rounded position or count would be a silent lie.
 * - `timestamptz` → an `Instant` (ISO 8601, UTC, milliseconds); finer digits are cut off.
 * - `date` → its text, `2026-08-21`: a day is no moment, and a `Date` at local midnight is another day elsewhere.
 */
export const valueParsers: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === INT8) return parseInt8;
      if (oid === TIMESTAMPTZ) return parseInstant;
      if (oid === DATE) return asIs;
    }
    return types.getTypeParser(oid, format);
  }) as CustomTypesConfig['getTypeParser'],
};

const asIs = (text: string): string => text;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds ${text}, too large for an exact number.`);
  return value;
}

/** Sessions run in UTC with ISO dates (`connectionConfig`), so that the offset is always `+00`. */
const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

function parseInstant(text: string): string {
  const parts = INSTANT.exec(text);
  if (!parts) throw new RangeError(`The database holds ${text}, which is no moment between the years 1000 and 9999.`);
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
}
