import { type Actor, type Decision, type Role, ok, refuse } from '#libs/domain/kernel';
import {
  type Act,
  actingFor,
  firstLevel,
  type ProcedureDocument,
  type RoleAtLevel,
  type UnitsByLevel,
} from '#libs/domain/procedure';
import type { DossierState } from '../dossier.state.js';
import { groundOf } from './ground.js';

type Units = Pick<DossierState, 'submittingUnitId' | 'bodyId'>;

/**
 * Whether a position may act: one of the roles (`POSITION_NOT_ALLOWED`), in the unit that the role belongs to (`OTHER_UNIT`).
 * Submitters act for their own unit, all others in the body at which the dossier lies; the system has no unit.
 */
export function checkPosition(
  roles: readonly Role[],
  actor: Actor,
  procedure: ProcedureDocument,
  units: Units,
): Decision<void> {
  const held = roles.filter((role) => actor.roles.includes(role));
  if (held.length === 0) return refuse('POSITION_NOT_ALLOWED', { ...groundOf(procedure), params: { roles } });
  return held.some((role) => unitOf(role, actor, units) === actor.unitId)
    ? ok(undefined)
    : refuse('OTHER_UNIT', groundOf(procedure));
}

function unitOf(role: Role, actor: Actor, { submittingUnitId, bodyId }: Units): string {
  if (role === 'system') return actor.unitId;
  return role === 'submitter' ? submittingUnitId : bodyId;
}

/** Whether a position may act for roles at levels of the administration, and whether it only writes down what others did. */
export function checkPositionAt(
  asked: readonly RoleAtLevel[],
  actor: Actor,
  procedure: ProcedureDocument,
  state: Pick<DossierState, 'submittingUnitId' | 'bodyId' | 'units'>,
): Decision<{ readonly recording: boolean }> {
  const acting = asked.map((each) => actingFor(procedure, each, unitsOf(procedure, state)));
  const held = acting.filter(({ role }) => actor.roles.includes(role));
  if (held.length === 0) {
    const roles = [...new Set(acting.map(({ role }) => role))];
    return refuse('POSITION_NOT_ALLOWED', { ...groundOf(procedure), params: { roles } });
  }
  const here = held.filter((each) => unitAt(each, actor, procedure, state) === actor.unitId);
  if (here.length === 0) return refuse('OTHER_UNIT', groundOf(procedure));
  return ok({ recording: here.every(({ recording }) => recording) });
}

/** Which unit stands for which level: what the facts say, and the submitting unit for the first. */
const unitsOf = (
  procedure: ProcedureDocument,
  { submittingUnitId, units }: Pick<DossierState, 'submittingUnitId' | 'units'>,
): UnitsByLevel => ({ ...units, [firstLevel(procedure)]: submittingUnitId });

/** A level of which no unit is known is that of the body before which the dossier lies. */
function unitAt(
  { role, level }: RoleAtLevel,
  actor: Pick<Actor, 'unitId'>,
  procedure: ProcedureDocument,
  state: Pick<DossierState, 'submittingUnitId' | 'bodyId' | 'units'>,
): string {
  if (role === 'system') return actor.unitId;
  if (role !== 'submitter' && level === firstLevel(procedure) && procedure.levels.length > 1) return state.bodyId;
  return unitsOf(procedure, state)[level] ?? state.bodyId;
}

/** A position that may act: the role, at which level and in which unit, and whether it only writes down what others did. */
export interface ActingPosition extends RoleAtLevel {
  readonly unitId: string;
  readonly recording: boolean;
}

/** The positions that may act for roles at levels, each once, in the units that stand for them on this dossier's way. */
export function positionsFor(
  asked: readonly RoleAtLevel[],
  procedure: ProcedureDocument,
  state: Pick<DossierState, 'submittingUnitId' | 'bodyId' | 'units'>,
): readonly ActingPosition[] {
  const positions = asked.map((each): ActingPosition => {
    const acting = actingFor(procedure, each, unitsOf(procedure, state));
    const unitId = unitAt(acting, { unitId: '' }, procedure, state);
    return { role: acting.role, level: acting.level, unitId, recording: acting.recording };
  });
  return positions.filter(
    ({ role, unitId }, index) => positions.findIndex((one) => one.role === role && one.unitId === unitId) === index,
  );
}

/** The body before which a dossier lies at a level: the unit of that level, or of who writes down what it answers. */
export function bodyAt(
  level: string,
  procedure: ProcedureDocument,
  state: Pick<DossierState, 'submittingUnitId' | 'bodyId' | 'units'>,
): string {
  if (level === firstLevel(procedure)) return state.bodyId;
  const { level: lies } = actingFor(procedure, { role: 'officer', level }, unitsOf(procedure, state));
  return unitsOf(procedure, state)[lies] ?? state.bodyId;
}

/** Refuses `FOUR_EYES` (R42) to who did one of these acts on the dossier, in person or through a delegate. */
export function checkFourEyes(notSameAs: readonly Act[], actor: Actor, actors: DossierState['actors']): Decision<void> {
  const people = [actor.id, actor.onBehalfOf];
  const act = notSameAs.find((done) => actors[done]?.some((id) => people.includes(id)));
  return act === undefined ? ok(undefined) : refuse('FOUR_EYES', { rule: 'R42', params: { act } });
}
