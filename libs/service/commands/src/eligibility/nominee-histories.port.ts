import type { DossierState } from '#libs/domain/dossier';
import type { AwardHistory } from '#libs/domain/eligibility';

/** Tells what nominees were given before; whoever is not in the answer has no known past. */
export interface NomineeHistories {
  of(dossier: DossierState, nomineeIds: readonly string[]): Promise<ReadonlyMap<string, AwardHistory>>;
}
