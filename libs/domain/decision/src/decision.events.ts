import { type Fact, type Recorded, freeText, id, label, localDate, personal } from '#libs/domain/kernel';
import { gradeCode, nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { capacities, signingMandate } from './signer-capacity.js';

const recipient = z.strictObject({
  dossierId: id(),
  nomineeId: id(),
  kind: z.enum(nomineeKinds),
  /** Hạng, where the award has several. */
  grade: gradeCode.optional(),
  /** Số sổ vàng: the recipient's number in the order of the list, from 1 (R45). */
  goldenBookNumber: z.int().positive(),
});

const dong = z.int().nonnegative();

/** Dự thảo quyết định: one decision for the approved nominees of one or more dossiers of one award. */
const decisionDrafted = z.strictObject({
  decisionId: id(),
  bodyId: id(),
  /** Series of the register (loại văn bản): QĐ. */
  series: label(20),
  award: label(40),
  recipients: z.array(recipient).min(1).max(2_000),
});

/** Ban hành quyết định: number, date, signer and what each recipient gets. */
const decisionIssued = z.strictObject({
  number: z.int().positive(),
  /** Number and sign as printed: 77/QĐ-UBND. */
  symbol: label(80),
  date: localDate(),
  signer: z.strictObject({
    accountId: id(),
    name: personal(label(), 'signer'),
    /** KT., TM., Q., TL., TUQ., or none for the head himself. */
    capacity: z.enum(capacities),
    /** The written mandate of who signs by authorisation (R44). */
    mandate: signingMandate.optional(),
  }),
  baseSalary: z.strictObject({ amount: dong, from: localDate(), source: label() }),
  /** Prize in đồng by kind of recipient, rounded up to `roundedUpTo` (R48); of those with a grade it stands in `gradedPrizes`. */
  prizes: z.partialRecord(z.enum(nomineeKinds), dong),
  /** Prize of each kind of recipient in each grade; without an amount, nobody has read it and the total is without them. */
  gradedPrizes: z
    .array(z.strictObject({ grade: gradeCode, kind: z.enum(nomineeKinds), amount: dong.optional() }))
    .min(1)
    .optional(),
  /** Kinds of recipient whose prize nobody has read, in whatever grade: the total is without those. */
  prizesUnknown: z.array(z.enum(nomineeKinds)).min(1).optional(),
  roundedUpTo: dong,
  total: dong,
});

/** Bỏ số, bỏ dự thảo: the draft was given up; a number it had taken stays taken and is noted here. */
const numberGivenUp = z.strictObject({
  register: label(400).optional(),
  number: z.int().positive().optional(),
  reason: freeText(),
});

/** Hủy khen thưởng một trường hợp: one award was cancelled, the others stay (R46, R55). */
const awardCancelled = z.strictObject({
  dossierId: id(),
  nomineeId: id(),
  ground: label(40),
  reason: freeText(),
});

/** Phục hồi danh hiệu: an award that was cancelled was given back by the body that decided (R55). */
const awardRestored = z.strictObject({ dossierId: id(), nomineeId: id(), reason: freeText() });

/** Lấy số: one number of a register, given to one decision. The number is the revision + 1 (R45). */
const numberTaken = z.strictObject({ decisionId: id() });

export const decisionEvents = {
  DecisionDrafted: { schemaVersion: 1, schema: decisionDrafted },
  DecisionIssued: { schemaVersion: 1, schema: decisionIssued },
  NumberGivenUp: { schemaVersion: 1, schema: numberGivenUp },
  AwardCancelled: { schemaVersion: 1, schema: awardCancelled },
  AwardRestored: { schemaVersion: 1, schema: awardRestored },
} as const;

export const registerEvents = { NumberTaken: { schemaVersion: 1, schema: numberTaken } } as const;

export type DecisionEventType = keyof typeof decisionEvents;
export type DecisionFactOf<T extends DecisionEventType> = Fact<T, z.infer<(typeof decisionEvents)[T]['schema']>>;
export type DecisionFact = { [T in DecisionEventType]: DecisionFactOf<T> }[DecisionEventType];
export type RecordedDecisionFact = Recorded<DecisionFact>;

export type RegisterEventType = keyof typeof registerEvents;
export type RegisterFact = Fact<'NumberTaken', z.infer<typeof numberTaken>>;
export type RecordedRegisterFact = Recorded<RegisterFact>;
