import type { LocalDate } from '#libs/domain/kernel';
import { Temporal } from 'temporal-polyfill';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * The days of a period of merit, both ends included, without those of leaves that do not count. Maternity leave counts (R20)
 * where the version says so; overlapping leaves are taken off once.
 */
export function daysCounted(
  period: Days,
  leaves: readonly (Days & { readonly kind: string })[],
  countedLeaves: readonly string[],
): number {
  const gaps = leaves
    .filter(({ kind }) => !countedLeaves.includes(kind))
    .map(({ from, to }) => ({ from: from < period.from ? period.from : from, to: to > period.to ? period.to : to }))
    .filter(({ from, to }) => from <= to)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  let lost = 0;
  let counted = '';
  for (const { from, to } of gaps) {
    if (to <= counted) continue;
    lost += from > counted ? daysOf({ from, to }) : daysOf({ from: counted, to }) - 1;
    counted = to;
  }
  return daysOf(period) - lost;
}

const daysOf = ({ from, to }: Days): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days + 1;
