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
