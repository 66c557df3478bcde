import { heldRoles } from '#libs/domain/dossier';
import { awardKinds } from '#libs/domain/procedure';
import { dueGroups } from '#libs/service/read-models';
import { z } from 'zod';

const moment = () => z.iso.datetime({ precision: 3 });
const count = () => z.int().nonnegative();

/** How far the read model had come. */
const asOf = { position: z.string(), behind: z.boolean() };

/** A piece of work. */
export const workItem = z.strictObject({
  dossierId: z.string(),
  title: z.string(),
  procedureCode: z.string(),
  procedureVersion: z.string().nullable(),
  kind: z.enum(awardKinds),
  submittingUnitId: z.string(),
  bodyId: z.string(),
  cluster: z.string().nullable(),
  step: z.string(),
  stepSince: moment(),
  suspended: z.boolean(),
  returned: z.boolean(),
  individuals: count(),
  collectives: count(),
  households: count(),
  submittedAt: moment().nullable(),
  receivedAt: moment().nullable(),
  nextDueAt: moment().nullable(),
  nextDueClock: z.string().nullable(),
  pausedSince: moment().nullable(),
  /** How near it is to its due moment: the counters count these. */
  due: z.enum(dueGroups),
  /** To the due day, 0 on it and negative when late; `exact` is false where a year on the way has no calendar yet. */
  remaining: z.strictObject({ workingDays: z.int(), exact: z.boolean() }).nullable(),
  parentDossierId: z.string().nullable(),
  revision: z.int().nonnegative(),
  position: z.string(),
  updatedAt: moment(),
  role: z.enum(heldRoles),
  here: z.boolean(),
  holderAccountId: z.string().nullable(),
  holderPositionId: z.string().nullable(),
  heldSince: moment().nullable(),
  handoverId: z.string().nullable(),
  vacant: z.boolean(),
});

export const worklistPage = z.strictObject({ items: z.array(workItem), next: z.string().nullable(), ...asOf });

const counts = z.strictObject({
  all: count(),
  overdue: count(),
  today: count(),
  soon: count(),
  inTime: count(),
  paused: count(),
  withoutDue: count(),
});

export const worklistCounts = z.strictObject({
  lists: z.strictObject({ mine: counts, free: counts, held: counts, waiting: counts }),
  ...asOf,
});

/** What became of each dossier of a bulk assignment, in the order in which they were named. */
export const bulkAnswer = z.strictObject({
  assigned: count(),
  unchanged: count(),
  refused: count(),
  /** The place in the log of the last of them: hand it to a reader as `minPosition`. */
  position: z.string().nullable(),
  results: z.array(
    z.strictObject({
      dossierId: z.string(),
      outcome: z.enum(['assigned', 'unchanged', 'refused']),
      revision: z.int().optional(),
      code: z.string().optional(),
      details: z.strictObject({ vi: z.string(), en: z.string() }).optional(),
    }),
  ),
});

export const holdersAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      role: z.enum(heldRoles),
      accountId: z.string(),
      positionId: z.string(),
      unitId: z.string(),
      since: moment(),
      /** He holds the position no more. */
      left: z.boolean(),
      handoverId: z.string().optional(),
    }),
  ),
});
