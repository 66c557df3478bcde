import type { Actor } from '#libs/domain/kernel';

/** Somebody who may come in. Where he stands, the facts of the organization say; an account is the person alone. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly language: 'vi' | 'en';
  /** The position he has chosen to act in where he names none. Counts only while he stands there. */
  readonly defaultPositionId?: string;
}

/** The system itself, acting because of a fact or because time has passed. */
export const systemActor: Actor = { id: 'system', positionId: 'system', unitId: 'system', roles: ['system'] };
