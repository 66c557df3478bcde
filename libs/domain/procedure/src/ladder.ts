import type { ProcedureDocument } from './language/procedure.schema.js';

/** The ladder of procedures that name none, and of days that an officer sets. */
export const DEFAULT_LADDER = 'default';

/** The name of the reminder ladder of a clock; a clock that the procedure does not know climbs the procedure's own. */
export const ladderOf = (procedure: ProcedureDocument, clock: string): string =>
  procedure.clocks[clock]?.ladder ?? procedure.ladder ?? DEFAULT_LADDER;
