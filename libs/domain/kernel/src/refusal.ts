import { errorCatalogue, type ErrorCode } from './error-catalogue.js';
import { type Result, fail } from './result.js';
import rules from './rules.json' with { type: 'json' };

/** A rule of the office's world, R1 to R62, with the text of law or the design decision it stands on. */
export type RuleId = keyof typeof rules;

/** Where a rule stands: the text of law or the design decision. */
export const ruleSourceOf = (rule: RuleId): string => rules[rule].source;

/** The words a message is filled with. Never personal data: ids, counts, dates and codes only. */
export type RefusalParams = Readonly<Record<string, string | number | readonly string[]>>;

/** Why something was not done. A value, not an exception: nothing was changed. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly rule?: RuleId;
  /** The legal source of the rule; a procedure's own source wins over the general one. */
  readonly source?: string;
  readonly params?: RefusalParams;
}

export type Decision<T> = Result<T, Refusal>;

/** Refuses, naming the rule and where it stands. */
export function refuse(
  code: ErrorCode,
  details: { rule?: RuleId; source?: string; params?: RefusalParams } = {},
): { readonly ok: false; readonly error: Refusal } {
  const source = details.source ?? (details.rule ? ruleSourceOf(details.rule) : undefined);
  return fail({
    code,
    ...(details.rule ? { rule: details.rule } : {}),
    ...(source ? { source } : {}),
    ...(details.params ? { params: details.params } : {}),
  });
}

/** The sentence of a refusal in Vietnamese or English, with its parameters filled in. */
export function sentenceOf(refusal: Refusal, language: 'vi' | 'en'): string {
  return errorCatalogue[refusal.code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = refusal.params?.[name];
    return value === undefined ? '—' : typeof value === 'object' ? value.join(', ') : String(value);
  });
}
