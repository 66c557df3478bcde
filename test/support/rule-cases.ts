import { readFileSync } from 'node:fs';

/**
 * One case of the office's rules: what is given, what is done, what must come out. The sentences are for people, `data`
 * and `then` for the suites. `D` is the shape of `data` that the asking suite knows for its `op`.
 */
export interface RuleCase<D = Readonly<Record<string, unknown>>, V = Readonly<Record<string, unknown>>> {
  /** `R49-4`: the fourth case of rule R49. */
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly given: readonly string[];
  /** `op` says which question the case asks; each op has one runner. */
  readonly data: D & { readonly op: string };
  readonly when: string;
  readonly then: {
    readonly allowed: boolean;
    readonly value?: V;
    /** The rule that refuses, or would refuse the step after. */
    readonly rule?: string;
    readonly note?: string;
  };
  readonly why: string;
  readonly confidence: string;
  readonly source: string;
}

const read = (file: string | URL): readonly RuleCase[] => JSON.parse(readFileSync(file, 'utf8')) as readonly RuleCase[];
const fixture = (name: string) => read(new URL(`../../../test/fixtures/${name}.json`, import.meta.url));
const shippedCases = fixture('rule-cases');
const given = process.env['VINHDANH_RULE_CASES'];

/** Every case, in the order of the file: the one that `VINHDANH_RULE_CASES` names, else ours with some variants of them. */
export const ruleCases: readonly RuleCase[] = given ? read(given) : [...shippedCases, ...fixture('more-rule-cases')];

/** The cases that ask one question. None is no fault: another file may not ask it. */
export const casesAsking = <D = Readonly<Record<string, unknown>>, V = Readonly<Record<string, unknown>>>(
  op: string,
): readonly RuleCase<D, V>[] => ruleCases.filter(({ data }) => data.op === op) as readonly RuleCase<D, V>[];

/** `R49 received at 18:30 (R49-4)`: every test of a case is named after its rule. */
export const nameOfCase = ({ id, rule, title }: Pick<RuleCase<unknown, unknown>, 'id' | 'rule' | 'title'>): string =>
  `${rule} ${title} (${id})`;

/** Cases with the names of their tests, for `it.each(…)('%s', …)`. */
export const named = <D, V>(cases: readonly RuleCase<D, V>[]): (readonly [string, RuleCase<D, V>])[] =>
  cases.map((each) => [nameOfCase(each), each] as const);

/**
 * Our own cases of one rule (`R49`) or a single one (`R49-4`), of one `op` if given: examples for suites of one function, whatever
 * file is run. Throws when there is none: a misspelt rule would otherwise be a suite that tests nothing and stays green.
 */
export function casesOf<D = Readonly<Record<string, unknown>>, V = Readonly<Record<string, unknown>>>(
  rule: string,
  op?: string,
): readonly RuleCase<D, V>[] {
  const cases = shippedCases.filter((each) => (each.rule === rule || each.id === rule) && (!op || each.data.op === op));
  if (cases.length === 0) throw new Error(`There is no case of ${rule}${op ? ` with op ${op}` : ''}.`);
  return cases as readonly RuleCase<D, V>[];
}
