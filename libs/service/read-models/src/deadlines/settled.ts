/** A turn of a clock of which it is known whether it was kept: met, or missed whatever came after. The table is `t`. */
export const SETTLED = `t.state = 'met' or t.missed_at is not null`;

/** It was missed, or met too late. It stays so for ever. */
export const LATE = `t.missed_at is not null or coalesce(t.late, false)`;

export const settledStates = ['onTime', 'late', 'all'] as const;
export type Settled = (typeof settledStates)[number];

export const settledWords: Readonly<Record<Settled, string>> = {
  onTime: `(${SETTLED}) and not (${LATE})`,
  late: `(${SETTLED}) and (${LATE})`,
  all: SETTLED,
};
