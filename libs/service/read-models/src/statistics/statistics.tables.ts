import type { LocalDate } from '#libs/domain/kernel';
import type { AwardKind, NomineeKind } from '#libs/domain/procedure';
import { defineTable } from '#libs/engine/projections';
import { placesTable } from '../shared/dossier-places.js';

export const STATISTICS_VERSION = 2;

/** What the figures of a dossier's nominees have in common. */
export interface StatisticsDossierRow {
  readonly dossierId: string;
  readonly procedureCode: string;
  /** Loại khen thưởng. */
  readonly form: AwardKind;
  readonly cluster: string | null;
  /** The office's day of receipt; service levels count from it. */
  readonly receivedOn: LocalDate | null;
  /** What became of those of its nominees of whom nothing else is known. */
  readonly outcome: 'rejected' | 'returned' | 'withdrawn' | null;
  readonly outcomeOn: LocalDate | null;
  /** Whether one of its clocks ran out, ever: late stays late. Null as long as none was met or missed. */
  readonly late: boolean | null;
}

export const statisticsDossierTable = defineTable<StatisticsDossierRow>({
  name: 'statistics_by_dossier',
  version: STATISTICS_VERSION,
  key: ['dossierId'],
  columns: {
    dossierId: 'text',
    procedureCode: 'text',
    form: 'text',
    cluster: 'text null',
    receivedOn: 'date null',
    outcome: 'text null',
    outcomeOn: 'date null',
    late: 'boolean null',
  },
});

/** One nominee and what became of the award: no name. */
export interface StatisticsRow {
  readonly dossierId: string;
  readonly nomineeId: string;
  readonly kind: NomineeKind;
  /** Of individuals only; null where the list did not say. */
  readonly sex: 'female' | 'male' | null;
  readonly standing: 'direct_worker' | 'leader' | null;
  readonly cluster: string | null;
  /** Null: what became of the dossier. `cancelled`: granted, and taken away later (R55). */
  readonly outcome: 'granted' | 'rejected' | 'cancelled' | null;
  readonly outcomeOn: LocalDate | null;
  readonly decisionId: string | null;
}

export const statisticsTable = defineTable<StatisticsRow>({
  name: 'statistics',
  version: STATISTICS_VERSION,
  key: ['dossierId', 'nomineeId'],
  columns: {
    dossierId: 'text',
    nomineeId: 'text',
    kind: 'text',
    sex: 'text null',
    standing: 'text null',
    cluster: 'text null',
    outcome: 'text null',
    outcomeOn: 'date null',
    decisionId: 'text null',
  },
});

/** The level of units, as the office names it: province, commune, enterprise… */
export interface StatisticsUnitRow {
  readonly unitId: string;
  readonly level: string;
}

export const statisticsUnitTable = defineTable<StatisticsUnitRow>({
  name: 'statistics_units',
  version: STATISTICS_VERSION,
  key: ['unitId'],
  columns: { unitId: 'text', level: 'text' },
});

export const statisticsPlacesTable = placesTable('statistics', STATISTICS_VERSION);
