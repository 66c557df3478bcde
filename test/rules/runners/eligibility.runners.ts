import type { NomineeClaims } from '#libs/domain/eligibility';
import { type AwardKind, criteriaSchema, type NomineeKind, type Procedure } from '#libs/domain/procedure';
import { type Reservable, reservationStream } from '#libs/domain/reservation';
import { councilResult, DrivenDossier, type GivenNominee } from '../driven-dossier.js';
import { askingOnly, changed, lawAlways, versionOf } from '../law-of-cases.js';
import { person, requestOf, RuleOffice } from '../rule-office.js';
import { expectAnswer, must, refusalOf, type Runners, runs } from '../runner.js';
import { before } from './intake.runners.js';

/** What the machine said of the one nominee, and whether the officer was let go against it without a reason. */
export async function foundFit(dossier: DrivenDossier) {
  const verdict = { nomineeId: 'N1', verdict: 'qualified' as const, reason: 'Đạt', evidence: [] };
  const answer = await dossier.tried({ type: 'appraise-nominees', data: { verdicts: [verdict] } });
  // With a reason he may: what was proposed stands beside his verdict.
  if (!answer.ok) await dossier.appraise();
  const proposal = (await dossier.state()).nominees.get('N1')?.verdict?.proposal;
  return { answer, proposal, finding: proposal?.findings[0] };
}

/** A dossier of one nominee, of whom one thing is asked, received on a day and ready to be judged. */
export async function receivedWith(
  office: RuleOffice,
  procedure: Procedure,
  nominee: GivenNominee,
  receivedAt: string,
  kind?: AwardKind,
): Promise<DrivenDossier> {
  office.at(before(receivedAt, { hours: 24 }));
  const dossier = await DrivenDossier.begin(office, 'D1', procedure, {
    nominees: [nominee],
    ...(kind ? { kind } : {}),
  });
  await dossier.until('receive');
  office.at(receivedAt);
  must(await dossier.tried({ type: 'receive', data: {} }), 'receive');
  await dossier.until('appraise-nominees');
  return dossier;
}

/** An award that asks for one thing only, and an office under its law. */
export function officeAsking(award: string, wanted: Readonly<Record<string, unknown>>) {
  const shipped = versionOf(award);
  const procedure = changed(shipped, { criteria: askingOnly(shipped, wanted) });
  return { procedure, office: new RuleOffice({ law: lawAlways(procedure) }) };
}

const NOON = '2026-03-02T12:00:00+07:00';

interface Ratio {
  readonly award: string;
  readonly members: number;
  readonly ldtt: number;
}

const ratio70 = runs<Ratio, { outcome: string }>(async ({ data, then }) => {
  const wanted = { test: 'member_share', rule: 'R14', award: 'LDTT', numerator: 7, denominator: 10 };
  const { procedure, office } = officeAsking(data.award, wanted);
  const claims = { composition: { members: data.members, holders: { LDTT: data.ldtt } } };
  const dossier = await receivedWith(office, procedure, { kind: 'collective', claims }, NOON);
  const { answer, proposal, finding } = await foundFit(dossier);
  expectAnswer(answer, then);
  expect(proposal?.outcome).toBe(then.value?.outcome);
  expect(finding).toMatchObject({ rule: 'R14', figures: { members: data.members, held: data.ldtt } });
});

interface Merit {
  readonly disciplineEnd: string;
  readonly years: number;
  readonly receivedAt: string;
}

const asksMerit = (years: number) => ({ test: 'merit_years', rule: 'R19', years, countedLeaves: ['maternity'] });

const merit = runs<Merit, { meritFrom: string; meritFullAt: string; outcome: string }>(async ({ data, then }) => {
  const { procedure, office } = officeAsking('BK_TINH', asksMerit(data.years));
  const claims = { discipline: { none: false, endedOn: data.disciplineEnd } };
  const dossier = await receivedWith(office, procedure, { claims }, data.receivedAt);
  const { answer, proposal, finding } = await foundFit(dossier);
  expectAnswer(answer, then);
  expect({ ...finding?.days, outcome: proposal?.outcome }).toMatchObject(then.value ?? {});
});

interface Maternity {
  readonly from: string;
  readonly to: string;
  readonly leave: NonNullable<NomineeClaims['leaves']>;
}

const maternity = runs<Maternity, { daysCounted: number }>(async ({ data, then }) => {
  const { from, to } = data;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  const { procedure, office } = officeAsking('BK_TINH', asksMerit(years));
  const claims = { meritPeriod: { from, to }, discipline: { none: true }, leaves: [...data.leave] };
  const dossier = await receivedWith(
    office,
    procedure,
    { claims },
    `${Number(to.slice(0, 4)) + 1}-03-02T09:00:00+07:00`,
  );
  const { answer, finding } = await foundFit(dossier);
  expectAnswer(answer, then);
  expect(finding?.figures).toMatchObject(then.value ?? {});
});

interface Contender {
  readonly id: string;
  readonly yes: number;
  readonly nominee: GivenNominee;
}

/** A province that has so many places in the year, and a dossier that its council has passed with these votes. */
async function passed(places: number, contenders: readonly Contender[], used = 0) {
  const shipped = versionOf('BK_TINH');
  const quota = { perYear: places, source: 'HN 71/2025', confidence: 'verified' };
  const procedure = changed(shipped, {
    criteria: criteriaSchema.parse({ ...shipped.criteria, prerequisites: [], quota }),
  });
  const office = new RuleOffice({ law: lawAlways(procedure) });
  if (used > 0) {
    const earlier = await DrivenDossier.begin(office, 'D0', procedure, {
      nominees: Array.from({ length: used }, () => ({})),
    });
    await earlier.until('confer');
  }
  const nominees = contenders.map(({ nominee }) => nominee);
  const dossier = await DrivenDossier.begin(office, 'D1', procedure, { nominees });
  await dossier.until('record-council-result');
  const members = Math.max(...contenders.map(({ yes }) => yes));
  const results = contenders.map(({ yes }, index) => ({
    nomineeId: `N${index + 1}`,
    yes,
    no: members - yes,
    other: 0,
  }));
  await dossier.do(councilResult(results, dossier.today(), { members, present: members }));
  await dossier.until('approve');
  const named = (ids: readonly string[]) => ids.map((id) => contenders[Number(id.slice(1)) - 1]?.id ?? id);
  return { dossier, named, all: contenders.map((_, index) => `N${index + 1}`) };
}

/** The authority says yes to all: refused, with who is out. Then it says yes to the others. */
async function choose({ dossier, named, all }: Awaited<ReturnType<typeof passed>>) {
  const refused = await dossier.tried({ type: 'approve', data: { approved: [...all], refused: [] } });
  const out = refused.ok ? [] : (refused.error.params?.['out'] as readonly string[]);
  if (!refused.ok) expect(refused.error).toMatchObject({ code: 'QUOTA_EXCEEDED', rule: 'R23' });
  const chosen = all.filter((id) => !out.includes(id));
  if (!refused.ok) await dossier.approve(chosen);
  const [approved] = (await dossier.office.facts('dossier-D1')).filter(({ type }) => type === 'DossierApproved');
  return { chosen: named(chosen), out: named(out), tieBreak: approved?.data['tieBreak'] };
}

interface Tie {
  readonly places: number;
  readonly nominees: readonly {
    readonly id: string;
    readonly kind: NomineeKind;
    readonly sex?: 'female' | 'male';
    readonly women?: number;
    readonly members?: number;
    readonly yes: number;
  }[];
}

const tie = runs<Tie, { chosen: readonly string[]; tieBreak?: string; reasonWritten?: boolean }>(
  async ({ data, then }) => {
    const contenders = data.nominees.map(({ id, kind, yes, sex, women, members }) => ({
      id,
      yes,
      nominee: {
        kind,
        ...(sex ? { sex } : {}),
        ...(members === undefined
          ? {}
          : { claims: { composition: { members, ...(women === undefined ? {} : { women }) } } }),
      },
    }));
    const { chosen, tieBreak } = await choose(await passed(data.places, contenders));
    expect([...chosen].sort()).toEqual([...(then.value?.chosen ?? [])].sort());
    // The order by preference is what the fact says it was chosen by.
    if (then.value?.reasonWritten) expect(tieBreak).toMatchObject({ by: 'preference' });
    if (then.value?.tieBreak === undefined) expect(tieBreak).toBeUndefined();
  },
);

interface Quota {
  readonly quota: number;
  readonly used: number;
  readonly yes: Readonly<Record<string, number>>;
}

const quota = runs<Quota, { inCount: number; out: readonly string[] }>(async ({ data, then }) => {
  const contenders = Object.entries(data.yes).map(([id, yes]) => ({ id, yes, nominee: {} }));
  const { chosen, out } = await choose(await passed(data.quota, contenders, data.used));
  expect({ inCount: chosen.length, out: [...out].sort() }).toEqual({
    inCount: then.value?.inCount,
    out: [...(then.value?.out ?? [])].sort(),
  });
});

interface Citing {
  readonly achievement?: string;
  readonly initiative?: string;
  readonly consumedBy?: string;
  readonly award?: string;
  readonly firstDossier?: 'rejected' | 'withdrawn' | 'cancelled' | 'granted' | 'open';
  readonly concurrent?: number;
}

/** Awards of forms, where a case of a race names none. */
const FORMS = ['BK_TINH', 'BK_BO'] as const;

const receipt = { type: 'receive', data: {} } as const;

const reservation = runs<Citing>(async ({ data, then }) => {
  const { achievement, initiative } = data;
  const claims: NomineeClaims =
    achievement === undefined ? { initiatives: [{ id: initiative ?? '' }] } : { achievements: [achievement] };
  const awards = [data.consumedBy ?? FORMS[0], data.award ?? FORMS[1]].map((code) => versionOf(code));
  const office = new RuleOffice({ law: lawAlways(...new Set(awards)) });
  const citing = async (id: string, procedure: Procedure) => {
    const dossier = await DrivenDossier.begin(office, id, procedure, { nominees: [{ claims }] });
    await dossier.until('receive');
    return dossier;
  };
  if (data.concurrent !== undefined) return race(office, data, then.value, citing);
  const [one, other] = awards as [Procedure, Procedure];
  await ended(await citing('D1', one), data.firstDossier ?? 'granted');
  const second = await citing('D2', other);
  return expectAnswer(await second.tried(receipt), then);
});

/** The first dossier is received and comes to its end, if it has one. */
async function ended(dossier: DrivenDossier, how: NonNullable<Citing['firstDossier']>): Promise<void> {
  const { office, id } = dossier;
  await dossier.do(receipt);
  if (how === 'open') return;
  if (how === 'withdrawn') return dossier.unit({ type: 'withdraw', data: { reason: 'Rút' } });
  await dossier.until('approve');
  if (how === 'rejected') return dossier.do({ type: 'reject', data: { reason: 'Không đạt' } });
  await dossier.until('receive-decision');
  await dossier.issue(`Q-${id}`);
  if (how !== 'cancelled') return;
  const { bodyId } = await office.decision(`Q-${id}`);
  const data = { dossierId: id, nomineeId: 'N1', ground: 'false_merit', reason: 'Khai sai' };
  must(await office.decide(`Q-${id}`, person('authority', bodyId), { type: 'cancel-award', data }), 'cancel');
}

/** So many dossiers cite it and are received at the same moment. */
async function race(
  office: RuleOffice,
  { achievement, initiative, concurrent = 2 }: Citing,
  expected: Readonly<Record<string, unknown>> | undefined,
  citing: (id: string, procedure: Procedure) => Promise<DrivenDossier>,
): Promise<void> {
  const dossiers: DrivenDossier[] = [];
  for (let index = 0; index < concurrent; index++) {
    dossiers.push(await citing(`D${index + 1}`, versionOf(FORMS[index % FORMS.length] ?? FORMS[0])));
  }
  const officers = await Promise.all(dossiers.map((dossier) => dossier.actor('receive')));
  const answers = await Promise.all(
    dossiers.map(({ id }, index) =>
      office.dossiers.execute(id, receipt, requestOf(officers[index] as (typeof officers)[number])),
    ),
  );
  const [what, id]: readonly [Reservable, string] =
    achievement === undefined ? ['initiative', initiative ?? ''] : ['achievement', achievement];
  const refused = answers.filter(({ ok }) => !ok).map(refusalOf);
  expect(new Set(refused.map(({ rule }) => rule)).size).toBeLessThanOrEqual(1);
  expect({
    granted: answers.length - refused.length,
    refused: refused.length,
    refusedRule: refused[0]?.rule,
    reservationEvents: (await office.facts(reservationStream(what, id))).length,
  }).toEqual(expected);
}

export const eligibilityRunners: Runners = { ratio70, merit, maternity, tie, quota, reservation };
