import type { LocalDate } from '#libs/domain/kernel';

/**
 * Days in Asia/Ho_Chi_Minh, half-open: `from` is the first day on which something holds, `to` the first on which it holds no
 * more. Districts ended with `to: 2025-07-01`: 30/06/2025 was their last day. Without `to` it holds until further notice.
 */
export interface Period {
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
}

/** Whether it holds on a day. A period that ends where it begins holds on none: so a mistaken entry is taken back. */
export const covers = ({ from, to }: Period, date: LocalDate): boolean =>
  from <= date && (to === undefined || date < to);

/** Whether two periods have a day in common. */
export const overlap = (one: Period, other: Period): boolean => {
  const from = one.from > other.from ? one.from : other.from;
  return covers(one, from) && covers(other, from);
};

/** Whether `outer` holds on every day of `inner`. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.from <= inner.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));

/** The same period, over on `on` at the latest. */
export const endedBy = <P extends Period>(period: P, on: LocalDate): P =>
  period.to === undefined || on < period.to ? { ...period, to: on } : period;
