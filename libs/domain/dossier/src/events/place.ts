import { id, label } from '#libs/domain/kernel';
import { z } from 'zod';

/** How a dossier can end. */
export const endings = [
  'granted',
  'rejected',
  'returned',
  'withdrawn',
  'not_submitted',
  'refused',
  'kept_outside',
] as const;

/** Where a fact leaves the dossier: what is stored replays under any later procedure, so the fact says it all. */
export const place = {
  /** Where it is, in one word. */
  step: label(80),
  /** All its places, where branches go on at the same time: one of each open branch, and the join at which one waits. */
  places: z.array(id()).min(2).max(12).optional(),
  /** A council votes there; from then on its members may read the dossier. */
  council: z.boolean().optional(),
  /** The body before which it lies from now on, where that changes. */
  bodyId: id().optional(),
  /** It is an end, and of what kind. */
  ended: z.enum(endings).optional(),
};

export interface Place {
  readonly step: string;
  readonly places?: string[] | undefined;
  readonly council?: boolean | undefined;
  readonly bodyId?: string | undefined;
  readonly ended?: (typeof endings)[number] | undefined;
}
