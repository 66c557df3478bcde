import { type Decision, type LocalDate, type Result, type Role, fail, ok, refuse } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';
import type { Act } from './act.js';
import { isCouncilStep } from './council-step.js';
import { type Procedure, type ProcedureDocument, procedureSchema } from './procedure.schema.js';

/** A fault in a procedure file, with the path at which it stands: `steps.intake.acts.receive.to`. */
export interface ProcedureFault {
  readonly path: string;
  readonly message: string;
}

/**
 * Reads a procedure: its shape, that every step it names exists, and that votes are held at council steps. The ladders it names
 * are files of their own.
 */
export function parseProcedure(document: unknown): Result<ProcedureDocument, readonly ProcedureFault[]> {
  const parsed = procedureSchema.safeParse(document);
  if (!parsed.success) {
    return fail(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
  }
  const faults = danglingNames(parsed.data);
  return faults.length > 0 ? fail(faults) : ok(parsed.data);
}

function danglingNames(procedure: ProcedureDocument): ProcedureFault[] {
  const faults: ProcedureFault[] = [];
  const stepExists = (name: string | undefined, path: string) => {
    if (name !== undefined && !procedure.steps[name]) faults.push({ path, message: `there is no step ${name}` });
  };
  stepExists(procedure.start, 'start');
  for (const [name, step] of Object.entries(procedure.steps)) {
    if ((step.kind === 'vote') !== isCouncilStep(name)) {
      faults.push({
        path: `steps.${name}.kind`,
        message: 'a step is a vote if it is named council, and else it is none',
      });
    }
    for (const [act, way] of Object.entries(step.acts)) {
      stepExists(way.to, `steps.${name}.acts.${act}.to`);
      for (const [outcome, to] of Object.entries(way.outcomes ?? {})) {
        stepExists(to, `steps.${name}.acts.${act}.outcomes.${outcome}`);
      }
    }
  }
  for (const [act, side] of Object.entries(procedure.sideActs)) {
    stepExists(side.to, `sideActs.${act}.to`);
    side.at.forEach((step, index) => stepExists(step, `sideActs.${act}.at.${index}`));
  }
  return faults;
}

/** The ladder of procedures that name none, and of days that an officer sets. */
export const DEFAULT_LADDER = 'default';

/** The name of the reminder ladder of a clock; a clock that the procedure does not know climbs the procedure's own. */
export const ladderOf = (procedure: ProcedureDocument, clock: string): string =>
  procedure.clocks[clock]?.ladder ?? procedure.ladder ?? DEFAULT_LADDER;

/** How an act stands at a step: who may do it, who may not, and where it leads. */
export interface ActRule {
  readonly roles: readonly Role[];
  readonly notSameAs: readonly Act[];
  readonly to?: string;
  readonly outcomes?: Readonly<Record<string, string>>;
}

/** Whether an act is possible at a step, and how; `undefined` when the procedure does not know it there. */
export function actRule(procedure: ProcedureDocument, stepName: string, act: Act): ActRule | undefined {
  const step = procedure.steps[stepName];
  const way = step?.acts[act];
  if (step && way) {
    return {
      roles: way.roles ?? step.roles,
      notSameAs: way.notSameAs ?? [],
      ...(way.to ? { to: way.to } : {}),
      ...(way.outcomes ? { outcomes: way.outcomes } : {}),
    };
  }
  const side = procedure.sideActs[act];
  if (!side?.at.includes(stepName)) return undefined;
  return { roles: side.roles, notSameAs: side.notSameAs ?? [], ...(side.to ? { to: side.to } : {}) };
}

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
  if (procedure.carriedOver) warnings.push('CONFIDENCE_UNKNOWN');
  const { until, warnDaysBefore } = procedure.effective;
  if (until !== null && !ofCode.some((other) => other.effective.from === until)) {
    const warnFrom = Temporal.PlainDate.from(until).subtract({ days: warnDaysBefore }).toString();
    if (date >= warnFrom) warnings.push('EXPIRES_SOON');
  }
  return ok({ procedure, warnings });
}
