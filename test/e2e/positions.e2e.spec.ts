import type { UnitView } from '#libs/domain/organization';
import { Organization } from '#libs/service/commands';
import type { Page, TimelineRow } from '#libs/service/read-models';
import { OrganizationDirectory } from '../../apps/worker/src/organization-directory.js';
import { must, type OfficeClient, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { colleague, idle, person } from '../support/other-people.js';

interface MyPositions {
  readonly defaultPositionId: string | null;
  readonly items: readonly { positionId: string; as: string; usual: boolean; to?: string; unitName: { vi: string } }[];
}

const AUTHORITY = 'acc-lanh-dao';
const CHAIR = { position: 'pos-chu-tich' };
const DEPUTY = 'acc-truong-phong';
const UNIT = '/api/v1/units/ubnd-tinh';

describe('the position in which somebody acts', () => {
  let office: Office;
  const newcomer = person('acc-moi', 'ubnd-tinh');
  beforeEach(async () => {
    office = await openOffice({ accounts: [colleague, newcomer, idle] });
  });
  afterEach(() => office.close());

  const problem = ({ status, body: { code, rule } }: { status: number; body: Problem }) =>
    rule ? [status, code, rule] : [status, code];
  const put = <Body>(who: OfficeClient, path: string, body: unknown) =>
    who.send<Body>('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const mine = (who: string) => must(office.as(who).get<MyPositions>('/api/v1/me/positions'));
  const unit = () => must(office.as('acc-van-hanh').get<UnitView>(UNIT));
  const change = async (command: string, body: unknown, by = 'acc-van-hanh') => {
    await unit();
    return must(office.as(by).post(`${UNIT}/${command}`, body));
  };
  const vacate = async (positionId: string, on = office.today()) => {
    const { positions } = await unit();
    const appointment = positions.find((each) => each.positionId === positionId)?.appointments.at(-1);
    await change('end-appointment', { appointmentId: appointment?.appointmentId, on });
  };
  const mandate = (to: string) => ({
    positionId: CHAIR.position,
    accountId: DEPUTY,
    givenBy: AUTHORITY,
    roles: ['authority'],
    from: office.today(),
    to,
    mandate: { number: '31/GUQ-UBND', date: office.today() },
  });

  it('is offered with its unit and how he stands there, and is the usual one where there is one', async () => {
    expect(await mine('acc-tham-dinh')).toMatchObject({
      defaultPositionId: null,
      items: [
        {
          positionId: 'pos-chuyen-vien-1',
          as: 'holder',
          roles: ['officer'],
          unitName: { vi: 'Ủy ban nhân dân tỉnh' },
          title: { vi: 'Chuyên viên thẩm định' },
          usual: true,
        },
      ],
    });
    expect((await mine(idle.id)).items).toEqual([]);
    expect(problem(await office.as(idle.id).get<Problem>('/api/v1/dossiers'))).toEqual([403, 'NO_POSITION']);
  });

  it('is named by a header, and only one’s own', async () => {
    const officer = office.as('acc-tham-dinh');
    const asked = async (position: string) => problem(await officer.get<Problem>('/api/v1/dossiers', { position }));
    expect(await asked(CHAIR.position)).toEqual([403, 'POSITION_NOT_HELD']);
    expect(await asked('pos-khong-co')).toEqual([403, 'POSITION_NOT_HELD']);
    expect(await asked('khong phai ma')).toEqual([400, 'MALFORMED_REQUEST']);
    expect((await officer.get('/api/v1/dossiers', { position: 'pos-chuyen-vien-1' })).status).toBe(200);
  });

  it('has to be said by who holds several, unless he has chosen a default', async () => {
    await change('create-position', {
      positionId: 'pos-hai',
      title: { vi: 'Văn thư dự phòng', en: 'Second clerk' },
      roles: ['clerk'],
      from: '2020-01-01',
    });
    await change('appoint', { positionId: 'pos-hai', accountId: 'acc-tham-dinh', from: office.today() });
    const officer = office.as('acc-tham-dinh');
    const several = await officer.get<Problem>('/api/v1/dossiers');
    expect(problem(several)).toEqual([400, 'POSITION_NOT_CHOSEN']);
    expect(several.body.params).toEqual({ positions: ['pos-chuyen-vien-1', 'pos-hai'] });
    const wrong = await put<Problem>(officer, '/api/v1/me/default-position', { positionId: CHAIR.position });
    expect(problem(wrong)).toEqual([403, 'POSITION_NOT_HELD']);
    const chosen = await must(put<MyPositions>(officer, '/api/v1/me/default-position', { positionId: 'pos-hai' }));
    expect(chosen.items.filter(({ usual }) => usual)).toMatchObject([{ positionId: 'pos-hai' }]);
    expect((await officer.get('/api/v1/dossiers')).status).toBe(200);
    // The choice counts as long as he stands there, and in no way longer.
    await vacate('pos-hai');
    expect((await mine('acc-tham-dinh')).items).toMatchObject([{ positionId: 'pos-chuyen-vien-1', usual: true }]);
  });

  it('may be another’s by a mandate, on his behalf, until it ends (R44)', async () => {
    await change('give-delegation', mandate('2026-09-01'), AUTHORITY);
    const { path } = await officeWay(office, 'voted');
    const deputy = office.as(DEPUTY);
    expect((await mine(DEPUTY)).items).toMatchObject([
      { positionId: CHAIR.position, as: 'delegate', onBehalfOf: AUTHORITY, to: '2026-09-01', usual: false },
      { positionId: 'pos-truong-phong', as: 'holder', usual: true },
    ]);
    // Nobody acts for another without saying so.
    const own = await deputy.post<Problem>(`${path}/approve`, { approved: ['N1', 'N2'] });
    expect(problem(own)).toEqual([403, 'POSITION_NOT_ALLOWED', 'R1']);
    const done = await must(deputy.post(`${path}/approve`, { approved: ['N1', 'N2'] }, { headers: CHAIR }));
    const { items } = await must(
      deputy.get<Page<TimelineRow>>(`${path}/events?limit=200&minPosition=${done.position}`),
    );
    expect(items.find(({ type }) => type === 'DossierApproved')).toMatchObject({
      actorId: DEPUTY,
      actorPositionId: CHAIR.position,
      onBehalfOf: AUTHORITY,
    });
    office.clock.travelTo('2026-09-01T02:00:00.000Z');
    const late = await deputy.get<Problem>('/api/v1/dossiers', CHAIR);
    expect(problem(late)).toEqual([403, 'DELEGATION_EXPIRED', 'R44']);
    expect(late.body.source).toContain('ND 30/2020');
    expect((await deputy.get('/api/v1/dossiers')).status).toBe(200);
  });

  it('is another’s no more once the mandate is withdrawn, and a mandate is not passed on (R44)', async () => {
    await change('give-delegation', mandate('2026-10-01'), AUTHORITY);
    const deputy = office.as(DEPUTY);
    await unit();
    const onwards = { ...mandate('2026-10-01'), accountId: 'acc-thu-ky' };
    const passedOn = await deputy.post<Problem>(`${UNIT}/give-delegation`, onwards, { headers: CHAIR });
    expect(problem(passedOn)).toEqual([422, 'REDELEGATION', 'R44']);
    const [given] = (await unit()).delegations;
    await change(
      'withdraw-delegation',
      { delegationId: given?.delegationId, on: office.today(), reason: 'Đã về' },
      AUTHORITY,
    );
    const after = await deputy.get<Problem>('/api/v1/dossiers', CHAIR);
    expect(problem(after)).toEqual([403, 'DELEGATION_IS_WITHDRAWN', 'R44']);
  });

  it('goes to the head while it is vacant, and to nobody else', async () => {
    const { path } = await officeWay(office, 'submitted');
    const officer = { position: 'pos-chuyen-vien-1' };
    await vacate(officer.position);
    await vacate(colleague.positionId);
    const gone = await office.as('acc-tham-dinh').post<Problem>(`${path}/receive`);
    expect(problem(gone)).toEqual([403, 'NO_POSITION']);
    const clerk = await office.as('acc-van-thu').post<Problem>(`${path}/receive`, {}, { headers: officer });
    expect(problem(clerk)).toEqual([403, 'POSITION_VACANT']);
    const head = office.as(AUTHORITY);
    // Without saying so he acts in his own position.
    expect(problem(await head.post<Problem>(`${path}/receive`))).toEqual([403, 'POSITION_NOT_ALLOWED', 'R1']);
    expect((await head.post(`${path}/receive`, {}, { headers: officer })).status).toBe(200);
  });

  it('is where reminders go: to holders, by mandate to delegates, and with a note to the head where it is vacant', async () => {
    const { store, accounts } = office.foundation;
    const directory = new OrganizationDirectory(new Organization(store), accounts, office.clock, office.dossiers);
    const told = async (people: ReturnType<OrganizationDirectory['assignees']>) =>
      (await people).map(({ accountId, vacant }) => (vacant ? `${accountId} (vacant)` : accountId));
    expect(await told(directory.assignees('officer', 'ubnd-tinh'))).toEqual(['acc-tham-dinh', colleague.id]);
    expect(await told(directory.headsOfSection('officer', 'ubnd-tinh'))).toEqual([DEPUTY]);
    expect(await told(directory.headsOfSection('submitter', 'khoi-thi-dua-3'))).toEqual([`${AUTHORITY} (vacant)`]);
    const clerk = { ...mandate('2026-09-01'), positionId: 'pos-van-thu', givenBy: 'acc-van-thu', roles: ['clerk'] };
    await change('give-delegation', clerk, 'acc-van-thu');
    await vacate('pos-van-thu');
    expect(await told(directory.assignees('clerk', 'ubnd-tinh'))).toEqual([DEPUTY]);
    office.clock.travelTo('2026-09-01T02:00:00.000Z');
    expect(await told(directory.assignees('clerk', 'ubnd-tinh'))).toEqual([`${AUTHORITY} (vacant)`]);
  });

  it('was his on the day of an act that is recorded late, or he did not do it', async () => {
    const { path } = await officeWay(office, 'submitted');
    await vacate('pos-chuyen-vien-1', office.today());
    await change('appoint', { positionId: 'pos-chuyen-vien-1', accountId: newcomer.id, from: office.today() });
    const late = { 'effective-at': '2026-08-21T09:00:00+07:00', 'backdating-reason': 'Ghi muon' };
    const refused = await office.as(newcomer.id).post<Problem>(`${path}/receive`, {}, { headers: late });
    expect(problem(refused)).toEqual([403, 'POSITION_NOT_HELD']);
    expect((await office.as(newcomer.id).post(`${path}/receive`)).status).toBe(200);
  });

  it('is read from lists of units and clusters, and by name by who works there', async () => {
    const { items } = await must(
      office.as('acc-don-vi').get<Page<{ id: string }>>('/api/v1/units?parent=ubnd-tinh&q=so%20lieu&limit=1'),
    );
    expect(items).toEqual([]);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Page<{ id: string }> = await must(
        office.as('acc-don-vi').get(`/api/v1/units?parent=ubnd-tinh&limit=2${next && `&cursor=${next}`}`),
      );
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(['khoi-thi-dua-3', 'thanh-tra-tinh', 'trung-tam-du-lieu']);
    const found = async (question: string) =>
      (await must(office.as('acc-don-vi').get<Page<{ id: string }>>(`/api/v1/units?${question}`))).items.map(
        ({ id }) => id,
      );
    expect(await found('q=uy%20ban')).toEqual(['ubnd-tinh']);
    expect(await found('kind=so')).toEqual(['thanh-tra-tinh', 'trung-tam-du-lieu']);
    expect(await found('asInForce=2015-12-31')).toEqual([]);

    const people = `${UNIT}/people`;
    const { positions } = await must(
      office.as('acc-van-thu').get<{ positions: { positionId: string; people: unknown[] }[] }>(people),
    );
    expect(positions.find(({ positionId }) => positionId === CHAIR.position)?.people).toEqual([
      { accountId: AUTHORITY, name: 'Đặng Văn Thành', as: 'holder' },
    ]);
    expect(problem(await office.as('acc-don-vi').get<Problem>(people))).toEqual([403, 'OTHER_UNIT']);
  });
});
