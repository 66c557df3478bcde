import { randomUUID } from 'node:crypto';
import { valueOf } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import type { Database } from '#libs/platform/postgres';
import { sampleActor } from '#libs/service/access';
import { type DryRunTask, enterShippedProcedures, ProcedureLives } from '#libs/service/commands';
import { systemClock } from '#libs/service/foundation';
import { canonicalProcedure, type Law } from '#libs/service/law';
import { copyDossier } from './copied-dossiers.js';
import { lawFile } from './law-files.js';
import { livedDossiers } from './lived-dossiers.js';

const COPIES = 25;

/** Another time limit, and a council that needs four fifths. */
function draftDocument(): { readonly code: string; readonly version: string } {
  const document = lawFile('../procedures/BK_TINH.R2025.1.json') as {
    code: string;
    version: string;
    clocks: { appraise: { limit: { value: number } } };
    votes: { minutes: { threshold: object } };
  };
  document.version = 'DRAFT.1';
  document.clocks.appraise.limit.value = 15;
  document.votes.minutes.threshold = { ...document.votes.minutes.threshold, numerator: 4, denominator: 5 };
  return document;
}

/**
 * An office on an empty, migrated database with so many dossiers of one award (lives as chance has them, decided by the real decider,
 * and copies of them) and a saved draft of it; what a dry run of that draft is about.
 */
export async function officeWithDraft(
  { store, database, law }: { readonly store: EventStore; readonly database: Database; readonly law: Law },
  dossiers: number,
): Promise<DryRunTask> {
  valueOf(await enterShippedProcedures(store, systemClock, law));
  const lives = await livedDossiers(store, law, Math.ceil(dossiers / COPIES));
  for (const [index, from] of lives.entries())
    await copyDossier(database, { from, prefix: `copy-${index}-`, count: COPIES - 1 });
  const document = draftDocument();
  const { hash } = canonicalProcedure(document);
  const request = { actor: sampleActor('acc-van-hanh'), fingerprint: 'draft', correlationId: randomUUID() };
  const saved = { type: 'save-draft', data: { document } } as const;
  const procedures = new ProcedureLives(store, law, systemClock);
  valueOf(await procedures.execute(document.code, saved, { ...request, commandId: randomUUID() }));
  return { runId: randomUUID(), code: document.code, version: document.version, hash };
}
