import type { Actor } from '#libs/domain/kernel';

/** The accounts that stand behind an act: who did it, and for whom. Acting for somebody opens no way around four eyes. */
export const peopleBehind = ({ id, onBehalfOf }: Pick<Actor, 'id' | 'onBehalfOf'>): readonly string[] =>
  onBehalfOf === undefined ? [id] : [id, onBehalfOf];
