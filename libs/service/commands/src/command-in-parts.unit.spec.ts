import { InMemoryEventStore, type EventStore, type NewEvent } from '#libs/engine/event-store';
import type { DossierCommand } from '#libs/domain/dossier';
import { type Clock, valueOf } from '#libs/domain/kernel';
import { sampleActor } from '#libs/service/access';
import { home } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { randomUUID } from 'node:crypto';
import { listInThreeParts, listInTwoParts } from '../../../../test/support/long-lists.js';
import type { CommandRequest } from './command-request.js';
import { Dossiers } from './dossiers.js';
import { dossierStream } from './ids.js';
import type { CommandTriggerPoints } from './trigger-points.port.js';

const law = valueOf(loadLaw(home));
const MORNING = '2026-08-21T02:00:00.000Z';
const AN_HOUR_LATER = '2026-08-21T03:00:00.000Z';

const who = sampleActor;
const unit = who('acc-don-vi');
const STREAM = dossierStream('d1');

const draft: DossierCommand = {
  type: 'draft',
  data: { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng năm 2026', bodyId: 'ubnd-tinh' },
};
const addOne: DossierCommand = {
  type: 'add-nominees',
  data: { nominees: [{ kind: 'collective', name: 'Tập thể Một', unit: 'Sở Mẫu' }] },
};

const request = (more: Partial<CommandRequest> = {}): CommandRequest => {
  const commandId = randomUUID();
  return { actor: unit, commandId, fingerprint: 'the list', correlationId: commandId, ...more };
};

let store: InMemoryEventStore;
let now: string;
const clock: Clock = { now: () => now };
const office = (triggers?: CommandTriggerPoints, events: EventStore = store) =>
  new Dossiers(events, law, clock, triggers ? { triggers } : {});

/** Whose process dies when so many parts are written. */
const dyingAfter = (parts: number) => {
  let written = 0;
  return office({
    async reached() {
      if (++written === parts) throw new Error('killed');
    },
  });
};

const typesIn = async (): Promise<string[]> => {
  const types: string[] = [];
  for await (const { type } of store.readStream(STREAM)) types.push(type);
  return types;
};

const THREE = ['NomineesAdded', 'NomineesAdded', 'NomineesAdded'];
const list = listInThreeParts();

beforeEach(async () => {
  now = MORNING;
  store = new InMemoryEventStore({ now: () => now });
  valueOf(await office().execute('d1', draft, request()));
});

describe('a list that one append does not hold', () => {
  it('is kept in parts and answered as one, the first time and when it is sent again', async () => {
    const asked = request({ ifMatch: 0 });
    const answer = valueOf(await office().execute('d1', list, asked));
    expect(answer).toMatchObject({ id: 'd1', revision: 3, events: THREE, position: await store.head() });
    expect((await office().load('d1'))?.nominees.size).toBe(2_000);
    expect((await office().load('d1'))?.unfinished).toBeUndefined();
    now = AN_HOUR_LATER;
    valueOf(await office().execute('d1', { type: 'submit', data: {} }, request()));
    expect(valueOf(await office().execute('d1', list, asked))).toEqual(answer);
    expect(await typesIn()).toEqual(['DossierDrafted', ...THREE, 'DossierSubmitted']);
  });

  it('changes nothing where it is refused, also by its last word', async () => {
    const { nominees } = list.data;
    const spoilt = [...nominees.slice(0, -1), { kind: 'individual' as const, name: 'Người\0', unit: 'Tổ' }];
    for (const [more, code] of [
      [[...nominees, ...nominees.slice(0, 1)], 'TOO_MANY_NOMINEES'],
      [[...nominees.slice(1), ...nominees.slice(-1)], 'NOMINEE_TWICE'],
      [spoilt, 'EVENT_NOT_STORABLE'],
    ] as const) {
      const command: DossierCommand = { type: 'add-nominees', data: { nominees: [...more] } };
      expect(await office().execute('d1', command, request())).toMatchObject({ ok: false, error: { code } });
    }
    expect(await typesIn()).toEqual(['DossierDrafted']);
  });

  it.each([1, 2])('is completed by the same command after a crash that left %i of its 3 parts', async (parts) => {
    const asked = request({ ifMatch: 0 });
    await expect(dyingAfter(parts).execute('d1', list, asked)).rejects.toThrow('killed');
    expect((await office().load('d1'))?.unfinished).toMatchObject({ act: 'add-nominees', part: parts, of: 3 });
    now = AN_HOUR_LATER;
    const answer = valueOf(await office().execute('d1', list, asked));
    expect(answer).toMatchObject({ revision: 3, events: THREE });
    expect(await typesIn()).toEqual(['DossierDrafted', ...THREE]);
    expect((await office().load('d1'))?.nominees.size).toBe(2_000);
    const times = new Set<string>();
    for await (const { effectiveAt } of store.readStream(STREAM, { from: 1 })) times.add(effectiveAt);
    expect([...times]).toEqual([MORNING]);
  });

  it('is refused as another command when its key comes with other content, also after its first part', async () => {
    const asked = request();
    await expect(dyingAfter(1).execute('d1', list, asked)).rejects.toThrow('killed');
    const other = { ...asked, fingerprint: 'other' };
    for (const dossier of ['d1', 'd2'])
      expect(await office().execute(dossier, dossier === 'd1' ? addOne : draft, other)).toMatchObject({
        error: { code: 'IDEMPOTENCY_KEY_REUSED' },
      });
    expect(await typesIn()).toEqual(['DossierDrafted', 'NomineesAdded']);
  });

  it('makes others wait for the rest, and goes on after clocks that ran meanwhile', async () => {
    const asked = request();
    await expect(dyingAfter(1).execute('d1', list, asked)).rejects.toThrow('killed');
    expect(await office().execute('d1', addOne, request())).toMatchObject({ error: { code: 'COMMAND_UNFINISHED' } });
    await happened('DeadlineMissed', { deadlineId: 'x-1', dueAt: MORNING });
    expect(valueOf(await office().execute('d1', list, asked))).toMatchObject({ revision: 4, events: THREE });
  });

  it('is given up clearly when somebody went on with what was there', async () => {
    const asked = request();
    await expect(dyingAfter(1).execute('d1', list, asked)).rejects.toThrow('killed');
    now = AN_HOUR_LATER;
    valueOf(await office().execute('d1', { type: 'submit', data: {} }, request()));
    expect(await office().execute('d1', list, asked)).toMatchObject({
      error: { code: 'COMMAND_OVERTAKEN', params: { part: 1, of: 3, events: ['DossierSubmitted'] } },
    });
    expect(await typesIn()).toEqual(['DossierDrafted', 'NomineesAdded', 'DossierSubmitted']);
  });

  it('is given up clearly when it would be decided otherwise today; a whole one is still answered', async () => {
    const [half, whole] = [request(), request()];
    const stranger = { ...unit, roles: [] };
    await expect(dyingAfter(1).execute('d1', list, half)).rejects.toThrow('killed');
    expect(await office().execute('d1', list, { ...half, actor: stranger })).toMatchObject({
      error: { code: 'COMMAND_DECIDED_OTHERWISE', params: { part: 1, of: 3 } },
    });
    valueOf(await office().execute('d2', draft, request()));
    const answer = valueOf(await office().execute('d2', list, whole));
    expect(valueOf(await office().execute('d2', list, { ...whole, actor: stranger }))).toEqual(answer);
  });

  it('is obeyed once when it comes twice at the same moment', async () => {
    const asked = request({ ifMatch: 0 });
    const answers = await Promise.all([1, 2, 3].map(() => office().execute('d1', list, asked)));
    expect(new Set(answers.map((answer) => JSON.stringify(valueOf(answer)))).size).toBe(1);
    expect(await typesIn()).toEqual(['DossierDrafted', ...THREE]);
  });

  it('says “send it again” and not “nothing changed” when the store is too busy for the rest', async () => {
    const asked = request();
    let appends = 0;
    const busy = new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name === 'append' && ++appends === 2)
          return async () => ({ ok: false, error: { code: 'STORE_BUSY', retryAfterMs: 1 } });
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    expect(await office(undefined, busy).execute('d1', list, asked)).toMatchObject({
      error: { code: 'STORE_UNAVAILABLE' },
    });
    expect(valueOf(await office().execute('d1', list, asked))).toMatchObject({ events: THREE });
  });
});

describe('a list of 2,000 people that a request holds', () => {
  it('takes two appends', async () => {
    const answer = valueOf(await office().execute('d1', listInTwoParts(), request()));
    expect(answer.events).toEqual(['NomineesAdded', 'NomineesAdded']);
  });
});

/** Something that nobody’s command made. */
async function happened(type: string, data: NewEvent['data']): Promise<void> {
  const event = { id: randomUUID(), type, schemaVersion: 1, effectiveAt: now, data, metadata: {} };
  valueOf(await store.append(STREAM, 'any', [event], { account: 'system', commandId: randomUUID(), fingerprint: 'f' }));
}
