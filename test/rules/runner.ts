import { type Decision, type Refusal, sentenceOf } from '#libs/domain/kernel';
import type { RuleCase } from '../support/rule-cases.js';

/** Runs any case of one op: sets an office up by commands, asks it by commands and queries, and compares. */
export type Runner = (ruleCase: RuleCase) => Promise<void>;

/** Op → its one runner. */
export type Runners = Readonly<Record<string, Runner>>;

/** A runner that knows the shape of its cases. */
export const runs =
  <D, V = Readonly<Record<string, unknown>>>(run: (ruleCase: RuleCase<D, V>) => Promise<void>): Runner =>
  (ruleCase) =>
    run(ruleCase as unknown as RuleCase<D, V>);

/** What a case says of the command that it is about: obeyed, or refused under the rule that it names. */
export function expectAnswer(
  decided: Decision<unknown>,
  { allowed, rule }: Pick<RuleCase['then'], 'allowed' | 'rule'>,
): void {
  if (allowed) expect(decided).toMatchObject({ ok: true });
  else expect(decided).toMatchObject({ ok: false, error: rule === undefined ? {} : { rule } });
}

/** The value of a decision, or a failure that says what was refused. */
export function must<T>(decided: Decision<T>, doing = 'it'): T {
  if (decided.ok) return decided.value;
  throw new Error(`${doing} was refused: ${described(decided.error)}`);
}

export function refusalOf(decided: Decision<unknown>): Refusal {
  if (decided.ok) throw new Error('It was not refused.');
  return decided.error;
}

const described = (refusal: Refusal): string => `${refusal.code} ${refusal.rule ?? ''} ${sentenceOf(refusal, 'en')}`;
