import type { DecisionCommand } from '#libs/domain/decision';
import { type Instant, localDateOf } from '#libs/domain/kernel';
import { Decisions, decisionStream, dossierStream, reactions } from '#libs/service/commands';
import { StartFailure } from '#libs/service/foundation';
import { accountIn, AUTHORITY_NAMES } from './sample-chart.js';
import { actorOf, type SampleDossier } from './sample-dossier.js';
import type { Scene } from './play-story.js';
import { type SampleGround, sampleId, StandingClock } from './sample-ground.js';

/** Dossiers that wait for one decision. */
interface Batch {
  readonly name: string;
  readonly scenes: readonly Scene[];
  /** When the last of them came to its place. */
  readonly readyAt: Instant;
}

/** Brings dossiers into the decisions of their batches, in the order of their days, and issues those that are to be. */
export async function decideOn(waiting: readonly Scene[], ground: SampleGround): Promise<void> {
  const names = [...new Set(waiting.map(({ story }) => story.batch))];
  const batches = names
    .map((name): Batch => {
      const scenes = waiting.filter(({ story }) => story.batch === name);
      const readyAt = scenes.map(({ dossier }) => dossier.lastAt).reduce((one, other) => (one > other ? one : other));
      return { name, scenes, readyAt };
    })
    .toSorted((one, other) => (one.readyAt < other.readyAt ? -1 : 1));
  // One after the other: each takes the next number of its register.
  for (const batch of batches) await decideOnBatch(batch, ground);
}

async function decideOnBatch({ name, scenes, readyAt }: Batch, ground: SampleGround): Promise<void> {
  const { store, law, hours } = ground;
  const [first] = scenes;
  if (!first) return;
  const clock = new StandingClock(readyAt);
  const { dossier, story } = first;
  const decisions = new Decisions(store, dossier.dossiers, law, clock);
  const decisionId = sampleId('decision', name);
  const give = async (command: DecisionCommand, at: Instant, bodyId: string): Promise<string> => {
    clock.put(at);
    const commandId = sampleId('decision', name, command.type);
    const done = await decisions.execute(decisionId, command, {
      actor: actorOf(accountIn(bodyId, 'clerk')),
      commandId,
      fingerprint: 'sample',
      correlationId: commandId,
      effectiveAt: at,
    });
    if (!done.ok) throw new StartFailure(`samples: decision ${name}, ${command.type}: ${done.error.code}`);
    return done.value.position;
  };
  const draftedAt = hours.after(readyAt);
  const issuedAt = hours.later(draftedAt, 1, 2);
  if (draftedAt > ground.now) return;
  const dossiers = [];
  let bodyId = story.bodyId;
  for (const each of scenes) {
    const state = await each.dossier.state();
    if (!state) continue;
    ({ bodyId } = state);
    const nominees = [...state.nominees.values()].filter(({ approval }) => approval?.approved).map(({ id }) => id);
    dossiers.push({ dossierId: each.dossier.id, nominees });
  }
  for (const each of scenes) each.dossier.put(draftedAt);
  await give({ type: 'draft', data: { series: 'QĐ', dossiers } }, draftedAt, bodyId);
  if (story.unsigned || issuedAt > ground.now) return;
  for (const each of scenes) each.dossier.put(issuedAt);
  const signer = {
    accountId: accountIn(bodyId, 'authority'),
    name: AUTHORITY_NAMES[bodyId] ?? '',
    capacity: 'none' as const,
  };
  const sign = bodyId === 'ubnd-tinh' ? 'QĐ-UBND' : 'QĐ-SNNMT';
  await give({ type: 'issue', data: { date: localDateOf(issuedAt), sign, signer } }, issuedAt, bodyId);
  await tellDossiers(decisionId, dossier, decisions, ground);
  for (const each of scenes) each.dossier.lastAt = issuedAt;
}

/** What the worker does because of the decision, under the ids by which it would: when it starts, it finds it done. */
async function tellDossiers(
  decisionId: string,
  { dossiers }: SampleDossier,
  decisions: Decisions,
  { store }: SampleGround,
): Promise<void> {
  const reaction = reactions(dossiers, decisions, noUses).find(({ name }) => name === 'receive-decision');
  for await (const event of store.readStream(decisionStream(decisionId)))
    if (event.type === 'DecisionIssued') await reaction?.react(event);
}

const noUses = { restingOn: async () => [], lost: async () => [] };

/** The children of dossiers from which nominees were detached, opened as the worker would open them. */
export async function openDetached(scenes: readonly Scene[], { store, law }: SampleGround): Promise<void> {
  for (const { dossier } of scenes) {
    if (!dossier.facts.has('NomineesDetached')) continue;
    const decisions = new Decisions(store, dossier.dossiers, law, new StandingClock(dossier.lastAt));
    const reaction = reactions(dossier.dossiers, decisions, noUses).find(
      ({ name }) => name === 'open-detached-dossier',
    );
    for await (const event of store.readStream(dossierStream(dossier.id)))
      if (event.type === 'NomineesDetached') await reaction?.react(event);
  }
}
