import { label } from '#libs/domain/kernel';
import { z } from 'zod';

/** Where a fact leaves the dossier: what is stored replays under any later procedure, so the fact says it all. */
export const place = {
  step: label(80),
  /** A council votes there; from then on its members may read the dossier. */
  council: z.boolean().optional(),
};

export interface Place {
  readonly step: string;
  readonly council?: boolean | undefined;
}
