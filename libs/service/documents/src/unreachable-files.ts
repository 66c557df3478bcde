import type { DossierFact } from '#libs/domain/dossier';
import { type EventStore, START } from '#libs/engine/event-store';
import { recordedFact } from '#libs/service/commands';
import type { DocumentStore, ListedFile } from './document-store.port.js';

const PIECE = 1_000;

/**
 * The files that nobody can open: of dossiers that were declared secret after they came (R9 wants them listed and removed), and
 * those whose upload was refused or cut off between store and log. Removing them is an operator's act, done while no file
 * comes in: between this list and the removal the same file may be brought again.
 *
 * @param before Younger files are left out: theirs may be an upload that is just being recorded.
 */
export async function unreachableFiles(
  store: DocumentStore,
  events: EventStore,
  before: Date,
): Promise<readonly ListedFile[]> {
  const old: ListedFile[] = [];
  for await (const file of store.list()) if (file.putAt < before) old.push(file);
  // The log after the folder: what was recorded meanwhile is seen.
  const named = await hashesThatOpen(events);
  return old.filter(({ sha256 }) => !named.has(sha256));
}

/** The hashes that at least one dossier still opens. */
async function hashesThatOpen(events: EventStore): Promise<ReadonlySet<string>> {
  const byDossier = new Map<string, Set<string>>();
  const filter = {
    streamPrefixes: ['dossier-'],
    types: ['DocumentAttached', 'DossierClassified', 'DetachedDossierOpened', 'EscalatedDossierOpened'],
  };
  for (let after = START; ;) {
    const { events: piece, scannedTo } = await events.readAll({ after, filter, limit: PIECE });
    for (const event of piece) {
      const hashes = byDossier.get(event.stream) ?? new Set<string>();
      byDossier.set(event.stream, hashes);
      take(hashes, recordedFact<DossierFact>(event));
    }
    if (scannedTo === after) return new Set([...byDossier.values()].flatMap((hashes) => [...hashes]));
    after = scannedTo;
  }
}

function take(hashes: Set<string>, { type, data }: DossierFact): void {
  if (type === 'DossierClassified' && data.level !== 'none') hashes.clear();
  if (type === 'DocumentAttached' && data.sha256) hashes.add(data.sha256);
  if ((type === 'DetachedDossierOpened' || type === 'EscalatedDossierOpened') && data.secrecy === 'none')
    for (const { sha256 } of data.documents) if (sha256) hashes.add(sha256);
}
