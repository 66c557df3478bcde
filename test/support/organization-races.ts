import { randomUUID } from 'node:crypto';
import { type Actor, type Clock, type Decision, valueOf } from '#libs/domain/kernel';
import { type UnitCommand, type Units as UnitStates, parentOf } from '#libs/domain/organization';
import type { EventStore } from '#libs/engine/event-store';
import {
  Clusters,
  type CommandAnswer,
  type CommandRequest,
  type Guard,
  Organization,
  Units,
} from '#libs/service/commands';
import { diceOf } from './office-facts.js';
import { establish, operator, position } from './organization-office.js';

const clock: Clock = { now: () => '2026-11-23T02:00:00.000Z' };

/** What lets two processes decide on the same organization: how it was before there was a guard. */
export const noGuard: Guard = { enter: async () => ({ announce: async () => true }) };

/** One process of the API, as far as units and clusters go. */
export function processOn(store: EventStore, guard?: Guard) {
  const organization = new Organization(store);
  return {
    store,
    organization,
    units: new Units(store, organization, clock, undefined, guard),
    clusters: new Clusters(store, organization, clock, guard),
  };
}

export type Process = ReturnType<typeof processOn>;

export const by = (actor: Actor = operator, commandId: string = randomUUID()): CommandRequest => ({
  actor,
  commandId,
  fingerprint: 'same',
  correlationId: commandId,
});

export const under = (parentId: string, from = '2026-12-01'): UnitCommand => ({
  type: 'move',
  data: { parentId, from },
});

/** What went wrong in a race: empty where the promises hold. */
export interface Outcome {
  readonly faults: readonly string[];
  /** How many commands were sent. */
  readonly commands: number;
  readonly refused: Readonly<Record<string, number>>;
}

/**
 * Lets two processes change one organization at the same moments, in pairs of commands of which one makes the other impossible.
 * @param office begins the ids, so that several races find room in one log.
 */
export async function race(
  one: Process,
  other: Process,
  rounds: number,
  seed: number,
  office: string = '',
): Promise<Outcome> {
  const top = `${office}top`;
  const dice = diceOf(seed);
  const faults: string[] = [];
  const refused: Record<string, number> = {};
  let commands = 0;
  const pair = async (what: string, ...asked: [Promise<Decision<CommandAnswer>>, Promise<Decision<CommandAnswer>>]) => {
    commands += 2;
    const done = await Promise.all(asked);
    for (const each of done) if (!each.ok) refused[each.error.code] = (refused[each.error.code] ?? 0) + 1;
    const obeyed = done.filter(({ ok }) => ok).length;
    if (obeyed !== 1) faults.push(`${what}: ${obeyed} of two were obeyed`);
  };
  // What comes before the races is no race.
  const before = processOn(one.store, noGuard);
  valueOf(await before.units.execute(top, establish(top), by()));
  for (let round = 0; round < rounds; round++) {
    const [a, b, c, made, k, l] = ['a', 'b', 'c', 'p', 'k', 'l'].map((kind) => `${office}${kind}${round}`) as Ids;
    for (const id of [a, b]) valueOf(await before.units.execute(id, establish(id, top), by()));
    switch (dice(4)) {
      case 0:
        await pair('a circle', one.units.execute(a, under(b), by()), other.units.execute(b, under(a), by()));
        break;
      case 1:
        await pair(
          'a position twice',
          one.units.execute(a, position(made), by()),
          other.units.execute(b, position(made), by()),
        );
        break;
      case 2:
        await pair(
          'under a unit that ends',
          one.units.execute(c, establish(c, a, '2026-12-01'), by()),
          other.units.execute(a, { type: 'end', data: { on: '2026-12-01' } }, by()),
        );
        break;
      default: {
        const join = { type: 'add-member', data: { unitId: a, from: '2026-12-01' } } as const;
        for (const id of [k, l]) valueOf(await before.clusters.execute(id, form(id, top), by()));
        await pair('in two clusters', one.clusters.execute(k, join, by()), other.clusters.execute(l, join, by()));
      }
    }
  }
  const { units } = await other.organization.read();
  faults.push(...circlesIn(units, '2026-12-01'));
  return { faults, commands, refused };
}

type Ids = [string, string, string, string, string, string];

const form = (clusterId: string, organizerId: string) => ({
  type: 'form' as const,
  data: {
    clusterId,
    name: { vi: `Khối ${clusterId}`, en: `Block ${clusterId}` },
    kind: 'khoi' as const,
    level: 'province',
    organizerId,
    criterion: 'Các sở',
    reason: 'Chức năng tương đồng',
    from: '2026-01-01',
  },
});

/** Units that stand above themselves on a day. The reads stop at a circle, so this walks by itself. */
export function circlesIn(units: UnitStates, date: string): readonly string[] {
  return [...units.values()].flatMap((unit) => {
    let above = parentOf(unit, date);
    for (let steps = 0; above !== undefined && steps <= units.size; steps++) {
      if (above === unit.id) return [`${unit.id} stands above itself`];
      const next = units.get(above);
      above = next && parentOf(next, date);
    }
    return [];
  });
}
