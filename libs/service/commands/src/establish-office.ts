import { type Decision, ok } from '#libs/domain/kernel';
import type { UnitCommand } from '#libs/domain/organization';
import { type OfficeChart, systemActor } from '#libs/service/access';
import { derivedId } from './ids.js';
import type { Units } from './units.js';

/**
 * Establishes a chart as facts: units, positions, appointments. Every command has an id that follows from its place in the
 * chart, so that what was cut off goes on where it stopped, and done again nothing happens. Answers the first refusal.
 */
export async function establishOffice(units: Units, chart: OfficeChart): Promise<Decision<void>> {
  for (const [unitId, key, command] of commandsOf(chart)) {
    const commandId = derivedId('establish-office', unitId, ...key);
    const done = await units.execute(unitId, command, {
      actor: systemActor,
      commandId,
      fingerprint: 'establish-office',
      correlationId: commandId,
    });
    if (!done.ok) return done;
  }
  return ok(undefined);
}

function* commandsOf({
  from,
  units,
}: OfficeChart): Generator<readonly [unitId: string, key: readonly string[], command: UnitCommand]> {
  for (const { unitId, name, kind, parentId, positions } of units) {
    const data = { unitId, name, kind, from, ...(parentId === undefined ? {} : { parentId }) };
    yield [unitId, ['unit'], { type: 'establish', data }];
    for (const { positionId, title, roles, head = false, holder } of positions) {
      const created = { positionId, title, roles: [...roles], head, seats: 1, from };
      yield [unitId, ['position', positionId], { type: 'create-position', data: created }];
      if (holder === undefined) continue;
      const appointed = { positionId, accountId: holder, from };
      yield [unitId, ['appointment', positionId, holder], { type: 'appoint', data: appointed }];
    }
  }
}
