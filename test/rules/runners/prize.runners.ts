import type { NomineeKind } from '#libs/domain/procedure';
import { issueBy } from '../driven-dossier.js';
import { versionOf } from '../law-of-cases.js';
import { person } from '../rule-office.js';
import { must, type Runners, runs } from '../runner.js';
import { atIssuing, type Counts, longBefore, officeFor } from './at-issuing.js';

interface Prize {
  readonly award: string;
  readonly recipient: NomineeKind;
  readonly decisionDate: string;
  readonly multiple: number;
}

/** The decision of an award, dated a day, for so many of each kind. */
async function issuedOn(award: string, day: string, counts: Counts) {
  const office = officeFor(award).at(longBefore(day));
  const dossier = await atIssuing(office, 'D1', award, { counts });
  office.at(`${day}T10:00:00+07:00`);
  await dossier.draftDecision('Q1');
  const { bodyId } = await office.decision('Q1');
  must(await office.decide('Q1', person('clerk', bodyId), issueBy(bodyId, day)), 'issue');
  const { issue } = await office.decision('Q1');
  if (!issue) throw new Error('It was issued.');
  return issue;
}

/** The multiple as the award's file has it, for a kind of recipient. */
function multipleOf(award: string, kind: NomineeKind): number {
  const { prize } = versionOf(award);
  const multiple = prize[kind];
  return multiple && 'numerator' in multiple ? multiple.numerator / multiple.denominator : Number.NaN;
}

const prize = runs<Prize, { base: number; product: number; payable: number }>(async ({ data, then }) => {
  const issue = await issuedOn(data.award, data.decisionDate, { [data.recipient]: 1 });
  const multiple = multipleOf(data.award, data.recipient);
  expect(multiple).toBeCloseTo(data.multiple, 10);
  const base = issue.baseSalary.amount;
  expect({ base, product: Math.round(base * multiple), payable: issue.total }).toEqual(then.value);
  expect(issue.prizes[data.recipient]).toBe(then.value?.payable);
});

interface PrizeBatch {
  readonly award: string;
  readonly decisionDate: string;
  readonly counts: Counts;
  readonly multiples: Counts;
}

const prizeBatch = runs<PrizeBatch, { totalProduct: number; totalPayable: number }>(async ({ data, then }) => {
  const issue = await issuedOn(data.award, data.decisionDate, data.counts);
  const kinds = Object.keys(data.counts) as NomineeKind[];
  for (const kind of kinds) expect(multipleOf(data.award, kind)).toBeCloseTo(data.multiples[kind] ?? Number.NaN, 10);
  const products = kinds.map(
    (kind) => (data.counts[kind] ?? 0) * issue.baseSalary.amount * multipleOf(data.award, kind),
  );
  const totalProduct = Math.round(products.reduce((sum, each) => sum + each, 0));
  expect({ totalProduct, totalPayable: issue.total }).toEqual(then.value);
});

export const prizeRunners: Runners = { prize, 'prize-batch': prizeBatch };
