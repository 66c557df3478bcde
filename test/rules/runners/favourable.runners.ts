import { type Procedure, ruleAt, withRule } from '#libs/domain/procedure';
import { DrivenDossier } from '../driven-dossier.js';
import { changed, lawWith, versionOf } from '../law-of-cases.js';
import { BODY, person, RuleOffice, UNIT } from '../rule-office.js';
import { expectAnswer, type Runners, runs } from '../runner.js';

interface Favourable {
  readonly pinned: string;
  readonly newer: string;
  readonly rule: string;
  readonly moreFavourable: boolean;
  readonly reason: string;
  readonly actor?: Parameters<typeof person>[0];
}

const NEWER_FROM = '2026-11-01';

/** Where what a case calls a rule stands in the version; a path stands for itself. */
function pathOf(rule: string, { votes, clocks }: Procedure): string {
  const [vote = ''] = Object.keys(votes);
  const [clock = ''] = Object.keys(clocks);
  if (/quorum/.test(rule)) return `votes.${vote}.quorum`;
  if (/vote|threshold/.test(rule)) return `votes.${vote}.threshold`;
  return /limit|clock|deadline/.test(rule) ? `clocks.${clock}.limit` : rule;
}

/** A share of one half, or one unit more than before: other than what the earlier version says. */
function easier(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('numerator' in value) return { ...value, numerator: 1, denominator: 2 };
  return 'value' in value && typeof value.value === 'number' ? { ...value, value: value.value + 1 } : value;
}

const favourable = runs<Favourable, { ruleVersion: string; otherRules: string }>(async ({ data, then }) => {
  const own = versionOf('CSTDCS', data.pinned);
  const pinned = changed(own, { effective: { ...own.effective, from: '2015-01-01', until: NEWER_FROM } });
  const rule = pathOf(data.rule, pinned);
  const mark = { rule, source: 'L26', confidence: 'design' as const };
  const later: Procedure = changed(withRule(pinned, rule, eased(pinned, rule)), {
    version: data.newer,
    effective: { ...own.effective, from: NEWER_FROM, until: null },
    ...(data.moreFavourable ? { moreFavourable: [mark] } : {}),
  });
  const office = new RuleOffice({ law: lawWith([pinned, later]) }).at('2026-09-15T09:00:00+07:00');
  const dossier = await DrivenDossier.begin(office, 'D1', pinned);
  await dossier.until('receive');
  await dossier.do({ type: 'receive', data: {} });
  const before = await dossier.state();
  office.at('2026-11-02T09:00:00+07:00');
  const role = data.actor ?? 'officer';
  const asked = { rule, version: data.newer, reason: data.reason };
  const actor = person(role, role === 'submitter' ? UNIT : BODY);
  const done = await office.act('D1', actor, { type: 'apply-favourable', data: asked });
  expectAnswer(done, then);
  const state = await dossier.state();
  if (!done.ok) return expect(state).toEqual(before);
  expect(done.value.events).toEqual(['FavourableRuleApplied']);
  expect(state.favourable).toEqual([{ rule, version: expect.objectContaining({ version: then.value?.ruleVersion }) }]);
  expect(state.procedure).toEqual(before.procedure);
  expect(office.law.procedureByPin(before.procedure as NonNullable<typeof before.procedure>)?.regime).toBe(
    then.value?.otherRules,
  );
});

/** The same procedure with its rule eased. */
const eased = (procedure: Procedure, rule: string): Procedure => {
  const value = easier(ruleAt(procedure, rule));
  const [last = '', ...rest] = rule.split('.').toReversed();
  let part: Record<string, unknown> = { [last]: value };
  for (const name of rest) part = { [name]: part };
  return part as unknown as Procedure;
};

/** R2: one rule of a later version, by an act that says who and why. */
export const favourableRunners: Runners = { favourable };
