import type { Table } from './table.js';

/**
 * Which copy of a read model is meant. `live`: the one that serves. `next`: one that is filled beside it and will take its
 * place. `check`: one that is filled to be compared with it.
 */
export type Place = 'live' | 'next' | 'check';

/** A table's name in a place: `read.rm_dossier_list_v1`, `read.rm_dossier_list_v1_next`. */
export const nameIn = ({ sqlName }: Table, place: Place): string =>
  place === 'live' ? sqlName : `${sqlName}_${place}`;
