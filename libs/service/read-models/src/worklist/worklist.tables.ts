import type { HeldRole } from '#libs/domain/dossier';
import type { Instant, LocalDate } from '#libs/domain/kernel';
import type { AwardKind } from '#libs/domain/procedure';
import { defineTable } from '#libs/engine/projections';
import type { CountedNominees } from '../dossier-list/dossier-list.tables.js';

export const WORKLIST_VERSION = 1;

/** A clock of a dossier that is not met yet. */
export interface WorkClock {
  readonly clock: string;
  /** Null while the working calendar of a year on its way is missing. */
  readonly dueAt: Instant | null;
  /** Set while it stands still. */
  readonly pausedAt: Instant | null;
}

/** A dossier as work: where it stands since when, and what is due. Who holds it stands in the holders' table. */
export interface WorkRow {
  readonly dossierId: string;
  readonly title: string;
  readonly titlePlain: string;
  readonly procedureCode: string;
  readonly procedureVersion: string | null;
  readonly kind: AwardKind;
  readonly submittingUnitId: string;
  readonly bodyId: string;
  readonly cluster: string | null;
  readonly step: string;
  /** When it came to this step. */
  readonly stepSince: Instant;
  readonly suspended: boolean;
  /** It was returned to the unit and not handed in again since. */
  readonly returned: boolean;
  /** Archived, rejected or withdrawn: nobody's work any more. */
  readonly ended: boolean;
  readonly individuals: number;
  readonly collectives: number;
  readonly households: number;
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  /** The earliest due moment of the clocks that run; null when none has one. */
  readonly nextDueAt: Instant | null;
  /** The clock of that moment; while all stand still, the one that stopped first. */
  readonly nextDueClock: string | null;
  /** Since when that clock stands still; null while one runs. */
  readonly pausedSince: Instant | null;
  readonly clocks: Readonly<Record<string, WorkClock>>;
  readonly parentDossierId: string | null;
  readonly revision: number;
  readonly position: string;
  readonly updatedAt: Instant;
}

export const worklistTable = defineTable<WorkRow>({
  name: 'worklist',
  version: WORKLIST_VERSION,
  key: ['dossierId'],
  columns: {
    dossierId: 'text',
    title: 'text',
    titlePlain: 'text',
    procedureCode: 'text',
    procedureVersion: 'text null',
    kind: 'text',
    submittingUnitId: 'text',
    bodyId: 'text',
    cluster: 'text null',
    step: 'text',
    stepSince: 'timestamptz',
    suspended: 'boolean',
    returned: 'boolean',
    ended: 'boolean',
    individuals: 'int',
    collectives: 'int',
    households: 'int',
    submittedAt: 'timestamptz null',
    receivedAt: 'timestamptz null',
    nextDueAt: 'timestamptz null',
    nextDueClock: 'text null',
    pausedSince: 'timestamptz null',
    clocks: 'jsonb',
    parentDossierId: 'text null',
    revision: 'int',
    position: 'text',
    updatedAt: 'timestamptz',
  },
  indexes: [
    `(body_id, (coalesce(next_due_at, 'infinity')), dossier_id) where not ended`,
    `(submitting_unit_id, (coalesce(next_due_at, 'infinity')), dossier_id) where not ended`,
  ],
});

/** Somebody who holds a role's work on a dossier, from a day on where a handover gave it to him. */
export interface HeldFrom {
  readonly accountId: string;
  readonly positionId: string;
  readonly unitId: string;
  readonly since: Instant;
  /** The first day on which a handover gives it to him; absent when the dossier's own facts did. */
  readonly from?: LocalDate;
  readonly handoverId?: string;
}

/** Who holds a role's work on a dossier. A handover may lie ahead, so that there can be one today and another tomorrow. */
export interface WorkHolders {
  readonly dossierId: string;
  readonly role: HeldRole;
  /** In the order in which the log made them known: the last one whose day has come holds it. */
  readonly chain: readonly HeldFrom[];
}

export const worklistHoldersTable = defineTable<WorkHolders>({
  name: 'worklist_holders',
  version: WORKLIST_VERSION,
  key: ['dossierId', 'role'],
  columns: { dossierId: 'text', role: 'text', chain: 'jsonb' },
  indexes: ['using gin (chain jsonb_path_ops)'],
});

export const worklistNomineesTable = defineTable<CountedNominees>({
  name: 'worklist_nominees',
  version: WORKLIST_VERSION,
  key: ['dossierId'],
  columns: { dossierId: 'text', nominees: 'jsonb' },
});
