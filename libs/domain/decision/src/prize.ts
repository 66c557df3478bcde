import { type Decision, type LocalDate, ok, refuse } from '#libs/domain/kernel';
import { type NomineeKind, prizeFigureOf, type ProcedureDocument } from '#libs/domain/procedure';
import { type BaseSalary, type PrizeLaw, baseSalaryOn } from './prize-law.js';

/** A multiple of the base salary as a fraction in integers: 1.5 is 3/2, 2.25 is 9/4. */
export interface Multiple {
  readonly numerator: number;
  readonly denominator: number;
}

/** What tells prizes apart: the kind of recipient, and of an award with several grades the grade. */
export interface PrizeClass {
  readonly kind: NomineeKind;
  readonly grade?: string | undefined;
}

/** What each class of recipients gets, as a multiple of the base salary; `unknown` where nobody has read the figure. */
export type Multiples = ReadonlyMap<string, Multiple | 'unknown'>;

/** A class of recipients by name: `individual`, `individual/hang-1`. */
export const prizeKey = ({ kind, grade }: PrizeClass): string => (grade === undefined ? kind : `${kind}/${grade}`);

/** What recipients with a grade get; without an amount, nobody has read the figure. */
export interface GradedPrize {
  readonly grade: string;
  readonly kind: NomineeKind;
  readonly amount?: number | undefined;
}

/** The prize of a recipient in a list, in đồng; `undefined` where nobody has read its figure. */
export const prizeIn = (
  {
    prizes,
    gradedPrizes = [],
  }: { readonly prizes: PrizeList['prizes']; readonly gradedPrizes?: readonly GradedPrize[] | undefined },
  { kind, grade }: PrizeClass,
): number | undefined =>
  grade === undefined ? prizes[kind] : gradedPrizes.find((each) => each.kind === kind && each.grade === grade)?.amount;

/** What a list of recipients costs on a day. Amounts are in đồng. */
export interface PrizeList {
  readonly baseSalary: BaseSalary;
  /** What one recipient of a kind without a grade gets; only the kinds that stand in the list. */
  readonly prizes: Readonly<Partial<Record<NomineeKind, number>>>;
  /** … and of each kind in each grade, where the award has grades. */
  readonly gradedPrizes: readonly GradedPrize[];
  /** The kinds in the list whose figure nobody has read, in whatever grade: they have no amount, and the total is without them. */
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

/** The multiples that a procedure pays for these classes. Refuses `PRIZE_UNKNOWN` for one to which it gives nothing. */
export function multiplesOf(classes: Iterable<PrizeClass>, procedure: ProcedureDocument): Decision<Multiples> {
  const multiples = new Map<string, Multiple | 'unknown'>();
  for (const each of classes) {
    const multiple = prizeFigureOf(procedure, each);
    if (!multiple) return refuse('PRIZE_UNKNOWN', { rule: 'R48', params: { subject: prizeKey(each) } });
    multiples.set(prizeKey(each), 'numerator' in multiple ? multiple : 'unknown');
  }
  return ok(multiples);
}

/**
 * The prizes of a list on the day of its decision. Refuses `BASE_SALARY_UNKNOWN` before the first known base salary, and
 * `PRIZE_UNKNOWN` for a kind of recipient without a multiple.
 */
export function prizesOn(
  date: LocalDate,
  recipients: readonly PrizeClass[],
  multiples: Multiples,
  law: PrizeLaw,
): Decision<PrizeList> {
  const salary = baseSalaryOn(law, date);
  if (!salary.ok) return salary;
  const { upTo } = law.prizeRounding;
  const amounts = new Map<string, PrizeClass & { readonly amount?: number }>();
  let total = 0;
  for (const { kind, grade } of recipients) {
    const key = prizeKey({ kind, grade });
    const multiple = multiples.get(key);
    if (!multiple) return refuse('PRIZE_UNKNOWN', { rule: 'R48', params: { subject: key } });
    const known = amounts.get(key) ?? {
      kind,
      grade,
      ...(multiple === 'unknown' ? {} : { amount: prizeOf(multiple, salary.value.amount, upTo) }),
    };
    amounts.set(key, known);
    total += known.amount ?? 0;
  }
  const all = [...amounts.values()];
  return ok({
    baseSalary: salary.value,
    prizes: Object.fromEntries(
      all.flatMap(({ kind, grade, amount }) => (grade === undefined && amount !== undefined ? [[kind, amount]] : [])),
    ),
    gradedPrizes: all.flatMap(({ grade, ...each }) => (grade === undefined ? [] : [{ grade, ...each }])),
    unknown: [...new Set(all.filter(({ amount }) => amount === undefined).map(({ kind }) => kind))],
    roundedUpTo: upTo,
    total,
  });
}

/** What a draft would cost if it were issued on a day: the officer reads the total before anything is signed (R48). */
export function previewPrizes(
  recipients: readonly PrizeClass[],
  procedure: ProcedureDocument,
  law: PrizeLaw,
  date: LocalDate,
): Decision<PrizeList> {
  const multiples = multiplesOf(recipients, procedure);
  return multiples.ok ? prizesOn(date, recipients, multiples.value, law) : multiples;
}
