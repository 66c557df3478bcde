import type { Criteria, Criterion } from '#libs/domain/procedure';
import type { EligibilityCase, Found, Test } from './case.js';
import type { Finding, Outcome, Proposal } from './proposal.schema.js';
import { consecutiveYears } from './tests/consecutive-years.js';
import { earlierAwards } from './tests/earlier-awards.js';
import { eachVariantOnce } from './tests/each-variant-once.js';
import { memberShare } from './tests/member-share.js';
import { meritYears } from './tests/merit-years.js';
import { stillExists } from './tests/still-exists.js';

/** Total by its type: a test that a procedure may ask for and nobody wrote does not compile. */
const tests: { readonly [T in Criterion['test']]: Test<T> } = {
  consecutive_years: consecutiveYears,
  earlier_awards: earlierAwards,
  member_share: memberShare,
  merit_years: meritYears,
  each_variant_once: eachVariantOnce,
  still_exists: stillExists,
};

/**
 * Đề xuất: what the criteria of a version say about a nominee, of those that are asked at a receipt or an appraisal; `undefined`
 * where nothing is asked of him. Pure; each finding names its rule and all that it rests on.
 */
export function propose(
  criteria: Criteria,
  nominee: EligibilityCase,
  asked: Criterion['asked'] = 'appraisal',
): Proposal | undefined {
  const findings = criteriaFor(criteria, nominee)
    .filter((criterion) => criterion.asked === asked)
    .map((criterion) => findingOf(criterion, nominee, criteria));
  if (findings.length === 0) return undefined;
  const { asOf } = nominee.history;
  return { outcome: worstOf(findings), findings, ...(asOf === undefined ? {} : { asOf }) };
}

const byHistory: ReadonlySet<Criterion['test']> = new Set(['consecutive_years', 'earlier_awards', 'each_variant_once']);

/** Whether a criterion looks at earlier awards at all. */
export const asksHistory = ({ test }: Pick<Criterion, 'test'>): boolean => byHistory.has(test);

/** Those that concern the nominee, the grade, the kind of commendation and the day. */
export const criteriaFor = (
  { prerequisites }: Criteria,
  { kind, awardKind, grade, on }: Pick<EligibilityCase, 'kind' | 'awardKind' | 'grade' | 'on'>,
): readonly Criterion[] =>
  prerequisites.filter(
    ({ subjects, kinds, grades, effective }) =>
      (subjects?.includes(kind) ?? true) &&
      (grades === undefined || (grade !== undefined && grades.includes(grade))) &&
      (kinds?.includes(awardKind) ?? true) &&
      effective.from <= on &&
      (effective.until === null || on < effective.until),
  );

function findingOf(criterion: Criterion, nominee: EligibilityCase, criteria: Criteria): Finding {
  // The table pairs each criterion with its own test, which the union of all cannot say.
  const test = tests[criterion.test] as (...asked: readonly [Criterion, EligibilityCase, Criteria]) => Found;
  const found = test(criterion, nominee, criteria);
  const { id, rule, warnsOnly } = criterion;
  return { criterion: id, rule, ...found, outcome: warnsOnly && found.outcome === 'fail' ? 'unknown' : found.outcome };
}

/** One clear no is a no; else one question left open leaves all of it open. */
const worstOf = (findings: readonly Finding[]): Outcome =>
  (['fail', 'unknown'] as const).find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? 'pass';
