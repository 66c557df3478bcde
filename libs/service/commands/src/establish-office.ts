import { type Clock, type Decider, type Decision, ok } from '#libs/domain/kernel';
import {
  type MaybeUnit,
  type UnitCommand,
  type UnitContext,
  type UnitFact,
  unitDecider,
  unitEvents,
} from '#libs/domain/organization';
import type { EventStore } from '#libs/engine/event-store';
import { type ChartedUnit, type OfficeChart, systemActor } from '#libs/service/access';
import { AggregateRunner } from './aggregate-runner.js';
import { derivedId, unitStream } from './ids.js';
import { OrganizationGuard } from './organization-guard.js';
import { Organization } from './organization.js';

/** Several commands on a unit that is not there yet, decided one on the other. A unit that is there stays as it is. */
const wholeUnitDecider: Decider<MaybeUnit, readonly UnitCommand[], UnitFact, UnitContext> = {
  initialState: unitDecider.initialState,
  evolve: (state, fact) => unitDecider.evolve(state, fact),
  decide(commands, state, context) {
    if (state) return ok([]);
    const facts: UnitFact[] = [];
    let sofar: MaybeUnit = state;
    for (const [index, command] of commands.entries()) {
      const decided = unitDecider.decide(command, sofar, {
        ...context,
        newId: derivedId(context.newId, String(index)),
        units: sofar ? new Map(context.units).set(sofar.id, sofar) : context.units,
      });
      if (!decided.ok) return decided;
      for (const fact of decided.value) {
        const at = { revision: facts.length, recordedAt: context.now, effectiveAt: context.now, actor: context.actor };
        sofar = unitDecider.evolve(sofar, { ...fact, ...at });
        facts.push(fact);
      }
    }
    return ok(facts);
  },
};

/**
 * Establishes a chart as facts: each unit with its positions and appointments in one append, under a command id that follows
 * from the unit. Done again, also after a crash in the middle, it completes what is missing and changes nothing that is there.
 * Answers the first refusal.
 */
export async function establishOffice(store: EventStore, clock: Clock, chart: OfficeChart): Promise<Decision<void>> {
  const organization = new Organization(store);
  const runner = new AggregateRunner(store, {
    decider: wholeUnitDecider,
    schemaVersions: unitEvents,
    isNoise: () => false,
    pinOf: () => undefined,
    sightOf: () => undefined,
  });
  for (const unit of chart.units) {
    const { unitId } = unit;
    const commandId = derivedId('establish-office', unitId);
    const now = clock.now();
    const done = await runner.run({
      id: unitId,
      stream: unitStream(unitId),
      command: [...commandsOf(unit, chart)],
      request: { actor: systemActor, commandId, fingerprint: 'establish-office', correlationId: commandId },
      now,
      effectiveAt: now,
      guard: new OrganizationGuard(store),
      contextFor: async () => {
        const { units } = await organization.read();
        return ok({ unitId, now, actor: systemActor, newId: commandId, units });
      },
    });
    if (!done.ok) return done;
  }
  return ok(undefined);
}

function* commandsOf(unit: ChartedUnit, { from }: OfficeChart): Generator<UnitCommand> {
  const { unitId, name, kind, parentId, positions } = unit;
  yield { type: 'establish', data: { unitId, name, kind, from, ...(parentId === undefined ? {} : { parentId }) } };
  for (const { positionId, title, roles, head = false, holder } of positions) {
    yield { type: 'create-position', data: { positionId, title, roles: [...roles], head, seats: 1, from } };
    if (holder !== undefined) yield { type: 'appoint', data: { positionId, accountId: holder, from } };
  }
}
