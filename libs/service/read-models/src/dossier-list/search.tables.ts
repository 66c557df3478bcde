import { defineTable } from '#libs/engine/projections';
import { accentedWord, plainText, wordsOf } from '../shared/plain-text.js';
import { type CountedNominees, DOSSIER_LIST_VERSION, type DossierListRow } from './dossier-list.tables.js';

/** A text to search in, in both ways: its words in lower case, a space before each and one at the end. */
export interface Searchable {
  /** With accents, each word in one spelling (`accentedWord`). */
  readonly accented: string;
  /** Without (`plainText`). */
  readonly plain: string;
}

const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `;

export function searchable(...texts: readonly string[]): Searchable {
  const words = texts.flatMap(wordsOf);
  return { accented: spaced(words.map(accentedWord)), plain: spaced(words.map(plainText)) };
}

/**
 * What a dossier is found by: its title, its nominees and where they work. Personal data, kept for searching alone: it is
 * shown to nobody, and goes with a correction or when a nominee leaves.
 */
export interface DossierSearchRow extends Searchable {
  readonly dossierId: string;
  readonly unitId: string;
}

export const dossierSearchTable = defineTable<DossierSearchRow>({
  name: 'dossier_list_search',
  version: DOSSIER_LIST_VERSION,
  key: ['dossierId'],
  columns: { dossierId: 'text', unitId: 'text', accented: 'text', plain: 'text' },
  indexes: [
    '(unit_id)',
    // Without a list of pending entries, which every search would have to read through.
    { needs: 'pg_trgm', on: 'using gin (plain gin_trgm_ops) with (fastupdate = off)' },
  ],
});

/** The names of units, by which the dossiers that they submitted are found. */
export interface UnitSearchRow extends Searchable {
  readonly unitId: string;
}

export const unitSearchTable = defineTable<UnitSearchRow>({
  name: 'dossier_list_units',
  version: DOSSIER_LIST_VERSION,
  key: ['unitId'],
  columns: { unitId: 'text', accented: 'text', plain: 'text' },
});

export const dossierSearchRow = (
  { id, title, submittingUnitId }: Pick<DossierListRow, 'id' | 'title' | 'submittingUnitId'>,
  nominees: CountedNominees['nominees'],
): DossierSearchRow => ({
  dossierId: id,
  unitId: submittingUnitId,
  ...searchable(title, ...Object.values(nominees).flatMap(({ name, unit }) => [name, unit])),
});
