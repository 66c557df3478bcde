import { type Act, actsOfTheSystem } from '../act.js';
import { actRule } from '../act-rule.js';
import type { RoleAtLevel } from '../flow/role-at.js';
import { roleAtLevel } from '../flow/role-at.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/** Who in this installation does an act: somebody, nobody, or a system that never does it by itself. */
export type Doer = 'somebody' | 'idle_system' | 'nobody';

export function doerOf(procedure: ProcedureDocument, act: Act, asked: readonly RoleAtLevel[]): Doer {
  // Whoever else may do it, the system does it because of a fact of another stream.
  if (actsOfTheSystem.has(act)) return 'somebody';
  const here = asked.flatMap((role) => insideRole(procedure, role) ?? []);
  if (here.some(({ role }) => role !== 'system')) return 'somebody';
  return here.length > 0 ? 'idle_system' : 'nobody';
}

/** Whether somebody in this installation can do an act at a step. */
export function canBeDone(procedure: ProcedureDocument, name: string, act: Act): boolean {
  const rule = actRule(procedure, name, act);
  return rule !== undefined && doerOf(procedure, act, rule.actors) === 'somebody';
}

/** A role that is held by somebody here, or whoever here writes down what its level answers (người liên hệ). */
function insideRole(
  procedure: ProcedureDocument,
  asked: RoleAtLevel,
  seen: readonly string[] = [],
): RoleAtLevel | undefined {
  const level = procedure.levels.find(({ code }) => code === asked.level);
  if (!level || seen.includes(level.code)) return undefined;
  if (!level.outside) return asked;
  if (level.recordedBy === undefined) return undefined;
  return insideRole(procedure, roleAtLevel(level.recordedBy, level.code), [...seen, level.code]);
}
