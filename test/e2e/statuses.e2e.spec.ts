import { randomUUID } from 'node:crypto';
import { refusalStatuses } from '../../apps/api/src/http/problem.answers.js';
import type { Problem, Reply } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type OfficeOnAWire, openOfficeOnAWire } from '../support/office.js';

const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng', bodyId: 'ubnd-tinh' };

/** Statuses that another suite shows, because more has to happen for them. */
const shownElsewhere: Readonly<Record<number, string>> = { 410: 'consultation.e2e.spec', 429: 'lockout.e2e.spec' };

describe('each status with which the office says no', () => {
  let office: OfficeOnAWire;
  let dossier: WayfarerDossier;
  beforeAll(async () => {
    office = await openOfficeOnAWire();
    dossier = await officeWay(office, 'submitted');
  }, 180_000);
  afterAll(() => office?.close());

  const unit = () => office.as('acc-don-vi');
  const officer = () => office.as('acc-tham-dinh');
  const sendDraft = (body: string, type: string) =>
    unit().send<Problem>('POST', '/api/v1/dossiers', {
      body,
      headers: { 'content-type': type, 'idempotency-key': randomUUID() },
    });

  /** What is done, and the code that answers it. */
  const cases: Readonly<Record<number, readonly [string, () => Promise<Reply<Problem>>]>> = {
    400: ['MALFORMED_REQUEST', () => sendDraft('{', 'application/json')],
    401: ['NOT_SIGNED_IN', () => office.as(undefined).get('/api/v1/dossiers')],
    403: ['POSITION_NOT_ALLOWED', () => office.as('acc-van-hanh').get('/api/v1/dossiers')],
    404: ['NOT_FOUND', () => officer().get(`/api/v1/dossiers/${randomUUID()}`)],
    405: ['METHOD_NOT_ALLOWED', () => officer().send('DELETE', dossier.path)],
    409: ['NOT_POSSIBLE_AT_STEP', () => officer().post(`${dossier.path}/complete-appraisal`)],
    412: ['REVISION_STALE', () => officer().post(`${dossier.path}/receive`, {}, { ifMatch: 0 })],
    413: ['BODY_TOO_LARGE', () => sendDraft(`{"title":"${'a'.repeat(1_048_576)}"}`, 'application/json')],
    415: ['UNSUPPORTED_MEDIA_TYPE', () => sendDraft('x', 'text/plain')],
    422: ['NO_PROCEDURE_IN_FORCE', () => unit().post('/api/v1/dossiers', { ...draft, procedure: 'CHUA_CO' })],
    428: ['IF_MATCH_MISSING', () => officer().post(`${dossier.path}/receive`, {}, { ifMatch: null })],
    503: [
      'STORE_UNAVAILABLE',
      async () => {
        await office.wire.close();
        try {
          return await officer().get<Problem>(dossier.path);
        } finally {
          await office.wire.open();
        }
      },
    ],
  };

  it.each(Object.entries(cases))('%s', async (status, [code, ask]) => {
    const reply = await ask();
    expect([reply.status, reply.body.code]).toEqual([Number(status), code]);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    if (status === '503') expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    if (status === '401') expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    if (status === '405') expect(reply.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it('is shown here or in a suite that is named', () => {
    const shown = [...Object.keys(cases), ...Object.keys(shownElsewhere)].map(Number);
    expect(shown.sort()).toEqual([...refusalStatuses]);
  });

  it('a body of 1 MB less one byte is read all the same', async () => {
    const body = `{"title":"${'a'.repeat(1_048_576 - 13)}"}`;
    expect(Buffer.byteLength(body)).toBe(1_048_575);
    expect((await sendDraft(body, 'application/json')).status).toBe(400);
  });

  it('more than 2,000 nominees, more than 200 on a page, a name that stands twice: 400', async () => {
    const { path } = await officeWay(office, 'drafted');
    const nominees = Array.from({ length: 2_001 }, () => ({ kind: 'collective', name: 'x', unit: 'y' }));
    const replies = [
      await unit().post<Problem>(`${path}/add-nominees`, { nominees }),
      await unit().get<Problem>('/api/v1/dossiers?limit=201'),
      await unit().get<Problem>('/api/v1/dossiers?limit=1&limit=2'),
      await unit().get<Problem>('/health/live?verbose=1'),
      await unit().post<Problem>(`${path}/submit?hurry=1`),
    ];
    for (const { status, body } of replies) expect([status, body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('text that is no UTF-8, or holds what no text may: 400, wherever it stands', async () => {
    const bytes = Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]);
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const replies = [
      await unit().send<Problem>('POST', '/api/v1/dossiers', { body: bytes, headers }),
      await unit().post<Problem>('/api/v1/dossiers', { ...draft, title: 'a\0b' }),
      await unit().post<Problem>('/api/v1/dossiers', { ...draft, title: '\ud800' }),
      await unit().get<Problem>('/api/v1/dossiers?q=%00'),
      await unit().get<Problem>('/api/v1/dossiers/a%00b'),
      await unit().post<Problem>('/api/v1/dossiers', draft, {
        headers: { 'effective-at': '2026-08-21T09:00:00+07:00', 'backdating-reason': 'a%00b' },
      }),
    ];
    for (const { status, body } of replies) expect([status, body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });
});
