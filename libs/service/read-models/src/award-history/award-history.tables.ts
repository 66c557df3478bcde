import type { LocalDate } from '#libs/domain/kernel';
import type { AwardKind, NomineeKind } from '#libs/domain/procedure';
import { defineTable } from '#libs/engine/projections';

export const AWARD_HISTORY_VERSION = 2;

/** What all nominees of a dossier have in common. */
export interface HistoryDossierRow {
  readonly dossierId: string;
  readonly award: string;
  readonly awardKind: AwardKind;
  /** Of a secret one nobody learns by another dossier (R9). */
  readonly secret: boolean;
}

export const historyDossierTable = defineTable<HistoryDossierRow>({
  name: 'award_history_dossiers',
  version: AWARD_HISTORY_VERSION,
  key: ['dossierId'],
  columns: { dossierId: 'text', award: 'text', awardKind: 'text', secret: 'boolean' },
});

/**
 * One recipient in one place: a nominee of a dossier, whose award is granted once the decision is there, or a line of an imported
 * list. Holds personal data, for whoever appraises; never for a log.
 */
export interface HistoryRow {
  /** `<dossier>/N3`, `<import>/L12`. */
  readonly ref: string;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly unit: string;
  /** As they are compared. */
  readonly nameKey: string;
  readonly unitKey: string;
  readonly code: string | null;
  /** The code of somebody of whom a person said that it is the same. */
  readonly recognisedCode: string | null;
  readonly birthDate: LocalDate | null;
  /** Null: the line only says that there was none. */
  readonly award: string | null;
  readonly awardKind: AwardKind | null;
  /** Hạng, where the award has several. */
  readonly grade: string | null;
  readonly meritYear: number | null;
  readonly variant: string | null;
  readonly decidedOn: LocalDate | null;
  /** Số quyết định, as a list has it. */
  readonly decision: string | null;
  readonly decidedBy: string | null;
  /** Whose list a line is from; null for a nominee of a dossier. */
  readonly keptBy: string | null;
  /** Where a line comes from; null for a nominee of a dossier. */
  readonly source: string | null;
  readonly granted: boolean;
  /** Struck because it was wrong: as if it had never been there. */
  readonly struck: boolean;
  readonly cancelled: boolean;
  /** Merit years for which the list is whole; from null with a to: from ever. */
  readonly coveredFrom: number | null;
  readonly coveredTo: number | null;
  /** The refs under which a detached nominee stood before. */
  readonly formerRefs: readonly string[];
  /** The place in the log of the grant or the line. */
  readonly position: string;
}

export const historyTable = defineTable<HistoryRow>({
  name: 'award_history',
  version: AWARD_HISTORY_VERSION,
  key: ['ref'],
  columns: {
    ref: 'text',
    kind: 'text',
    name: 'text',
    unit: 'text',
    nameKey: 'text',
    unitKey: 'text',
    code: 'text null',
    recognisedCode: 'text null',
    birthDate: 'date null',
    award: 'text null',
    awardKind: 'text null',
    grade: 'text null',
    meritYear: 'int null',
    variant: 'text null',
    decidedOn: 'date null',
    decision: 'text null',
    decidedBy: 'text null',
    keptBy: 'text null',
    source: 'text null',
    granted: 'boolean',
    struck: 'boolean',
    cancelled: 'boolean',
    coveredFrom: 'int null',
    coveredTo: 'int null',
    formerRefs: 'jsonb',
    position: 'text',
  },
  indexes: [
    '(code) where code is not null',
    '(recognised_code) where recognised_code is not null',
    '(name_key, unit_key)',
    '(kept_by, ref) where kept_by is not null',
  ],
});

/** What a person said about a nominee and an earlier recipient; the last word. */
export interface HistoryLinkRow {
  readonly nominee: string;
  readonly ref: string;
  readonly same: boolean;
}

export const historyLinkTable = defineTable<HistoryLinkRow>({
  name: 'award_history_links',
  version: AWARD_HISTORY_VERSION,
  key: ['nominee', 'ref'],
  columns: { nominee: 'text', ref: 'text', same: 'boolean' },
  indexes: ['(ref)'],
});

/** Which appraisal rests on which award: whoever loses it is looked up here (R56). */
export interface HistoryUseRow {
  readonly ref: string;
  readonly dossierId: string;
}

export const historyUseTable = defineTable<HistoryUseRow>({
  name: 'award_history_uses',
  version: AWARD_HISTORY_VERSION,
  key: ['ref', 'dossierId'],
  columns: { ref: 'text', dossierId: 'text' },
});
