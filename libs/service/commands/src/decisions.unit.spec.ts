import { InMemoryEventStore } from '#libs/engine/event-store';
import { type Actor, type Clock, valueOf } from '#libs/domain/kernel';
import type { DecisionCommand, DecisionCommandOf } from '#libs/domain/decision';
import type { DossierCommand } from '#libs/domain/dossier';
import { sampleActor } from '#libs/service/access';
import { home } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { randomUUID } from 'node:crypto';
import type { CommandRequest } from './command-request.js';
import { Decisions } from './decisions.js';
import { Dossiers } from './dossiers.js';
import { noAwardUses } from './eligibility/award-uses.port.js';
import { reactions } from './reactions.js';

const law = valueOf(loadLaw(home));
const TODAY = '2026-08-21';
const clock: Clock = { now: () => `${TODAY}T02:00:00.000Z` };

const who = sampleActor;
const [unit, officer, secretary, authority, clerk] = ['don-vi', 'tham-dinh', 'thu-ky', 'lanh-dao', 'van-thu'].map(
  (name) => who(`acc-${name}`),
) as [Actor, Actor, Actor, Actor, Actor];

let store: InMemoryEventStore;
let dossiers: Dossiers;
let decisions: Decisions;

const request = (actor: Actor): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId };
};

const nominee = (nomineeId: string) => ({
  nomineeId,
  verdict: 'qualified' as const,
  reason: 'Đủ tiêu chuẩn',
  evidence: ['BC_CT_TT'],
});

/** A dossier of two collectives that the authority has approved. */
async function approved(id: string): Promise<void> {
  const attach = (document: string): DossierCommand => ({ type: 'attach-document', data: { document } });
  const way: readonly (readonly [Actor, DossierCommand])[] = [
    [unit, { type: 'draft', data: { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Đợt 1', bodyId: 'ubnd-tinh' } }],
    [
      unit,
      {
        type: 'add-nominees',
        data: {
          nominees: [
            { kind: 'collective', name: 'Tập thể Một', unit: 'Sở Mẫu' },
            { kind: 'collective', name: 'Tập thể Hai', unit: 'Sở Mẫu' },
          ],
        },
      },
    ],
    ...['TT', 'DS', 'BC_CT_TT', 'BB'].map(
      (document) => [unit, attach(document)] as const satisfies readonly [Actor, DossierCommand],
    ),
    [unit, { type: 'submit', data: {} }],
    [officer, { type: 'receive', data: {} }],
    [officer, { type: 'appraise-nominees', data: { verdicts: [nominee('N1'), nominee('N2')] } }],
    [officer, { type: 'complete-appraisal', data: {} }],
    [
      secretary,
      {
        type: 'record-council-result',
        data: {
          method: 'minutes',
          heldOn: TODAY,
          minutes: { number: '12/BB', date: TODAY },
          members: 17,
          present: 15,
          written: 2,
          tellers: [],
          differingOpinions: [],
          results: ['N1', 'N2'].map((nomineeId) => ({ nomineeId, yes: 17, no: 0, other: 0 })),
        },
      },
    ],
    [authority, { type: 'approve', data: { approved: ['N1', 'N2'], refused: [] } }],
  ];
  for (const [actor, command] of way) valueOf(await dossiers.execute(id, command, request(actor)));
}

const draftOf = (dossierId: string, nominees: string[]): DecisionCommand => ({
  type: 'draft',
  data: { series: 'QĐ', dossiers: [{ dossierId, nominees }] },
});

const issue = (date = TODAY): DecisionCommandOf<'issue'> => ({
  type: 'issue',
  data: { date, sign: 'QĐ-UBND', signer: { accountId: authority.id, name: 'Đặng Văn Thành', capacity: 'none' } },
});

/** Runs every reaction over the whole log, as a follower would. */
async function react(): Promise<string[]> {
  const refused: string[] = [];
  const { events } = await store.readAll({ after: 'start', limit: 1_000 });
  for (const event of events) {
    for (const reaction of reactions(dossiers, decisions, noAwardUses)) {
      if (reaction.type !== event.type) continue;
      refused.push(...(await reaction.react(event)).map(({ refusal }) => refusal.code));
    }
  }
  return refused;
}

describe('decisions over dossiers', () => {
  beforeEach(() => {
    store = new InMemoryEventStore();
    dossiers = new Dossiers(store, law, clock);
    decisions = new Decisions(store, dossiers, law, clock);
  });

  it('takes the next number of the register, and tells the dossier, which goes on to the conferment', async () => {
    await approved('d1');
    valueOf(await decisions.execute('q1', draftOf('d1', ['N1', 'N2']), request(clerk)));
    expect((await dossiers.load('d1'))?.nominees.get('N1')?.decisionId).toBe('q1');
    valueOf(await decisions.execute('q1', issue(), request(clerk)));
    expect((await decisions.load('q1'))?.issue).toMatchObject({ number: 1, symbol: '1/QĐ-UBND' });
    expect(await react()).toEqual([]);
    expect(await dossiers.load('d1')).toMatchObject({ step: 'conferment', decision: { id: 'q1', number: 1 } });
  });

  it('changes nothing when a reaction is done again after a crash', async () => {
    await approved('d1');
    valueOf(await decisions.execute('q1', draftOf('d1', ['N1', 'N2']), request(clerk)));
    valueOf(await decisions.execute('q1', issue(), request(clerk)));
    await react();
    const head = await store.head();
    expect(await react()).toEqual([]);
    expect(await store.head()).toBe(head);
  });

  it('leaves no gap in the register when an issue is refused', async () => {
    await approved('d1');
    valueOf(await decisions.execute('q1', draftOf('d1', ['N1']), request(clerk)));
    valueOf(await decisions.execute('q2', draftOf('d1', ['N2']), request(clerk)));
    const byAppraiser = {
      ...issue(),
      data: { ...issue().data, signer: { ...issue().data.signer, accountId: officer.id } },
    };
    expect(await decisions.execute('q1', byAppraiser, request(clerk))).toMatchObject({
      error: { code: 'FOUR_EYES', rule: 'R42' },
    });
    valueOf(await decisions.execute('q2', issue(), request(clerk)));
    valueOf(await decisions.execute('q1', issue(), request(clerk)));
    expect((await decisions.load('q2'))?.issue?.number).toBe(1);
    expect((await decisions.load('q1'))?.issue?.number).toBe(2);
  });

  it('takes up the number again that a crash left between taking and issuing', async () => {
    await approved('d1');
    valueOf(await decisions.execute('q1', draftOf('d1', ['N1', 'N2']), request(clerk)));
    const append = store.append.bind(store);
    // The process dies after the number was taken: its next append never happens.
    store.append = async (stream, ...rest) => {
      if (stream.startsWith('decision-')) throw new Error('killed');
      return append(stream, ...rest);
    };
    await expect(decisions.execute('q1', issue(), request(clerk))).rejects.toThrow('killed');
    store.append = append;
    valueOf(await decisions.execute('q1', issue(), request(clerk)));
    expect((await decisions.load('q1'))?.issue?.number).toBe(1);
  });

  it('changes nothing in a dossier when who may not issue asks for it', async () => {
    await approved('d1');
    valueOf(await decisions.execute('q1', draftOf('d1', ['N1', 'N2']), request(clerk)));
    const head = await store.head();
    expect(await decisions.execute('q1', issue(), request(officer))).toMatchObject({
      error: { code: 'POSITION_NOT_ALLOWED' },
    });
    expect(await store.head()).toBe(head);
  });

  it('enters at the issue what a crash left outside the draft', async () => {
    await approved('d1');
    const append = store.append.bind(store);
    // The process dies after the draft was recorded: the dossier is never told.
    store.append = async (stream, ...rest) => {
      if (stream.startsWith('dossier-')) throw new Error('killed');
      return append(stream, ...rest);
    };
    await expect(decisions.execute('q1', draftOf('d1', ['N1', 'N2']), request(clerk))).rejects.toThrow('killed');
    store.append = append;
    expect((await dossiers.load('d1'))?.nominees.get('N1')?.decisionId).toBeUndefined();
    valueOf(await decisions.execute('q1', issue(), request(clerk)));
    expect((await dossiers.load('d1'))?.nominees.get('N1')?.decisionId).toBe('q1');
  });

  it('lets one of two drafts issue that were made for the same nominee at the same moment', async () => {
    await approved('d1');
    await Promise.all([
      decisions.execute('q1', draftOf('d1', ['N1']), request(clerk)),
      decisions.execute('q2', draftOf('d1', ['N1']), request(clerk)),
    ]);
    const issued = [
      await decisions.execute('q1', issue(), request(clerk)),
      await decisions.execute('q2', issue(), request(clerk)),
    ];
    expect(issued.filter(({ ok }) => ok)).toHaveLength(1);
    expect(issued.find(({ ok }) => !ok)).toMatchObject({
      error: { code: expect.stringMatching(/NOT_IN_STATE|ANOTHER_DECISION|NOT_FOUND/) },
    });
  });

  it('frees the nominees of a draft that was given up', async () => {
    await approved('d1');
    valueOf(await decisions.execute('q1', draftOf('d1', ['N1', 'N2']), request(clerk)));
    valueOf(await decisions.execute('q1', { type: 'give-up', data: { reason: 'Sai thể thức' } }, request(clerk)));
    expect(await react()).toEqual([]);
    valueOf(await decisions.execute('q2', draftOf('d1', ['N1', 'N2']), request(clerk)));
    valueOf(await decisions.execute('q2', issue(), request(clerk)));
    expect((await decisions.load('q2'))?.issue?.number).toBe(1);
  });

  it('opens the dossier of nominees that were detached, once, as the parent stood', async () => {
    await approved('d1');
    valueOf(
      await dossiers.execute(
        'd1',
        { type: 'detach-nominees', data: { nominees: ['N2'], reason: 'Có đơn phản ánh' } },
        request(officer),
      ),
    );
    expect(await react()).toEqual([]);
    expect(await react()).toEqual([]);
    const child = (await dossiers.load('d1'))?.detached[0]?.childDossierId ?? '';
    expect(await dossiers.load(child)).toMatchObject({
      parentDossierId: 'd1',
      step: 'issuing',
      receivedAt: clock.now(),
    });
    expect([...((await dossiers.load(child))?.nominees.keys() ?? [])]).toEqual(['N2']);
    expect([...((await dossiers.load('d1'))?.nominees.keys() ?? [])]).toEqual(['N1']);
  });
});
