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
  /** `op` says which question the case asks; a suite leaves the ops it does not know to others. */
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

const all = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/rule-cases.json', import.meta.url), 'utf8'),
) as readonly RuleCase[];

/**
 * The cases of one rule (`R49`) or a single one (`R49-4`), of one `op` if given. Throws when there is none: a misspelt
 * rule would otherwise be a suite that tests nothing and stays green.
 */
export function casesOf<D = Readonly<Record<string, unknown>>, V = Readonly<Record<string, unknown>>>(
  rule: string,
  op?: string,
): readonly RuleCase<D, V>[] {
  const cases = all.filter((each) => (each.rule === rule || each.id === rule) && (!op || each.data.op === op));
  if (cases.length === 0) throw new Error(`There is no case of ${rule}${op ? ` with op ${op}` : ''}.`);
  return cases as readonly RuleCase<D, V>[];
}
