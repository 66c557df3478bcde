import { type DossierState, evolveDossier, type RecordedDossierFact } from '#libs/domain/dossier';
import type { EventStore } from '#libs/engine/event-store';

const PREFIX = 'dossier-';

/** What the planner follows: the streams of dossiers. */
export const DOSSIER_STREAMS = [PREFIX];

/** The dossier whose stream an event stands in. */
export const dossierIdOf = (stream: string): string => stream.slice(PREFIX.length);

/** The dossier as the log says it is at this moment: the truth that a read model, a row or a job only points to. */
export async function loadDossier(
  events: Pick<EventStore, 'readStream'>,
  dossierId: string,
): Promise<DossierState | undefined> {
  let state: DossierState | undefined;
  for await (const event of events.readStream(`${PREFIX}${dossierId}`)) {
    // The codec hands out the newest shape of each type; who acted stands in the metadata.
    state = evolveDossier(state, { ...event, actor: event.metadata['actor'] } as unknown as RecordedDossierFact);
  }
  return state;
}

/** Streams read side by side. */
const FOLDS_AT_ONCE = 8;

/** Many of them, by their ids; those that are not there are left out. */
export async function loadDossiers(
  events: Pick<EventStore, 'readStream'>,
  dossierIds: Iterable<string>,
): Promise<ReadonlyMap<string, DossierState>> {
  const dossiers = new Map<string, DossierState>();
  const rest = new Set(dossierIds).values();
  const line = async (): Promise<void> => {
    for (const id of rest) {
      const dossier = await loadDossier(events, id);
      if (dossier) dossiers.set(id, dossier);
    }
  };
  await Promise.all(Array.from({ length: FOLDS_AT_ONCE }, line));
  return dossiers;
}
