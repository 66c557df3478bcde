import type { AwardKind, Procedure } from '#libs/domain/procedure';
import { ProjectionProgress, ProjectionRunner } from '#libs/engine/projections';
import { openHistories, type ReadHistories, TellProposals } from '#libs/service/commands';
import { awardHistoryProjection, knownEventTypes } from '#libs/service/read-models';
import type { Database } from '#libs/platform/postgres';
import { openReadSide } from '../../support/read-side.js';
import { DrivenDossier } from '../driven-dossier.js';
import { askingOnly, changed, lawAlways, versionOf } from '../law-of-cases.js';
import { BODY, CaseClock, RuleOffice } from '../rule-office.js';
import { expectAnswer, type Runners, runs } from '../runner.js';
import { foundFit, receivedWith } from './eligibility.runners.js';
import { before } from './intake.runners.js';

/** Số định danh of the one recipient; of nobody. */
const CODE = '001199000077';
export const recipient = { name: 'Lò Thị Mẫu', unit: 'Trạm bơm số 2', code: CODE };

const READERS_WITHIN_MS = 20_000;

export interface PastOffice {
  readonly office: RuleOffice;
  readonly proposals: TellProposals;
  /** What is known of earlier awards, and the database it is read from. */
  readonly histories: ReadHistories & { readonly database: Database };
}

/** An office on a database, with the read model of earlier awards beside its log; closed when it was used. */
export async function withPast(procedure: Procedure, use: (past: PastOffice) => Promise<void>): Promise<void> {
  const side = await openReadSide([awardHistoryProjection]);
  const projections = [awardHistoryProjection];
  const runner = new ProjectionRunner({
    store: side.store,
    database: side.database,
    projections,
    knownTypes: knownEventTypes,
  });
  await runner.start();
  try {
    const clock = new CaseClock();
    const law = lawAlways(procedure);
    const past = openHistories(side.store, side.database);
    const progress = new ProjectionProgress(side.store, side.database, projections);
    const readersSeeAll = async () => {
      const { behind } = await progress.waitFor(projections, await side.store.head(), READERS_WITHIN_MS);
      if (behind) throw new Error('The read model of earlier awards did not come up to its log.');
    };
    const office = new RuleOffice({ law, clock, store: side.store, past, readersSeeAll });
    const histories = Object.assign(past, { database: side.database });
    await use({ office, proposals: new TellProposals(past, law, clock), histories });
  } finally {
    await runner.stop();
    await side.dispose();
  }
}

interface Line {
  readonly award: string;
  readonly awardKind?: AwardKind;
  readonly meritYear?: number;
  readonly decidedOn?: string;
  readonly variant?: string;
}

/** The body enters what is known of the recipient; the list is whole up to a year. Answers its id. */
export async function entered(office: RuleOffice, lines: readonly Line[], upTo: number): Promise<string> {
  const whole = { kind: 'individual' as const, award: 'NONE', awardKind: 'cong_trang' as const, ...recipient };
  const recipients = [...lines, ...(lines.length === 0 ? [{}] : [])].map((line) => ({ ...whole, ...line }));
  await office.list(BODY, { type: 'import', data: { source: 'Sổ khen thưởng', covers: { to: upTo }, recipients } });
  const [imported] = await office.facts(`award-history-${BODY}`);
  return imported?.data['importId'] as string;
}

/** What a query of the proposals answers about the one nominee. */
async function proposed({ office, proposals }: PastOffice) {
  const dossier = await office.dossier('D1');
  const told = await proposals.of(dossier, [...dossier.nominees.values()]);
  if (!told.ok) throw new Error(told.error.code);
  return told.value[0]?.proposal;
}

interface Consecutive {
  readonly award: string;
  readonly prerequisite: string;
  readonly years: number;
  readonly lastYear: number;
  readonly history: readonly { readonly code: string; readonly meritYear: number }[];
}

export const asksYears = (rule: string, award: string, years: number) => ({
  test: 'consecutive_years',
  rule,
  award,
  years,
});

/** The award, asking only that. */
export function asking(award: string, wanted: Readonly<Record<string, unknown>>, more: object = {}): Procedure {
  const shipped = versionOf(award);
  return changed(shipped, { criteria: { ...askingOnly(shipped, wanted), ...more } });
}

const consecutive = runs<Consecutive, { outcome: string }>(async ({ rule, data, then }) => {
  const procedure = asking(data.award, asksYears(rule, data.prerequisite, data.years));
  await withPast(procedure, async (past) => {
    const { office } = past;
    const day = (year: number) => `${year + 1}-01-15`;
    office.at(`${day(data.lastYear)}T08:00:00+07:00`);
    const lines = data.history.map(({ code, meritYear }) => ({ award: code, meritYear, decidedOn: day(meritYear) }));
    await entered(office, lines, data.lastYear);
    const nominee = { kind: 'individual' as const, ...recipient, claims: { meritYear: data.lastYear } };
    const dossier = await receivedWith(office, procedure, nominee, `${data.lastYear + 1}-03-02T09:00:00+07:00`);
    expect((await proposed(past))?.outcome).toBe(then.value?.outcome);
    const { answer, proposal, finding } = await foundFit(dossier);
    expectAnswer(answer, then);
    expect(proposal).toMatchObject({ outcome: then.value?.outcome, asOf: expect.any(String) });
    // Only what counts is named as evidence, each with its place in the log.
    const [list] = await office.facts(`award-history-${BODY}`);
    expect(finding?.counted.every(({ award }) => award === data.prerequisite)).toBe(true);
    expect(finding?.counted.every(({ position }) => position === list?.position)).toBe(true);
  });
});

interface Kinds {
  readonly prerequisite: { readonly code: string; readonly count: number; readonly kind: AwardKind };
  readonly history: readonly { readonly code: string; readonly year: number; readonly kind: AwardKind }[];
}

const uncounted = {
  kinds: ['dot_xuat', 'chuyen_de'],
  for: ['cong_trang'],
  source: 'ND 152/2025 Art 4(3)',
  confidence: 'verified',
};

const kinds = runs<Kinds, { outcome: string; counted: number }>(async ({ data, then }) => {
  const { code, count, kind } = data.prerequisite;
  const procedure = asking('BK_TINH', { test: 'earlier_awards', rule: 'R17', award: code, count }, { uncounted });
  await withPast(procedure, async (past) => {
    const { office } = past;
    const last = Math.max(2024, ...data.history.map(({ year }) => year)) + 1;
    office.at(`${last}-02-01T08:00:00+07:00`);
    const lines = data.history.map(({ code: award, year, kind: awardKind }) => ({
      award,
      awardKind,
      decidedOn: `${year}-12-01`,
    }));
    await entered(office, lines, last);
    const dossier = await receivedWith(
      office,
      procedure,
      { kind: 'individual', ...recipient },
      `${last}-03-02T09:00:00+07:00`,
      kind,
    );
    expect((await proposed(past))?.outcome).toBe(then.value?.outcome);
    const { answer, proposal, finding } = await foundFit(dossier);
    expectAnswer(answer, then);
    expect({ outcome: proposal?.outcome, counted: finding?.counted.length }).toEqual(then.value);
    expect(finding?.rule).toBe('R17');
  });
});

interface Medal {
  readonly award: string;
  readonly kind: string;
  readonly at: string;
  readonly gapYears?: number;
  readonly history: readonly { readonly kind: string; readonly decidedAt: string }[];
}

const medal = runs<Medal>(async ({ data, then }) => {
  const yearsBetween = data.gapYears ?? null;
  const wanted = { test: 'each_variant_once', rule: 'R22', award: data.award, yearsBetween, asked: 'receipt' };
  const procedure = asking(data.award, wanted);
  await withPast(procedure, async ({ office }) => {
    office.at(before(data.at, { hours: 24 }));
    const lines = data.history.map(({ kind: variant, decidedAt: decidedOn }) => ({
      award: data.award,
      variant,
      decidedOn,
    }));
    await entered(office, lines, Number(data.at.slice(0, 4)));
    const nominees = [{ kind: 'individual' as const, ...recipient, claims: { variant: data.kind } }];
    const dossier = await DrivenDossier.begin(office, 'D1', procedure, { nominees });
    await dossier.until('receive');
    office.at(data.at);
    expectAnswer(await dossier.tried({ type: 'receive', data: {} }), then);
  });
});

interface Cascade {
  readonly history: readonly number[];
  readonly cancelled: number;
  readonly need: number;
  readonly dossierState: string;
  readonly decidedAt?: string;
}

/** Where a dossier lies, in the words of the cases, and the act that is done there; `decided` has no act left that judges. */
const states: Readonly<Record<string, 'complete-appraisal' | 'record-council-result' | 'approve' | 'confer'>> = {
  appraisal: 'complete-appraisal',
  council: 'record-council-result',
  approval: 'approve',
  decided: 'confer',
};

const cascade = runs<Cascade, { outcome: string; notified: string | null; dossierRejected?: boolean }>(
  async ({ data, then }) => {
    const procedure = asking('CSTD_BT', asksYears('R12', 'CSTDCS', data.need));
    await withPast(procedure, async ({ office }) => {
      const meritYear = Math.max(...data.history);
      office.at(`${meritYear + 1}-01-20T08:00:00+07:00`);
      const lines = data.history.map((year) => ({ award: 'CSTDCS', meritYear: year, decidedOn: `${year + 1}-01-15` }));
      const importId = await entered(office, lines, meritYear);
      const nominee = { kind: 'individual' as const, ...recipient, claims: { meritYear } };
      const received = `${meritYear + 1}-02-02T09:00:00+07:00`;
      const dossier = await receivedWith(office, procedure, nominee, received);
      await dossier.appraise();
      if (data.decidedAt !== undefined) {
        await dossier.until('receive-decision');
        office.at(`${data.decidedAt}T09:00:00+07:00`);
      }
      const act = states[data.dossierState];
      if (!act) throw new Error(`No dossier lies at ${data.dossierState}.`);
      await dossier.until(act);
      await office.react();
      const was = await dossier.state();
      const line = data.history.indexOf(data.cancelled) + 1;
      const reason = 'Có quyết định hủy';
      await office.list(BODY, { type: 'strike', data: { importId, line, because: 'cancelled', reason } });
      await office.react();
      const now = await dossier.state();
      const judged = now.nominees.get('N1');
      const told = (await office.facts('dossier-D1')).filter(({ type }) => type === 'EvidenceLost');
      expect({
        outcome: (judged?.evidenceLost?.proposal ?? judged?.verdict?.proposal)?.outcome,
        // The fact is what the projection of messages tells who handles the dossier.
        notified: told.length > 0 ? 'handler' : null,
      }).toEqual({ outcome: then.value?.outcome, notified: then.value?.notified });
      expect([now.step, judged?.verdict?.verdict]).toEqual([was.step, 'qualified']);
    });
  },
);

export const historyRunners: Runners = { consecutive, kinds, medal, cascade };
