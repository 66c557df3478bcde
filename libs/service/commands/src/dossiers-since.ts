import { type EventStore, type Position } from '#libs/engine/event-store';
import { dossierStream } from './ids.js';

const PAGE = 500;

/** The dossiers of which something was recorded after a place of the log: what a read model up to there does not know yet. */
export async function* dossiersSince(store: EventStore, upTo: Position): AsyncGenerator<string> {
  const prefix = dossierStream('');
  for (let after = upTo; ;) {
    const page = await store.readAll({ after, filter: { streamPrefixes: [prefix] }, limit: PAGE });
    for (const { stream } of page.events) yield stream.slice(prefix.length);
    // Equal at the end of the log only.
    if (page.scannedTo === after) return;
    after = page.scannedTo;
  }
}
