import type { LocalDate } from '#libs/domain/kernel';
import type { AwardKind, Criteria } from '#libs/domain/procedure';
import type { Evidence, PassedOver } from './proposal.schema.js';

/** Khen thưởng đã có: one award that somebody was given, here or before this system. Names nobody. */
export interface PastAward {
  /** `D1/N3` for a nominee of a decided dossier; the id of its line for an imported one. */
  readonly ref: string;
  /** Its place in the log. */
  readonly position: string;
  readonly award: string;
  /** Hạng; absent where the award has none, or an imported list does not say. */
  readonly grade?: string;
  /** Absent where an imported list does not say. */
  readonly kind?: AwardKind;
  readonly meritYear?: number;
  readonly decidedOn?: LocalDate;
  readonly variant?: string;
  /** Cancelled since (R56). */
  readonly cancelled: boolean;
  /** Whether it is surely this recipient's: by a personal code, or because a person said so. */
  readonly confirmed: boolean;
}

/** From a merit year (without it, from ever) to a merit year, both included. */
export interface YearSpan {
  readonly from?: number;
  readonly to: number;
}

/** What is known of a recipient's awards, and for which years it is known to be all. */
export interface AwardHistory {
  readonly awards: readonly PastAward[];
  /** Years for which somebody answered that nothing is missing. Only there is an award that is not listed known not to be. */
  readonly covered: readonly YearSpan[];
  /** The place in the log up to which it was read. */
  readonly asOf?: string;
}

export const nothingKnown: AwardHistory = { awards: [], covered: [] };

/** Whether all awards of a merit year are known. */
export const covers = ({ covered }: AwardHistory, year: number): boolean =>
  covered.some(({ from = -Infinity, to }) => from <= year && year <= to);

/** Whether all awards up to a year are known. */
export const coversUpTo = ({ covered }: AwardHistory, year: number): boolean =>
  covered.some(({ from, to }) => from === undefined && year <= to);

/** The awards of one code: those that count, those that may or may not, and those that do not, each with its reason. */
export interface Sifted {
  readonly counted: readonly PastAward[];
  readonly doubtful: readonly PastAward[];
  readonly passedOver: readonly PassedOver[];
}

/** By what awards are told apart. */
export interface SiftedBy {
  readonly uncounted: Criteria['uncounted'];
  readonly kind: AwardKind;
  /** Only these grades of it count; without it, each. */
  readonly ofGrades?: readonly string[] | undefined;
}

/** Parts the awards of a code for an award of some kind: cancelled ones (R56), those of other kinds (R17) and of other grades do not count. */
export function sift(history: AwardHistory, award: string, { uncounted, kind, ofGrades }: SiftedBy): Sifted {
  const kindsOut = uncounted?.for.includes(kind) ? uncounted.kinds : [];
  const counted: PastAward[] = [];
  const doubtful: PastAward[] = [];
  const passedOver: PassedOver[] = [];
  for (const each of history.awards.filter((past) => past.award === award)) {
    const because = whyNot(each, kindsOut, ofGrades);
    if (because === undefined) counted.push(each);
    else passedOver.push({ ...asEvidence(each), because });
    if (because !== undefined && DOUBTFUL.has(because)) doubtful.push(each);
  }
  return { counted, doubtful, passedOver };
}

const DOUBTFUL: ReadonlySet<PassedOver['because']> = new Set(['unconfirmed', 'kind_unknown', 'grade_unknown']);

function whyNot(
  { cancelled, kind, grade, confirmed }: PastAward,
  kindsOut: readonly AwardKind[],
  ofGrades: readonly string[] | undefined,
): PassedOver['because'] | undefined {
  if (cancelled) return 'cancelled';
  if (kind !== undefined && kindsOut.includes(kind)) return 'kind';
  if (grade !== undefined && ofGrades?.includes(grade) === false) return 'grade';
  if (!confirmed) return 'unconfirmed';
  if (grade === undefined && ofGrades) return 'grade_unknown';
  return kind === undefined && kindsOut.length > 0 ? 'kind_unknown' : undefined;
}

/** An award as what a finding rests on. */
export const asEvidence = ({ ref, position, award, meritYear }: PastAward): Evidence => ({
  of: 'history',
  ref,
  position,
  award,
  ...(meritYear === undefined ? {} : { year: meritYear }),
});
