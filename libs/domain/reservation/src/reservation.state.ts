import type { Reservable, ReservationFact } from './reservation.events.js';

/** Who has it, and how much of it. */
export interface Reservation {
  readonly dossierId: string;
  readonly nomineeId: string;
  readonly award: string;
  readonly share?: number;
  /** Taken again for a restoration: the cancellation in spite of which it is held. */
  readonly despiteCancellation?: number;
}

/** Everybody who has a part of it now; of two who want the same part one is never here. */
export type Reservations = readonly Reservation[];

const same = (one: Pick<Reservation, 'dossierId' | 'nomineeId'>, other: typeof one): boolean =>
  one.dossierId === other.dossierId && one.nomineeId === other.nomineeId;

export function evolveReservations(before: Reservations, { type, data }: ReservationFact): Reservations {
  const others = before.filter((each) => !same(each, data));
  if (type === 'ReservationReleased') return others;
  const { dossierId, nomineeId, award, share, despiteCancellation } = data;
  return [
    ...others,
    {
      dossierId,
      nomineeId,
      award,
      ...(share === undefined ? {} : { share }),
      ...(despiteCancellation === undefined ? {} : { despiteCancellation }),
    },
  ];
}

/** Who stands in the way of a share: who has the same one, and either of whom has the whole. */
export const inTheWay = (reservations: Reservations, share: number | undefined): Reservations =>
  reservations.filter((held) => held.share === undefined || share === undefined || held.share === share);

/** The stream of what may be used once; the id is a code of the office and names nobody. */
export const reservationStream = (what: Reservable, id: string): string => `${what}-${id}`;
