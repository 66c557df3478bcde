import { randomUUID } from 'node:crypto';
import type { DossierCommand } from '#libs/domain/dossier';
import { type Actor, type Clock, valueOf } from '#libs/domain/kernel';
import type { SubmissionCommand } from '#libs/domain/submission';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { sampleActor } from '#libs/service/access';
import { home } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import type { CommandRequest } from '../command-request.js';
import { Dossiers } from '../dossiers.js';
import { dossierStream } from '../ids.js';
import { submissionReactions } from './submission-reactions.js';
import { Submissions } from './submissions.js';

const law = valueOf(loadLaw(home));
const TODAY = '2026-08-21';
const clock: Clock = { now: () => `${TODAY}T02:00:00.000Z` };
const paper = { number: '1/BB', date: TODAY };

const [unit, officer, secretary, authority] = ['don-vi', 'tham-dinh', 'thu-ky', 'lanh-dao'].map((name) =>
  sampleActor(`acc-${name}`),
) as [Actor, Actor, Actor, Actor];

let store: InMemoryEventStore;
let dossiers: Dossiers;
let submissions: Submissions;

const request = (actor: Actor): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId };
};

/** An order that waits for a letter of the base to the level above. */
async function waiting(id: string): Promise<void> {
  const step = (outcome: string, more: object = {}): DossierCommand => ({
    type: 'complete-step',
    data: { outcome, ...more },
  });
  const attach = (document: string): DossierCommand => ({
    type: 'attach-document',
    data: { document, formats: ['docx', 'pdf'] },
  });
  const session = { heldOn: TODAY, minutes: paper, members: 9, present: 9, written: 0 };
  const way: readonly (readonly [Actor, DossierCommand])[] = [
    [unit, { type: 'draft', data: { procedure: 'HCLD3', kind: 'cong_trang', title: id, bodyId: 'ubnd-tinh' } }],
    [unit, { type: 'add-nominees', data: { nominees: [{ kind: 'individual', name: 'Người Một', unit: 'Sở Mẫu' }] } }],
    ...['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => [unit, attach(document)] as const),
    [unit, step('complete')],
    [unit, { type: 'submit', data: {} }],
    [secretary, step('passed', { session })],
  ];
  for (const [actor, command] of way) valueOf(await dossiers.execute(id, command, request(actor)));
}

const take = async (command: SubmissionCommand, actor = officer, id = 'T1') =>
  valueOf(await submissions.execute(id, command, request(actor)));
const draft = (...listed: string[]): SubmissionCommand => ({
  type: 'draft',
  data: { title: 'Đề nghị tặng Huân chương', to: { level: 'MP' }, dossiers: listed },
});
const send: SubmissionCommand = { type: 'send', data: { letter: { number: '8/TTr', date: TODAY } } };
const receive: SubmissionCommand = { type: 'receive', data: {} };

/** Runs every reaction over the whole log, as a follower would. */
async function react(): Promise<string[]> {
  const refused: string[] = [];
  const { events } = await store.readAll({ after: 'start', limit: 1_000 });
  for (const event of events) {
    for (const reaction of submissionReactions(submissions)) {
      if (reaction.type !== event.type || !event.stream.startsWith(reaction.streamPrefix)) continue;
      refused.push(...(await reaction.react(event)).map(({ refusal }) => refusal.code));
    }
  }
  return refused;
}

/** Dies between the letter and the dossiers that it lists. */
class DiesBeforeEntering extends Dossiers {
  override async execute(...[id, command, asked]: Parameters<Dossiers['execute']>) {
    if (command.type === 'enter-in-submission') throw new Error('killed');
    return super.execute(id, command, asked);
  }
}

const stepsOf = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await dossiers.load(id))?.step));

async function typesOf(id: string): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of store.readStream(dossierStream(id))) types.push(type);
  return types;
}

describe('what follows from a letter for its dossiers', () => {
  beforeEach(async () => {
    store = new InMemoryEventStore();
    dossiers = new Dossiers(store, law, clock);
    submissions = new Submissions(store, dossiers, law, clock);
    for (const id of ['d1', 'd2']) await waiting(id);
  });

  it('each goes up once and is received once, however often it is told, because of the letter and for who sent it', async () => {
    await take(draft('d1', 'd2'));
    await take(send, authority);
    expect(await stepsOf('d1', 'd2')).toEqual(['submit-up.mp', 'submit-up.mp']);
    expect(await react()).toEqual([]);
    expect(await stepsOf('d1', 'd2')).toEqual(['intake.mp', 'intake.mp']);
    await take(receive);
    expect(await react()).toEqual([]);
    expect(await stepsOf('d1', 'd2')).toEqual(['return.mp', 'return.mp']);
    const once = await typesOf('d1');
    expect(await react()).toEqual([]);
    expect(await typesOf('d1')).toEqual(once);
    expect(once.filter((type) => type === 'DossierReceived')).toHaveLength(1);

    const log = (await store.readAll({ after: 'start', limit: 1_000 })).events;
    const sending = log.find(({ type }) => type === 'SubmissionSent');
    const carried = log.filter(({ data }) => data['submissionId'] === 'T1' && data['at'] === 'submit-up.mp');
    expect(carried.map(({ metadata }) => [metadata['causationId'], metadata['actor']])).toEqual(
      ['d1', 'd2'].map(() => [sending?.id, expect.objectContaining({ id: 'system', onBehalfOf: authority.id })]),
    );
    expect((await dossiers.load('d1'))?.receipts).toEqual({ MP: clock.now() });
  });

  it('a receipt that comes before the reaction does its work first, and the reaction then changes nothing', async () => {
    await take(draft('d1', 'd2'));
    await take(send, authority);
    await take(receive);
    expect((await submissions.load('T1'))?.received?.dossiers).toEqual(['d1', 'd2']);
    expect(await react()).toEqual([]);
    expect(await stepsOf('d1', 'd2')).toEqual(['return.mp', 'return.mp']);
    expect((await typesOf('d2')).filter((type) => type === 'StepCompleted')).toHaveLength(3);
  });

  it('one that was withdrawn before it could go is a failure of the reaction, stands on the letter, and the others go', async () => {
    await take(draft('d1', 'd2'));
    await take(send, authority);
    valueOf(await dossiers.execute('d1', { type: 'withdraw', data: { reason: 'Rút' } }, request(unit)));
    expect(await react()).toEqual(['DOSSIER_NOT_IN_SUBMISSION']);
    expect(await stepsOf('d1', 'd2')).toEqual(['withdrawn', 'intake.mp']);
    const left = { at: 'sending', code: 'DOSSIER_NOT_IN_SUBMISSION', params: [{ name: 'dossier', values: ['d1'] }] };
    expect((await submissions.load('T1'))?.left).toEqual(new Map([['d1', left]]));
    // Told again, it is noted once; and what was not carried is not received.
    const { revision } = (await submissions.load('T1'))!;
    await react();
    expect((await submissions.load('T1'))?.revision).toBe(revision);
    await take(receive);
    expect((await submissions.load('T1'))?.received?.dossiers).toEqual(['d2']);
  });

  it('tells nobody where a dossier stands of which he may not know', async () => {
    const drafted = { procedure: 'HCLD3', kind: 'cong_trang', title: 'd3', bodyId: 'ubnd-tinh' } as const;
    valueOf(await dossiers.execute('d3', { type: 'draft', data: drafted }, request(unit)));
    const asked = await submissions.execute('T1', draft('d3'), request(officer));
    expect(asked).toEqual({ ok: false, error: { code: 'OTHER_UNIT', params: { dossier: 'd3' } } });
  });

  it('who sends enters the dossiers that a crash has left out', async () => {
    const dying = new Submissions(store, new DiesBeforeEntering(store, law, clock), law, clock);
    await expect(dying.execute('T1', draft('d1'), request(officer))).rejects.toThrow('killed');
    expect((await dossiers.load('d1'))?.submission).toBeUndefined();
    await take(send, authority);
    expect((await dossiers.load('d1'))?.submission).toMatchObject({ id: 'T1', carried: false });
  });

  it('taken off or given up, a dossier is free for another letter, and the loser of a race frees nothing', async () => {
    await take(draft('d1', 'd2'));
    await take({ type: 'remove-dossier', data: { dossierId: 'd1' } });
    await react();
    await take(draft('d1'), officer, 'T2');
    expect((await dossiers.load('d1'))?.submission?.id).toBe('T2');
    await take({ type: 'abandon', data: { reason: 'Thôi' } });
    await react();
    const after = await Promise.all(['d1', 'd2'].map(async (id) => (await dossiers.load(id))?.submission?.id));
    expect(after).toEqual(['T2', undefined]);
    await take({ type: 'add-dossiers', data: { dossiers: ['d2'] } }, officer, 'T2');
    expect((await submissions.all()).map(({ id, stage, dossiers }) => [id, stage, dossiers])).toEqual([
      ['T1', 'abandoned', ['d2']],
      ['T2', 'drafted', ['d1', 'd2']],
    ]);
  });
});
