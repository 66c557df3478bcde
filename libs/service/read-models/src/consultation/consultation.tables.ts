import type { OpinionStanding } from '#libs/domain/dossier';
import type { Instant } from '#libs/domain/kernel';
import { defineTable } from '#libs/engine/projections';

export const CONSULTATION_VERSION = 1;

/** A question to another body. What was asked and said stands in the dossier: this only says that it is there, and of whom. */
export interface OpinionRow {
  readonly dossierId: string;
  readonly opinionId: string;
  /** Null for a body outside, which nobody here can be. */
  readonly askedUnitId: string | null;
  readonly byUnitId: string;
  readonly askedAt: Instant;
  readonly standing: OpinionStanding;
  readonly answeredAt: Instant | null;
  /** Its clock, once there is one. */
  readonly deadlineId: string | null;
}

export const opinionsTable = defineTable<OpinionRow>({
  name: 'opinions',
  version: CONSULTATION_VERSION,
  key: ['dossierId', 'opinionId'],
  columns: {
    dossierId: 'text',
    opinionId: 'text',
    askedUnitId: 'text null',
    byUnitId: 'text',
    askedAt: 'timestamptz',
    standing: 'text',
    answeredAt: 'timestamptz null',
    deadlineId: 'text null',
  },
  indexes: ['(asked_unit_id, asked_at)', '(dossier_id, asked_unit_id)'],
});

/** A public notice by its code. Whose names hang out is read from the dossier each time: no list of people stands here. */
export interface PublicNoticeRow {
  readonly dossierId: string;
  readonly noticeId: string;
  /** What stands in its address. */
  readonly code: string;
  readonly byUnitId: string;
  readonly openedAt: Instant;
  /** The clock of its time; null where the law's figure is unknown. */
  readonly deadlineId: string | null;
  readonly closedAt: Instant | null;
}

export const publicNoticesTable = defineTable<PublicNoticeRow>({
  name: 'public_notices',
  version: CONSULTATION_VERSION,
  key: ['dossierId', 'noticeId'],
  columns: {
    dossierId: 'text',
    noticeId: 'text',
    code: 'text',
    byUnitId: 'text',
    openedAt: 'timestamptz',
    deadlineId: 'text null',
    closedAt: 'timestamptz null',
  },
  indexes: ['(code)', '(opened_at) where closed_at is null'],
});
