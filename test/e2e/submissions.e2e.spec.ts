import { randomUUID } from 'node:crypto';
import type { DossierView } from '#libs/domain/dossier';
import type { Bilingual } from '#libs/domain/kernel';
import { eventually } from '#libs/platform/testing';
import type { CommandAnswer } from '#libs/service/commands';
import type { Page } from '#libs/service/read-models';
import type { CommandTold, TimelineEntry } from '#libs/service/reading';
import { must, type Problem, type Reply } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { person } from '../support/other-people.js';
import { noticedOrder, passNotice } from '../support/waiting-orders.js';

interface Letter {
  readonly id: string;
  readonly revision: number;
  readonly stage: string;
  readonly letter: { readonly number: string } | null;
  readonly dossiers: readonly {
    readonly dossierId: string;
    readonly title: string | null;
    readonly step: { readonly code: string } | null;
    readonly procedureCode: string | null;
    readonly left: { readonly at: string; readonly code: string; readonly details: Bilingual } | null;
  }[];
}
interface Waiting {
  readonly dossierId: string;
  readonly ways: readonly { readonly level: string }[];
}
interface Listed {
  readonly id: string;
  readonly stage: string;
  readonly dossiers: number;
  readonly left: number;
}

const MINISTRY = 'bo-noi-vu';
const TITLE = 'Đề nghị tặng Huân chương Lao động hạng Ba';

const ministry = person('acc-bo', MINISTRY, 'officer');
const elsewhere = person('acc-tinh-khac', 'ubnd-tinh-khac', 'officer', 'authority');

describe('One letter that carries several dossiers (tờ trình)', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({ accounts: [ministry, elsewhere] });
  }, 180_000);
  afterAll(async () => office?.close());

  const unit = () => office.as('acc-don-vi');
  const officer = () => office.as('acc-tham-dinh');
  const authority = () => office.as('acc-lanh-dao');
  const auditor = () => office.as('acc-thanh-tra');

  const dossier = (id: string) => must(auditor().get<DossierView>(`/api/v1/dossiers/${id}`));
  const letterOf = (id: string) => must(officer().get<Letter>(`/api/v1/submissions/${id}`));
  const today = () => office.today();

  /** What a letter could carry, as the lists show it now. */
  async function waitingFor(who: ReturnType<typeof officer>): Promise<readonly Waiting[]> {
    const minPosition = await office.foundation.store.head();
    return (await must(who.get<Page<Waiting>>(`/api/v1/submissions/waiting?limit=200&minPosition=${minPosition}`)))
      .items;
  }

  /** What somebody may do with a letter; where he may not, the code of the no. */
  async function allowed(who: ReturnType<typeof officer>, id: string): Promise<Record<string, true | string>> {
    const { commands } = await must(
      who.get<{ readonly commands: readonly CommandTold[] }>(`/api/v1/submissions/${id}/allowed`),
    );
    return Object.fromEntries(commands.map(({ command, refusal }) => [command, refusal?.code ?? true]));
  }

  let serial = 0;
  /** Several of them at once: all wait for their notice together. */
  async function atTheLetter(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let each = 0; each < count; each++) ids.push(await noticedOrder(office, `Người Được Trình ${++serial}`));
    office.clock.travelTo(new Date(Date.parse(office.clock.now()) + 20 * 86_400_000).toISOString());
    for (const id of ids) await passNotice(office, id);
    return ids;
  }

  const draft = (dossiers: readonly string[], to: object = { level: 'MOHA' }, who = officer()) =>
    who.post('/api/v1/submissions', { title: TITLE, to, dossiers });
  const send = (id: string, number = '88/TTr-UBND', key?: string): Promise<Reply<CommandAnswer>> =>
    authority().post(`/api/v1/submissions/${id}/send`, { letter: { number, date: today() } }, key ? { key } : {});
  const eventuallyAt = (ids: readonly string[], step: string) =>
    eventually(`${ids.length} dossiers at ${step}`, async () => {
      const all = await Promise.all(ids.map(dossier));
      return all.every((each) => each.step === step);
    });
  const problem = (reply: Reply<unknown>) => reply.body as Problem;

  it('carries three to a ministry outside, whose receipt is written down in one act; one is returned alone', async () => {
    const three = await atTheLetter(3);
    const waits = async () => (await waitingFor(officer())).filter(({ dossierId }) => three.includes(dossierId));
    expect((await waits()).map(({ ways }) => ways)).toEqual(
      three.map(() => [
        { level: 'MOHA', name: { vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' }, toBody: true, outside: true },
      ]),
    );
    expect((await waitingFor(office.as(elsewhere.id))).map(({ dossierId }) => dossierId)).toEqual([]);
    const { id } = await must(draft(three));
    expect(await waits()).toEqual([]);
    expect(await allowed(officer(), id)).toEqual({
      'add-dossiers': true,
      'remove-dossier': true,
      send: 'POSITION_NOT_ALLOWED',
      receive: 'SUBMISSION_NOT_SENT',
      abandon: true,
    });
    expect(await allowed(authority(), id)).toMatchObject({ send: true, abandon: true });
    expect(await dossier(three[0]!)).toMatchObject({ step: 'submit-up.moha', submission: { id, carried: false } });

    const key = randomUUID();
    const first = await must(send(id, '88/TTr-UBND', key));
    await letterOf(id);
    const again = await must(authority().post(`/api/v1/submissions/${id}/send`, bodyOf('88/TTr-UBND'), { key }));
    expect(again.revision).toBe(first.revision);
    const twice = await send(id);
    expect([twice.status, problem(twice).code]).toEqual([409, 'SUBMISSION_SENT']);
    await eventuallyAt(three, 'intake.moha');

    expect(await allowed(officer(), id)).toMatchObject({ send: 'SUBMISSION_SENT', receive: true });
    expect(await allowed(auditor(), id)).toMatchObject({ receive: 'POSITION_NOT_ALLOWED' });
    await must(officer().post(`/api/v1/submissions/${id}/receive`));
    await eventuallyAt(three, 'return.moha');
    const histories = await Promise.all(three.map(historyOf));
    for (const [index, history] of histories.entries()) {
      expect(history.filter((type) => type === 'StepCompleted at submit-up.moha 88/TTr-UBND')).toHaveLength(1);
      expect(history.filter((type) => type === 'DossierReceived MOHA')).toHaveLength(1);
      const { deadlines } = await dossier(three[index]!);
      expect(deadlines.filter(({ clock }) => clock === 'return-moha')).toMatchObject([{ state: 'running' }]);
      expect(deadlines.filter(({ clock }) => clock === 'appraise-moha')).toMatchObject([{ state: 'running' }]);
    }
    expect(await letterOf(id)).toMatchObject({ stage: 'received', dossiers: three.map(() => ({ left: null })) });

    const [back, ...others] = three;
    await must(officer().post(`/api/v1/dossiers/${back}/return`, { reason: 'Thiếu xác nhận thuế' }));
    for (const other of others) {
      await must(officer().post(`/api/v1/dossiers/${other}/complete-step`, { outcome: 'qualified' }));
    }
    const steps = (await letterOf(id)).dossiers.map(({ step }) => step?.code);
    expect(steps).toEqual(['rework.moha', 'appraise.moha', 'appraise.moha']);

    // The one that came back goes up again by another letter; the first has nothing to do with it any more.
    await must(officer().post(`/api/v1/dossiers/${back}/complete-step`, { outcome: 'resubmit' }));
    const second = await must(draft([back!]));
    await must(send(second.id, '95/TTr-UBND'));
    await eventuallyAt([back!], 'intake.moha');
    expect((await dossier(back!)).submission).toMatchObject({ id: second.id, carried: true });
  }, 120_000);

  const bodyOf = (number: string) => ({ letter: { number, date: today() } });

  /** The facts of a dossier that a letter makes, in a word each. */
  async function historyOf(id: string): Promise<string[]> {
    const told: string[] = [];
    for await (const { type, data } of office.foundation.store.readStream(`dossier-${id}`)) {
      const { at, level, letter } = data as { at?: string; level?: string; letter?: { number: string } };
      if (type === 'StepCompleted') told.push(`${type} at ${at} ${letter?.number}`);
      if (type === 'DossierReceived') told.push(`${type} ${level}`);
    }
    return told;
  }

  /** The letter calls a dossier by its title, and the dossier the letter; who sees no letters is told the first figures of its id. */
  async function saidInNames(letter: string, taken: string): Promise<void> {
    const { title } = await dossier(taken);
    const told = async (who: ReturnType<typeof officer>, path: string) =>
      (await must(who.get<{ readonly items: readonly TimelineEntry[] }>(`/api/v1/${path}`))).items.map(
        ({ sentences }) => sentences.vi.replace(/ \(hiệu lực từ .*\)$/, ''),
      );
    const newest = (who: ReturnType<typeof officer>) =>
      told(who, `dossiers/${taken}/timeline?order=newestFirst&limit=2`);
    expect(await told(officer(), `submissions/${letter}/timeline`)).toContain(`Rút hồ sơ “${title}” khỏi tờ trình`);
    await eventually('its timeline has come as far', async () => (await newest(officer()))[0]?.startsWith('Rút'));
    expect(await newest(officer())).toEqual([`Rút khỏi tờ trình “${TITLE}”`, `Đưa vào tờ trình “${TITLE}”`]);
    expect(await newest(unit())).toContain(`Rút khỏi tờ trình ${letter.slice(0, 8)}`);
  }

  it('goes to a ministry that works here: whoever receives there does it for all, and reads the letter once it is sent', async () => {
    const two = await atTheLetter(2);
    const { id } = await must(draft(two, { level: 'MOHA', bodyId: MINISTRY }));
    const path = `/api/v1/submissions/${id}`;
    expect((await office.as(ministry.id).get(path)).status).toBe(404);
    await must(send(id, '89/TTr-UBND'));
    await eventuallyAt(two, 'intake.moha');
    expect(await dossier(two[0]!)).toMatchObject({ bodyId: MINISTRY });
    expect((await must(office.as(ministry.id).get<Letter>(path))).dossiers.map(({ title }) => title)).toEqual(
      (await Promise.all(two.map(dossier))).map(({ title }) => title),
    );
    expect(await allowed(officer(), id)).toMatchObject({ receive: 'OTHER_UNIT' });
    expect(await allowed(office.as(ministry.id), id)).toMatchObject({ receive: true, abandon: 'OTHER_UNIT' });
    expect((await office.as(elsewhere.id).get(`${path}/allowed`)).status).toBe(404);
    // Each of them is told to the officers of the ministry, as one that came alone would be.
    await eventually('the ministry is told of both', async () => {
      const { items } = await must(
        office.as(ministry.id).get<Page<{ readonly dossierId: string | null }>>('/api/v1/notifications?limit=100'),
      );
      return two.every((dossierId) => items.some((each) => each.dossierId === dossierId));
    });
    // Its own officer receives, not the province that sent it, and not a stranger.
    const own = await officer().post(`${path}/receive`);
    expect([own.status, problem(own).code]).toEqual([403, 'OTHER_UNIT']);
    expect((await office.as(elsewhere.id).get(path)).status).toBe(404);
    const stranger = await office.as(elsewhere.id).post(`${path}/receive`);
    expect([stranger.status, problem(stranger).code]).toEqual([403, 'OTHER_UNIT']);
    await must(office.as(ministry.id).post(`${path}/receive`));
    await eventuallyAt(two, 'return.moha');

    // Its history names everybody to the ministry, before which it lies, and to the province its own people.
    const history = async (who: string) =>
      (await must(office.as(who).get<{ readonly items: readonly TimelineEntry[] }>(`${path}/timeline`))).items;
    const told = (items: readonly TimelineEntry[]) => items.map(({ type, by }) => [type, by.name, by.unit?.vi]);
    const provinces = 'Ủy ban nhân dân tỉnh';
    expect(told(await history('acc-lanh-dao'))).toEqual([
      ['SubmissionDrafted', 'Phạm Quốc Bảo', provinces],
      ['SubmissionSent', 'Đặng Văn Thành', provinces],
      ['SubmissionReceived', null, expect.any(String)],
    ]);
    const theirs = await history(ministry.id);
    expect(told(theirs).map(([, name]) => name)).toEqual(['Phạm Quốc Bảo', 'Đặng Văn Thành', ministry.name]);
    expect(theirs.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(theirs[1]?.sentences.vi).toContain('Gửi Tờ trình số 89/TTr-UBND');
    expect((await office.as(elsewhere.id).get(`${path}/timeline`)).status).toBe(404);

    const list = async (who: string, query = '') =>
      (await must(office.as(who).get<Page<Listed>>(`/api/v1/submissions${query}`))).items.map((each) => each.id);
    expect(await list(ministry.id)).toEqual([id]);
    expect(await list(elsewhere.id)).toEqual([]);
    expect(await list('acc-tham-dinh', '?stage=received')).toContain(id);
    const page = await must(officer().get<Page<Listed>>('/api/v1/submissions?limit=1'));
    expect(page.items).toHaveLength(1);
    expect(page.items[0]).toMatchObject({ id, dossiers: 2, left: 0, stage: 'received' });
    const next = await list('acc-tham-dinh', `?limit=1&cursor=${page.next}`);
    expect(next).toHaveLength(1);
    expect(next).not.toContain(id);
  }, 120_000);

  it('a dossier for which two letters race is on exactly one of them', async () => {
    const [wanted, own] = await atTheLetter(2);
    const drafts = await Promise.all([draft([wanted!]), draft([wanted!, own!])]);
    // Whoever asks the dossier later is told so at once; who asks at the same moment learns it when the letter is to be sent.
    const ids = drafts.flatMap(({ status, body }) => (status === 201 ? [body.id] : []));
    for (const refused of drafts.filter(({ status }) => status !== 201)) {
      expect(problem(refused).code).toBe('DOSSIER_IN_ANOTHER_SUBMISSION');
    }
    for (const id of ids) await letterOf(id);
    const sent = await Promise.all(ids.map((id, index) => send(id, `9${index}/TTr-UBND`)));
    const won = sent.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const lost of sent.filter(({ status }) => status !== 200)) {
      expect(problem(lost)).toMatchObject({
        code: 'DOSSIER_IN_ANOTHER_SUBMISSION',
        params: { dossiers: [wanted] },
      });
    }
    await eventuallyAt([wanted!], 'intake.moha');
    const history = await historyOf(wanted!);
    expect(history.filter((each) => each.startsWith('StepCompleted at submit-up.moha'))).toHaveLength(1);
    expect((await dossier(wanted!)).submission?.id).toBe(won[0]?.body.id);
  }, 120_000);

  it('one that is withdrawn on the way is named on the letter and stops none of the others', async () => {
    const three = await atTheLetter(3);
    const [first, second, third] = three as [string, string, string];
    const { id } = await must(draft([first, second]));
    const path = `/api/v1/submissions/${id}`;
    await must(officer().post(`${path}/add-dossiers`, { dossiers: [third] }));
    await must(officer().post(`${path}/remove-dossier`, { dossierId: third }));
    await eventually('the third is free', async () => (await dossier(third)).submission === undefined);
    await saidInNames(id, third);
    const another = await must(draft([third]));
    await must(officer().post(`/api/v1/submissions/${another.id}/abandon`, { reason: 'Trình vào đợt sau' }));
    await eventually('it is free again', async () => (await dossier(third)).submission === undefined);

    await must(send(id, '96/TTr-UBND'));
    await eventuallyAt([first, second], 'intake.moha');
    await must(unit().post(`/api/v1/dossiers/${second}/withdraw`, { reason: 'Đơn vị xin rút' }));
    await must(officer().post(`${path}/receive`));
    await eventuallyAt([first], 'return.moha');
    const [gone, back] = (await letterOf(id)).dossiers;
    expect(gone).toMatchObject({ dossierId: first, procedureCode: 'HCLD3', left: null });
    expect(back).toMatchObject({ dossierId: second, left: { at: 'receipt', code: 'DOSSIER_NOT_IN_SUBMISSION' } });
    expect(back?.left?.details.vi).toContain(`Hồ sơ ${back?.title} không nằm trong tờ trình này`);
    expect((await must(officer().post(`/api/v1/dossiers/${first}/complete-step`, { outcome: 'qualified' }))).id).toBe(
      first,
    );
  }, 120_000);

  it('is for the offices and their auditors, drafted by who prepares it and sent by who may sign each dossier on it', async () => {
    const [one] = await atTheLetter(1);
    expect(problem(await draft([one!], { level: 'MOHA' }, unit())).code).toBe('POSITION_NOT_ALLOWED');
    expect(problem(await draft([one!], { level: 'MP' })).code).toBe('DOSSIER_NOT_READY_FOR_SUBMISSION');
    const { id } = await must(draft([one!]));
    const bySomebody = await officer().post(`/api/v1/submissions/${id}/send`, bodyOf('97/TTr-UBND'));
    expect([bySomebody.status, problem(bySomebody).code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
    const blind = await authority().post(`/api/v1/submissions/${id}/send`, bodyOf('97/TTr-UBND'), { ifMatch: null });
    expect(problem(blind).code).toBe('IF_MATCH_MISSING');
    expect((await auditor().get(`/api/v1/submissions/${id}`)).status).toBe(200);
    expect((await unit().get(`/api/v1/submissions/${id}`)).status).toBe(404);
    expect((await office.as('acc-van-hanh').get('/api/v1/submissions')).status).toBe(403);
  }, 120_000);
});
