import type { DossierView } from '#libs/domain/dossier';
import type { CommandAnswer } from '#libs/service/commands';
import type { ProposalTold } from '../../apps/api/src/award-history/tell-history.js';
import { lawWithCriteria } from '../support/law-with-criteria.js';
import { must, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';

const HISTORY = '/api/v1/award-histories/ubnd-tinh';
const common = {
  names: { vi: 'điều kiện', en: 'condition' },
  effective: { from: '2024-01-01', until: null },
  source: 'L22',
  confidence: 'verified',
};
const only = (kinds: string, subjects?: string) => ({ kinds: [kinds], ...(subjects ? { subjects: [subjects] } : {}) });

/** One award whose kinds of commendation each ask for one of the rules, so that one office answers for all of them. */
const criteria = {
  prerequisites: [
    {
      id: 'r12',
      test: 'consecutive_years',
      rule: 'R12',
      award: 'CSTDCS',
      years: 3,
      ...only('cong_trang', 'individual'),
      ...common,
    },
    {
      id: 'r14',
      test: 'member_share',
      rule: 'R14',
      award: 'LDTT',
      numerator: 7,
      denominator: 10,
      ...only('cong_trang', 'collective'),
      ...common,
    },
    { id: 'r13', test: 'consecutive_years', rule: 'R13', award: 'CSTD_BT', years: 2, ...only('dot_xuat'), ...common },
    { id: 'r17', test: 'earlier_awards', rule: 'R17', award: 'BK_TTG', count: 1, ...only('doi_ngoai'), ...common },
    {
      id: 'r22',
      test: 'each_variant_once',
      rule: 'R22',
      award: 'KNC',
      yearsBetween: 3,
      asked: 'receipt',
      ...only('chuyen_de'),
      ...common,
    },
    {
      id: 'r19',
      test: 'merit_years',
      rule: 'R19',
      years: 2,
      countedLeaves: ['maternity'],
      ...only('cong_trang', 'household'),
      ...common,
    },
  ],
  uncounted: { kinds: ['dot_xuat'], for: ['doi_ngoai'], source: 'ND 152/2025 Art 4(3)', confidence: 'verified' },
};
const law = lawWithCriteria('BK_TINH.R2025.1', criteria);

type Kind = 'cong_trang' | 'dot_xuat' | 'chuyen_de' | 'doi_ngoai';
type Nominee = Readonly<Record<string, unknown>>;

let office: Office;
let serial = 0;

beforeAll(async () => {
  office = await openOffice({ home: law.home });
});
afterAll(async () => {
  await office?.close();
  law.drop();
});

const officer = () => office.as('acc-tham-dinh');
const person = (claims: object = {}) => {
  const code = `0011990000${String(10 + ++serial)}`;
  return { kind: 'individual', name: `Người ${serial}`, unit: 'Trạm bơm số 2', code, claims };
};

/** A dossier of one nominee, handed in; its path. */
async function submitted(kind: Kind, nominee: Nominee): Promise<string> {
  const unit = office.as('acc-don-vi');
  const draft = { procedure: 'BK_TINH', kind, title: 'Khen thưởng', bodyId: 'ubnd-tinh' };
  const { id } = await must(unit.post('/api/v1/dossiers', draft));
  const path = `/api/v1/dossiers/${id}`;
  await must(unit.post(`${path}/add-nominees`, { nominees: [nominee] }));
  for (const document of ['TT', 'DS', 'BC_CT_CN', 'BC_CT_TT', 'BC_DX', 'BC_CD', 'BC_DN', 'BB', 'XN_TT']) {
    await must(unit.post(`${path}/attach-document`, { document }));
  }
  await must(unit.post(`${path}/submit`));
  return path;
}

async function received(kind: Kind, nominee: Nominee): Promise<string> {
  const path = await submitted(kind, nominee);
  await must(officer().post(`${path}/receive`));
  return path;
}

/** A list of the body, whole up to the year before; where it stands in the log. */
async function listed({ claims: _claims, ...who }: Nominee, ...lines: object[]): Promise<string> {
  const recipients = lines.map((line) => ({ ...who, ...line }));
  const covers = { to: 2025 };
  return (await must(officer().post(`${HISTORY}/import`, { source: 'Sổ', covers, recipients }))).position;
}

async function findingOf(path: string) {
  const { items } = await must(officer().get<{ items: readonly ProposalTold[] }>(`${path}/proposals`));
  return { ...items[0]?.proposal?.findings[0], told: items[0]?.told[0] };
}

const judge = (path: string, deviation?: string) =>
  officer().post<CommandAnswer & Problem>(`${path}/appraise-nominees`, {
    verdicts: [
      { nomineeId: 'N1', verdict: 'qualified', reason: 'Đạt', evidence: [], ...(deviation ? { deviation } : {}) },
    ],
  });

/** What the fact of the verdict keeps: read from the dossier, and from its events. */
async function kept(path: string) {
  const { nominees } = await must(officer().get<DossierView>(path));
  return nominees[0]?.verdict?.proposal;
}

const titles = (award: string, ...years: number[]) =>
  years.map((meritYear) => ({ award, awardKind: 'cong_trang', meritYear, decidedOn: `${meritYear + 1}-01-15` }));

describe('What somebody was given before, judged over HTTP', () => {
  it.each([
    ['R12', 'cong_trang', 'CSTDCS', [2023, 2024, 2025], [2022, 2024, 2025]],
    ['R13', 'dot_xuat', 'CSTD_BT', [2024, 2025], [2025]],
  ] as const)(
    '%s: a title so many years running, with the evidence and its place in the log',
    async (rule, kind, award, full, gap) => {
      const good = person({ meritYear: 2025 });
      const position = await listed(good, ...titles(award, ...full));
      const path = await received(kind, good);
      expect((await judge(path)).status).toBe(200);
      const evidence = full.map((year) => expect.objectContaining({ of: 'history', award, year, position }) as object);
      expect(await kept(path)).toMatchObject({
        outcome: 'pass',
        asOf: expect.any(String),
        findings: [{ rule, counted: evidence }],
      });

      const bad = person({ meritYear: 2025 });
      await listed(bad, ...titles(award, ...gap));
      const other = await received(kind, bad);
      const refused = await judge(other);
      expect([refused.status, refused.body.code, refused.body.rule]).toEqual([422, 'VERDICT_NEEDS_DEVIATION', rule]);
      expect((await judge(other, 'Có quyết định bổ sung')).status).toBe(200);
      expect(await kept(other)).toMatchObject({ outcome: 'fail', findings: [{ rule }] });
    },
  );

  it('R14: a share of the members, as the unit stated it in the fact that named them', async () => {
    const collective = (members: number, LDTT: number) => {
      const claims = { composition: { members, holders: { LDTT } } };
      return { kind: 'collective', name: `Tổ ${++serial}`, unit: `Tổ ${serial}`, claims };
    };
    const good = await received('cong_trang', collective(20, 14));
    expect((await judge(good)).status).toBe(200);
    const id = good.split('/').at(-1);
    const counted = [{ of: 'dossier', ref: `${id}/N1`, position: '1' }];
    expect(await kept(good)).toMatchObject({
      outcome: 'pass',
      findings: [{ rule: 'R14', counted, figures: { members: 20, held: 14 } }],
    });
    const refused = await judge(await received('cong_trang', collective(13, 9)));
    expect([refused.status, refused.body.rule]).toEqual([422, 'R14']);
  });

  it('R17: what was given for an unexpected merit is passed over, and the fact says why', async () => {
    const sudden = person();
    const award = { award: 'BK_TTG', decidedOn: '2022-12-01' };
    await listed(sudden, { ...award, awardKind: 'dot_xuat' });
    const path = await received('doi_ngoai', sudden);
    expect((await judge(path)).body.rule).toBe('R17');
    expect((await judge(path, 'Theo chỉ đạo')).status).toBe(200);
    expect(await kept(path)).toMatchObject({
      outcome: 'fail',
      findings: [{ counted: [], passedOver: [{ because: 'kind' }] }],
    });

    const merit = person();
    const position = await listed(merit, { ...award, awardKind: 'cong_trang' });
    const other = await received('doi_ngoai', merit);
    expect((await judge(other)).status).toBe(200);
    expect(await kept(other)).toMatchObject({
      outcome: 'pass',
      findings: [{ counted: [{ award: 'BK_TTG', position }] }],
    });
  });

  it('R22: a medal of one kind is not received twice, nor one of another kind too soon', async () => {
    const holder = person({ variant: 'K1' });
    await listed(holder, { award: 'KNC', variant: 'K1', decidedOn: '2024-05-15' });
    const receive = async (nominee: Nominee) =>
      officer().post<CommandAnswer & Problem>(`${await submitted('chuyen_de', nominee)}/receive`);
    for (const variant of ['K1', 'K2']) {
      const refused = await receive({ ...holder, claims: { variant } });
      expect([refused.status, refused.body.code, refused.body.rule]).toEqual([422, 'PREREQUISITE_NOT_MET', 'R22']);
    }
    const longAgo = person({ variant: 'K2' });
    await listed(longAgo, { award: 'KNC', variant: 'K1', decidedOn: '2023-08-24' });
    expect((await receive(longAgo)).status).toBe(200);
  });

  it('R19, R20: of whom nobody stated anything the years of merit are shown as unknown, with what is missing', async () => {
    const household = { kind: 'household', name: `Hộ ${++serial}`, unit: 'Xã Mẫu' };
    const path = await received('cong_trang', household);
    expect(await findingOf(path)).toMatchObject({
      rule: 'R19',
      outcome: 'unknown',
      missing: ['discipline'],
      told: { vi: expect.stringContaining('chưa rõ'), en: expect.stringContaining('unknown') },
    });
    // What is unknown stands in nobody's way.
    expect((await judge(path)).status).toBe(200);
    expect(await kept(path)).toMatchObject({ outcome: 'unknown' });
  });
});
