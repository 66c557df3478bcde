import { randomUUID } from 'node:crypto';
import { type Actor, type Clock, valueOf } from '#libs/domain/kernel';
import { actingAs, ancestors, membersOf } from '#libs/domain/organization';
import { InMemoryEventStore } from '#libs/engine/event-store';
import {
  appoint,
  establish,
  handover,
  operator,
  person,
  position,
} from '../../../../test/support/organization-office.js';
import { Clusters } from './clusters.js';
import type { CommandRequest } from './command-request.js';
import { unitStream } from './ids.js';
import { Organization } from './organization.js';
import { Units } from './units.js';

const clock: Clock = { now: () => '2026-11-23T02:00:00.000Z' };

function open(store = new InMemoryEventStore()) {
  const organization = new Organization(store);
  return {
    store,
    organization,
    units: new Units(store, organization, clock, {
      of: async () => [
        { dossierId: 'D87', role: 'officer', step: 'appraisal' },
        { dossierId: 'D64', role: 'officer', step: 'appraisal' },
      ],
    }),
    clusters: new Clusters(store, organization, clock),
  };
}

const by = (actor: Actor = operator, more: Partial<CommandRequest> = {}): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId, ...more };
};

async function department() {
  const office = open();
  const { units } = office;
  for (const command of [establish('province'), establish('department', 'province')])
    valueOf(await units.execute(command.data.unitId, command, by()));
  for (const command of [
    position('officer-1'),
    position('officer-2'),
    appoint('officer-1', 'leaver'),
    appoint('officer-2', 'newcomer'),
  ])
    valueOf(await units.execute('department', command, by()));
  return office;
}

describe('commands to units', () => {
  it('see what another unit recorded a moment ago', async () => {
    const { organization, units } = await department();
    expect(ancestors((await organization.read()).units, 'department', '2026-11-23')).toEqual(['province']);
    const taken = await units.execute('province', position('officer-1'), by());
    expect(taken).toMatchObject({ ok: false, error: { code: 'POSITION_EXISTS' } });
  });

  it('sent twice happen once, with the same ids', async () => {
    const { store, organization, units } = await department();
    const asked = by(operator, { commandId: randomUUID() });
    const command = appoint('officer-1', 'next', '2030-01-01');
    const { appointments } = (await organization.read()).units.get('department')!;
    const first = [...appointments.values()].find(({ accountId }) => accountId === 'leaver')!;
    const end = { type: 'end-appointment', data: { appointmentId: first.appointmentId, on: '2030-01-01' } } as const;
    valueOf(await units.execute('department', end, by()));
    const once = valueOf(await units.execute('department', command, asked));
    expect(valueOf(await units.execute('department', command, asked))).toEqual(once);
    expect(await store.streamRevision(unitStream('department'))).toBe(once.revision);
  });

  it('rest on the revision that was seen', async () => {
    const { units } = await department();
    const stale = await units.execute('department', position('third'), by(operator, { ifMatch: 2 }));
    expect(stale).toMatchObject({ error: { code: 'REVISION_STALE', params: { actual: 4 } } });
  });

  it('keep a handover whole: both facts of the second confirmation stand in one append', async () => {
    const { store, units, organization } = await department();
    valueOf(await units.execute('department', handover(), by(person('leaver', 'officer'))));
    const [handoverId] = [...(await organization.read()).units.get('department')!.handovers.keys()];
    const confirm = (side: 'giver' | 'taker', who: string) =>
      units.execute(
        'department',
        { type: 'confirm-handover', data: { handoverId: handoverId ?? '', side } },
        by(person(who)),
      );
    expect(valueOf(await confirm('taker', 'newcomer')).events).toEqual(['HandoverConfirmed']);
    expect(valueOf(await confirm('giver', 'leaver')).events).toEqual(['HandoverConfirmed', 'HandoverCompleted']);
    const { events } = await store.readAll({ after: 'start', limit: 100 });
    expect(events.at(-1)?.metadata['commandId']).toBe(events.at(-2)?.metadata['commandId']);
  });

  it('given at the same moment do not close a circle', async () => {
    const { organization, units } = await department();
    for (const id of ['a', 'b']) valueOf(await units.execute(id, establish(id), by()));
    const under = (id: string, parentId: string) =>
      units.execute(id, { type: 'move', data: { parentId, from: '2026-12-01' } }, by());
    const outcomes = await Promise.all([under('a', 'b'), under('b', 'a')]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect(ancestors((await organization.read()).units, 'a', '2026-12-01')).toEqual(['b']);
  });

  it('are found again by another process on the same log', async () => {
    const { store } = await department();
    const { organization } = open(store);
    const { units } = await organization.read();
    expect(actingAs(units, 'leaver', 'officer-1', '2026-11-23')).toMatchObject({
      value: { unitId: 'department', roles: ['officer'] },
    });
  });
});

describe('commands to clusters', () => {
  it('know the units and the other clusters of the log', async () => {
    const { clusters, organization } = await department();
    const form = (clusterId: string, organizerId = 'province') =>
      clusters.execute(
        clusterId,
        {
          type: 'form',
          data: {
            clusterId,
            name: { vi: 'Khối 3', en: 'Block 3' },
            kind: 'khoi',
            level: 'province',
            organizerId,
            criterion: 'Các sở',
            reason: 'Chức năng tương đồng',
            from: '2026-01-01',
          },
        },
        by(),
      );
    const join = (clusterId: string) =>
      clusters.execute(clusterId, { type: 'add-member', data: { unitId: 'department', from: '2026-01-01' } }, by());
    expect(await form('k9', 'nowhere')).toMatchObject({ error: { code: 'UNIT_NOT_IN_FORCE' } });
    for (const id of ['k3', 'k4']) valueOf(await form(id));
    valueOf(await join('k3'));
    expect(await join('k4')).toMatchObject({ error: { code: 'UNIT_IN_CLUSTER' } });
    const cluster = (await organization.read()).clusters.get('k3')!;
    expect(membersOf(cluster, '2026-06-01')).toEqual(['department']);
  });
});
