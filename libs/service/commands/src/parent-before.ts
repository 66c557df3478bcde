import { dossierDecider, type MaybeDossier } from '#libs/domain/dossier';
import type { EventStore } from '#libs/engine/event-store';
import { recordedFact } from './aggregate-runner.js';
import { dossierStream } from './ids.js';

/** Facts of nominees who left for a dossier of their own. */
const LEAVING: ReadonlySet<string> = new Set(['NomineesDetached', 'NomineesEscalated']);

/** The parent as it stood just before the child's nominees left it, however far it has gone since. */
export async function parentBefore(
  store: EventStore,
  childDossierId: string,
  parentDossierId: string,
): Promise<MaybeDossier> {
  let state = dossierDecider.initialState;
  for await (const event of store.readStream(dossierStream(parentDossierId))) {
    if (LEAVING.has(event.type) && event.data['childDossierId'] === childDossierId) return state;
    state = dossierDecider.evolve(state, recordedFact(event));
  }
  return undefined;
}
