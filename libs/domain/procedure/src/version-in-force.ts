import { type Decision, type LocalDate, ok, refuse } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import type { Procedure } from './language/procedure.schema.js';

/** What a receipt has to be told about the version it binds to. */
export type ProcedureWarning = 'CONFIDENCE_UNKNOWN' | 'EXPIRES_SOON';

/**
 * The version in force on a day (R1, R3): from its first day until the day before its last. Refuses with
 * `NO_PROCEDURE_IN_FORCE` when none is: an expired rule takes no new dossiers until a successor is loaded.
 */
export function versionInForce(
  code: string,
  versions: readonly Procedure[],
  date: LocalDate,
): Decision<{ procedure: Procedure; warnings: readonly ProcedureWarning[] }> {
  const ofCode = versions.filter((version) => version.code === code);
  const procedure = ofCode.find(
    ({ effective }) => effective.from <= date && (effective.until === null || date < effective.until),
  );
  if (!procedure) return refuse('NO_PROCEDURE_IN_FORCE', { rule: 'R3', params: { procedure: code, date } });
  const warnings: ProcedureWarning[] = [];
  if (procedure.carriedOver || procedure.openQuestions) warnings.push('CONFIDENCE_UNKNOWN');
  const { until, warnDaysBefore } = procedure.effective;
  if (until !== null && !ofCode.some((other) => other.effective.from === until)) {
    const warnFrom = Temporal.PlainDate.from(until).subtract({ days: warnDaysBefore }).toString();
    if (date >= warnFrom) warnings.push('EXPIRES_SOON');
  }
  return ok({ procedure, warnings });
}
