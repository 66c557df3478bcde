import type { DossierView } from '#libs/domain/dossier';
import { eventually } from '#libs/platform/testing';
import { type AskedOpinion, noticeCode, type Page } from '#libs/service/read-models';
import type { PublicNotice, PublicNoticeLine } from '#libs/service/reading';
import type { OpinionTold } from '../../apps/api/src/opinions/opinions.answers.js';
import { lawWithFixture } from '../support/law-with-criteria.js';
import { must, type Problem } from '../support/office-client.js';
import { nomineesOf } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour, person } from '../support/other-people.js';
import { planted, tells } from '../support/planted-words.js';

const BODY = 'ubnd-tinh';
const ASKED = 'cong-an-tinh';
const asked = person('acc-cong-an', ASKED, 'officer');
const CODE = '001199000088';
const OPINIONS = '/api/v1/opinions';
const law = lawWithFixture('HYCK.TEST.1');
let office: Office;
let path: string;
let id: string;

const officer = () => office.as('acc-tham-dinh');
const question = 'Đề nghị cho ý kiến về việc chấp hành pháp luật';
const contact = { address: 'Số 1, đường Thử Nghiệm', phone: '0200 000 000', email: 'tdkt@tinh.example' };

/** A dossier at its notice and its opinions, with one nominee whose name may be read and much that may not. */
beforeAll(async () => {
  office = await openOffice({ home: law.home, accounts: [asked, neighbour] });
  const unit = office.as('acc-don-vi');
  ({ id } = await must(
    unit.post('/api/v1/dossiers', { procedure: 'HYCK', kind: 'cong_trang', title: planted.title, bodyId: BODY }),
  ));
  path = `/api/v1/dossiers/${id}`;
  const named = { kind: 'individual', name: planted.nominee, unit: 'Trạm bơm số 2', sex: 'female' };
  const nominees = [{ ...named, code: CODE, birthDate: '1990-05-20' }, ...nomineesOf({ individuals: 1 })];
  await must(unit.post(`${path}/add-nominees`, { nominees }));
  for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB']) await must(unit.post(`${path}/attach-document`, { document }));
  await must(unit.post(`${path}/submit`));
  await must(officer().post(`${path}/receive`));
  const verdict = (nomineeId: string) => ({ nomineeId, verdict: 'qualified', reason: planted.reason, evidence: [] });
  await must(officer().post(`${path}/appraise-nominees`, { verdicts: [verdict('N1'), verdict('N2')] }));
  await must(officer().post(`${path}/complete-appraisal`));
});
afterAll(async () => {
  await office?.close();
  law.drop();
});

describe('R41: a body that is asked for its opinion', () => {
  it('finds the question in its list, is told of it, and sees what it was asked', async () => {
    const bodies = [{ unitId: ASKED, name: 'Công an tỉnh' }, { name: 'Cục Thuế tỉnh' }];
    const { position } = await must(officer().post(`${path}/ask-opinion`, { bodies, question, nominees: ['N1'] }));
    const { items } = await must(
      office.as(asked.id).get<Page<AskedOpinion>>(`${OPINIONS}?standing=awaited&minPosition=${position}`),
    );
    expect(items).toMatchObject([
      { dossierId: id, opinionId: 'O1', award: 'HYCK', byUnitId: BODY, standing: 'awaited' },
    ]);
    await eventually('the body is told', async () => {
      const told = await must(office.as(asked.id).get<Page<{ readonly type?: string }>>('/api/v1/notifications'));
      return JSON.stringify(told).includes('OpinionRequested');
    });
    const told = await must(office.as(asked.id).get<OpinionTold>(`${OPINIONS}/${id}/O1`));
    expect(told).toMatchObject({
      question,
      by: { unitId: BODY },
      nominees: [{ name: planted.nominee, unit: 'Trạm bơm số 2' }],
      standing: 'awaited',
      dueAt: expect.stringMatching(/T10:00:00/),
    });
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${CODE}|1990-05-20|Wuxanh`));
  });

  it('sees no more of the dossier, and nobody else sees the question', async () => {
    for (const more of ['', '/events', '/timeline', '/allowed', '/objections', '/documents'])
      expect((await office.as(asked.id).get(`${path}${more}`)).status).toBe(404);
    expect((await office.as(asked.id).post<Problem>(`${path}/withdraw`, { reason: 'x' }, { ifMatch: 1 })).status).toBe(
      403,
    );
    for (const other of ['acc-don-vi', 'acc-tham-dinh', neighbour.id, 'acc-thanh-tra'])
      expect((await office.as(other).get(`${OPINIONS}/${id}/O1`)).status).toBe(404);
    expect((await office.as(asked.id).get(`${OPINIONS}/${id}/O2`)).status).toBe(404);
    expect((await office.as(undefined).get(OPINIONS)).status).toBe(401);
  });

  it('answers for itself and for nobody else; its answer counts at once', async () => {
    const stranger = await office.as(neighbour.id).post<Problem>(`${OPINIONS}/${id}/O1/answer`, { answer: 'agrees' });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'NOT_FOUND']);
    const unknown = await office.as(neighbour.id).post<Problem>(`${OPINIONS}/${id}/O7/answer`, { answer: 'agrees' });
    expect(unknown.body.code).toBe('NOT_FOUND');
    const answered = await must(
      office
        .as(asked.id)
        .post<{ position: string }>(`${OPINIONS}/${id}/O1/answer`, { answer: 'agrees', text: planted.opinion }),
    );
    expect(answered).toEqual({ opinionId: 'O1', position: expect.any(String) });
    const again = await office.as(asked.id).post<Problem>(`${OPINIONS}/${id}/O1/answer`, { answer: 'objects' });
    expect([again.status, again.body.code]).toEqual([409, 'OPINION_ANSWERED']);
    const dossier = await must(officer().get<DossierView>(path));
    expect(dossier.opinions).toMatchObject([
      { opinionId: 'O1', standing: 'answered', answer: { byBody: true } },
      { opinionId: 'O2', standing: 'awaited' },
    ]);
    const clocks = dossier.deadlines.filter(({ clock }) => clock === 'reply');
    expect(clocks.map(({ opinionId, state }) => [opinionId, state])).toEqual([
      ['O1', 'met'],
      ['O2', 'running'],
    ]);
  });

  it('that is silent has not agreed: only the authority goes on, and it stays unanswered', async () => {
    const tried = await officer().post<Problem>(`${path}/complete-step`, { outcome: 'answered' });
    expect([tried.status, tried.body.code, tried.body.rule]).toEqual([422, 'OPINIONS_MISSING', 'R41']);
    expect(tried.body.params).toEqual({ missing: ['O2'], bodies: ['Cục Thuế tỉnh'] });
    await must(
      office.as('acc-lanh-dao').post(`${path}/complete-step`, { outcome: 'proceed', reason: 'Đã đôn đốc ba lần' }),
    );
    await must(officer().post(`${path}/record-opinion`, { opinionId: 'O2', answer: 'agrees' }));
    const { opinions } = await must(officer().get<DossierView>(path));
    expect(opinions[1]).toMatchObject({ standing: 'unanswered', answer: { late: true } });
  });
});

describe('R39, R40: a public notice', () => {
  const nobody = () => office.as(undefined);
  let code: string;

  const pageOf = async (address: string) => {
    const { status, headers, text } = await nobody().get(address);
    return { status, headers, text };
  };

  it('is found and read by anybody without signing in, with names and places of work and nothing else', async () => {
    const { position } = await must(
      officer().post(`${path}/open-notice`, { where: 'Cổng thông tin điện tử', contact }),
    );
    await must(office.as(asked.id).get(`${OPINIONS}?minPosition=${position}`));
    const { items } = await must(nobody().get<{ items: readonly PublicNoticeLine[] }>('/api/v1/public/notices'));
    expect(items).toMatchObject([{ code: noticeCode(id, 'C1'), lastDay: '2026-09-09' }]);
    code = items[0]?.code ?? '';
    const notice = await must(nobody().get<PublicNotice>(`/api/v1/public/notices/${code}`));
    expect(notice).toEqual({
      code,
      award: { vi: expect.any(String), en: expect.any(String) },
      body: { vi: expect.any(String), en: expect.any(String) },
      where: 'Cổng thông tin điện tử',
      openedAt: expect.any(String),
      lastDay: '2026-09-09',
      contact,
      nominees: [
        { kind: 'individual', name: planted.nominee, unit: 'Trạm bơm số 2' },
        { kind: 'individual', name: 'Người Được Đề Nghị 1', unit: 'Chi cục Thủy lợi' },
      ],
    });
  });

  it('is a page for people: no script, Vietnamese first, kept for a minute, in no search engine', async () => {
    const page = await pageOf(`/public/notices/${code}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(page.headers.get('cache-control')).toBe('public, max-age=60');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(page.text).toContain('<html lang="vi">');
    expect(page.text).not.toMatch(/<script|style=|onload|https?:\/\//);
    expect(tells(page.text)).toEqual(['zwiebelinh']);
    expect(page.text).not.toMatch(new RegExp(`${CODE}|1990-05-20|20/05/1990`));
    const english = await pageOf(`/public/notices/${code}?lang=en`);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('To the end of');
    const list = await pageOf('/public/notices');
    expect([list.status, tells(list.text), list.text.includes(code)]).toEqual([200, [], true]);
  });

  it('a code that nobody has is no notice', async () => {
    expect((await pageOf('/public/notices/aaaaaaaaaa')).status).toBe(404);
    expect((await nobody().get('/api/v1/public/notices/aaaaaaaaaa')).status).toBe(404);
    expect((await pageOf(`/public/notices/${id}`)).status).toBe(404);
  });

  it('is not over early', async () => {
    const tried = await officer().post<Problem>(`${path}/complete-step`, { outcome: 'clean' });
    expect([tried.status, tried.body.code, tried.body.rule]).toEqual([422, 'WINDOW_NOT_OVER', 'R39']);
  });

  it('who objects, and in which words, reaches the body alone; with evidence the dossier stands still', async () => {
    const letter = { number: '03/Đ', date: office.today() };
    const objection = { kind: 'denunciation', nominees: ['N2'], text: planted.reason, from: planted.signer };
    await must(officer().post(`${path}/record-objection`, { ...objection, letter, substantiated: true }));
    const dossier = await must(office.as('acc-don-vi').get<DossierView>(path));
    expect([dossier.suspended, dossier.objections.length]).toEqual([true, 1]);
    for (const who of ['acc-don-vi', 'acc-tham-dinh', 'acc-thanh-tra'])
      for (const more of ['', '/timeline', '/events']) {
        const { text } = await office.as(who).get(`${path}${more}`);
        expect(tells(text.replaceAll(planted.reason, ''))).not.toContain('fargolong');
      }
    const theirs = await must(officer().get<{ items: readonly { from?: string }[] }>(`${path}/objections`));
    expect(theirs.items).toMatchObject([{ from: planted.signer, text: planted.reason }]);
    expect((await office.as('acc-don-vi').get(`${path}/objections`)).status).toBe(403);
    expect(tells((await pageOf(`/public/notices/${code}`)).text)).toEqual(['zwiebelinh']);
    const tried = await officer().post<Problem>(`${path}/resume`, { reason: 'Tiếp tục' });
    expect([tried.body.code, tried.body.rule]).toEqual(['OBJECTION_OPEN', 'R40']);
    await must(
      officer().post(`${path}/resolve-objection`, { objectionId: 'K1', outcome: 'unfounded', reason: 'Không đúng' }),
    );
    await must(officer().post(`${path}/resume`, { reason: 'Đã giải quyết' }));
  });

  it('is gone for everybody once its last day is over, without a name', async () => {
    office.clock.travelTo('2026-09-09T17:00:00.000Z');
    const gone = await pageOf(`/public/notices/${code}`);
    expect([gone.status, tells(gone.text)]).toEqual([410, []]);
    const answer = await nobody().get<Problem>(`/api/v1/public/notices/${code}`);
    expect([answer.status, answer.body.code, tells(answer.text)]).toEqual([410, 'NOTICE_CLOSED', []]);
    const { items } = await must(nobody().get<{ items: readonly PublicNoticeLine[] }>('/api/v1/public/notices'));
    expect(items).toEqual([]);
    await must(officer().post(`${path}/complete-step`, { outcome: 'cleared', reason: 'Không còn phản ánh' }));
    expect((await must(officer().get<DossierView>(path))).step).toBe('council');
  });

  it('and no council has met before', async () => {
    const result = {
      method: 'minutes',
      heldOn: '2026-09-09',
      minutes: { number: '1/BB', date: '2026-09-09' },
      members: 17,
      present: 17,
      written: 0,
      results: ['N1', 'N2'].map((nomineeId) => ({ nomineeId, yes: 17, no: 0, other: 0 })),
    };
    const early = await office.as('acc-thu-ky').post<Problem>(`${path}/record-council-result`, result);
    expect([early.status, early.body.code, early.body.rule]).toEqual([422, 'WINDOW_NOT_OVER', 'R39']);
    await must(
      office.as('acc-thu-ky').post(`${path}/record-council-result`, {
        ...result,
        heldOn: '2026-09-10',
        minutes: { number: '1/BB', date: '2026-09-10' },
      }),
    );
  });
});

describe('R57: how long a dossier is kept', () => {
  it('stands in its answer, and archivists find dossiers by it', async () => {
    const answer = await must(officer().get<DossierView & { readonly retention: object }>(path));
    expect(answer.retention).toMatchObject({ keep: 20, from: null, until: null, heldOpen: false, source: 'fixture' });
    const found = async (query: string) => {
      const { items } = await must(officer().get<Page<{ readonly id: string }>>(`/api/v1/dossiers?${query}`));
      return items.map((item) => item.id);
    };
    expect(await found('retention=20')).toEqual([id]);
    expect(await found('retention=permanent')).toEqual([]);
    expect(await found('retention=20&keptUntil=2099-01-01')).toEqual([]);
    await must(office.as('acc-don-vi').post(`${path}/withdraw`, { reason: 'Đơn vị rút' }));
    const { retention } = await must(officer().get<DossierView & { readonly retention: object }>(path));
    expect(retention).toMatchObject({ from: '2026-09-10', until: '2046-09-10' });
    await eventually('the list knows', async () => (await found('retention=20&keptUntil=2046-09-10')).length === 1);
    expect(await found('retention=20&keptUntil=2046-09-09')).toEqual([]);
  });
});
