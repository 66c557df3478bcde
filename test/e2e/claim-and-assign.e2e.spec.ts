import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/platform/testing';
import type { CommandAnswer } from '#libs/service/commands';
import {
  type DueGroup,
  dueGroups,
  type Page,
  type WorkCounts,
  type WorkItem,
  type WorkList,
} from '#libs/service/read-models';
import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type OfficeOnAWire, openOfficeOnAWire } from '../support/office.js';
import { colleague } from '../support/other-people.js';
import { staffOfTheBody, staffTheBody } from '../support/staffed-office.js';

const OFFICER = 'acc-tham-dinh';
const SECOND = colleague.id;
const HEAD = 'acc-lanh-dao';
const UNIT = 'acc-don-vi';

type Work = Page<WorkItem & { readonly due: DueGroup }> & { readonly behind: boolean };

interface Bulk {
  readonly assigned: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly position: string | null;
  readonly results: readonly { readonly dossierId: string; readonly outcome: string; readonly code?: string }[];
}

describe('who looks after a dossier', () => {
  let office: OfficeOnAWire;
  const dossiers: WayfarerDossier[] = [];
  let position = '';

  beforeAll(async () => {
    office = await openOfficeOnAWire({ accounts: [colleague] });
    await staffTheBody(office);
    for (const title of ['Khen thưởng đợt Một', 'Khen thưởng đợt Hai', 'Khen thưởng đợt Ba'])
      dossiers.push(await officeWay(office, 'received', { title }));
  }, 180_000);
  afterAll(() => office.close());

  const listed = async (who: string, list: WorkList, more = ''): Promise<Work> => {
    const asked = `/api/v1/worklist?list=${list}${more}${position ? `&minPosition=${encodeURIComponent(position)}` : ''}`;
    const page = await must(office.as(who).get<Work>(asked));
    expect(page.behind).toBe(false);
    return page;
  };
  const ids = async (who: string, list: WorkList, more = '') =>
    (await listed(who, list, more)).items.map(({ dossierId }) => dossierId);
  const act = async (who: string, { path }: WayfarerDossier, command: string, body: object = {}) => {
    const answer = await must(office.as(who).post(`${path}/${command}`, body));
    ({ position } = answer);
    return answer;
  };
  const nth = (index: number): WayfarerDossier => dossiers[index]!;

  it('is nobody at first: it is free for the whole group, soonest due first', async () => {
    const { position: at } = nth(2).answers['receive']!;
    position = at;
    const free = await listed(OFFICER, 'free');
    expect(free.items.map(({ dossierId }) => dossierId).sort()).toEqual(dossiers.map(({ id }) => id).sort());
    expect(free.items[0]).toMatchObject({
      procedureCode: 'BK_TINH',
      step: 'appraisal',
      role: 'officer',
      here: true,
      nextDueClock: 'screen',
      holderAccountId: null,
      due: 'inTime',
      vacant: false,
      individuals: 2,
    });
    expect(await ids(SECOND, 'free')).toHaveLength(3);
    expect([await ids(OFFICER, 'mine'), await ids(OFFICER, 'held')]).toEqual([[], []]);
    expect(await ids(UNIT, 'free')).toEqual([]);
  });

  it('of two who claim it at the same instant exactly one gets it, and the other learns who and since when', async () => {
    const { path, id } = nth(0);
    const revision = (await office.dossiers.load(id))!.revision;
    const claim = (who: string) =>
      office.as(who).post<CommandAnswer & Problem>(`${path}/claim`, {}, { ifMatch: revision });
    const both = await Promise.all([claim(OFFICER), claim(SECOND)]);
    const statuses = both.map(({ status }) => status);
    expect([...statuses].sort()).toEqual([200, 409]);
    const won = statuses[0] === 200 ? OFFICER : SECOND;
    const [winner, loser] = won === OFFICER ? both : [both[1], both[0]];
    expect(winner?.body.events).toEqual(['DossierClaimed']);
    expect(loser?.body).toMatchObject({ code: 'DOSSIER_HELD', params: { account: won } });
    expect(loser?.body.params?.['since']).toMatch(/^\d\d:\d\d \d\d\/\d\d\/2026$/);
    const claimed = (await office.dossiers.load(id))!;
    expect(claimed.work.officer?.holder?.accountId).toBe(won);
    expect(claimed.revision).toBe(revision + 1);

    position = winner?.body.position ?? '';
    const other = won === OFFICER ? SECOND : OFFICER;
    expect(await ids(won, 'mine')).toEqual([id]);
    expect(await ids(other, 'mine')).toEqual([]);
    const [held] = (await listed(other, 'held')).items;
    expect(held).toMatchObject({ dossierId: id, holderAccountId: won, vacant: false });
    expect(await ids(other, 'held', `&holder=${won}`)).toEqual([id]);
    const { items } = await must(office.as(other).get<{ items: object[] }>(`${path}/holders`));
    expect(items).toMatchObject([{ role: 'officer', accountId: won, left: false }]);
  });

  it('claiming is not assigning: an officer assigns nobody, and who leads does', async () => {
    const to = { accountId: SECOND, positionId: staffOfTheBody[SECOND] };
    const refused = await office.as(OFFICER).post<Problem>(`${nth(1).path}/assign`, to);
    expect([refused.status, refused.body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
    expect((await act(HEAD, nth(1), 'assign', to)).events).toEqual(['DossierAssigned']);
    expect(await ids(SECOND, 'mine')).toContain(nth(1).id);
    const wrong = await office
      .as(HEAD)
      .post<Problem>(`${nth(2).path}/assign`, { accountId: SECOND, positionId: staffOfTheBody[OFFICER] });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'ASSIGNEE_NOT_IN_POSITION']);
    const back = await office
      .as(HEAD)
      .post<Problem>(`${nth(1).path}/assign`, { accountId: OFFICER, positionId: staffOfTheBody[OFFICER] });
    expect([back.status, back.body.code]).toEqual([422, 'REASSIGNMENT_NEEDS_REASON']);
  });

  it('finds by step, text without accents and what has no due moment, and in pages of any size', async () => {
    expect(await ids(HEAD, 'held', '&q=dot hai')).toEqual([nth(1).id]);
    expect(await ids(HEAD, 'held', '&step=intake')).toEqual([]);
    expect(await ids(HEAD, 'held', '&step=intake,appraisal')).toEqual(await ids(HEAD, 'held', '&step=appraisal'));
    expect((await ids(HEAD, 'held', '&step=intake,appraisal')).length).toBeGreaterThan(0);
    expect(await ids(HEAD, 'held', '&due=withoutDue')).toEqual([]);
    expect(await ids(HEAD, 'held', '&due=overdue')).toEqual([]);
    const whole = await ids(HEAD, 'held');
    const first = await listed(HEAD, 'held', '&limit=1');
    const rest = await ids(HEAD, 'held', `&cursor=${first.next ?? ''}`);
    expect([...first.items.map(({ dossierId }) => dossierId), ...rest]).toEqual(whole);
    // The counters filter: what each of them counts is what its filter shows, and each row says in which it is counted.
    const { lists } = (await office.as(HEAD).get<{ lists: { held: WorkCounts } }>('/api/v1/worklist/counts')).body;
    for (const group of dueGroups) {
      const { items } = await listed(HEAD, 'held', `&due=${group}`);
      expect([group, items.length, items.every(({ due }) => due === group)]).toEqual([group, lists.held[group], true]);
    }
    const one = await listed(HEAD, 'held', '&sort=waiting&limit=1');
    const other = await listed(HEAD, 'held', `&sort=waiting&limit=50&cursor=${one.next ?? ''}`);
    const since = [...one.items, ...(one.next ? other.items : [])].map(({ stepSince }) => stepSince);
    expect(since).toEqual([...since].sort());
    const latest = (await listed(HEAD, 'held', '&sort=recent')).items.map(({ updatedAt }) => updatedAt);
    expect(latest).toEqual([...latest].sort().reverse());
    if (one.next !== null) {
      const crossed = await office.as(HEAD).get<Problem>(`/api/v1/worklist?list=held&sort=recent&cursor=${one.next}`);
      expect(crossed.status).toBe(400);
    }
    const odd = await office.as(HEAD).get<Problem>('/api/v1/worklist?list=theirs');
    expect([odd.status, odd.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('counts each list by what is due', async () => {
    const path = `/api/v1/worklist/counts?minPosition=${encodeURIComponent(position)}`;
    const { lists } = await must(office.as(HEAD).get<{ lists: Record<WorkList, WorkCounts> }>(path));
    expect(lists).toMatchObject({ free: { all: 1, inTime: 1 }, held: { all: 2, inTime: 2 }, waiting: { all: 0 } });
    const [due] = (await listed(HEAD, 'free')).items;
    office.clock.travelTo(`${due?.nextDueAt?.slice(0, 10)}T02:00:00.000Z`);
    const later = await must(office.as(HEAD).get<{ lists: Record<WorkList, WorkCounts> }>(path));
    expect(later.lists.free).toMatchObject({ all: 1, overdue: 0, today: 1, soon: 0 });
    // Later on the first day: time does not run backwards in an office.
    office.clock.travelTo('2026-08-24T07:00:00.000Z');
    const auditor = await office.as('acc-thanh-tra').get<Problem>('/api/v1/worklist');
    expect([auditor.status, auditor.body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
  });

  it('waits for the unit while it is asked for a supplement; the clock stands still and the holder keeps it', async () => {
    const holder = (await office.dossiers.load(nth(0).id))!.work.officer!.holder!.accountId;
    await act(holder, nth(0), 'request-supplement', { items: [{ document: 'BB' }], reason: 'Thiếu chữ ký' });
    const [waiting] = (await listed(UNIT, 'waiting')).items;
    expect(waiting).toMatchObject({ dossierId: nth(0).id, step: 'supplement', nextDueAt: null });
    expect(waiting?.pausedSince).not.toBeNull();
    const mine = (await listed(holder, 'mine')).items.find(({ dossierId }) => dossierId === nth(0).id);
    expect(mine).toMatchObject({ step: 'supplement', nextDueClock: 'appraise', pausedSince: waiting?.pausedSince });
    await act(UNIT, nth(0), 'supplement');
    expect(await ids(UNIT, 'waiting')).toEqual([]);
  });

  it('many are assigned in one request, and each dossier says what became of it', async () => {
    const body = {
      dossiers: [...dossiers.map(({ id }) => ({ dossierId: id })), { dossierId: 'khong-co' }],
      accountId: OFFICER,
      positionId: staffOfTheBody[OFFICER],
      reason: 'Cân đối việc',
    };
    const key = randomUUID();
    const send = (who: string, sent: object = body) =>
      office.as(who).post<Bulk & Problem>('/api/v1/worklist/assign', sent, { key, ifMatch: null });
    const done = await must(send(HEAD));
    expect(done.results.map(({ dossierId }) => dossierId)).toEqual(body.dossiers.map(({ dossierId }) => dossierId));
    expect(done.results.at(-1)).toMatchObject({ outcome: 'refused', code: 'NOT_FOUND' });
    expect(done.assigned + done.unchanged).toBe(3);
    position = done.position ?? '';
    expect(await ids(OFFICER, 'mine')).toHaveLength(3);
    expect(await must(send(HEAD))).toEqual(done);
    const few = await send(HEAD, { ...body, dossiers: [] });
    expect(few.status).toBe(400);
    const twice = await send(HEAD, { ...body, dossiers: [body.dossiers[0], body.dossiers[0]] });
    expect(twice.status).toBe(400);
    const officers = await must(office.as(OFFICER).post<Bulk>('/api/v1/worklist/assign', body, { ifMatch: null }));
    expect(officers).toMatchObject({ assigned: 0, refused: 4 });
  });

  it('a request that broke off in the middle is completed by sending it again, each dossier once', async () => {
    const body = {
      dossiers: dossiers.map(({ id }) => ({ dossierId: id })),
      accountId: SECOND,
      positionId: staffOfTheBody[SECOND],
      reason: 'Đi học dài hạn',
    };
    const key = randomUUID();
    const send = () => office.as(HEAD).post<Bulk>('/api/v1/worklist/assign', body, { key, ifMatch: null });
    const before = await Promise.all(dossiers.map(async ({ id }) => (await office.dossiers.load(id))!.revision));
    const lost = office.wire.answersLost;
    if (office.kurrentDb) office.kurrentDb.faults().plan('append', { kind: 'answerLost' });
    else office.wire.loseNextAnswer('es.append');
    const first = await send();
    if (!office.kurrentDb) expect(office.wire.answersLost).toBe(lost + 1);
    if (first.status !== 200) expect(first.status).toBe(503);
    const again = await eventually('the store is back', async () => {
      const reply = await send();
      return reply.status === 200 ? reply.body : undefined;
    });
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['assigned', 'assigned', 'assigned']);
    for (const [index, { id }] of dossiers.entries()) {
      const after = (await office.dossiers.load(id))!;
      expect([after.revision, after.work.officer?.holder?.accountId]).toEqual([before[index]! + 1, SECOND]);
    }
  });

  it('a dossier that is given back is free again, and one that ends is nobody’s', async () => {
    for (const { path } of dossiers) await must(office.as(HEAD).get(path));
    const released = await office.as(OFFICER).post<Problem>(`${nth(2).path}/release`, { reason: 'Quá tải' });
    expect([released.status, released.body.code]).toEqual([403, 'NOT_THE_HOLDER']);
    await act(SECOND, nth(2), 'release', { reason: 'Quá tải' });
    expect(await ids(OFFICER, 'free')).toEqual([nth(2).id]);
    const { events } = await act(UNIT, nth(1), 'withdraw', { reason: 'Đơn vị rút' });
    expect(events).toContain('DossierReleased');
    expect(await ids(SECOND, 'mine')).toEqual([nth(0).id]);
    expect(await ids(HEAD, 'held')).toEqual([nth(0).id]);
  });
});
