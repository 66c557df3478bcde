import { randomUUID } from 'node:crypto';
import { must, type Problem } from '../support/office-client.js';
import { dossierOf, issueOn, officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour } from '../support/other-people.js';

const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng', bodyId: 'ubnd-tinh' };

describe('a command that is sent twice', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour] });
  });
  afterAll(() => office.close());

  it('needs a key: 400 without one and with one that is no UUID', async () => {
    const unit = office.as('acc-don-vi');
    const none = await unit.post<Problem>('/api/v1/dossiers', draft, { key: null });
    expect([none.status, none.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
    const odd = await unit.post<Problem>('/api/v1/dossiers', draft, { key: 'mot-lan-nua' });
    expect([odd.status, odd.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('begins one dossier and gets one answer', async () => {
    const unit = office.as('acc-don-vi');
    const key = randomUUID();
    const first = await unit.post('/api/v1/dossiers', draft, { key });
    const again = await unit.post('/api/v1/dossiers', draft, { key: key.toUpperCase() });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('gets its first answer also long after, whatever the dossier has become', async () => {
    const { path } = await officeWay(office, 'submitted');
    const key = randomUUID();
    const officer = office.as('acc-tham-dinh');
    const ifMatch = (await dossierOf(office, { path })).revision;
    const first = await officer.post(`${path}/receive`, {}, { key, ifMatch });
    expect(first.body.events).toEqual(['DossierReceived', 'DeadlineSet', 'DeadlineSet']);
    await must(officer.post(`${path}/return`, { reason: 'Chưa đủ' }));
    const again = await officer.post(`${path}/receive`, {}, { key, ifMatch });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('is remembered when it changed nothing', async () => {
    const { path } = await officeWay(office, 'received');
    const officer = office.as('acc-tham-dinh');
    const level = { level: 'none', reason: 'Không mật' };
    const key = randomUUID();
    const first = await officer.post(`${path}/classify`, level, { key });
    expect([first.status, first.body.events]).toEqual([200, []]);
    expect((await officer.post(`${path}/classify`, level, { key })).body).toEqual(first.body);
  });

  it('with another body, another route or another moment is another command: 422', async () => {
    const { path } = await officeWay(office, 'drafted');
    const unit = office.as('acc-don-vi');
    const key = randomUUID();
    await must(unit.post(`${path}/attach-document`, { document: 'TT' }, { key }));
    const others = await Promise.all([
      unit.post<Problem>(`${path}/attach-document`, { document: 'BB' }, { key }),
      unit.post<Problem>(`${path}/withdraw`, { reason: 'Rút' }, { key }),
      unit.post<Problem>('/api/v1/dossiers', draft, { key }),
      unit.post<Problem>(
        `${path}/attach-document`,
        { document: 'TT' },
        { key, headers: { 'effective-at': '2026-08-24T01:59:00Z' } },
      ),
    ]);
    for (const { status, body } of others) expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('is asked again after a refusal: only what was obeyed is remembered', async () => {
    const { path } = await officeWay(office, 'drafted');
    const unit = office.as('acc-don-vi');
    const key = randomUUID();
    expect((await unit.post(`${path}/submit`, {}, { key })).status).toBe(422);
    await must(unit.post(`${path}/add-nominees`, { nominees: [{ kind: 'individual', name: 'Một', unit: 'Tổ' }] }));
    expect((await unit.post(`${path}/submit`, {}, { key })).status).toBe(200);
  });

  it('is told apart by who sends it', async () => {
    const key = randomUUID();
    const mine = await must(office.as('acc-don-vi').post('/api/v1/dossiers', draft, { key }));
    const theirs = await must(office.as(neighbour.id).post('/api/v1/dossiers', draft, { key }));
    expect(theirs.id).not.toBe(mine.id);
  });

  it('gets one answer when both arrive at the same moment', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const key = randomUUID();
      const unit = office.as('acc-don-vi');
      const [one, other] = await Promise.all([
        unit.post('/api/v1/dossiers', draft, { key }),
        unit.post('/api/v1/dossiers', draft, { key }),
      ]);
      expect([one.status, other.status, other.text]).toEqual([201, 201, one.text]);
      const nextKey = randomUUID();
      const [attached, twice] = await Promise.all(
        [0, 1].map(() =>
          unit.post(
            `/api/v1/dossiers/${one.body.id}/attach-document`,
            { document: 'TT' },
            { key: nextKey, ifMatch: 0 },
          ),
        ),
      );
      expect([attached?.status, twice?.status, twice?.text]).toEqual([200, 200, attached?.text]);
    }
  });

  it('takes one number for a decision that two clicks issue', async () => {
    const { decisionId } = await officeWay(office, 'entered');
    const clerk = office.as('acc-van-thu');
    const key = randomUUID();
    const replies = await Promise.all(
      [0, 1, 2].map(() =>
        clerk.post(`/api/v1/decisions/${decisionId}/issue`, issueOn(office.today()), { key, ifMatch: 0 }),
      ),
    );
    expect(replies.map(({ status, text }) => [status, text])).toEqual(Array(3).fill([200, replies[0]?.text]));
    const next = await officeWay(office, 'decided');
    expect((await dossierOf(office, next)).decision?.number).toBe(2);
  });
});
