import { type Actor, type Decision, type Role, ok, refuse } from '#libs/domain/kernel';
import type { Act } from '#libs/domain/procedure';
import type { DossierState } from '../dossier.state.js';

type Units = Pick<DossierState, 'submittingUnitId' | 'bodyId'>;

/**
 * Whether a position may act: one of the roles (`POSITION_NOT_ALLOWED`), in the unit that the role belongs to (`OTHER_UNIT`).
 * Submitters act for their own unit, all others in the body at which the dossier lies; the system has no unit.
 */
export function checkPosition(roles: readonly Role[], actor: Actor, units: Units): Decision<void> {
  const held = roles.filter((role) => actor.roles.includes(role));
  if (held.length === 0) return refuse('POSITION_NOT_ALLOWED', { params: { roles } });
  return held.some((role) => unitOf(role, actor, units) === actor.unitId) ? ok(undefined) : refuse('OTHER_UNIT');
}

function unitOf(role: Role, actor: Actor, { submittingUnitId, bodyId }: Units): string {
  if (role === 'system') return actor.unitId;
  return role === 'submitter' ? submittingUnitId : bodyId;
}

/** Refuses `FOUR_EYES` (R42) to who did one of these acts on the dossier, in person or through a delegate. */
export function checkFourEyes(notSameAs: readonly Act[], actor: Actor, actors: DossierState['actors']): Decision<void> {
  const people = [actor.id, actor.onBehalfOf];
  const act = notSameAs.find((done) => actors[done]?.some((id) => people.includes(id)));
  return act === undefined ? ok(undefined) : refuse('FOUR_EYES', { rule: 'R42', params: { act } });
}
