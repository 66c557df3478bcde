import { type AwardHistoryFactOf, lineRef } from '#libs/domain/award-history';
import type { ProjectedEvent } from '#libs/engine/projections';
import type { EventShapes } from '../shared/event-shapes.js';
import type { HistoryRow } from './award-history.tables.js';
import { comparedText } from './recipient-key.js';

type Imported = AwardHistoryFactOf<'PastAwardsImported'>['data'];
type Nominee = EventShapes['NomineesAdded']['nominees'][number];

/** By what a nominee of a dossier is named here. */
export const refOf = (dossierId: string, nomineeId: string): string => `${dossierId}/${nomineeId}`;

/** A nominee of a dossier. */
export function nomineeRow(
  { id, kind, name, unit, grade, code, birthDate, claims }: Nominee,
  { position }: ProjectedEvent,
  { dossierId, award, awardKind }: Pick<HistoryRow, 'award' | 'awardKind'> & { readonly dossierId: string },
  formerRefs: readonly string[],
): HistoryRow {
  return {
    ref: refOf(dossierId, id),
    kind,
    name,
    unit,
    nameKey: comparedText(name),
    unitKey: comparedText(unit),
    code: code ?? null,
    recognisedCode: null,
    birthDate: birthDate ?? null,
    award,
    awardKind,
    grade: grade ?? null,
    meritYear: claims?.meritYear ?? null,
    variant: claims?.variant ?? null,
    decidedOn: null,
    decision: null,
    decidedBy: null,
    keptBy: null,
    source: null,
    granted: false,
    struck: false,
    cancelled: false,
    coveredFrom: null,
    coveredTo: null,
    formerRefs,
    position,
  };
}

/** A line of an imported list. */
export function lineRow(
  line: Imported['recipients'][number],
  number: number,
  { data, position }: ProjectedEvent<string, Imported>,
): HistoryRow {
  const { kind, name, unit } = line;
  return {
    ref: lineRef(data.importId, number),
    kind,
    name,
    unit,
    nameKey: comparedText(name),
    unitKey: comparedText(unit),
    code: line.code ?? null,
    recognisedCode: null,
    birthDate: line.birthDate ?? null,
    award: line.award ?? null,
    awardKind: line.awardKind ?? null,
    grade: line.grade ?? null,
    meritYear: line.meritYear ?? null,
    variant: line.variant ?? null,
    decidedOn: line.decidedOn ?? null,
    decision: line.decision ?? null,
    decidedBy: line.decidedBy ?? null,
    keptBy: data.unitId,
    source: data.source,
    granted: line.award !== undefined,
    struck: false,
    cancelled: false,
    coveredFrom: data.covers?.from ?? null,
    coveredTo: data.covers?.to ?? null,
    formerRefs: [],
    position,
  };
}
