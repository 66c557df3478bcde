import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#libs/platform/testing';
import { canonicalProcedure, loadLaw } from '#libs/service/law';
import { Dossiers } from '#libs/service/commands';
import { home } from '#libs/service/foundation';
import { valueOf } from '#libs/domain/kernel';
import { launch } from '../support/command-line.js';
import { lawFile } from '../support/law-files.js';
import { must, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { person } from '../support/other-people.js';

interface Version {
  readonly version: string;
  readonly standing: string;
  readonly hash: string;
  readonly from?: string;
  readonly until?: string;
  readonly running: number;
  readonly drafters: readonly string[];
  readonly publishedBy?: string;
  readonly dryRun?: { readonly dossiers: number; readonly otherOutcome: number; readonly otherDeadline: number };
}

interface DryRun {
  readonly run: { readonly runId: string; readonly state: string; readonly total: number; readonly looked: number };
  readonly items: readonly {
    readonly dossierId: string;
    readonly parting?: { readonly step: string; readonly act: string; readonly kind: string };
    readonly deadlines: readonly { readonly clock: string; readonly from?: string; readonly to?: string }[];
    readonly sentences: { readonly vi: readonly string[]; readonly en: readonly string[] };
  }[];
  readonly next: string | null;
}

interface Told {
  readonly type: string;
  readonly sentence: { readonly vi: string };
}

const path = '/api/v1/procedures/BK_TINH';
const second = person('acc-van-hanh-2', 'ubnd-tinh', 'operator');

/** What follows: ten days for the appraisal instead of twenty. */
const next = (changes: object = {}) => {
  const document = lawFile('../procedures/BK_TINH.R2026.1.json') as { clocks: { appraise: { limit: object } } };
  return {
    ...document,
    version: 'R2027.1',
    carriedOver: null,
    clocks: {
      ...document.clocks,
      appraise: { ...document.clocks.appraise, limit: { ...document.clocks.appraise.limit, value: 10 } },
    },
    ...changes,
  };
};

describe('the life of a procedure', () => {
  let office: Office;
  let old: string;

  beforeAll(async () => {
    office = await openOffice({ now: '2026-11-20T02:00:00.000Z', accounts: [second] });
    old = await receive();
  });
  afterAll(() => office.close());

  const operator = () => office.as('acc-van-hanh');
  const versions = async (who = 'acc-van-hanh') =>
    (await must(office.as(who).get<{ versions: Version[] }>(path))).versions;
  const standing = async (version: string) => (await versions()).find((each) => each.version === version);

  /** A dossier with its papers, received today; its id. */
  async function receive(): Promise<string> {
    const unit = office.as('acc-don-vi');
    const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Đợt 1', bodyId: 'ubnd-tinh' };
    const { id } = await must(unit.post('/api/v1/dossiers', draft));
    const to = `/api/v1/dossiers/${id}`;
    const nominees = [{ kind: 'collective', name: 'Tổ Một', unit: 'Sở Mẫu' }];
    await must(unit.post(`${to}/add-nominees`, { nominees }));
    for (const document of ['TT', 'DS', 'BC_CT_TT', 'BB']) await must(unit.post(`${to}/attach-document`, { document }));
    await must(unit.post(`${to}/submit`));
    await must(office.as('acc-tham-dinh').post(`${to}/receive`));
    return id;
  }
  const versionOf = async (id: string) => (await office.dossiers.load(id))?.procedure?.version;

  async function tryOut(version: string): Promise<DryRun> {
    await must(operator().get(path));
    const asked = await operator().post<{ runId: string }>(`${path}/versions/${version}/dry-run`);
    expect(asked.status).toBe(202);
    return eventually('the dry run is done', async () => {
      const found = await must(operator().get<DryRun>(`${path}/versions/${version}/dry-run`));
      return found.run.runId === asked.body.runId && found.run.state === 'done' && found;
    });
  }

  it('begins with what came along: in force, and only finishing or over', async () => {
    const found = await eventually('the list knows the dossier', async () => {
      const all = await versions('acc-don-vi');
      return all[0]?.running === 1 && all;
    });
    expect(found.map(({ version, standing: where, running }) => [version, where, running])).toEqual([
      ['R2026.1', 'in_force', 1],
      ['R2025.1', 'retired', 0],
    ]);
    expect((await operator().get<Problem>(`${path}/versions/R2026.1/dry-run`)).body.code).toBe(
      'PROCEDURE_DRY_RUN_UNKNOWN',
    );
  });

  it('takes drafts of operators only, and shows what is wrong with one: where, and in both languages', async () => {
    const broken = next({ start: 'nowhere' });
    for (const who of ['acc-don-vi', 'acc-tham-dinh', 'acc-lanh-dao', 'acc-thanh-tra']) {
      const { status, body } = await office.as(who).post<Problem>(`${path}/save-draft`, { document: broken });
      expect([who, status, body.code]).toEqual([who, 403, 'POSITION_NOT_ALLOWED']);
    }
    await must(operator().post(`${path}/save-draft`, { document: broken }));
    const { faults } = await must(
      office
        .as(second.id)
        .get<{ faults: { path: string; sentences: { vi: string; en: string } }[] }>(`${path}/versions/R2027.1/draft`),
    );
    expect(faults).toEqual([
      {
        path: 'start',
        sentences: {
          vi: expect.stringContaining('nowhere'),
          en: expect.stringMatching(/^start: there is no step nowhere; /),
        },
      },
    ]);
    await must(operator().get(path));
    const { hash } = canonicalProcedure(broken);
    const { status, body } = await office
      .as(second.id)
      .post<Problem>(`${path}/publish`, { version: 'R2027.1', hash, from: '2026-12-01', until: null });
    expect([status, body.code]).toEqual([422, 'PROCEDURE_FAULTY']);
    expect(body.details.en).toContain('there is no step nowhere');
  });

  it('is not published untried, and a dry run says what would have been otherwise', async () => {
    await must(operator().get(path));
    await must(operator().post(`${path}/save-draft`, { document: next() }));
    const { hash } = canonicalProcedure(next());
    const publish = { version: 'R2027.1', hash, from: '2026-12-01', until: null };
    const untried = await office.as(second.id).post<Problem>(`${path}/publish`, publish);
    expect([untried.status, untried.body.code]).toEqual([422, 'PROCEDURE_NOT_TRIED']);

    const found = await tryOut('R2027.1');
    expect(found).toMatchObject({ run: { total: 1, looked: 1 }, next: null });
    expect(found.items).toMatchObject([
      {
        dossierId: old,
        deadlines: [{ clock: 'appraise', from: '2026-12-21T10:00:00.000Z', to: '2026-12-07T10:00:00.000Z' }],
      },
    ]);
    // Where it parts stands in front.
    expect(found.items[0]?.sentences).toEqual({
      vi: [
        'Tiếp nhận, kiểm tra đủ hồ sơ, tiếp nhận hồ sơ: hạn “Thẩm định và trình người có thẩm quyền” 17:00 21/12/2026 → 17:00 07/12/2026',
      ],
      en: ['Intake, receipt: deadline “Appraisal and submission to the authority” 17:00 21/12/2026 → 17:00 07/12/2026'],
    });
    const noted = await eventually('the run is noted', async () => (await standing('R2027.1'))?.dryRun ?? false);
    expect(noted).toMatchObject({ dossiers: 1, otherOutcome: 0, otherDeadline: 1 });
  });

  it('is published by a second person, by one of two who do it at once', async () => {
    await must(operator().get(path));
    const { hash } = canonicalProcedure(next());
    const publish = (from: string) => ({ version: 'R2027.1', hash, from, until: null });
    const own = await operator().post<Problem>(`${path}/publish`, publish('2026-12-01'));
    expect([own.status, own.body.code]).toEqual([403, 'PROCEDURE_OWN_DRAFT']);
    const both = await Promise.all(
      ['2026-12-01', '2027-01-01'].map((from) => office.as(second.id).post<Problem>(`${path}/publish`, publish(from))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    // Those who work with it hear of it; what came along when the office began is no news.
    const told = await eventually('the officer is told', async () => {
      const { items } = await must(office.as('acc-tham-dinh').get<{ items: Told[] }>('/api/v1/notifications'));
      const about = items.filter(({ type }) => type === 'ProcedurePublished');
      return about.length > 0 && about;
    });
    expect(told).toMatchObject([
      {
        category: 'procedure',
        group: 'info',
        sentence: { vi: expect.stringMatching(/^Bằng khen .*: Công bố bản R2027\.1/) },
      },
    ]);
    expect(await standing('R2027.1')).toMatchObject({
      standing: 'pending',
      hash,
      drafters: ['acc-van-hanh'],
      publishedBy: second.id,
    });
  });

  it('binds the dossiers of its days; an older one ends under its own (R1), in every process', async () => {
    const from = (await standing('R2027.1'))?.from ?? '';
    const elsewhere = new Dossiers(office.foundation.store, valueOf(loadLaw(home)), office.clock);
    expect(await versionOf(await receive())).toBe('R2026.1');
    office.clock.travelTo(`${from}T02:00:00.000Z`);
    const young = await receive();
    expect(await versionOf(young)).toBe('R2027.1');
    const seen = await elsewhere.load(young);
    if (!seen) throw new Error('The other process sees the dossier.');
    const { commands } = await elsewhere.allowed(seen, {
      id: 'acc-khac',
      positionId: 'pos-khac',
      unitId: 'ubnd-tinh',
      roles: ['officer'],
    });
    expect(commands.find(({ command }) => command === 'appraise-nominees')?.refusal).toBeUndefined();
    const verdicts = [{ nomineeId: 'N1', verdict: 'qualified', reason: 'Đủ tiêu chuẩn', evidence: ['TT'] }];
    await must(office.as('acc-tham-dinh').get(`/api/v1/dossiers/${old}`));
    await must(office.as('acc-tham-dinh').post(`/api/v1/dossiers/${old}/appraise-nominees`, { verdicts }));
    expect(await versionOf(old)).toBe('R2026.1');
    expect(await standing('R2027.1')).toMatchObject({ standing: 'in_force' });
    expect(
      await eventually(
        'two still run under it',
        async () => (await standing('R2026.1'))?.running === 2 && (await standing('R2026.1')),
      ),
    ).toMatchObject({ standing: 'finishing', until: from });
  });

  it('is kept from the command line too: drafted, tried, published, shown, ended', async () => {
    const tokens = {
      an: await office.foundation.accounts.issueToken('acc-van-hanh'),
      binh: await office.foundation.accounts.issueToken(second.id),
    };
    const procedure = (who: keyof typeof tokens, ...args: string[]) =>
      launch(['procedure', ...args, '--url', office.url, '--lang', 'en'], { VINHDANH_TOKEN: tokens[who] });
    const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-procedure-'));
    try {
      const file = join(folder, 'next.json');
      await writeFile(file, JSON.stringify(next({ version: 'R2027.2' })));
      expect(await procedure('an', 'draft', file)).toMatchObject({ code: 0, err: '' });
      const tried = await procedure('an', 'dry-run', file);
      expect(tried).toMatchObject({ code: 0, err: '' });
      expect(tried.out).toMatch(/3\/3 dossiers tried\n/);
      expect(tried.out).toMatch(/\n3 dossiers, 0 with another outcome, 2 with another deadline\n$/);
      const days = ['--from', '2027-06-01', '--no-end'];
      const own = await procedure('an', 'publish', file, ...days);
      expect([own.code, own.err]).toEqual([1, expect.stringContaining('a second person has to')]);
      expect(await procedure('binh', 'publish', file, ...days)).toMatchObject({
        code: 0,
        out: '✓ ProcedureEnded, ProcedurePublished\n',
      });
      expect((await procedure('an', 'show', 'BK_TINH')).out).toContain(
        'R2027.2    not yet in force 01/06/2027 – ; 0 dossiers',
      );
      const ended = ['retire', 'BK_TINH', 'R2027.2', '--until', '2027-06-01', '--reason', 'Thôi'];
      expect(await procedure('an', ...ended)).toMatchObject({ code: 0, out: '✓ ProcedureEnded\n' });
    } finally {
      await rm(folder, { recursive: true });
    }
    // Six programs are started one after the other.
  }, 180_000);
});
