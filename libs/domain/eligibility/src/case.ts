import type { LocalDate } from '#libs/domain/kernel';
import type { AwardKind, Criteria, Criterion, CriterionOf, NomineeKind } from '#libs/domain/procedure';
import type { NomineeClaims } from './claims.schema.js';
import type { AwardHistory } from './history.js';
import type { Evidence, Finding } from './proposal.schema.js';

/** One nominee before the criteria: what the unit states, what is known of the past, and for which award on which day. */
export interface EligibilityCase {
  /** `D1/N3`. */
  readonly ref: string;
  /** Where the dossier stated it: the revision. */
  readonly statedAt: number;
  readonly kind: NomineeKind;
  /** Hạng for which he is proposed, where the award has several. */
  readonly grade?: string;
  readonly claims: NomineeClaims;
  readonly history: AwardHistory;
  /** The kind of commendation that is asked for. */
  readonly awardKind: AwardKind;
  /** The office's day of the receipt: by it years are counted and criteria hold. */
  readonly on: LocalDate;
}

/** What a test found; the criterion's name and rule are added to it. */
export type Found = Omit<Finding, 'criterion' | 'rule'>;

/** One test: pure, by the criterion's figures. */
export type Test<T extends Criterion['test']> = (
  criterion: CriterionOf<T>,
  nominee: EligibilityCase,
  criteria: Pick<Criteria, 'uncounted'>,
) => Found;

/** The nominee's own line as what a finding rests on. */
export const ownLine = ({ ref, statedAt }: EligibilityCase): Evidence => ({
  of: 'dossier',
  ref,
  position: String(statedAt),
});

/** Nothing can be said before something is known. */
export const unknownFor = (...missing: readonly string[]): Found => ({
  outcome: 'unknown',
  counted: [],
  passedOver: [],
  missing: [...missing],
  figures: {},
  days: {},
});

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
