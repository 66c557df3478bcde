import type { Actor, Role } from '#libs/domain/kernel';

/** Somebody who may come in, in the position he holds. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** The unit of the position: a submitting unit, or a body that receives and decides. */
  readonly unitId: string;
  readonly positionId: string;
  readonly roles: readonly Role[];
  readonly language: 'vi' | 'en';
}

/** The account as it acts: ids and roles, no name. */
export const actorOf = ({ id, positionId, unitId, roles }: Account): Actor => ({ id, positionId, unitId, roles });

/** The system itself, acting because of a fact or because time has passed. */
export const systemActor: Actor = { id: 'system', positionId: 'system', unitId: 'system', roles: ['system'] };
