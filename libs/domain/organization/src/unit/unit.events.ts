import { type Fact, type Recorded, type Role, freeText, id, label, localDate, names } from '#libs/domain/kernel';
import { z } from 'zod';

/** What a position may carry: everything but `system`, which nobody holds. */
export const positionRoles = [
  'submitter',
  'officer',
  'section_head',
  'secretary',
  'council_member',
  'authority',
  'clerk',
  'auditor',
  'operator',
] as const satisfies readonly Role[];

export type PositionRole = (typeof positionRoles)[number];

/** The paper on which an act of organisation rests: Nghị quyết 202/2025/QH15. */
export const basis = () => label().optional();

const role = z.enum(positionRoles);

/** Thành lập đơn vị: a unit of any kind; kinds are data, so that a level may come and go without code (R54). */
const unitEstablished = z.strictObject({
  unitId: id(),
  name: names(),
  /** Ministry, province, department, district, commune, enterprise, school…: a word of the office, not of the code. */
  kind: label(40),
  /** Absent for a unit at the top. */
  parentId: id().optional(),
  from: localDate(),
  basis: basis(),
});

/** Chuyển đơn vị: under another parent from a day on; without one it stands at the top. */
const unitMoved = z.strictObject({ parentId: id().optional(), from: localDate(), basis: basis() });

/** Giải thể, sáp nhập: `on` is the first day without the unit. */
const unitEnded = z.strictObject({
  on: localDate(),
  /** The unit that takes over its work. */
  successorId: id().optional(),
  basis: basis(),
});

/** Lập vị trí công tác. Its roles never change: other roles are another position. */
const positionCreated = z.strictObject({
  positionId: id(),
  title: names(),
  roles: z.array(role).min(1),
  /** Người đứng đầu: the work of vacant positions comes to this one. */
  head: z.boolean(),
  /** How many may hold it at once. */
  seats: z.int().positive(),
  from: localDate(),
});

/** Bỏ vị trí: `on` is the first day without it. */
const positionEnded = z.strictObject({ positionId: id(), on: localDate() });

/** Bổ nhiệm, phân công: an account holds a position. */
const appointmentMade = z.strictObject({
  appointmentId: id(),
  positionId: id(),
  accountId: id(),
  from: localDate(),
  to: localDate().optional(),
  basis: basis(),
});

/** Thôi giữ vị trí: `on` is the first day without it. */
const appointmentEnded = z.strictObject({ appointmentId: id(), on: localDate(), reason: freeText('unit').optional() });

/** Ủy quyền bằng văn bản: some of a position's roles, for a time, to somebody who does not hold it (R44). */
const delegationGiven = z.strictObject({
  delegationId: id(),
  positionId: id(),
  /** Who held the position and signed the mandate: acts count as on his behalf. */
  givenBy: id(),
  accountId: id(),
  roles: z.array(role).min(1),
  from: localDate(),
  to: localDate(),
  mandate: z.strictObject({ number: label(80), date: localDate() }),
});

/** Rút ủy quyền: `on` is the first day without it. */
const delegationWithdrawn = z.strictObject({ delegationId: id(), on: localDate(), reason: freeText('unit') });

/** As much as one event holds; what people list one by one comes in a request, and stays far below. */
export const MAX_HANDED_OVER = 5_000;

/** One piece of open work: what a role has to do on a dossier. */
export const workItem = z.strictObject({ dossierId: id(), role });

/** Đề nghị bàn giao: the open work of a leaver, listed with his notes, and who is to take it. Moves nothing yet (R60). */
const handoverProposed = z.strictObject({
  handoverId: id(),
  positionId: id(),
  fromAccountId: id(),
  toPositionId: id(),
  toAccountId: id(),
  /** The first day on which the newcomer is to answer for the work. */
  on: localDate(),
  items: z
    .array(workItem.extend({ step: label(80).optional(), note: freeText('unit', 200).optional() }))
    .min(1)
    .max(MAX_HANDED_OVER),
  /** Open work that is not on the list, each piece with the reason: nothing is left out in silence. */
  leftOut: z
    .array(workItem.extend({ reason: freeText('unit', 200) }))
    .min(1)
    .max(1_000)
    .optional(),
  note: freeText('unit').optional(),
});

/** Xác nhận bàn giao: one side says that the list is right. */
const handoverConfirmed = z.strictObject({
  handoverId: id(),
  side: z.enum(['giver', 'taker']),
  accountId: id(),
});

/**
 * Hoàn thành bàn giao: both sides have confirmed; this one event moves all the work (R60): what was on the list and is still
 * open, and what has come to the leaver since.
 */
const handoverCompleted = z.strictObject({
  handoverId: id(),
  positionId: id(),
  fromAccountId: id(),
  toPositionId: id(),
  toAccountId: id(),
  /** The first day on which the newcomer answers for the work. */
  from: localDate(),
  items: z
    .array(workItem.extend({ /** It came after the list was made. */ arrived: z.boolean().optional() }))
    .max(MAX_HANDED_OVER),
});

/** Rút hoặc từ chối bàn giao: the work stays where it was. */
const handoverWithdrawn = z.strictObject({ handoverId: id(), reason: freeText('unit') });

/** Every fact of a unit: type → version of its shape, and the shape. */
export const unitEvents = {
  UnitEstablished: { schemaVersion: 1, schema: unitEstablished },
  UnitMoved: { schemaVersion: 1, schema: unitMoved },
  UnitEnded: { schemaVersion: 1, schema: unitEnded },
  PositionCreated: { schemaVersion: 1, schema: positionCreated },
  PositionEnded: { schemaVersion: 1, schema: positionEnded },
  AppointmentMade: { schemaVersion: 1, schema: appointmentMade },
  AppointmentEnded: { schemaVersion: 1, schema: appointmentEnded },
  DelegationGiven: { schemaVersion: 1, schema: delegationGiven },
  DelegationWithdrawn: { schemaVersion: 1, schema: delegationWithdrawn },
  HandoverProposed: { schemaVersion: 1, schema: handoverProposed },
  HandoverConfirmed: { schemaVersion: 1, schema: handoverConfirmed },
  HandoverCompleted: { schemaVersion: 1, schema: handoverCompleted },
  HandoverWithdrawn: { schemaVersion: 1, schema: handoverWithdrawn },
} as const;

export type UnitEventType = keyof typeof unitEvents;
export type UnitFactOf<T extends UnitEventType> = Fact<T, z.infer<(typeof unitEvents)[T]['schema']>>;
export type UnitFact = { [T in UnitEventType]: UnitFactOf<T> }[UnitEventType];
export type RecordedUnitFact = Recorded<UnitFact>;
