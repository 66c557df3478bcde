import type { Act } from './act.js';
import type { ProcedureDocument } from './language/procedure.schema.js';
import { isActing } from './flow/ways-out.js';

/**
 * Cấp gắn phiên bản (R1): the level whose receipt binds a dossier for good where the procedure says `pinAt: deciding_level`. It is the one at which
 * the award is approved, or, where that receives nothing of its own, as the President does, the highest below it that does. `undefined`
 * where nothing is received up to there.
 */
export function bindingLevel(procedure: ProcedureDocument): string | undefined {
  const { levels } = procedure;
  const deciding = Math.max(...ranksOf('approve', procedure));
  const receiving = ranksOf('receive', procedure).filter((rank) => rank <= deciding);
  return receiving.length === 0 ? undefined : levels[Math.max(...receiving)]?.code;
}

/** Whether the receipt at a level binds for good: the first one does, unless the procedure leaves it to the level that decides. */
export function bindsForGood(procedure: ProcedureDocument, level: string | undefined): boolean {
  const binding = procedure.transition?.pinAt === 'deciding_level' ? bindingLevel(procedure) : undefined;
  return binding === undefined || level === undefined || rankOf(level, procedure) >= rankOf(binding, procedure);
}

const rankOf = (level: string, { levels }: ProcedureDocument): number => levels.findIndex(({ code }) => code === level);

/** The levels at which an act is done, by their places in the order of the file. */
const ranksOf = (act: Act, procedure: ProcedureDocument): readonly number[] =>
  Object.values(procedure.steps).flatMap((step) =>
    isActing(step) && step.acts[act] !== undefined ? [rankOf(step.level, procedure)] : [],
  );
