import type { EligibilityCase, PastAward } from '#libs/domain/eligibility';
import { type Criteria, criteriaSchema, type Criterion } from '#libs/domain/procedure';
import type { z } from 'zod';

/** An earlier award, surely the nominee's own unless said otherwise. */
export const past = (award: string, given: Partial<PastAward> = {}): PastAward => ({
  ref: `past-${award}-${given.meritYear ?? given.decidedOn ?? '?'}`,
  position: '7',
  award,
  kind: 'cong_trang',
  cancelled: false,
  confirmed: true,
  ...given,
});

/** A nominee of whom nothing is known and nothing was stated. */
export const nominee = (given: Partial<EligibilityCase> = {}): EligibilityCase => ({
  ref: 'D1/N1',
  statedAt: 1,
  kind: 'individual',
  claims: {},
  history: { awards: [], covered: [] },
  awardKind: 'cong_trang',
  on: '2026-03-02',
  ...given,
});

/** A history of which somebody answered that it is whole, up to the year before the day of the receipt. */
export const whole = (...awards: readonly PastAward[]): EligibilityCase['history'] => ({
  awards,
  covered: [{ to: 2025 }],
  asOf: '42',
});

type GivenCriterion = z.input<typeof criteriaSchema>['prerequisites'];

/** Criteria as a procedure's file would have them, with what every figure needs. */
export const criteria = (
  prerequisites: readonly Readonly<Record<string, unknown>>[],
  uncounted?: Criteria['uncounted'],
): Criteria =>
  criteriaSchema.parse({
    prerequisites: prerequisites.map((each, index) => ({
      id: `c${index + 1}`,
      names: { vi: 'điều kiện', en: 'condition' },
      effective: { from: '2025-07-01', until: null },
      source: 'L22',
      confidence: 'verified',
      ...each,
    })) as GivenCriterion,
    ...(uncounted ? { uncounted } : {}),
  });

/** ND 152 Art 4(3): unexpected and thematic awards are no ground for merit. */
export const notForMerit: NonNullable<Criteria['uncounted']> = {
  kinds: ['dot_xuat', 'chuyen_de'],
  for: ['cong_trang'],
  source: 'ND 152/2025 Art 4(3)',
  confidence: 'verified',
};

export type { Criterion };
