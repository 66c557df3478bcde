import type { ClusterView, UnitView } from '#libs/domain/organization';
import { must, type OfficeClient, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { establish, handover, position } from '../support/organization-office.js';
import { colleague } from '../support/other-people.js';

const LEAVER = 'acc-tham-dinh';
const NEWCOMER = colleague.id;

const put = (who: OfficeClient, path: string, body: unknown) =>
  who.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

describe('units and positions over HTTP', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [colleague] });
    const operator = office.as('acc-van-hanh');
    for (const { data } of [establish('tinh'), establish('huyen', 'tinh'), establish('xa', 'huyen')])
      expect((await operator.post('/api/v1/units', data)).status).toBe(201);
  });
  afterAll(() => office.close());

  const unit = (id: string, date?: string) =>
    must(office.as(LEAVER).get<UnitView>(`/api/v1/units/${id}${date ? `?asInForce=${date}` : ''}`));

  it('a unit is established by an operator, with its address and its revision', async () => {
    const operator = office.as('acc-van-hanh');
    const made = await operator.post('/api/v1/units', establish('so', 'tinh').data);
    expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
      201,
      '/api/v1/units/so',
      '"0"',
    ]);
    const again = await operator.post<Problem>('/api/v1/units', establish('so', 'tinh').data);
    expect([again.status, again.body.code]).toEqual([409, 'UNIT_EXISTS']);
  });

  it.each(['acc-don-vi', 'acc-tham-dinh', 'acc-thu-ky', 'acc-lanh-dao', 'acc-van-thu', 'acc-thanh-tra'])(
    'and by nobody else: not by %s',
    async (account) => {
      const reply = await office.as(account).post<Problem>('/api/v1/units', establish('khac').data);
      expect([reply.status, reply.body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
    },
  );

  it('the district that ended on 01/07/2025 is still above its commune for a day of 2024 (R54)', async () => {
    const operator = office.as('acc-van-hanh');
    const end = { on: '2025-07-01', successorId: 'tinh' };
    const early = await operator.post<Problem>('/api/v1/units/huyen/end', end);
    expect([early.status, early.body.code, early.body.rule]).toEqual([409, 'UNIT_HAS_CHILDREN', 'R54']);
    await must(operator.post('/api/v1/units/xa/move', { parentId: 'tinh', from: '2025-07-01' }));
    await must(operator.post('/api/v1/units/huyen/end', end));
    expect((await unit('xa', '2024-03-01')).ancestors).toEqual(['huyen', 'tinh']);
    expect((await unit('xa', '2025-07-01')).ancestors).toEqual(['tinh']);
    expect(await unit('huyen')).toMatchObject({ inForce: false, to: '2025-07-01', successorId: 'tinh' });
  });

  it('work is handed over when both sides have confirmed, each in person (R60)', async () => {
    const operator = office.as('acc-van-hanh');
    await must(operator.post('/api/v1/units', establish('phong', 'tinh').data));
    for (const positionId of ['phong-1', 'phong-2'])
      await must(operator.post('/api/v1/units/phong/create-position', { ...position(positionId).data }));
    await must(
      operator.post('/api/v1/units/phong/appoint', { positionId: 'phong-1', accountId: LEAVER, from: '2020-01-01' }),
    );
    await must(
      operator.post('/api/v1/units/phong/appoint', { positionId: 'phong-2', accountId: NEWCOMER, from: '2020-01-01' }),
    );

    // Each holds two positions now, and says in which he usually acts.
    for (const [who, positionId] of [
      [LEAVER, 'pos-chuyen-vien-1'],
      [NEWCOMER, colleague.positionId],
    ] as const) {
      const several = await office.as(who).get<Problem>('/api/v1/dossiers');
      expect([several.status, several.body.code]).toEqual([400, 'POSITION_NOT_CHOSEN']);
      await must(put(office.as(who), '/api/v1/me/default-position', { positionId }));
    }
    const { data } = handover({
      positionId: 'phong-1',
      fromAccountId: LEAVER,
      toPositionId: 'phong-2',
      toAccountId: NEWCOMER,
      on: '2026-08-25',
    });
    await must(office.as(LEAVER).post('/api/v1/units/phong/propose-handover', data));
    const [open] = (await unit('phong')).handovers;
    expect(open).toMatchObject({ items: 2, confirmed: [] });
    expect(JSON.stringify(open)).not.toContain('Sở Y tế');

    const confirm = (account: string, side: string) =>
      office.as(account).post<Problem & { events: string[] }>('/api/v1/units/phong/confirm-handover', {
        handoverId: open?.handoverId,
        side,
      });
    const wrong = await confirm(LEAVER, 'taker');
    expect([wrong.status, wrong.body.code]).toEqual([403, 'NOT_A_PARTY']);
    expect((await confirm(LEAVER, 'giver')).body.events).toEqual(['HandoverConfirmed']);
    expect((await confirm(NEWCOMER, 'taker')).body.events).toEqual(['HandoverConfirmed', 'HandoverCompleted']);
    expect((await unit('phong')).handovers).toMatchObject([{ completedFrom: '2026-08-25' }]);
  });

  it('what stands around a command is checked as everywhere', async () => {
    const operator = office.as('acc-van-hanh');
    const move = { parentId: 'tinh', from: '2026-09-01' };
    const without = await operator.post<Problem>('/api/v1/units/so/move', move, { ifMatch: null });
    expect([without.status, without.body.code]).toEqual([428, 'IF_MATCH_MISSING']);
    const stale = await operator.post<Problem>('/api/v1/units/so/move', move, { ifMatch: 7 });
    expect([stale.status, stale.body.code]).toEqual([412, 'REVISION_STALE']);
    const unknown = await operator.post<Problem>('/api/v1/units/so/rename', {});
    expect([unknown.status, unknown.body.code]).toEqual([404, 'UNKNOWN_COMMAND']);
    const more = await operator.post<Problem>('/api/v1/units/so/move', { ...move, force: true });
    expect([more.status, more.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    const nowhere = await operator.post<Problem>('/api/v1/units/nowhere/move', move, { ifMatch: 0 });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'NOT_FOUND']);
    const nobody = await office.as(undefined).get<Problem>('/api/v1/units/so');
    expect([nobody.status, nobody.body.code]).toEqual([401, 'NOT_SIGNED_IN']);
    const day = await office.as(LEAVER).get<Problem>('/api/v1/units/so?asInForce=hôm-nay');
    expect([day.status, day.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('clusters have members and a council member in charge', async () => {
    const operator = office.as('acc-van-hanh');
    const made = await operator.post('/api/v1/clusters', {
      clusterId: 'khoi-3',
      name: { vi: 'Khối thi đua số 3', en: 'Block no. 3' },
      kind: 'khoi',
      level: 'tinh',
      organizerId: 'tinh',
      criterion: 'Các sở quản lý ngành',
      reason: 'Chức năng tương đồng',
      minimumMembers: 5,
      from: '2026-01-01',
    });
    expect([made.status, made.headers.get('location')]).toEqual([201, '/api/v1/clusters/khoi-3']);
    await must(operator.post('/api/v1/clusters/khoi-3/add-member', { unitId: 'so', from: '2026-01-01' }));
    await must(
      operator.post('/api/v1/clusters/khoi-3/put-in-charge', { accountId: 'acc-lanh-dao', from: '2026-02-01' }),
    );
    const cluster = await must(office.as(LEAVER).get<ClusterView>('/api/v1/clusters/khoi-3'));
    expect(cluster).toMatchObject({ members: ['so'], inCharge: 'acc-lanh-dao', short: true, revision: 2 });
    expect(
      await must(office.as(LEAVER).get<ClusterView>('/api/v1/clusters/khoi-3?asInForce=2025-12-31')),
    ).toMatchObject({
      inForce: false,
      members: [],
      short: false,
    });
    const mine = await office.as('acc-lanh-dao').post<Problem>('/api/v1/clusters/khoi-3/relieve', { on: '2026-03-01' });
    expect([mine.status, mine.body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
  });

  it('lists of dossiers follow the log over facts of units: a reader waits for one and is not behind', async () => {
    const operator = office.as('acc-van-hanh');
    const { position } = await must(operator.post('/api/v1/units', establish('moi', 'tinh').data));
    const path = `/api/v1/dossiers?minPosition=${encodeURIComponent(position)}`;
    const page = await must(office.as(LEAVER).get<{ behind: boolean }>(path));
    expect(page.behind).toBe(false);
  });
});
