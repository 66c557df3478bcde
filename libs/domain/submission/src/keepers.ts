import { type Decision, ok, refuse, type Role } from '#libs/domain/kernel';
import { inStage } from './stages.js';
import type { SubmissionContext } from './submission.context.js';
import type { SubmissionState } from './submission.state.js';

/** Who prepares a letter. Who may send it and receive it, the procedure of each dossier on it says. */
const keepers: readonly Role[] = ['officer', 'section_head', 'secretary', 'authority', 'clerk'];

/** The actor prepares letters of this body. Refuses `POSITION_NOT_ALLOWED` and `OTHER_UNIT`. */
export function checkKeeper(bodyId: string, { actor }: SubmissionContext): Decision<void> {
  if (!keepers.some((role) => actor.roles.includes(role))) {
    return refuse('POSITION_NOT_ALLOWED', { params: { roles: keepers } });
  }
  return actor.unitId === bodyId ? ok(undefined) : refuse('OTHER_UNIT');
}

/** The actor may change the draft: put dossiers on it, take them off, give it up. */
export function mayChange(state: SubmissionState, context: SubmissionContext): Decision<void> {
  const keeper = checkKeeper(state.bodyId, context);
  return keeper.ok ? inStage(state, 'drafted') : keeper;
}
