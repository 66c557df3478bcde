import { errorCatalogue, type ErrorCode } from './error-catalogue.js';
import type { Role } from './actor.js';
import type { Bilingual, Language } from './office-words.js';
import { type Result, fail } from './result.js';
import { roleNames } from './role-names.js';
import { codesAsNames, type SentenceNames } from './sentence-names.js';
import { stateNames } from './state-names.js';
import rules from './rules.json' with { type: 'json' };

/** A rule of the office's world, R1 to R62, with the text of law or the design decision it stands on. */
export type RuleId = keyof typeof rules;

export const ruleIds = Object.keys(rules) as [RuleId, ...RuleId[]];

/** Where a rule stands: the text of law or the design decision. */
export const ruleSourceOf = (rule: RuleId): string => rules[rule].source;

/** The words a message is filled with. Never personal data: ids, counts, dates and codes only. */
export type RefusalParams = Readonly<Record<string, string | number | readonly string[]>>;

/** A version of a procedure, and what the award is called. */
export interface ProcedureNamed {
  readonly code: string;
  readonly version: string;
  readonly names: Bilingual;
}

/** Why something was not done. A value, not an exception: nothing was changed. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly rule?: RuleId;
  /** The legal source of the rule; a procedure's own source wins over the general one. */
  readonly source?: string;
  /** The version of the procedure that says no, where one does. */
  readonly procedure?: ProcedureNamed;
  readonly params?: RefusalParams;
}

export type Decision<T> = Result<T, Refusal>;

/** Refuses, naming the rule and where it stands. */
export function refuse(
  code: ErrorCode,
  details: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly error: Refusal } {
  const source = details.source ?? (details.rule ? ruleSourceOf(details.rule) : undefined);
  return fail({
    code,
    ...(details.rule ? { rule: details.rule } : {}),
    ...(source ? { source } : {}),
    ...(details.procedure ? { procedure: details.procedure } : {}),
    ...(details.params ? { params: details.params } : {}),
  });
}

/** So many of a list are named in a sentence before the others are only counted. */
const NAMED = 5;

/** Which of the words a message is filled with are codes and ids, and where their names are looked up. */
const nameOfParam: Readonly<Record<string, keyof Omit<SentenceNames, 'outcome'>>> = {
  account: 'actor',
  act: 'act',
  awards: 'award',
  clock: 'clock',
  document: 'document',
  nominee: 'nominee',
  nominees: 'nominee',
  parent: 'unit',
  position: 'position',
  positions: 'position',
  procedure: 'award',
  step: 'step',
  unit: 'unit',
  units: 'unit',
};

/**
 * The sentence of a refusal in Vietnamese or English, with its parameters filled in: roles by their names, codes and ids by
 * those that `names` knows.
 */
export function sentenceOf(
  { code, params = {} }: Pick<Refusal, 'code' | 'params'>,
  language: Language,
  names: SentenceNames = codesAsNames,
): string {
  return errorCatalogue[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) return '—';
    const called = (each: string | number) => nameOf(name, String(each), language, names);
    if (typeof value !== 'object') return called(value);
    const more = name === 'nominees' && value.length > NAMED ? [`… (+${value.length - NAMED})`] : [];
    return [...(more.length > 0 ? value.slice(0, NAMED) : value).map(called), ...more].join(', ');
  });
}

/** Stands in a parameter for what nobody knows. */
export const UNKNOWN = '?';

function nameOf(param: string, value: string, language: Language, names: SentenceNames): string {
  if (value === UNKNOWN) return { vi: 'chưa rõ', en: 'unknown' }[language];
  if (param === 'role' || param === 'roles')
    return Object.hasOwn(roleNames, value) ? roleNames[value as Role][language] : value;
  if (param === 'state') return stateNames[value]?.[language] ?? value;
  if (param === 'missing') return paperText(value, names);
  const way = nameOfParam[param];
  return way === undefined ? value : names[way](value);
}

/** A component of the dossier by its name; one of its formats after it: `Tờ trình (docx)`. */
export function paperText(code: string, names: Pick<SentenceNames, 'document'>): string {
  const whole = names.document(code);
  const dot = code.lastIndexOf('.');
  if (whole !== code || dot < 0) return whole;
  const [paper, format] = [code.slice(0, dot), code.slice(dot + 1)];
  const name = names.document(paper);
  return name === paper ? code : `${name} (${format})`;
}
