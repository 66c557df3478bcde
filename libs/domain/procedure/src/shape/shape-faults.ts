import type { Bilingual } from '#libs/domain/kernel';
import type { z } from 'zod';
import { actingRoles, roleAtPattern } from '../language/names.schema.js';
import { nearestName } from '../nearest-name.js';
import { type ProcedureFault, procedureFault, unlike, withChoice } from '../procedure-fault.js';
import { keysAt, valueAt } from './keys-at.js';
import { dateForm, nameForm, otherForm } from './name-forms.js';
import * as say from './shape-words.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A fault on its way to a sentence: where one key is missing or too much, which. */
interface Found {
  readonly fault: ProcedureFault;
  readonly missing?: string;
}

/** What is wrong with the shape of a document, in the words of whoever wrote it. */
export function faultsOfShape(document: unknown, issues: readonly Issue[]): readonly ProcedureFault[] {
  const found = issues.flatMap((issue) => new Shape(document).faultsOf(issue));
  // A key that is misspelt is one slip: that the right one is missing says nothing more.
  const meant = new Set(found.map(({ fault: { path, suggestion = '' } }) => `${path}: ${suggestion}`));
  return found
    .filter(({ fault, missing }) => missing === undefined || !meant.has(`${fault.path}: ${missing}`))
    .map(({ fault }) => fault);
}

class Shape {
  constructor(private readonly document: unknown) {}

  faultsOf(issue: Issue): readonly Found[] {
    const { path } = issue;
    const value = valueAt(this.document, path);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => this.#unknownKey(path, key));
    if (value === undefined && path.length > 0) return [missingKey(path, issue)];
    if (issue.code === 'invalid_union') return this.#union(issue, value);
    return [{ fault: faultOfValue(issue, value) }];
  }

  #unknownKey(path: Path, key: string): Found {
    const known = keysAt(this.document, path);
    return { fault: unlike(path.join('.'), say.unknownKey(key, known), key, known) };
  }

  /** Of the shapes that a place may have, the one that fits best says what is wrong. */
  #union(issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): readonly Found[] {
    const { path } = issue;
    if (issue.errors.length === 0) {
      const options = ('options' in issue ? issue.options : undefined) ?? [];
      return [{ fault: wordOrSort(path, value, options) }];
    }
    const below = issue.errors.map((issues) => issues.map((each) => ({ ...each, path: [...path, ...each.path] })));
    const entered = below.filter((issues) => !issues.some((each) => isOfAnotherSort(each, path)));
    if (entered.length === 0) return [{ fault: ofNoShape(path, value, below.flat()) }];
    const fewest = Math.min(...entered.map(weight));
    const best = entered.filter((issues) => weight(issues) === fewest);
    const [one = []] = best;
    if (best.length === 1) return one.flatMap((each) => this.faultsOf(each));
    return this.#undecided(path, best);
  }

  /** No key says which of the shapes is meant. */
  #undecided(path: Path, shapes: readonly (readonly Issue[])[]): readonly Found[] {
    const [one = []] = shapes;
    const unknown = one.flatMap((each) => (each.code === 'unrecognized_keys' ? this.faultsOf(each) : []));
    if (unknown.some(({ fault }) => fault.suggestion !== undefined)) return unknown;
    const keys = shapes.flatMap((issues) =>
      issues.flatMap((each) =>
        each.path.length > path.length && valueAt(this.document, each.path) === undefined
          ? [String(each.path.at(-1))]
          : [],
      ),
    );
    if (keys.length === 0) return one.flatMap((each) => this.faultsOf(each));
    return [{ fault: procedureFault(path.join('.'), say.missingOneOf(keys)) }];
  }
}

/** Text where a group of entries may stand, or the other way round: that this shape is not the one which was meant. */
const isOfAnotherSort = ({ code, path }: Issue, place: Path): boolean =>
  path.length === place.length && (code === 'invalid_type' || code === 'invalid_value');

const weight = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

function missingKey(path: Path, issue: Issue): Found {
  const key = String(path.at(-1));
  const options = issue.code === 'invalid_value' ? issue.values : 'options' in issue ? issue.options : undefined;
  const told = issue.code === 'invalid_type' && ['number', 'int', 'boolean', 'array'].includes(issue.expected);
  const expected = told ? say.sortNames(issue.expected) : undefined;
  const words = options ? withChoice(say.missing(key), namesIn(options)) : say.missing(key, expected);
  return { fault: procedureFault(path.slice(0, -1).join('.'), words), missing: key };
}

function faultOfValue(issue: Issue, value: unknown): ProcedureFault {
  const { path } = issue;
  const place = path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return procedureFault(place, say.wrongSort([say.sortNames(issue.expected)], value, isNumber(issue.expected)));
    case 'invalid_value':
      return wordOrSort(path, value, issue.values);
    case 'invalid_key':
      return faultOfForm(path.slice(0, -1), issue.issues[0], String(path.at(-1)));
    case 'invalid_format':
      return faultOfForm(path, issue, String(value));
    case 'too_small':
      return procedureFault(place, say.tooLittle(issue.origin, issue.minimum, issue.inclusive ?? true));
    case 'too_big':
      return procedureFault(place, say.tooMuch(issue.origin, issue.maximum));
    default:
      return procedureFault(place, say.twice);
  }
}

const isNumber = (sort: string): boolean => sort === 'number' || sort === 'int';

const namesIn = (values: readonly unknown[]): readonly string[] => values.map(String);

/** One of a few words, and it is another, or no word at all. */
function wordOrSort(path: Path, value: unknown, options: readonly unknown[]): ProcedureFault {
  const known = namesIn(options);
  if (typeof value === 'string' && known.length > 1)
    return unlike(path.join('.'), say.unknownWord(value, known), value, known);
  if (known.length > 1) {
    const words = say.wrongSort([say.sortNames('string')], value, false);
    return procedureFault(path.join('.'), withChoice(words, known));
  }
  return procedureFault(path.join('.'), say.onlyThis(options[0]));
}

/** It is of none of the sorts that may stand here. */
function ofNoShape(path: Path, value: unknown, roots: readonly Issue[]): ProcedureFault {
  const words = roots.find((issue) => issue.code === 'invalid_value' && issue.values.length > 1);
  if (typeof value === 'string' && words?.code === 'invalid_value') return wordOrSort(path, value, words.values);
  const expected = roots.flatMap((issue): Bilingual[] => {
    if (issue.code === 'invalid_type') return [say.sortNames(issue.expected)];
    if (issue.code !== 'invalid_value') return [];
    if (issue.values.length > 1) return [say.sortNames('string')];
    return issue.values.map((only) => ({ vi: `“${String(only)}”`, en: `“${String(only)}”` }));
  });
  const number = roots.some((issue) => issue.code === 'invalid_type' && isNumber(issue.expected));
  return procedureFault(path.join('.'), say.wrongSort(expected, value, number), nearOfOne(value, roots));
}

/** The one word beside a number or a group of entries, where it was meant: `unknown`. */
function nearOfOne(value: unknown, roots: readonly Issue[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  return nearestName(value, namesIn(roots.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []))));
}

function faultOfForm(path: Path, issue: Issue | undefined, text: string): ProcedureFault {
  const place = path.join('.');
  if (issue?.code !== 'invalid_format') return procedureFault(place, say.wrongForm(text, otherForm));
  const pattern = issue.pattern?.replace(/^\/|\/[a-z]*$/g, '') ?? '';
  if (pattern === roleAtPattern.source) return faultOfRole(path, text);
  const form = issue.format === 'date' ? dateForm : (nameForm(pattern) ?? otherForm);
  return procedureFault(place, say.wrongForm(text, form), rewritten(text, new RegExp(pattern)));
}

/** The same name in the letters that may stand here, `Mp Council` → `mp-council`; the same day as it is written here. */
function rewritten(text: string, pattern: RegExp): string | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').trim();
  const small = plain.toLowerCase().replace(/\s+/g, '-');
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain)?.slice(1) ?? [];
  const date = day
    .map((part) => part.padStart(2, '0'))
    .toReversed()
    .join('-');
  return [small, plain.toUpperCase().replace(/[\s-]+/g, '_'), date].find((name) => pattern.test(name));
}

function faultOfRole(path: Path, text: string): ProcedureFault {
  const [role = ''] = text.split('@');
  const known: readonly string[] = actingRoles;
  if (known.includes(role)) return procedureFault(path.join('.'), say.wrongLevelOfRole(text));
  return unlike(path.join('.'), say.unknownWord(role, known), role, known);
}
