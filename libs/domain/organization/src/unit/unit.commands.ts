import { freeText, id, localDate } from '#libs/domain/kernel';
import { z } from 'zod';
import { unitEvents } from './unit.events.js';

/** Thành lập đơn vị. `POST /units`. */
export const establishUnit = unitEvents.UnitEstablished.schema;

const position = unitEvents.PositionCreated.schema;
const delegation = unitEvents.DelegationGiven.schema;
const handover = unitEvents.HandoverProposed.schema;

export const unitCommands = {
  /** Chuyển đơn vị sang trực thuộc đơn vị khác. */
  move: unitEvents.UnitMoved.schema,
  /** Kết thúc đơn vị. */
  end: unitEvents.UnitEnded.schema,
  /** Lập vị trí công tác. */
  'create-position': position.extend({
    head: z.boolean().default(false),
    seats: z.int().positive().max(100).default(1),
  }),
  /** Bỏ vị trí. */
  'end-position': unitEvents.PositionEnded.schema,
  /** Bổ nhiệm vào vị trí. */
  appoint: unitEvents.AppointmentMade.schema.omit({ appointmentId: true }),
  /** Thôi giữ vị trí. */
  'end-appointment': unitEvents.AppointmentEnded.schema,
  /** Ủy quyền; who holds the position gives it himself, or an operator records the paper. */
  'give-delegation': delegation.omit({ delegationId: true }),
  /** Rút ủy quyền. */
  'withdraw-delegation': z.strictObject({ delegationId: id(), on: localDate(), reason: freeText('unit') }),
  /** Đề nghị bàn giao; without items, all the open work of who hands over. */
  'propose-handover': handover.omit({ handoverId: true }).extend({
    items: handover.shape.items.max(1_000).optional(),
  }),
  /** Xác nhận bàn giao, mỗi bên một lần. */
  'confirm-handover': z.strictObject({ handoverId: id(), side: z.enum(['giver', 'taker']) }),
  /** Rút hoặc từ chối bàn giao. */
  'withdraw-handover': z.strictObject({ handoverId: id(), reason: freeText('unit') }),
} as const;

export type UnitCommandName = 'establish' | keyof typeof unitCommands;

const all = { establish: establishUnit, ...unitCommands };

export type UnitCommandOf<N extends UnitCommandName> = N extends UnitCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type UnitCommand = { [N in UnitCommandName]: UnitCommandOf<N> }[UnitCommandName];
