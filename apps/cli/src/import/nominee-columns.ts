import type { DossierCommandOf } from '#libs/domain/dossier';

export type ColumnName = 'kind' | 'name' | 'sex' | 'standing' | 'unit' | 'cluster';

/** A nominee as `add-nominees` takes it, as far as a list says. */
export type NomineeRow = Pick<DossierCommandOf<'add-nominees'>['data']['nominees'][number], ColumnName>;

interface Column {
  /** Headings, the Vietnamese one first and the English one next; compared without regard to case and spaces. */
  readonly headings: readonly [string, string, ...string[]];
  /** What the cells may say, as meaning → words, the Vietnamese one first; free text without. */
  readonly values?: Readonly<Record<string, readonly [string, string]>>;
  readonly needed: 'always' | 'individuals' | 'never';
}

/** The columns of a list of nominees. All six must be there; `cụm, khối` may be left empty in a row. */
export const columns: Readonly<Record<ColumnName, Column>> = {
  kind: {
    headings: ['loại', 'kind'],
    values: {
      individual: ['cá nhân', 'individual'],
      collective: ['tập thể', 'collective'],
      household: ['hộ gia đình', 'household'],
    },
    needed: 'always',
  },
  name: { headings: ['họ và tên / tên tập thể', 'name', 'họ và tên'], needed: 'always' },
  sex: {
    headings: ['giới tính', 'sex'],
    values: { male: ['nam', 'male'], female: ['nữ', 'female'] },
    needed: 'individuals',
  },
  standing: {
    headings: ['đối tượng', 'standing'],
    values: { direct_worker: ['trực tiếp', 'direct worker'], leader: ['lãnh đạo', 'leader'] },
    needed: 'individuals',
  },
  unit: { headings: ['đơn vị', 'unit'], needed: 'always' },
  cluster: { headings: ['cụm, khối', 'cluster'], needed: 'never' },
};

export const columnNames = Object.keys(columns) as readonly ColumnName[];

/** The heading to write, in both languages: `giới tính (sex)`. */
export const headingOf = (name: ColumnName) => `${columns[name].headings[0]} (${columns[name].headings[1]})`;

/** The values to write: `trực tiếp (direct worker)`. */
export const allowedValues = (name: ColumnName): string[] =>
  Object.values(columns[name].values ?? {}).map(([vietnamese, english]) => `${vietnamese} (${english})`);

/** Brings a text to the one form in which texts are kept and compared: NFC, single spaces, none at the ends. */
export const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[^\S\t\r\n\v\f]+/gu, ' ')
    .trim();

const folded = (text: string) => tidy(text).toLowerCase();

const BY_HEADING = new Map(columnNames.flatMap((name) => columns[name].headings.map((heading) => [heading, name])));

/** Which column a heading names, in Vietnamese or English. */
export const columnOf = (heading: string): ColumnName | undefined => BY_HEADING.get(folded(heading));

/** What a cell of a column with fixed values means. */
export function valueIn(name: ColumnName, cell: string): string | undefined {
  const word = folded(cell).replaceAll('_', ' ');
  return Object.entries(columns[name].values ?? {}).find(([, words]) => words.includes(word))?.[0];
}

/**
 * Two rows with the same key mean the same nominee: kind, name and unit, without regard to case and to where a tone mark
 * is put (`Hòa`, `Hoà`).
 */
export const identityOf = (row: NomineeRow): string => [row.kind, row.name, row.unit].map(withoutTonePlace).join('\n');

function withoutTonePlace(text: string): string {
  return folded(text)
    .split(' ')
    .map((word) => {
      const decomposed = word.normalize('NFD');
      const tones = decomposed.match(/[\u0300\u0301\u0309\u0303\u0323]/g) ?? [];
      return decomposed.replace(/[\u0300\u0301\u0309\u0303\u0323]/g, '') + tones.join('');
    })
    .join(' ');
}
