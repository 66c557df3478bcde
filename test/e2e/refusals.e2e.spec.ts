import { must, type Problem, type Reply } from '../support/office-client.js';
import { dossierOf, officeWay, stages, type Stage } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour, stranger, twoHats } from '../support/other-people.js';

const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng', bodyId: 'ubnd-tinh' };
const unknownId = '9b2f6d60-0000-5000-8000-000000000000';

const saying = ({ status, body: { code, rule, source } }: Reply<Problem>) => ({ status, code, rule, source });

describe('the office says no', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour, stranger, twoHats] });
  });
  afterAll(() => office.close());

  describe('to who may not: 401, 403, 404', () => {
    it.each([
      '/api/v1/dossiers',
      '/api/v1/deadlines',
      `/api/v1/dossiers/${unknownId}`,
      `/api/v1/decisions/${unknownId}`,
    ])('to nobody at %s, and says how to sign in', async (path) => {
      const reply = await office.as(undefined).get<Problem>(path);
      expect(saying(reply)).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
      expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    });

    it.each(['Bearer ', 'Bearer wrong-but-long-enough-token', 'Basic YWJjOmRlZg==', "Bearer a' or 1=1 --"])(
      'to the credentials %p',
      async (authorization) => {
        const reply = await office.as(undefined).get<Problem>('/api/v1/dossiers', { authorization });
        expect(saying(reply)).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
      },
    );

    it('to the wrong position, naming the right ones', async () => {
      const { path } = await officeWay(office, 'submitted');
      const reply = await office.as('acc-lanh-dao').post<Problem>(`${path}/receive`);
      expect(saying(reply)).toMatchObject({ status: 403, code: 'POSITION_NOT_ALLOWED' });
      expect(reply.body.params).toEqual({ roles: ['officer'] });
    });

    it('to the right position in another unit or body', async () => {
      const { path } = await officeWay(office, 'submitted');
      const officer = await office.as(stranger.id).post<Problem>(`${path}/receive`);
      expect(saying(officer)).toMatchObject({ status: 403, code: 'OTHER_UNIT' });
      const unit = await office.as(neighbour.id).post<Problem>(`${path}/withdraw`, { reason: 'Rút' });
      expect(saying(unit)).toMatchObject({ status: 403, code: 'OTHER_UNIT' });
      // Not even how far it has come, or what has happened to it.
      const stale = await office.as(stranger.id).post<Problem>(`${path}/receive`, {}, { ifMatch: 0 });
      expect(saying(stale)).toMatchObject({ status: 403, code: 'OTHER_UNIT' });
      expect(stale.body.params).toBeUndefined();
    });

    it('to who handed it in and would receive it himself (R42)', async () => {
      const both = office.as(twoHats.id);
      const { id } = await must(both.post('/api/v1/dossiers', draft));
      const path = `/api/v1/dossiers/${id}`;
      await must(both.post(`${path}/add-nominees`, { nominees: [{ kind: 'individual', name: 'Một', unit: 'Tổ' }] }));
      for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB'])
        await must(both.post(`${path}/attach-document`, { document }));
      await must(both.post(`${path}/submit`));
      const reply = await both.post<Problem>(`${path}/receive`);
      expect(saying(reply)).toMatchObject({ status: 403, code: 'FOUR_EYES', rule: 'R42' });
      expect(reply.body.source).not.toBe('');
      await must(office.as('acc-tham-dinh').post(`${path}/receive`));
    });

    it('to a dossier, a command or a page that is not there', async () => {
      const officer = office.as('acc-tham-dinh');
      const gone = await officer.post<Problem>(`/api/v1/dossiers/${unknownId}/receive`, {}, { ifMatch: 0 });
      expect(saying(gone)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      expect(saying(await officer.get<Problem>(`/api/v1/dossiers/${unknownId}`))).toMatchObject({ status: 404 });
      expect(saying(await officer.get<Problem>(`/api/v1/decisions/${unknownId}`))).toMatchObject({ status: 404 });
      const { path } = await officeWay(office, 'drafted');
      for (const command of [
        'celebrate',
        'constructor',
        '__proto__',
        'draft',
        'receive-decision',
        'record-missed-deadline',
      ]) {
        const reply = await officer.post<Problem>(`${path}/${command}`);
        expect(saying(reply)).toMatchObject({ status: 404, code: 'UNKNOWN_COMMAND' });
      }
      expect(saying(await officer.get<Problem>('/api/v2'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      const deleted = await officer.send<Problem>('DELETE', path);
      expect(saying(deleted)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
      expect(deleted.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    });

    it('to who asks for another unit’s dossier as if it were not there', async () => {
      const { path } = await officeWay(office, 'received');
      for (const { id } of [neighbour, stranger]) {
        const who = office.as(id);
        expect(saying(await who.get<Problem>(path))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
        expect(saying(await who.get<Problem>(`${path}?asRecorded=0`))).toMatchObject({
          status: 404,
          code: 'NOT_FOUND',
        });
      }
    });
  });

  describe('to what is not possible: 409', () => {
    const tooEarly: readonly (readonly [Stage, string, string, unknown])[] = [
      ['drafted', 'acc-don-vi', 'supplement', {}],
      ['submitted', 'acc-tham-dinh', 'complete-appraisal', {}],
      ['received', 'acc-lanh-dao', 'approve', { approved: ['N1'] }],
      ['approved', 'acc-thu-ky', 'confer', { heldOn: '2026-08-24' }],
      ['decided', 'acc-van-thu', 'archive', {}],
      ['archived', 'acc-don-vi', 'withdraw', { reason: 'Rút' }],
    ];
    it.each(tooEarly)('at the stage %s %s cannot %s', async (stage, who, command, body) => {
      const { path } = await officeWay(office, stage);
      const reply = await office.as(who).post<Problem>(`${path}/${command}`, body);
      expect(saying(reply)).toMatchObject({ status: 409, code: 'NOT_POSSIBLE_AT_STEP' });
      expect(stages).toContain(stage);
    });
  });

  describe('because of a rule, with the rule and where it stands: 422', () => {
    it('R5: papers are missing', async () => {
      const { path } = await officeWay(office, 'submitted', { documents: ['TT'] });
      const reply = await office.as('acc-tham-dinh').post<Problem>(`${path}/receive`);
      expect(saying(reply)).toMatchObject({ status: 422, code: 'DOCUMENTS_MISSING', rule: 'R5' });
      expect(reply.body.source).toContain('ND 98/2023');
      expect(reply.body.params).toEqual({ missing: ['DS', 'BC_CT_CN', 'BB'], step: 'intake' });
      expect(reply.body.detail).toBe(
        'Hồ sơ còn thiếu ở bước Tiếp nhận, kiểm tra đủ hồ sơ: Danh sách trích ngang kèm tờ trình, Báo cáo thành tích công trạng - cá nhân, Biên bản bình xét thi đua / xét khen thưởng của Hội đồng.',
      );
    });

    it('R8: no reason is given', async () => {
      const { path } = await officeWay(office, 'received');
      for (const [command, body] of [
        ['return', {}],
        ['return', { reason: '' }],
        ['request-supplement', { items: [{ document: 'TT' }] }],
      ] as const) {
        const reply = await office.as('acc-tham-dinh').post<Problem>(`${path}/${command}`, body);
        expect(saying(reply)).toMatchObject({ status: 422, code: 'REASON_MISSING', rule: 'R8' });
        expect(reply.body.source).toBeTruthy();
      }
    });

    it('R9: the dossier is secret', async () => {
      const { path } = await officeWay(office, 'drafted');
      const unit = office.as('acc-don-vi');
      await must(unit.post(`${path}/classify`, { level: 'mat', reason: 'Có nội dung mật' }));
      const reply = await unit.post<Problem>(`${path}/attach-document`, { document: 'TT', formats: ['pdf'] });
      expect(saying(reply)).toMatchObject({ status: 422, code: 'DOSSIER_IS_SECRET', rule: 'R9' });
      expect(reply.body.source).toBeTruthy();
      const stub = { number: '7/TTr', date: '2026-08-20', custodian: 'Văn thư' };
      await must(unit.post(`${path}/attach-document`, { document: 'TT', stub }));
    });

    it('R27: the council’s votes do not reach four fifths', async () => {
      // 13 of 17 are 76 %; 14 would be enough.
      const { path, nominees } = await officeWay(office, 'voted', { procedure: 'CSTDCS', yes: 13 });
      const reply = await office.as('acc-lanh-dao').post<Problem>(`${path}/approve`, { approved: nominees });
      expect(saying(reply)).toMatchObject({
        status: 422,
        code: 'THRESHOLD_NOT_REACHED',
        rule: 'R27',
        source: 'ND 98/2023 Art 30(7)',
      });
      expect(reply.body.params).toEqual({ nominees, needed: 14 });
      await officeWay(office, 'approved', { procedure: 'CSTDCS', yes: 14 });
    });
  });

  it('to a dossier on which it said no, nothing has happened', async () => {
    const { path, answers } = await officeWay(office, 'submitted', { documents: ['TT'] });
    await office.as('acc-tham-dinh').post(`${path}/receive`);
    await office.as('acc-lanh-dao').post(`${path}/receive`);
    expect((await dossierOf(office, { path })).revision).toBe(answers['submit']?.revision);
  });
});
