import type { ProcedureDocument } from './language/procedure.schema.js';
import type { RoleAtLevel } from './flow/role-at.js';
import { roleAtLevel } from './flow/role-at.js';
import { waysOut } from './flow/ways-out.js';

/** The units that stand for the levels of a dossier's way; a level outside the installation has none. */
export type UnitsByLevel = Readonly<Record<string, string>>;

/** The level that begins a dossier. */
export const firstLevel = ({ levels }: ProcedureDocument): string => levels[0]?.code ?? '';

/** The level to which a unit hands its dossier in: the first other one that the way comes to. */
export function firstLevelUp(procedure: ProcedureDocument): string | undefined {
  const first = firstLevel(procedure);
  const seen = new Set<string>();
  const toDo = [procedure.start];
  for (let name = toDo.shift(); name !== undefined; name = toDo.shift()) {
    const step = procedure.steps[name];
    if (!step || seen.has(name)) continue;
    seen.add(name);
    if (step.level !== first && step.kind !== 'end') return step.level;
    toDo.push(...waysOut(name, step).map(({ to }) => to));
    if (step.kind === 'fork') toDo.push(...Object.values(step.branches));
    if (step.kind === 'join') toDo.push(step.to);
  }
  return undefined;
}

/**
 * Who acts for a role at a level: the role itself in the unit of that level, or, where nobody of the level works here, who
 * writes down what it answers (người liên hệ). Such a person judges nothing, so four eyes do not ask about him.
 */
export function actingFor(
  procedure: ProcedureDocument,
  asked: RoleAtLevel,
  units: UnitsByLevel,
): RoleAtLevel & { readonly recording: boolean } {
  let now = asked;
  for (let hops = 0; hops < procedure.levels.length; hops++) {
    const level = procedure.levels.find(({ code }) => code === now.level);
    if (!level?.recordedBy || (!level.outside && units[now.level] !== undefined)) break;
    now = roleAtLevel(level.recordedBy, now.level);
  }
  return { ...now, recording: now !== asked };
}
