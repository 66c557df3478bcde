import { type DossierSight, sightAfter, sightAtFirst, sightEvents } from '#libs/domain/dossier';
import { defineTable, type ProjectedEvent, type RowRef, type Rows, type Table } from '#libs/engine/projections';
import { dossierOf, type EventShapes } from './event-shapes.js';

/** Whose dossier it is and before whom it lies and has lain: what visibility depends on. */
export interface DossierPlace extends DossierSight {
  readonly dossierId: string;
}

/** The columns that `Conditions.within` reads. A model with a row per dossier has them in it. */
export const placeColumns = {
  submittingUnitId: 'text',
  bodyId: 'text',
  bodies: 'jsonb',
  councils: 'jsonb',
  secrecy: 'text',
} as const;

/** The places of dossiers, for a model that has no row of its own per dossier. Named after the model it belongs to. */
export const placesTable = (model: string, version: number): Table<DossierPlace> =>
  defineTable<DossierPlace>({
    name: `${model}_dossiers`,
    version,
    key: ['dossierId'],
    columns: { dossierId: 'text', ...placeColumns },
    indexes: ['(submitting_unit_id)', 'using gin (bodies)', 'using gin (councils)'],
  });

type Opening =
  | EventShapes['DossierDrafted']
  | EventShapes['DetachedDossierOpened']
  | EventShapes['EscalatedDossierOpened'];
type OpeningEvent = ProjectedEvent<string, Opening>;

/** Before whom a dossier lies when it comes into being. */
export const placeAtFirst = ({ type, data }: OpeningEvent): DossierSight =>
  sightAtFirst({ type, data } as Parameters<typeof sightAtFirst>[0]);

/** A dossier came into being. */
export function putPlace(rows: Rows, table: Table<DossierPlace>, event: OpeningEvent): void {
  rows.put(table, { dossierId: event.data.dossierId, ...placeAtFirst(event) });
}

/** A fact that may have brought it to somebody else (`sightEvents`). */
export function movePlace(rows: Rows, table: Table<DossierPlace>, event: ProjectedEvent): void {
  rows.change(table, [dossierOf(event)], (place) => sightAfter(place, event));
}

export const placeRef = (table: Table<DossierPlace>, dossierId: string): RowRef => ({ table, key: [dossierId] });

const moving: ReadonlySet<string> = new Set(sightEvents);

/** Whether an event may change a dossier's place, so that its row has to be fetched. */
export const movesPlace = ({ type }: { readonly type: string }): boolean => moving.has(type);

/** A handler for each event that may change a dossier's place, for a model that does nothing else about it. */
export const placeHandlers = (table: Table<DossierPlace>) =>
  Object.fromEntries(
    sightEvents.map((type) => [type, (rows: Rows, event: ProjectedEvent) => movePlace(rows, table, event)]),
  ) as Readonly<Record<(typeof sightEvents)[number], (rows: Rows, event: ProjectedEvent) => void>>;

type Handles<Shapes extends object> = {
  readonly [Type in keyof Shapes & string]?: (rows: Rows, event: ProjectedEvent<Type, Shapes[Type]>) => void;
};

/** The handlers of a model that does something of its own about some of these events: the place is kept before each. */
export function withPlaces<Shapes extends object>(
  table: Table<DossierPlace>,
  handles: Handles<Shapes>,
): Handles<Shapes> {
  const own = Object.entries(handles) as [string, (rows: Rows, event: ProjectedEvent) => void][];
  const both = own.map(([type, handle]) => [
    type,
    (rows: Rows, event: ProjectedEvent) => {
      if (movesPlace(event)) movePlace(rows, table, event);
      handle(rows, event);
    },
  ]);
  return { ...placeHandlers(table), ...Object.fromEntries(both) } as Handles<Shapes>;
}
