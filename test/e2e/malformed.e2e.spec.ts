import { randomUUID } from 'node:crypto';
import type { Problem, Reply } from '../support/office-client.js';
import { must } from '../support/office-client.js';
import { dossierOf, officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng', bodyId: 'ubnd-tinh' };

describe('what cannot be read', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const sendDraft = (body: string, type = 'application/json'): Promise<Reply<Problem>> =>
    office.as('acc-don-vi').send<Problem>('POST', '/api/v1/dossiers', {
      body,
      headers: { 'content-type': type, 'idempotency-key': randomUUID() },
    });

  it('is answered as a problem in Vietnamese, and in English to who prefers it', async () => {
    const who = office.as(undefined);
    const vi = await who.get<Problem>('/api/v1/dossiers');
    expect(vi.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(vi.body).toMatchObject({
      type: '/problems/not-signed-in',
      status: 401,
      code: 'NOT_SIGNED_IN',
      detail: 'Cần đăng nhập, hoặc gửi kèm mã truy cập còn hiệu lực.',
      details: {
        vi: 'Cần đăng nhập, hoặc gửi kèm mã truy cập còn hiệu lực.',
        en: 'Sign in, or send a valid access token.',
      },
    });
    const en = await who.get<Problem>('/api/v1/dossiers', { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.5' });
    expect(en.body.detail).toBe('Sign in, or send a valid access token.');
    const both = await who.get<Problem>('/api/v1/dossiers', { 'accept-language': 'vi, en;q=0.5' });
    expect(both.body.detail).toBe(vi.body.detail);
  });

  it('is answered under the correlation id that the client gave, or one of its own', async () => {
    const correlationId = randomUUID();
    const given = await office.as(undefined).get<Problem>('/api/v1/dossiers', { 'x-correlation-id': correlationId });
    expect(given.body.instance).toBe(`urn:uuid:${correlationId}`);
    const own = await office.as(undefined).get<Problem>('/api/v1/dossiers', { 'x-correlation-id': 'no uuid' });
    expect(own.body.instance).toMatch(/^urn:uuid:[\da-f-]{36}$/);
  });

  it.each(['/%zz', '/api/v1/dossiers/%ff%fe', '/api/v1/dossiers/%zz/receive'])(
    'the address %s: a problem all the same',
    async (path) => {
      const reply = await office.as('acc-tham-dinh').get<Problem>(path);
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
      expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(reply.body).toMatchObject({ status: reply.status, code: expect.any(String) });
    },
  );

  it.each(['{', '', 'null', '[]', '"text"', '7', '{"__proto__": {"title": "x"}}'])('the body %s: 400', async (body) => {
    const reply = await sendDraft(body);
    expect([reply.status, reply.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('a body over 1 MB: 413', async () => {
    const reply = await sendDraft(JSON.stringify({ ...draft, title: 'a'.repeat(1_100_000) }));
    expect([reply.status, reply.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'a body as %s: 415',
    async (type) => {
      const reply = await sendDraft(JSON.stringify(draft), type);
      expect([reply.status, reply.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    },
  );

  it('a field nobody knows: named and refused, and nothing happens', async () => {
    const { path, answers } = await officeWay(office, 'filled');
    const unit = office.as('acc-don-vi');
    const top = await unit.post<Problem>(`${path}/submit`, { hurry: true });
    expect([top.status, top.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    expect(top.body.params?.['issues']).toEqual(['(root): unknown: hurry']);
    const inner = await unit.post<Problem>(`${path}/submit`, { letter: { number: '1', date: '2026-08-20', by: 'x' } });
    expect(inner.body.params?.['issues']).toEqual(['letter: unknown: by']);
    expect((await unit.get<Problem>('/api/v1/dossiers?page=2')).status).toBe(400);
    expect((await dossierOf(office, { path })).revision).toBe(answers['attach-document']?.revision);
  });

  it.each([
    ['effective-at', 'yesterday'],
    ['effective-at', '2026-08-24T09:00:00'],
  ])('the header %s: %s', async (name, value) => {
    const reply = await office
      .as('acc-don-vi')
      .post<Problem>('/api/v1/dossiers', draft, { headers: { [name]: value } });
    expect([reply.status, reply.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense', 'minPosition=nowhere', 'overdue=maybe', 'step=%20'])(
    'the question ?%s: 400',
    async (question) => {
      const reply = await office.as('acc-tham-dinh').get<Problem>(`/api/v1/dossiers?${question}`);
      expect([reply.status, reply.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    },
  );

  it('a control character or half a letter never reaches the log', async () => {
    for (const title of ['\u0000', 'a\u0000b', '\ud800']) {
      const reply = await sendDraft(JSON.stringify({ ...draft, title }));
      expect([400, 422]).toContain(reply.status);
      expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });

  it('text that comes in pieces (NFD) is kept whole (NFC)', async () => {
    const unit = office.as('acc-don-vi');
    const title = 'Khen thưởng Nguyễn Thị Ánh Nguyệt';
    const { id } = await must(unit.post('/api/v1/dossiers', { ...draft, title: title.normalize('NFD') }));
    const path = `/api/v1/dossiers/${id}`;
    const nominee = {
      kind: 'individual',
      name: 'Đỗ Thị Hường'.normalize('NFD'),
      unit: 'Tổ Điện nước'.normalize('NFD'),
    };
    await must(unit.post(`${path}/add-nominees`, { nominees: [nominee] }));
    const view = await dossierOf(office, { path });
    expect([view.title, view.nominees[0]?.name, view.nominees[0]?.unit]).toEqual([
      title,
      'Đỗ Thị Hường',
      'Tổ Điện nước',
    ]);
    const twin = { ...nominee, name: 'Đỗ Thị Hường' };
    const twice = await unit.post<Problem>(`${path}/add-nominees`, { nominees: [twin] });
    expect([twice.status, twice.body.code]).toEqual([422, 'NOMINEE_TWICE']);
    for await (const { dataText } of office.foundation.store.readStream(`dossier-${id}`)) {
      expect(dataText).toBe(dataText.normalize('NFC'));
    }
  });
});
