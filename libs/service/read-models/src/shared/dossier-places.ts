import { defineTable, type RowRef, type Rows, type Table } from '#libs/engine/projections';
import type { EventShapes } from './event-shapes.js';

/** Whose dossier it is and before whom it lies: what visibility depends on. */
export interface DossierPlace {
  readonly dossierId: string;
  readonly submittingUnitId: string;
  readonly bodyId: string;
}

/** The places of dossiers, for a model that has no row of its own per dossier. Named after the model it belongs to. */
export const placesTable = (model: string, version: number): Table<DossierPlace> =>
  defineTable<DossierPlace>({
    name: `${model}_dossiers`,
    version,
    key: ['dossierId'],
    columns: { dossierId: 'text', submittingUnitId: 'text', bodyId: 'text' },
  });

type Opening = EventShapes['DossierDrafted'] | EventShapes['DetachedDossierOpened'];

/** A dossier came into being. */
export function putPlace(
  rows: Rows,
  table: Table<DossierPlace>,
  { dossierId, submittingUnitId, bodyId }: Opening,
): void {
  rows.put(table, { dossierId, submittingUnitId, bodyId });
}

/** It went up to another body. */
export function movePlace(rows: Rows, table: Table<DossierPlace>, dossierId: string, bodyId: string): void {
  rows.change(table, [dossierId], { bodyId });
}

export const placeRef = (table: Table<DossierPlace>, dossierId: string): RowRef => ({ table, key: [dossierId] });
