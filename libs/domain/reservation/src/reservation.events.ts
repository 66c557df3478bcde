import { type Fact, type Recorded, id, label } from '#libs/domain/kernel';
import { z } from 'zod';

/** What may be used once: thành tích, sáng kiến. */
export const reservables = ['achievement', 'initiative'] as const;
export type Reservable = (typeof reservables)[number];

const holder = { dossierId: id(), nomineeId: id() };

/** Giữ chỗ: a nominee's receipt took what may be used once. */
const reservationTaken = z.strictObject({
  what: z.enum(reservables),
  id: id(),
  ...holder,
  award: label(40),
  /** Phần của đồng tác giả: each author's own share of an initiative; without it the whole. */
  share: z.int().positive().optional(),
  /**
   * Taken again so that a cancelled award can be restored (R55): the revision of that `AwardCancelled` in its decision. It holds
   * against that cancellation, not against a later one.
   */
  despiteCancellation: z.int().nonnegative().optional(),
});

/** Thôi giữ chỗ: whoever had it will not be awarded by it any more; it is free again. */
const reservationReleased = z.strictObject({
  what: z.enum(reservables),
  id: id(),
  ...holder,
  /** The dossier ended without the award, the nominee was refused or proposed for another award, the award was cancelled (R55). */
  because: z.enum(['dossier_ended', 'nominee_refused', 'award_cancelled', 'nominee_escalated']),
});

/** The facts of `achievement-<id>` and `initiative-<id>`: who uses it, one after the other. */
export const reservationEvents = {
  ReservationTaken: { schemaVersion: 1, schema: reservationTaken },
  ReservationReleased: { schemaVersion: 1, schema: reservationReleased },
} as const;

export type ReservationEventType = keyof typeof reservationEvents;
export type ReservationFactOf<T extends ReservationEventType> = T extends ReservationEventType
  ? Fact<T, z.infer<(typeof reservationEvents)[T]['schema']>>
  : never;
export type ReservationFact = { [T in ReservationEventType]: ReservationFactOf<T> }[ReservationEventType];
export type RecordedReservationFact = Recorded<ReservationFact>;
export type ReleaseCause = ReservationFactOf<'ReservationReleased'>['data']['because'];
