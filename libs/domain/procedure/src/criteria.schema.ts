import { bilingual, fraction, localDate, sourced } from '#libs/domain/kernel';
import { z } from 'zod';
import commonCriteria from './common-criteria.json' with { type: 'json' };
import { awardKinds, gradeCode, nomineeKinds } from './language/names.schema.js';

const awardCode = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
/** A figure that nobody has read yet is `unknown`: it fails nobody. */
const figure = z.union([z.int().positive(), z.literal('unknown')]);

const common = {
  /** Named in findings: never given to another criterion of the same procedure. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  names: bilingual(),
  /** Without it, for every nominee. */
  subjects: z.array(z.enum(nomineeKinds)).min(1).optional(),
  /** Kinds of commendation for which it is asked; without it, for each. */
  kinds: z.array(z.enum(awardKinds)).min(1).optional(),
  /** Grades of the proposed award for which it is asked; without it, for each. */
  grades: z.array(gradeCode).min(1).optional(),
  /** At the receipt a clear no refuses it; at the appraisal it is a proposal to the officer. */
  asked: z.enum(['receipt', 'appraisal']).default('appraisal'),
  /** Chỉ cảnh báo: of a condition that texts contradict or nobody has read; what speaks against it leaves it open. */
  warnsOnly: z.literal(true).optional(),
  /** For dossiers received from the first day on, until the day before the last: half-open. */
  effective: z.strictObject({ from: localDate(), until: localDate().nullable() }),
  ...sourced,
};

/** Điều kiện khen thưởng: what a nominee must hold or be, by one of a few tests; the figures and codes stand here. */
const criterion = z.discriminatedUnion('test', [
  /** A title so many merit years running, the last of them the year of the merit (R12, R13). */
  z.strictObject({
    test: z.literal('consecutive_years'),
    rule: z.enum(['R12', 'R13']),
    award: awardCode,
    years: figure,
    ...common,
  }),
  /** So many earlier awards of one code, if need be of one of these grades and each decided so many years before (R17). */
  z.strictObject({
    test: z.literal('earlier_awards'),
    rule: z.literal('R17'),
    award: awardCode,
    ofGrades: z.array(gradeCode).min(1).optional(),
    count: figure,
    yearsBefore: figure.optional(),
    ...common,
  }),
  /** A share of a collective's members who hold a title (R14). */
  z.strictObject({
    test: z.literal('member_share'),
    rule: z.literal('R14'),
    award: awardCode,
    ...fraction,
    ...common,
  }),
  /** So many full years of merit, counted anew from the end of a discipline term (R19); leaves of some kinds count (R20). */
  z.strictObject({
    test: z.literal('merit_years'),
    rule: z.literal('R19'),
    years: figure,
    countedLeaves: z.array(z.string().min(1)).default([]),
    ...common,
  }),
  /** One kind of a medal once for a person, another kind only so many years later (R22). */
  z.strictObject({
    test: z.literal('each_variant_once'),
    rule: z.literal('R22'),
    award: awardCode,
    yearsBetween: figure.nullable(),
    ...common,
  }),
  /** A body that was dissolved before the receipt gets no award (R10). */
  z.strictObject({ test: z.literal('still_exists'), rule: z.literal('R10'), ...common }),
]);

/** Điều kiện bằng lời: what no test can compute. It stands beside the proposal, and the officer judges it. */
const condition = z.strictObject({
  id: common.id,
  names: bilingual(),
  /** Without it, for every nominee. */
  subjects: common.subjects,
  /** Without it, for each kind of commendation. */
  kinds: common.kinds,
  ...sourced,
});

/** Of equals for the last place a woman first, or a collective with this share of women (R21). */
const preference = z.strictObject({ women: z.strictObject(fraction), ...sourced });

/** What a nominee cites may serve one award only: achievements (R15), initiatives (R16). Taken at the receipt. */
const onceOnly = z.strictObject({ achievements: z.boolean(), initiatives: z.boolean(), ...sourced });

/** What an award asks of nominees beyond papers and votes; the block `criteria` of a procedure. */
export const criteriaSchema = z.strictObject({
  prerequisites: z
    .array(criterion)
    .default([])
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands twice'),
  /** What is asked besides, in words; of an award of which nothing was read, that alone. */
  conditions: z.array(condition).default([]),
  /** Awards of these kinds are no ground for an award of those kinds (R17). */
  uncounted: z
    .strictObject({
      kinds: z.array(z.enum(awardKinds)).min(1),
      for: z.array(z.enum(awardKinds)).min(1),
      ...sourced,
    })
    .optional(),
  /** Chỉ tiêu mỗi năm (R23): how many awards a body may decide in a calendar year. */
  quota: z.strictObject({ perYear: figure, ...sourced }).optional(),
  preference: preference.default(preference.parse(commonCriteria.preference)),
  onceOnly: onceOnly.default(onceOnly.parse(commonCriteria.onceOnly)),
});

export type Criteria = z.infer<typeof criteriaSchema>;
export type Criterion = Criteria['prerequisites'][number];
/** A criterion of one test. */
export type CriterionOf<T extends Criterion['test']> = Extract<Criterion, { test: T }>;

/** What a procedure asks that says nothing about it. */
export const noCriteria: Criteria = criteriaSchema.parse({});
