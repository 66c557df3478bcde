import type { Page, WorkItem, WorkList } from '#libs/service/read-models';
import type { CommandAnswer } from '#libs/service/commands';
import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { colleague } from '../support/other-people.js';
import { BODY, leaves, staffOfTheBody, staffTheBody } from '../support/staffed-office.js';

const LEAVER = 'acc-tham-dinh';
const NEWCOMER = colleague.id;
const HEAD = 'acc-lanh-dao';
const UNIT = `/api/v1/units/${BODY}`;

interface OpenWorkItem {
  readonly dossierId: string;
  readonly role: string;
  readonly title: string | null;
  readonly held: boolean;
  readonly handoverId: string | null;
}

interface HandoverReply {
  readonly state: string;
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly toPositionTitle: { readonly vi: string; readonly en: string };
  readonly summary: Readonly<Record<string, number>>;
  readonly firstDates: readonly { readonly dueAt: string }[];
  readonly items: readonly {
    readonly dossierId: string;
    readonly standing: string;
    readonly note: string | null;
    readonly arrived: boolean;
    readonly due: readonly { readonly clock: string; readonly dueAt: string }[];
    readonly missing: readonly string[];
    readonly history: readonly {
      readonly type: string;
      readonly sentence: { readonly vi: string; readonly en: string };
    }[];
  }[];
  readonly next: string | null;
}

/** Monday is the last day of the leaver, on Tuesday the newcomer answers for all he had. */
describe('R60: a leaver hands over all his open work', () => {
  let office: Office;
  const dossiers: WayfarerDossier[] = [];
  let handoverId = '';

  const nth = (index: number): WayfarerDossier => dossiers[index]!;
  const act = async (who: string, { path }: WayfarerDossier, command: string, body: object = {}) =>
    must(office.as(who).post(`${path}/${command}`, body));
  const ids = async (who: string, list: WorkList) => (await listed(who, list)).map(({ dossierId }) => dossierId).sort();
  async function listed(who: string, list: WorkList): Promise<readonly WorkItem[]> {
    const head = encodeURIComponent(await office.foundation.store.head());
    const path = `/api/v1/worklist?list=${list}&minPosition=${head}`;
    const page = await must(office.as(who).get<Page<WorkItem> & { behind: boolean }>(path));
    expect(page.behind).toBe(false);
    return page.items;
  }
  const openWork = async (who: string, account: keyof typeof staffOfTheBody) =>
    must(
      office
        .as(who)
        .get<{ items: OpenWorkItem[] }>(`${UNIT}/open-work?account=${account}&position=${staffOfTheBody[account]}`),
    );
  const propose = (more: object = {}) => ({
    positionId: staffOfTheBody[LEAVER],
    fromAccountId: LEAVER,
    toPositionId: staffOfTheBody[NEWCOMER],
    toAccountId: NEWCOMER,
    on: '2026-08-25',
    ...more,
  });
  const confirm = (who: string, side: string) =>
    office.as(who).post<CommandAnswer & Problem>(`${UNIT}/confirm-handover`, { handoverId, side });
  const view = (who: string, more = '') =>
    office.as(who).get<HandoverReply & Problem>(`/api/v1/handovers/${handoverId}${more}`);
  const dossierIds = (...indexes: number[]) => indexes.map((index) => nth(index).id).sort();

  beforeAll(async () => {
    office = await openOffice({ accounts: [colleague] });
    await staffTheBody(office);
    for (const title of ['Hồ sơ Một', 'Hồ sơ Hai', 'Hồ sơ Ba', 'Hồ sơ Bốn'])
      dossiers.push(await officeWay(office, 'received', { title }));
    await act(LEAVER, nth(0), 'claim');
    await act(HEAD, nth(1), 'assign', { accountId: LEAVER, positionId: staffOfTheBody[LEAVER] });
    await act(NEWCOMER, nth(3), 'claim');
  }, 180_000);
  afterAll(() => office.close());

  it('which is what he holds, by the log and not by a view: also while the projector stands still', async () => {
    await office.projector.stop();
    await act(LEAVER, nth(1), 'suspend', {
      ground: 'complaint',
      reason: 'Có đơn',
      letter: { number: '1/CV', date: '2026-08-24' },
    });
    await act(LEAVER, nth(1), 'resume', { reason: 'Đã rõ' });
    await act(LEAVER, nth(2), 'claim');
    expect((await openWork(LEAVER, LEAVER)).items.map(({ dossierId }) => dossierId)).toEqual(dossierIds(0, 1, 2));
    await act(LEAVER, nth(2), 'release', { reason: 'Nhầm' });
    await office.projector.start();
    const { items } = await openWork(HEAD, LEAVER);
    expect(items.map(({ dossierId, role, held }) => [dossierId, role, held])).toEqual(
      dossierIds(0, 1).map((id) => [id, 'officer', true]),
    );
    expect(await ids(LEAVER, 'mine')).toEqual(dossierIds(0, 1));
    const others = await office
      .as(NEWCOMER)
      .get<Problem>(`${UNIT}/open-work?account=${LEAVER}&position=${staffOfTheBody[LEAVER]}`);
    expect([others.status, others.body.code]).toEqual([403, 'NOT_A_PARTY']);
  });

  it('which who leads the section sees too, and not that of who signs', async () => {
    const operator = office.as('acc-van-hanh');
    const lead = 'acc-truong-phong';
    const unit = await must(operator.get<{ positions: { roles: string[] }[] }>(UNIT));
    if (!unit.positions.some(({ roles }) => roles.includes('section_head'))) {
      const positionId = 'pos-truong-phong';
      const title = { vi: 'Trưởng phòng', en: 'Head of section' };
      const given = { positionId, title, roles: ['section_head'], from: '2016-01-01' };
      await must(operator.post(`${UNIT}/create-position`, given));
      await must(operator.post(`${UNIT}/appoint`, { positionId, accountId: lead, from: '2020-01-01' }));
    }
    expect((await openWork(lead, LEAVER)).items.map(({ dossierId }) => dossierId).sort()).toEqual(dossierIds(0, 1));
    const above = await office
      .as(lead)
      .get<Problem>(`${UNIT}/open-work?account=${HEAD}&position=${staffOfTheBody['acc-lanh-dao']}`);
    expect([above.status, above.body.code]).toEqual([403, 'NOT_A_PARTY']);
  });

  it('which an operator, who may propose it, sees without a title', async () => {
    const { items } = await openWork('acc-van-hanh', LEAVER);
    expect(items.map(({ dossierId, title }) => [dossierId, title]).sort()).toEqual(
      dossierIds(0, 1).map((id) => [id, null]),
    );
  });

  it('of which none is left out in silence', async () => {
    const some = { items: [{ dossierId: nth(0).id, role: 'officer', note: 'Sở Y tế hứa gửi trước 28/08' }] };
    await must(office.as(HEAD).get(UNIT));
    const silent = await office.as(LEAVER).post<Problem>(`${UNIT}/propose-handover`, propose(some));
    expect([silent.status, silent.body.code, silent.body.params?.['items']]).toEqual([
      422,
      'WORK_LEFT_OUT',
      [`${nth(1).id}/officer`],
    ]);
    const all = [...some.items, { dossierId: nth(1).id, role: 'officer' }];
    expect((await must(office.as(LEAVER).post(`${UNIT}/propose-handover`, propose({ items: all })))).events).toEqual([
      'HandoverProposed',
    ]);
    const { items } = await must(
      office.as(LEAVER).get<{ items: { handoverId: string }[] }>('/api/v1/handovers?state=open'),
    );
    handoverId = items[0]?.handoverId ?? '';
    const { reason } = { reason: 'Làm lại, lấy hết' };
    await must(office.as(LEAVER).post(`${UNIT}/withdraw-handover`, { handoverId, reason }));
  });

  it('and is taken whole by a proposal without a list; both sides and the head read it, nobody else', async () => {
    const items = [{ dossierId: nth(0).id, role: 'officer', note: 'Sở Y tế hứa gửi trước 28/08' }];
    const leftOut = [{ dossierId: nth(1).id, role: 'officer', reason: 'thử' }];
    await must(office.as(LEAVER).post(`${UNIT}/propose-handover`, propose({ items, leftOut })));
    const first = await must(office.as(HEAD).get<{ items: { handoverId: string }[] }>('/api/v1/handovers?state=open'));
    handoverId = first.items[0]?.handoverId ?? '';
    await must(office.as(NEWCOMER).post(`${UNIT}/withdraw-handover`, { handoverId, reason: 'Không để lại gì' }));

    await must(office.as(LEAVER).post(`${UNIT}/propose-handover`, propose({ note: 'Còn hai hồ sơ' })));
    const open = await must(
      office.as(NEWCOMER).get<{ items: { handoverId: string }[] }>('/api/v1/handovers?state=open'),
    );
    expect(open.items).toMatchObject([{ state: 'open', items: 2, fromAccountId: LEAVER, confirmed: [] }]);
    handoverId = open.items[0]?.handoverId ?? '';
    for (const who of [LEAVER, NEWCOMER, HEAD]) expect((await view(who)).status).toBe(200);
    for (const who of ['acc-van-thu', 'acc-van-hanh', 'acc-thanh-tra']) expect((await view(who)).status).toBe(404);
    expect((await openWork(LEAVER, LEAVER)).items.map((each) => each.handoverId)).toEqual([handoverId, handoverId]);
  });

  it('with what comes to him in between, and without an event or a new deadline in any dossier', async () => {
    const deadlines = async () =>
      Promise.all(
        dossiers.map(async ({ id }) =>
          [...(await office.dossiers.load(id))!.deadlines.values()].map(({ terms }) => terms),
        ),
      );
    expect((await confirm(LEAVER, 'giver')).body.events).toEqual(['HandoverConfirmed']);
    await act(HEAD, nth(2), 'assign', { accountId: LEAVER, positionId: staffOfTheBody[LEAVER] });
    const remaining = (await must(view(NEWCOMER))).summary['remaining'];
    expect(remaining).toBe(1);
    const before = await deadlines();
    const revisions = await Promise.all(dossiers.map(async ({ id }) => (await office.dossiers.load(id))!.revision));
    await must(office.as(NEWCOMER).get(UNIT));
    expect((await confirm(NEWCOMER, 'taker')).body.events).toEqual(['HandoverConfirmed', 'HandoverCompleted']);
    expect(await deadlines()).toEqual(before);
    expect(await Promise.all(dossiers.map(async ({ id }) => (await office.dossiers.load(id))!.revision))).toEqual(
      revisions,
    );
    const { summary } = await must(view(NEWCOMER));
    expect(summary).toMatchObject({ items: 3, arrived: 1, remaining: 3, gone: 0 });
  });

  it('until the day comes it is his; then it stands in the newcomer’s worklist and is his to act on', async () => {
    expect(await ids(LEAVER, 'mine')).toEqual(dossierIds(0, 1, 2));
    expect(await ids(NEWCOMER, 'mine')).toEqual([nth(3).id]);
    office.clock.travelTo('2026-08-25T02:00:00.000Z');
    expect(await ids(LEAVER, 'mine')).toEqual([]);
    expect(await ids(NEWCOMER, 'mine')).toEqual(dossierIds(0, 1, 2, 3));
    const taken = (await listed(NEWCOMER, 'mine')).find(({ dossierId }) => dossierId === nth(2).id);
    expect(taken).toMatchObject({ handoverId, holderAccountId: NEWCOMER, holderPositionId: staffOfTheBody[NEWCOMER] });
    expect((await openWork(LEAVER, LEAVER)).items).toEqual([]);
    await must(office.as(LEAVER).get(nth(0).path));
    const refused = await office.as(LEAVER).post<Problem>(`${nth(0).path}/release`, { reason: 'x' });
    expect([refused.status, refused.body.code, refused.body.params?.['account']]).toEqual([
      403,
      'NOT_THE_HOLDER',
      NEWCOMER,
    ]);
    expect((await act(NEWCOMER, nth(0), 'release', { reason: 'Có quan hệ thân thích' })).events).toEqual([
      'DossierReleased',
    ]);
    expect(await ids(NEWCOMER, 'free')).toEqual([nth(0).id]);
  });

  it('and the newcomer reads of each dossier what is due, what is missing and its dated history', async () => {
    const reply = await must(view(NEWCOMER));
    expect(reply.summary).toMatchObject({ items: 3, overdue: 0, inTime: 3, paused: 0 });
    expect(reply.firstDates).toHaveLength(5);
    expect(reply.firstDates.map(({ dueAt }) => dueAt)).toEqual(reply.firstDates.map(({ dueAt }) => dueAt).sort());
    const found = reply.items.find(({ dossierId }) => dossierId === nth(1).id);
    expect(found?.standing).toBe('inTime');
    expect([reply.fromName, reply.toName]).toEqual(['Phạm Quốc Bảo', colleague.name]);
    expect(reply.toPositionTitle.vi).not.toBe('');
    expect(found?.due.map(({ clock }) => clock).sort()).toEqual(['appraise', 'screen']);
    expect(found?.missing).toEqual([]);
    expect(found?.history[0]?.type).toBe('DossierDrafted');
    const assigned = found?.history.find(({ type }) => type === 'DossierAssigned');
    expect(assigned?.sentence).toMatchObject({
      vi: expect.stringContaining('Phân công việc thẩm định') as string,
      en: expect.stringContaining('Assigned the appraisal') as string,
    });
    const one = await must(view(NEWCOMER, '?limit=1'));
    expect([one.items.length, one.summary['items'], typeof one.next]).toEqual([1, 3, 'string']);
    const rest = await must(view(NEWCOMER, `?limit=5&cursor=${one.next ?? ''}`));
    expect([...one.items, ...rest.items].map(({ dossierId }) => dossierId).sort()).toEqual(dossierIds(0, 1, 2));
  });

  it('who goes without handing over leaves it at a vacant position, on the head’s worklist', async () => {
    await leaves(office, NEWCOMER, '2026-08-26');
    expect(await ids(HEAD, 'mine')).toEqual([]);
    office.clock.travelTo('2026-08-26T02:00:00.000Z');
    const vacant = await listed(HEAD, 'mine');
    expect(vacant.map(({ dossierId }) => dossierId).sort()).toEqual(dossierIds(1, 2, 3));
    for (const item of vacant)
      expect(item).toMatchObject({
        vacant: true,
        holderAccountId: NEWCOMER,
        holderPositionId: staffOfTheBody[NEWCOMER],
      });
    const open = await openWork(HEAD, NEWCOMER);
    expect(open.items).toHaveLength(3);
    const back = propose({
      positionId: staffOfTheBody[NEWCOMER],
      fromAccountId: NEWCOMER,
      toPositionId: staffOfTheBody[LEAVER],
      toAccountId: LEAVER,
      on: '2026-08-26',
    });
    await must(office.as(HEAD).get(UNIT));
    await must(office.as(HEAD).post(`${UNIT}/propose-handover`, back));
    const { items } = await must(
      office.as(HEAD).get<{ items: { handoverId: string }[] }>('/api/v1/handovers?state=open'),
    );
    handoverId = items[0]?.handoverId ?? '';
    expect((await confirm(HEAD, 'giver')).status).toBe(200);
    expect((await confirm(LEAVER, 'taker')).status).toBe(200);
    expect(await ids(LEAVER, 'mine')).toEqual(dossierIds(1, 2, 3));
    expect(await ids(HEAD, 'mine')).toEqual([]);
  });
});
