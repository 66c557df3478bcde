import { type Decision, type LocalDate, ok, refuse } from '#libs/domain/kernel';
import type { NomineeKind, ProcedureDocument } from '#libs/domain/procedure';
import { type BaseSalary, type PrizeLaw, baseSalaryOn } from './prize-law.js';

/** A multiple of the base salary as a fraction in integers: 1.5 is 3/2, 2.25 is 9/4. */
export interface Multiple {
  readonly numerator: number;
  readonly denominator: number;
}

/** What each kind of recipient gets, as a multiple of the base salary; `unknown` where nobody has read the figure. */
export type Multiples = Readonly<Partial<Record<NomineeKind, Multiple | 'unknown'>>>;

/** What a list of recipients costs on a day. Amounts are in đồng. */
export interface PrizeList {
  readonly baseSalary: BaseSalary;
  /** What one recipient of a kind gets; only the kinds that stand in the list. */
  readonly prizes: Readonly<Partial<Record<NomineeKind, number>>>;
  /** The kinds in the list whose figure nobody has read: they have no amount, and the total is without them. */
  readonly unknown: readonly NomineeKind[];
  readonly roundedUpTo: number;
  readonly total: number;
}

/**
 * The prize of one recipient in đồng (R48): multiple × base salary, rounded up to a whole multiple of `upTo`. Integers all
 * the way: a float would pay 710 000.0000001 as 720 000. Throws `RangeError` when a product leaves the exact integers.
 */
export function prizeOf(multiple: Multiple, baseSalary: number, upTo: number): number {
  const dividend = multiple.numerator * baseSalary;
  const divisor = multiple.denominator * upTo;
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor)) {
    throw new RangeError('A prize left the range of exact integers.');
  }
  const rest = dividend % divisor;
  return ((dividend - rest) / divisor + (rest > 0 ? 1 : 0)) * upTo;
}

/** The multiples that a procedure pays for these kinds. Refuses `PRIZE_UNKNOWN` for a kind to which it gives nothing. */
export function multiplesOf(kinds: Iterable<NomineeKind>, procedure: ProcedureDocument): Decision<Multiples> {
  const multiples: Partial<Record<NomineeKind, Multiple | 'unknown'>> = {};
  for (const kind of kinds) {
    const multiple = procedure.prize[kind];
    if (!multiple) return refuse('PRIZE_UNKNOWN', { rule: 'R48', params: { subject: kind } });
    multiples[kind] = 'numerator' in multiple ? multiple : 'unknown';
  }
  return ok(multiples);
}

/**
 * The prizes of a list on the day of its decision. Refuses `BASE_SALARY_UNKNOWN` before the first known base salary, and
 * `PRIZE_UNKNOWN` for a kind of recipient without a multiple.
 */
export function prizesOn(
  date: LocalDate,
  recipients: readonly { readonly kind: NomineeKind }[],
  multiples: Multiples,
  law: PrizeLaw,
): Decision<PrizeList> {
  const salary = baseSalaryOn(law, date);
  if (!salary.ok) return salary;
  const { upTo } = law.prizeRounding;
  const prizes: Partial<Record<NomineeKind, number>> = {};
  const unknown = new Set<NomineeKind>();
  let total = 0;
  for (const { kind } of recipients) {
    const multiple = multiples[kind];
    if (!multiple) return refuse('PRIZE_UNKNOWN', { rule: 'R48', params: { subject: kind } });
    if (multiple === 'unknown') unknown.add(kind);
    else total += prizes[kind] ??= prizeOf(multiple, salary.value.amount, upTo);
  }
  return ok({ baseSalary: salary.value, prizes, unknown: [...unknown], roundedUpTo: upTo, total });
}

/** What a draft would cost if it were issued on a day: the officer reads the total before anything is signed (R48). */
export function previewPrizes(
  recipients: readonly { readonly kind: NomineeKind }[],
  procedure: ProcedureDocument,
  law: PrizeLaw,
  date: LocalDate,
): Decision<PrizeList> {
  const multiples = multiplesOf(new Set(recipients.map(({ kind }) => kind)), procedure);
  return multiples.ok ? prizesOn(date, recipients, multiples.value, law) : multiples;
}
