import type { Clock, Decision } from '#libs/domain/kernel';
import { ok } from '#libs/domain/kernel';
import {
  type MaybeUnit,
  type UnitCommand,
  type UnitContext,
  type UnitFact,
  unitDecider,
  unitEvents,
} from '#libs/domain/organization';
import type { EventStore } from '#libs/engine/event-store';
import { AggregateRunner } from './aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from './command-request.js';
import { derivedId, unitStream } from './ids.js';
import type { Organization } from './organization.js';

/** The units of the log, with what they need of each other. */
export class Units {
  private readonly runner: AggregateRunner<MaybeUnit, UnitCommand, UnitFact, UnitContext>;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    store: EventStore,
    private readonly organization: Organization,
    private readonly clock: Clock,
  ) {
    this.runner = new AggregateRunner(store, {
      decider: unitDecider,
      schemaVersions: unitEvents,
      isNoise: () => false,
      pinOf: () => undefined,
      ownersOf: () => undefined,
    });
  }

  /**
   * Carries out a command on a unit. From when something holds stands in the command, so the act itself is always of now:
   * `effectiveAt` of the request is not read.
   *
   * The tree and the ids of positions span streams, which no append can guard. Commands of this process wait for each other;
   * two processes that change the tree in the same instant could still close a circle, which reads survive.
   */
  execute(unitId: string, command: UnitCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    const mine = this.turn.then(() => this.carryOut(unitId, command, request));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private carryOut(unitId: string, command: UnitCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    const now = this.clock.now();
    return this.runner.run({
      id: unitId,
      stream: unitStream(unitId),
      command,
      request,
      now,
      effectiveAt: now,
      contextFor: async () => {
        const { units } = await this.organization.read();
        const newId = derivedId('made-in-unit', unitId, request.actor.id, request.commandId);
        return ok({ unitId, now, actor: request.actor, newId, units });
      },
    });
  }
}
