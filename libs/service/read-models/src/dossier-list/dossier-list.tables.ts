import type { Instant, LocalDate } from '#libs/domain/kernel';
import type { DossierSight } from '#libs/domain/dossier';
import type { AwardKind, NomineeKind } from '#libs/domain/procedure';
import { defineTable } from '#libs/engine/projections';
import { placeColumns } from '../shared/dossier-places.js';

export const DOSSIER_LIST_VERSION = 3;

/** How a dossier ended. A dossier that was given back has no other until it is submitted again. */
export const dossierOutcomes = ['granted', 'rejected', 'returned', 'withdrawn'] as const;

export type DossierOutcome = (typeof dossierOutcomes)[number];

/** A clock that what it waits for has not stopped yet. */
export interface OpenDeadline {
  readonly clock: string;
  /** Null while it cannot be counted: the working calendar of a year on its way is missing. */
  readonly dueAt: Instant | null;
  /** It stands still and has no due moment until it runs again. */
  readonly paused: boolean;
}

/** A dossier as lists show it. */
export interface DossierListRow extends DossierSight {
  readonly id: string;
  readonly title: string;
  readonly procedureCode: string;
  /** Null until the receipt binds the dossier to a version (R1). */
  readonly procedureVersion: string | null;
  readonly kind: AwardKind;
  readonly cluster: string | null;
  readonly step: string;
  readonly suspended: boolean;
  readonly individuals: number;
  readonly collectives: number;
  readonly households: number;
  readonly women: number;
  readonly directWorkers: number;
  readonly draftedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  /** The earliest due moment of the open deadlines that run, past ones too; null when none has one. */
  readonly nextDueAt: Instant | null;
  readonly nextDueClock: string | null;
  readonly openDeadlines: Readonly<Record<string, OpenDeadline>>;
  readonly outcome: DossierOutcome | null;
  readonly decisionId: string | null;
  readonly decisionNumber: number | null;
  readonly decisionSymbol: string | null;
  readonly decisionDate: LocalDate | null;
  readonly parentDossierId: string | null;
  /** When the work on it was finished; from then on it is kept for so long as its procedure says (R57). */
  readonly finishedAt: Instant | null;
  /** Of the last event, as are position and time. */
  readonly revision: number;
  readonly position: string;
  readonly updatedAt: Instant;
}

export const dossierListTable = defineTable<DossierListRow>({
  name: 'dossier_list',
  version: DOSSIER_LIST_VERSION,
  key: ['id'],
  columns: {
    id: 'text',
    title: 'text',
    procedureCode: 'text',
    procedureVersion: 'text null',
    kind: 'text',
    ...placeColumns,
    cluster: 'text null',
    step: 'text',
    suspended: 'boolean',
    individuals: 'int',
    collectives: 'int',
    households: 'int',
    women: 'int',
    directWorkers: 'int',
    draftedAt: 'timestamptz',
    submittedAt: 'timestamptz null',
    receivedAt: 'timestamptz null',
    nextDueAt: 'timestamptz null',
    nextDueClock: 'text null',
    openDeadlines: 'jsonb',
    outcome: 'text null',
    decisionId: 'text null',
    decisionNumber: 'int null',
    decisionSymbol: 'text null',
    decisionDate: 'date null',
    parentDossierId: 'text null',
    finishedAt: 'timestamptz null',
    revision: 'int',
    position: 'text',
    updatedAt: 'timestamptz',
  },
  indexes: [
    `((coalesce(next_due_at, 'infinity')), id)`,
    `(submitting_unit_id, (coalesce(next_due_at, 'infinity')), id)`,
    `(body_id, (coalesce(next_due_at, 'infinity')), id)`,
    'using gin (bodies)',
    'using gin (councils)',
    '(updated_at, id)',
  ],
});

/** What is counted of a nominee, and what the dossier is found by. */
export interface CountedNominee {
  readonly kind: NomineeKind;
  readonly name: string;
  /** Where the nominee works, as the list of nominees has it. */
  readonly unit: string;
  readonly sex?: 'female' | 'male';
  readonly standing?: 'direct_worker' | 'leader';
}

/** The nominees of a dossier, so that one who leaves or is corrected is counted out again. */
export interface CountedNominees {
  readonly dossierId: string;
  readonly nominees: Readonly<Record<string, CountedNominee>>;
}

export const countedNomineesTable = defineTable<CountedNominees>({
  name: 'dossier_list_nominees',
  version: DOSSIER_LIST_VERSION,
  key: ['dossierId'],
  columns: { dossierId: 'text', nominees: 'jsonb' },
});
