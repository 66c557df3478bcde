import { Decisions, Dossiers, ReactionRunner, reactions } from '#libs/service/commands';
import type { Foundation, RunningRole } from '#libs/service/foundation';

/** Does what follows from facts and from time. Several may run: each command has an id of its own and happens once. */
export async function startWorker({ store, database, law, clock, log }: Foundation): Promise<RunningRole> {
  const dossiers = new Dossiers(store, law, clock);
  const decisions = new Decisions(store, dossiers, law, clock);
  const reactionRunner = new ReactionRunner(store, database, reactions(dossiers, decisions), log);
  await reactionRunner.start();
  return reactionRunner;
}
