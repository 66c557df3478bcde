import type { Queryable } from '#libs/platform/postgres';
import { accentedWord, plainText, wordsOf } from '../shared/plain-text.js';
import type { Conditions } from '../shared/scope.js';
import { type UnitSearchRow, unitSearchTable } from './search.tables.js';

/**
 * How well a word was found. A dossier is as good as its worst word: accents as typed, then without accents, then the
 * beginning of a word, then inside of one or similar to it.
 */
type Rank = 0 | 1 | 2 | 3;

const AT_MOST_WORDS = 12;
/** Shorter words have too few trigrams to be similar to anything, or to be sought inside of others. */
const SIMILAR_FROM = 5;
const INSIDE_FROM = 3;

/** A word that was asked for, and the units whose names have it. */
export interface SearchWord {
  readonly accented: string;
  readonly plain: string;
  /** By rank. */
  readonly units: readonly (readonly string[])[];
}

/** What somebody searches for, prepared. */
export interface Search {
  readonly words: readonly SearchWord[];
  /** Of a dossier's id. */
  readonly idPrefix?: string;
  /** The server knows similar words. */
  readonly similar: boolean;
}

/** Reads the words somebody typed and finds the units they may name. `undefined` when there is nothing to search for. */
export async function prepareSearch(database: Queryable, text: string, similar: boolean): Promise<Search | undefined> {
  const words = wordsOf(text)
    .slice(0, AT_MOST_WORDS)
    .map((word) => ({ accented: accentedWord(word), plain: plainText(word) }))
    .filter(({ plain }) => plain !== '');
  if (words.length === 0) return undefined;
  const { rows: units } = await database.query<UnitSearchRow>(
    `select unit_id as "unitId", accented, plain from ${unitSearchTable.sqlName} where plain like any($1)`,
    [words.map(({ plain }) => insideOf(plain))],
  );
  const idPrefix = /^[\w-]{4,64}$/.test(text.trim()) ? text.trim().toLowerCase() : undefined;
  return {
    words: words.map((word) => ({ ...word, units: byRank(word, units) })),
    similar,
    ...(idPrefix ? { idPrefix } : {}),
  };
}

/** Adds what a search asks for of `s`, the table of searchable texts. @returns the rank, to sort by. */
export function addSearch(where: Conditions, { words, idPrefix, similar }: Search): string {
  const found: string[] = [];
  const ranks: string[] = [];
  for (const { accented, plain, units } of words) {
    const inUnits = (rank: Rank): string[] =>
      units[rank]?.length ? [`s.unit_id = any(${where.value(units[rank])}::text[])`] : [];
    const inText = [`s.plain like ${where.value(insideOf(plain))}`];
    if (similar && plain.length >= SIMILAR_FROM) inText.push(`s.plain %> ${where.value(plain)}`);
    found.push([...inText, ...([0, 1, 2, 3] as const).flatMap(inUnits)].join(' or '));
    const ways = [
      `s.accented like ${where.value(`% ${accented} %`)}`,
      `s.plain like ${where.value(`% ${plain} %`)}`,
      `s.plain like ${where.value(`% ${plain}%`)}`,
    ];
    const cases = ways.map((way, rank) => `when ${[way, ...inUnits(rank as Rank)].join(' or ')} then ${rank}`);
    ranks.push(`case ${cases.join(' ')} else 3 end`);
  }
  const everyWord = found.map((condition) => `(${condition})`).join(' and ');
  const rank = `greatest(${ranks.join(', ')})`;
  if (idPrefix === undefined) {
    where.add(everyWord);
    return rank;
  }
  const byId = `s.dossier_id like ${where.value(`${idPrefix.replace(/_/g, '\\_')}%`)}`;
  where.add(`${byId} or (${everyWord})`);
  return `case when ${byId} then 0 else ${rank} end`;
}

const insideOf = (plain: string): string => (plain.length >= INSIDE_FROM ? `%${plain}%` : `% ${plain}%`);

function byRank(word: Pick<SearchWord, 'accented' | 'plain'>, units: readonly UnitSearchRow[]): string[][] {
  const ids: string[][] = [[], [], [], []];
  for (const { unitId, accented, plain } of units) {
    if (accented.includes(` ${word.accented} `)) ids[0]?.push(unitId);
    else if (plain.includes(` ${word.plain} `)) ids[1]?.push(unitId);
    else if (plain.includes(` ${word.plain}`)) ids[2]?.push(unitId);
    else if (word.plain.length >= INSIDE_FROM && plain.includes(word.plain)) ids[3]?.push(unitId);
  }
  return ids;
}
