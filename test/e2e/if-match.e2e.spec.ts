import { systemActor } from '#libs/service/access';
import { derivedId } from '#libs/service/commands';
import type { DossierView } from '#libs/domain/dossier';
import { must, type Problem } from '../support/office-client.js';
import { dossierOf, officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { colleague } from '../support/other-people.js';

const verdict = (nomineeId: string) => ({
  verdicts: [{ nomineeId, verdict: 'qualified', reason: 'Đủ tiêu chuẩn', evidence: ['TT'] }],
});

describe('what a command rests on', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [colleague] });
  });
  afterAll(() => office.close());

  it('is the ETag of the answer or of the reading before', async () => {
    const unit = office.as('acc-don-vi');
    const { id } = await officeWay(office, 'drafted');
    const read = await unit.get<DossierView>(`/api/v1/dossiers/${id}`);
    expect(read.headers.get('etag')).toBe('"0"');
    const added = await unit.post(`/api/v1/dossiers/${id}/attach-document`, { document: 'TT' }, { ifMatch: '"0"' });
    expect([added.status, added.headers.get('etag'), added.body.revision]).toEqual([200, '"1"', 1]);
  });

  it('is given for a new dossier by nobody, and its address is answered', async () => {
    const unit = office.as('acc-don-vi');
    const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Mới', bodyId: 'ubnd-tinh' };
    const made = await unit.post('/api/v1/dossiers', draft);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/api/v1/dossiers/${made.body.id}`);
    expect(made.headers.get('etag')).toBe('"0"');
  });

  it('is also the ETag of a decision', async () => {
    const { decisionId } = await officeWay(office, 'entered');
    const read = await office.as('acc-van-thu').get(`/api/v1/decisions/${decisionId}`);
    expect(read.headers.get('etag')).toBe('"0"');
  });

  it('must be named: 428', async () => {
    const { path } = await officeWay(office, 'filled');
    const reply = await office.as('acc-don-vi').post<Problem>(`${path}/submit`, {}, { ifMatch: null });
    expect([reply.status, reply.body.code]).toEqual([428, 'IF_MATCH_MISSING']);
  });

  it.each(['7', '*', 'W/"7"', '"seven"', '"-1"', '"7", "8"'])(
    'must be one revision in quotes, not %s: 400',
    async (tag) => {
      const { path } = await officeWay(office, 'drafted');
      const reply = await office.as('acc-don-vi').post<Problem>(`${path}/submit`, {}, { ifMatch: tag });
      expect([reply.status, reply.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    },
  );

  it('is refused when the dossier went on, saying what happened since: 412', async () => {
    const { path, answers } = await officeWay(office, 'received');
    const revision = answers['receive']?.revision ?? 0;
    await must(office.as('acc-tham-dinh').post(`${path}/appraise-nominees`, verdict('N1')));
    const late = await office
      .as(colleague.id)
      .post<Problem>(`${path}/return`, { reason: 'Trả' }, { ifMatch: revision });
    expect([late.status, late.body.code]).toEqual([412, 'REVISION_STALE']);
    expect(late.body.params).toMatchObject({
      expected: revision,
      actual: revision + 2,
      events: ['NomineesAppraised'],
    });
    expect((await dossierOf(office, { path })).step).toBe('appraisal');
  });

  it('cannot lie ahead of the log: 412', async () => {
    const { path } = await officeWay(office, 'filled');
    const reply = await office.as('acc-don-vi').post<Problem>(`${path}/submit`, {}, { ifMatch: 99 });
    expect([reply.status, reply.body.code]).toEqual([412, 'REVISION_STALE']);
  });

  it('lets one of two officers win who act at the same moment', async () => {
    const { path, answers } = await officeWay(office, 'submitted');
    const ifMatch = answers['submit']?.revision ?? 0;
    const replies = await Promise.all([
      office.as('acc-tham-dinh').post<Problem>(`${path}/receive`, {}, { ifMatch }),
      office.as(colleague.id).post<Problem>(`${path}/return`, { reason: 'Chưa đủ' }, { ifMatch }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(replies.find(({ status }) => status === 412)?.body.code).toBe('REVISION_STALE');
  });

  it('still holds when only clocks ran since: nobody loses a form at midnight', async () => {
    const { path, id, answers } = await officeWay(office, 'received');
    const before = answers['receive']?.revision ?? 0;
    const { deadlines } = await dossierOf(office, { path });
    const screen = deadlines.find(({ clock }) => clock === 'screen');
    office.clock.travelTo(new Date(Date.parse(screen?.dueAt ?? '') + 60_000).toISOString());
    await office.dossiers.execute(
      id,
      { type: 'record-missed-deadline', data: { deadlineId: screen?.deadlineId ?? '', version: 1 } },
      { actor: systemActor, commandId: derivedId('missed', id), fingerprint: 'missed', correlationId: id },
    );
    const missed = await dossierOf(office, { path });
    expect(missed.revision).toBe(before + 1);
    expect(missed.deadlines.find(({ clock }) => clock === 'screen')?.missedAt).toBeDefined();

    const reply = await office
      .as('acc-tham-dinh')
      .post(`${path}/appraise-nominees`, verdict('N1'), { ifMatch: before });
    expect([reply.status, reply.body.events]).toEqual([200, ['NomineesAppraised', 'DeadlineMet']]);
  });
});
