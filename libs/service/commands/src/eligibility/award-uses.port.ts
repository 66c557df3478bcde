import type { Position } from '#libs/engine/event-store';

/** Tells which appraisals rest on which earlier awards, by all that was recorded up to a place of the log. */
export interface AwardUses {
  /** The dossiers of which a verdict rests on one of them. @throws EventStoreUnavailable */
  restingOn(refs: readonly string[], after: Position): Promise<readonly string[]>;
  /** Those of them that count no more. @throws EventStoreUnavailable */
  lost(refs: readonly string[], after: Position): Promise<readonly string[]>;
}

/** Where nobody keeps a read model of earlier awards: nothing rests on any. */
export const noAwardUses: AwardUses = { restingOn: async () => [], lost: async () => [] };
