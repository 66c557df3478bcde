import type { LocalDate } from '#libs/domain/kernel';
import type { Procedure } from './language/procedure.schema.js';
import { versionInForce } from './version-in-force.js';

/** A version that ends soon, with nothing to follow it. */
export interface EndingVersion {
  readonly code: string;
  readonly version: string;
  /** The first day on which no dossier can be received. */
  readonly until: LocalDate;
}

/**
 * The versions whose end has come as near as they themselves say it should be told, and that no other version follows (R3): what a
 * receipt on that day would warn of.
 */
export function endsSoon(versions: readonly Procedure[], today: LocalDate): readonly EndingVersion[] {
  const codes = [...new Set(versions.map(({ code }) => code))];
  return codes.flatMap((code): EndingVersion[] => {
    const now = versionInForce(code, versions, today);
    if (!now.ok || !now.value.warnings.includes('EXPIRES_SOON')) return [];
    const { version, effective } = now.value.procedure;
    return effective.until === null ? [] : [{ code, version, until: effective.until }];
  });
}
