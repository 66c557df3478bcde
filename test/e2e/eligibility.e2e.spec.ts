import type { DossierView } from '#libs/domain/dossier';
import { eventually } from '#libs/platform/testing';
import type { CommandAnswer } from '#libs/service/commands';
import type { ProposalTold } from '../../apps/api/src/award-history/tell-history.js';
import { lawWithCriteria } from '../support/law-with-criteria.js';
import { must, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';

const CODE = '001199000077';
const NAME = 'Lường Thị Kín Đáo';
const unit = 'Trạm bơm số 2';
const birthDate = '1990-05-20';

const criteria = {
  prerequisites: [
    {
      id: 'base-title-three-years',
      test: 'consecutive_years',
      rule: 'R12',
      award: 'CSTDCS',
      years: 3,
      names: { vi: 'Ba lần liên tục', en: 'Three times running' },
      effective: { from: '2024-01-01', until: null },
      source: 'L22 Art 22',
      confidence: 'verified',
    },
  ],
};

const law = lawWithCriteria('BK_TINH.R2025.1', criteria);
let office: Office;
let dossierId: string;
let path: string;
const lists: Record<string, CommandAnswer> = {};

const officer = () => office.as('acc-tham-dinh');
const HISTORY = '/api/v1/award-histories/ubnd-tinh';

const line = (meritYear: number, more: object = { code: CODE }) => ({
  kind: 'individual',
  name: NAME,
  unit,
  award: 'CSTDCS',
  awardKind: 'cong_trang',
  meritYear,
  decidedOn: `${meritYear + 1}-01-15`,
  ...more,
});

/** What is proposed about the one nominee, once everything sent so far is seen. */
async function proposed(): Promise<ProposalTold> {
  const { items } = await must(officer().get<{ items: readonly ProposalTold[] }>(`${path}/proposals`));
  expect(items).toHaveLength(1);
  return items[0] as ProposalTold;
}

const judge = (verdict: 'qualified' | 'not_qualified', deviation?: string) =>
  officer().post<CommandAnswer & Problem>(`${path}/appraise-nominees`, {
    verdicts: [
      { nomineeId: 'N1', verdict, reason: 'Kết luận', evidence: [], ...(deviation === undefined ? {} : { deviation }) },
    ],
  });

beforeAll(async () => {
  office = await openOffice({ home: law.home });
  const submitter = office.as('acc-don-vi');
  ({ id: dossierId } = await must(
    submitter.post('/api/v1/dossiers', {
      procedure: 'BK_TINH',
      kind: 'cong_trang',
      title: 'Khen thưởng năm 2025',
      bodyId: 'ubnd-tinh',
    }),
  ));
  path = `/api/v1/dossiers/${dossierId}`;
  const nominee = { kind: 'individual', name: NAME, unit, code: CODE, birthDate, claims: { meritYear: 2025 } };
  await must(submitter.post(`${path}/add-nominees`, { nominees: [nominee] }));
  for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB'])
    await must(submitter.post(`${path}/attach-document`, { document }));
  await must(submitter.post(`${path}/submit`));
  await must(officer().post(`${path}/receive`));
});
afterAll(async () => {
  await office?.close();
  law.drop();
});

describe('The machine proposes, the officer decides', () => {
  it('of whom nothing is known everything is unknown, with what is missing, and the officer is free', async () => {
    const { proposal, told, history } = await proposed();
    expect(proposal).toMatchObject({
      outcome: 'unknown',
      findings: [{ rule: 'R12', missing: ['2023', '2024', '2025'] }],
    });
    expect(told).toEqual([
      {
        vi: 'Ba lần liên tục: chưa rõ; có 0/3; thiếu 2023, 2024, 2025',
        en: 'Three times running: unknown; held 0/3; missing 2023, 2024, 2025',
      },
    ]);
    expect(history).toEqual([]);
    expect((await judge('qualified')).status).toBe(200);
  });

  it('a list that the body imports is found by the personal code', async () => {
    lists['first'] = await must(
      officer().post(`${HISTORY}/import`, {
        source: 'Sổ khen thưởng',
        covers: { from: 2023, to: 2024 },
        recipients: [line(2023), line(2024)],
      }),
    );
    const { proposal, history } = await proposed();
    expect(history.map(({ by, pastAward }) => [by, pastAward.meritYear, pastAward.source])).toEqual([
      ['code', 2023, 'Sổ khen thưởng'],
      ['code', 2024, 'Sổ khen thưởng'],
    ]);
    expect(proposal).toMatchObject({ outcome: 'unknown', findings: [{ missing: ['2025'], figures: { held: 2 } }] });
  });

  it('a namesake’s award counts when a person has said that it is the same, and not before', async () => {
    await must(
      officer().post(`${HISTORY}/import`, { source: 'Danh sách 2025', recipients: [line(2025, { birthDate })] }),
    );
    const before = await proposed();
    const ref = before.history.find(({ by }) => by === 'namesake')?.pastAward.ref;
    expect(before.proposal).toMatchObject({
      outcome: 'unknown',
      findings: [{ passedOver: [{ because: 'unconfirmed', ref }] }],
    });
    await must(
      officer().post(`${HISTORY}/recognise`, {
        dossierId,
        nomineeId: 'N1',
        ref,
        same: true,
        reason: 'Đối chiếu lý lịch',
      }),
    );
    expect((await proposed()).proposal).toMatchObject({ outcome: 'pass', findings: [{ figures: { held: 3 } }] });
  });

  it('a verdict other than the proposal is refused without a reason, under the rule', async () => {
    const { status, body } = await judge('not_qualified');
    expect([status, body.code, body.rule, body.source]).toEqual([422, 'VERDICT_NEEDS_DEVIATION', 'R12', 'L22 Art 22']);
    expect((await judge('qualified')).status).toBe(200);
  });

  it('the verdict keeps what was proposed, the evidence and its place in the log', async () => {
    const { nominees } = await must(officer().get<DossierView>(path));
    const verdict = nominees[0]?.verdict;
    expect(verdict?.proposal).toMatchObject({
      outcome: 'pass',
      asOf: expect.any(String),
      findings: [{ counted: [{ of: 'history', year: 2023, position: lists['first']?.position }, {}, {}] }],
    });
    // What recognises somebody elsewhere is not shown with the dossier.
    expect(JSON.stringify(nominees)).not.toContain(CODE);
  });

  it('R56: an award that was cancelled stops counting, and the officer may still decide, with his reason', async () => {
    const [first] = (await proposed()).history;
    const importId = first?.pastAward.ref.split('/')[0];
    await must(
      officer().post(`${HISTORY}/strike`, { importId, line: 2, because: 'cancelled', reason: 'Có quyết định hủy' }),
    );
    expect((await proposed()).proposal).toMatchObject({
      outcome: 'fail',
      findings: [{ missing: ['2024'], passedOver: [{ because: 'cancelled' }] }],
    });
    // Whoever handles the dossier is told, and the verdict stands.
    const told = await eventually('the dossier says what was lost', async () => {
      const { nominees } = await must(officer().get<DossierView>(path));
      return nominees[0]?.evidenceLost && nominees[0];
    });
    expect(told).toMatchObject({ verdict: { verdict: 'qualified' }, evidenceLost: { proposal: { outcome: 'fail' } } });
    const message = await eventually('the officer is told', async () => {
      const { items } = await must(officer().get<{ items: readonly { type: string }[] }>('/api/v1/notifications'));
      return items.find(({ type }) => type === 'EvidenceLost');
    });
    expect(message).toBeDefined();
    const refused = await judge('qualified');
    expect([refused.status, refused.body.rule]).toEqual([422, 'R12']);
    expect((await judge('qualified', 'Đang khiếu nại quyết định hủy')).status).toBe(200);
  });
});

describe('The lists of a unit', () => {
  it('are read by its own officers and auditors, and changed by nobody else', async () => {
    const { items } = await must(officer().get<{ items: readonly { cancelled: boolean }[] }>(HISTORY));
    expect(items.map(({ cancelled }) => cancelled).sort()).toEqual([false, false, true]);
    expect((await office.as('acc-thanh-tra').get(HISTORY)).status).toBe(200);
    expect((await office.as('acc-don-vi').get(HISTORY)).status).toBe(403);
    expect((await officer().get('/api/v1/award-histories/khoi-thi-dua-3')).status).toBe(403);
    const recipients = [line(2020)];
    const elsewhere = officer().post('/api/v1/award-histories/khoi-thi-dua-3/import', { source: 'Sổ', recipients });
    expect((await elsewhere).status).toBe(403);
  });

  it('a list sent twice is imported once, and one with a bad line not at all', async () => {
    const key = 'a2f4c1de-3a51-4f0e-8f0e-4b7f6c1f6b1e';
    const list = { source: 'Sổ 2019', recipients: [line(2019)] };
    const once = await must(officer().post(`${HISTORY}/import`, list, { key }));
    expect(await must(officer().post(`${HISTORY}/import`, list, { key }))).toEqual(once);
    const bad = await officer().post<Problem>(`${HISTORY}/import`, {
      source: 'Sổ',
      recipients: [line(2018), line(2018)],
    });
    expect([bad.status, bad.body.code, bad.body.params?.['lines']]).toEqual([422, 'PAST_AWARD_TWICE', ['2 = 1']]);
  });

  it('name nobody in a log line or a job', async () => {
    expect(office.log.length).toBeGreaterThan(10);
    expect(office.log.filter((each) => each.includes(CODE) || each.includes(NAME) || each.includes(birthDate))).toEqual(
      [],
    );
  });
});
