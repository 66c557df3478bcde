import { randomUUID } from 'node:crypto';
import { dossierEvents, type RecordedDossierFact } from '#libs/domain/dossier';
import type { EventStore, JsonObject, NewEvent } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import fc from 'fast-check';
import { moveBy, type Throw, throws } from './dossier-chance.js';
import { Desk } from './dossier-desk.js';
import { filled } from './dossier-paths.js';
import { newCommand } from './office-facts.js';

const eventOf = ({ type, data, effectiveAt, recordedAt, actor }: RecordedDossierFact): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: dossierEvents[type].schemaVersion,
  effectiveAt,
  data: data as JsonObject,
  metadata: {
    actor: { id: actor.id, positionId: actor.positionId, unitId: actor.unitId },
    ...(recordedAt > effectiveAt ? { backdatingReason: 'Ghi lại sau' } : {}),
  },
});

/** Lives as chance has them, some at their end and some under way, each decided by the real decider; their ids. */
export async function livedDossiers(store: EventStore, law: Law, count: number): Promise<readonly string[]> {
  const chances = fc.sample(throws, { numRuns: count, seed: 2026 });
  const ids: string[] = [];
  for (const [index, life] of chances.entries()) {
    const id = `bench-${index}`;
    const { facts } = lived(id, law, life);
    const appended = await store.append(`dossier-${id}`, 'noStream', facts.map(eventOf), newCommand());
    if (!appended.ok) throw new Error(appended.error.code);
    ids.push(id);
  }
  return ids;
}

function lived(dossierId: string, { shipped }: Law, chances: readonly Throw[]): Desk {
  const desk = new Desk({ dossierId, procedures: shipped });
  for (const move of filled({ procedure: 'BK_TINH' })) desk.take(move);
  for (const [turn, chance] of chances.entries()) {
    if (!desk.state) throw new Error('A dossier has begun.');
    desk.take({ ...moveBy(desk, desk.state, chance), childDossierId: `${dossierId}-${turn}` });
  }
  return desk;
}
