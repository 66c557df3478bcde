import { positionRoles } from '#libs/domain/organization';
import { z } from 'zod';

const day = () => z.iso.date();
const moment = () => z.iso.datetime({ precision: 3 });
const count = () => z.int().nonnegative();
const names = z.strictObject({ vi: z.string(), en: z.string() });
const role = z.enum(positionRoles);

/** How a dossier on the list stands towards its next due moment; `gone` where it lies elsewhere by now. */
export const handedStandings = ['overdue', 'soon', 'inTime', 'paused', 'withoutDue', 'gone'] as const;

/** A handover without the work on it. */
const handover = z.strictObject({
  handoverId: z.string(),
  unitId: z.string(),
  positionId: z.string(),
  positionTitle: names,
  fromAccountId: z.string(),
  /** Null where there is no such account any more. */
  fromName: z.string().nullable(),
  toPositionId: z.string(),
  toPositionTitle: names,
  toAccountId: z.string(),
  toName: z.string().nullable(),
  state: z.enum(['open', 'done', 'withdrawn']),
  /** The first day on which the newcomer is to answer for the work. */
  on: day(),
  proposedOn: day(),
  confirmed: z.array(z.enum(['giver', 'taker'])),
  completedFrom: day().nullable(),
  withdrawnOn: day().nullable(),
  items: count(),
  leftOut: count(),
});

export const handoversPage = z.strictObject({ items: z.array(handover), next: z.string().nullable() });

/** A clock that is not met yet. */
const due = z.strictObject({
  deadlineId: z.string(),
  clock: z.string(),
  names,
  state: z.enum(['running', 'paused', 'missed', 'awaited']),
  /** Null while the working calendar of a year on its way is missing. */
  dueAt: moment().nullable(),
});

/** One dossier as the newcomer needs it. */
const item = z.strictObject({
  dossierId: z.string(),
  role,
  title: z.string(),
  submittingUnitId: z.string(),
  step: z.string(),
  stepNames: names,
  stepSince: moment(),
  standing: z.enum(handedStandings),
  /** What who hands over wrote about it. */
  note: z.string().nullable(),
  /** It came after the list was made. */
  arrived: z.boolean(),
  /** It lies elsewhere by now, or is over: its history is read there. */
  gone: z.boolean(),
  due: z.array(due),
  /** Components of the dossier that are not there, by code: `TT`, `TT.docx`. */
  missing: z.array(z.string()),
  /** The same in words. */
  missingNames: z.array(names),
  /** Everything that was recorded about it, in sentences. */
  history: z.array(
    z.strictObject({
      revision: z.int(),
      type: z.string(),
      recordedAt: moment(),
      effectiveAt: moment(),
      actorId: z.string(),
      sentence: names,
    }),
  ),
});

export const handoverAnswer = handover.omit({ items: true, leftOut: true }).extend({
  note: z.string().nullable(),
  leftOut: z.array(z.strictObject({ dossierId: z.string(), role, reason: z.string() })),
  summary: z.strictObject({
    items: count(),
    arrived: count(),
    overdue: count(),
    soon: count(),
    inTime: count(),
    paused: count(),
    withoutDue: count(),
    gone: count(),
    /** Open work that is still with who handed over. */
    remaining: count(),
  }),
  /** The next moments at which something is due, the first five. */
  firstDates: z.array(z.strictObject({ dossierId: z.string(), title: z.string(), clock: z.string(), dueAt: moment() })),
  items: z.array(item),
  next: z.string().nullable(),
});

export const openWorkAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      dossierId: z.string(),
      role,
      /** Null for operators, who read no dossier. */
      title: z.string().nullable(),
      step: z.string(),
      stepSince: moment(),
      nextDueAt: moment().nullable(),
      /** He holds it; else nobody does, and it can be nobody else's. */
      held: z.boolean(),
      /** The handover under way on whose list it stands. */
      handoverId: z.string().nullable(),
    }),
  ),
});
