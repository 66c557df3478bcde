import type { DossierCommandOf } from '#libs/domain/dossier';
import { claimColumns } from './claim-columns.js';
import { type Column, ColumnTable, folded } from './column-table.js';

export type ColumnName = 'kind' | 'name' | 'sex' | 'standing' | 'unit' | 'cluster';

/** A nominee as `add-nominees` takes it, as far as a list says. */
export type NomineeRow = Pick<
  DossierCommandOf<'add-nominees'>['data']['nominees'][number],
  ColumnName | 'grade' | 'code' | 'birthDate' | 'claims'
>;

/** The columns that every list of nominees has. All six must be there; `cụm, khối` may be left empty in a row. */
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

/** … and those that it may have. */
export const nomineeTable = new ColumnTable({ ...columns, ...claimColumns });
export const columnNames = Object.keys(columns) as readonly ColumnName[];

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
