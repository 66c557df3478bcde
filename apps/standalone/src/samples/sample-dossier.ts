import { type DossierCommand, type DossierState, procedureFor } from '#libs/domain/dossier';
import type { Actor, Instant, Refusal } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { missedCommandId } from '#libs/engine/deadlines';
import { actorIn, sampleActor, sampleOffice, systemActor } from '#libs/service/access';
import { Dossiers, dossierStream } from '#libs/service/commands';
import { StartFailure } from '#libs/service/foundation';
import { leaver, newcomer, sampleChart } from './sample-chart.js';
import { type SampleGround, sampleId, StandingClock } from './sample-ground.js';

/** The law of the samples has ended: such a dossier is left where it is. */
export class LawHasEnded extends Error {}

/** One dossier of the samples: what it is, and the commands that are given about it, each at its hour. */
export class SampleDossier {
  readonly id: string;
  /** The types of its facts so far. */
  readonly facts = new Set<string>();
  /** When somebody last did something about it. */
  lastAt: Instant;
  readonly dossiers: Dossiers;
  private readonly clock: StandingClock;

  private constructor(
    readonly key: string,
    private readonly ground: SampleGround,
    begins: Instant,
  ) {
    this.id = sampleId(key);
    this.lastAt = begins;
    this.clock = new StandingClock(begins);
    const { store, law, staff, calendars, procedures, histories } = ground;
    this.dossiers = new Dossiers(store, law, this.clock, {
      staff,
      calendars,
      procedures,
      ...(histories ? { histories } : {}),
    });
  }

  /** As the log has it: a load that was cut off goes on from there. */
  static async open(key: string, ground: SampleGround, begins: Instant): Promise<SampleDossier> {
    const dossier = new SampleDossier(key, ground, begins);
    for await (const { type, effectiveAt } of ground.store.readStream(dossierStream(dossier.id))) {
      dossier.facts.add(type);
      if (effectiveAt > dossier.lastAt && type !== 'DeadlineMissed') dossier.lastAt = effectiveAt;
    }
    return dossier;
  }

  /** Sets its clock to an hour at which something is done about it from elsewhere. */
  put(moment: Instant): void {
    this.clock.put(moment);
  }

  async state(): Promise<DossierState | undefined> {
    return this.dossiers.load(this.id);
  }

  procedure(state: DossierState, at: Instant): Procedure {
    const found = procedureFor('submit', state, { effectiveAt: at, versions: this.ground.law.procedures });
    if (!found.ok) throw new LawHasEnded(found.error.code);
    return found.value;
  }

  /** Gives a command at an hour; clocks that have run out until then are recorded as missed first, as the sweep would. */
  async give(by: string, command: DossierCommand, at: Instant, state?: DossierState): Promise<void> {
    const refusal = await this.offer(by, command, at, state);
    if (!refusal) return;
    if (refusal.code === 'NO_PROCEDURE_IN_FORCE') throw new LawHasEnded(refusal.code);
    throw new StartFailure(
      `samples: ${this.key}, ${command.type} by ${by}: ${refusal.code} ${JSON.stringify(refusal.params ?? {})}`,
    );
  }

  /** As `give`; answers why it was refused. */
  async offer(by: string, command: DossierCommand, at: Instant, state?: DossierState): Promise<Refusal | undefined> {
    if (state) await this.recordMissed(state, at);
    this.clock.put(at);
    // The same at every attempt: it rests on what is there.
    const commandId = sampleId(this.key, command.type, String(state?.revision ?? -1));
    const done = await this.dossiers.execute(this.id, command, {
      actor: actorOf(by),
      commandId,
      fingerprint: 'sample',
      correlationId: commandId,
    });
    if (!done.ok) return done.error;
    for (const type of done.value.events) this.facts.add(type);
    this.lastAt = at;
    return undefined;
  }

  /** Records what was missed until a moment, under the ids by which the worker would. */
  async recordMissed(state: DossierState, until: Instant): Promise<void> {
    for (const { state: standing, terms } of state.deadlines.values()) {
      if (standing !== 'running' || terms.dueAt >= until) continue;
      const { deadlineId, version, dueAt } = terms;
      const commandId = missedCommandId({ dossierId: this.id, deadlineId, version });
      this.clock.put(until);
      await this.dossiers.execute(
        this.id,
        { type: 'record-missed-deadline', data: { deadlineId, version } },
        { actor: systemActor, commandId, fingerprint: 'record-missed', correlationId: commandId, effectiveAt: dueAt },
      );
    }
  }
}

const own = new Set(sampleOffice.units.flatMap(({ positions }) => positions.map(({ holder }) => holder)));

/** Who an account of the samples acts as. */
export function actorOf(accountId: string): Actor {
  for (const { accountId: id, positionId } of [leaver, newcomer])
    if (id === accountId) return { id, positionId, unitId: 'ubnd-tinh', roles: ['officer'] };
  return own.has(accountId) ? sampleActor(accountId) : actorIn(sampleChart, accountId);
}
