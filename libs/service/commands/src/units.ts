import type { Clock, Decision } from '#libs/domain/kernel';
import { ok } from '#libs/domain/kernel';
import {
  type MaybeUnit,
  type OpenWork,
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
import { type Guard, OrganizationGuard } from './organization-guard.js';
import type { Organization } from './organization.js';
import type { Leaver } from './holding/open-work.js';

/** Commands that other units can make impossible: where it stands in the tree, and which ids of positions are taken. */
const restsOnOthers: ReadonlySet<UnitCommand['type']> = new Set(['establish', 'move', 'end', 'create-position']);

/** The units of the log, with what they need of each other. */
export class Units {
  private readonly runner: AggregateRunner<MaybeUnit, UnitCommand, UnitFact, UnitContext>;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    store: EventStore,
    private readonly organization: Organization,
    private readonly clock: Clock,
    /** What is open of who hands over. Without it nothing can be handed over: it is never guessed. */
    private readonly openWork?: { of(leaver: Leaver): Promise<readonly OpenWork[]> },
    private readonly guard: Guard = new OrganizationGuard(store),
  ) {
    this.runner = new AggregateRunner(store, {
      decider: unitDecider,
      schemaVersions: unitEvents,
      isNoise: () => false,
      pinOf: () => undefined,
      sightOf: () => undefined,
    });
  }

  /**
   * Carries out a command on a unit. From when something holds stands in the command, so the act itself is always of now:
   * `effectiveAt` of the request is not read.
   *
   * The tree and the ids of positions span streams, which no append can guard: commands that rest on other units go through
   * the guard, which brings those of all processes into one order. Commands of this process wait for each other, so that they
   * do not lose races among themselves.
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
      guard: restsOnOthers.has(command.type) ? this.guard : undefined,
      contextFor: async (state) => {
        const { units } = await this.organization.read();
        const newId = derivedId('made-in-unit', unitId, request.actor.id, request.commandId);
        const leaver = leaverOf(unitId, command, state);
        const found = leaver && (await this.openWork?.of(leaver));
        const openWork = found?.map(({ dossierId, role, step }) => ({ dossierId, role, step }));
        return ok({ unitId, now, actor: request.actor, newId, units, ...(openWork ? { openWork } : {}) });
      },
    });
  }
}

/** Whose open work a command is about. */
function leaverOf(unitId: string, command: UnitCommand, state: MaybeUnit): Leaver | undefined {
  const handover =
    command.type === 'propose-handover'
      ? command.data
      : command.type === 'confirm-handover'
        ? state?.handovers.get(command.data.handoverId)
        : undefined;
  return handover && { unitId, accountId: handover.fromAccountId, positionId: handover.positionId };
}
