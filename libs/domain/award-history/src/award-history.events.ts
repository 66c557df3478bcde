import { type Fact, type Recorded, freeText, id, label, localDate, personal } from '#libs/domain/kernel';
import { awardKinds, gradeCode, nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';

const year = () => z.int().min(1945).max(2200);
const awardCode = () => z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/);

/** One line of an imported list: a recipient and one award; without an award it says that there was none. */
export const pastAwardLine = z.strictObject({
  kind: z.enum(nomineeKinds),
  name: personal(label(), 'nominee'),
  unit: label(),
  /** Số định danh cá nhân; of a collective the code of the unit. */
  code: personal(z.string().regex(/^[A-Za-z0-9.-]{4,40}$/), 'nominee').optional(),
  /** Of individuals only. */
  birthDate: personal(localDate(), 'nominee').optional(),
  award: awardCode().optional(),
  /** Loại khen thưởng; by it an award counts as a ground for another one or not (R17). */
  awardKind: z.enum(awardKinds).optional(),
  /** Hạng, where the award has several. */
  grade: gradeCode.optional(),
  meritYear: year().optional(),
  decidedOn: localDate().optional(),
  /** Số quyết định and who decided, as the list has them. */
  decision: label(80).optional(),
  decidedBy: label().optional(),
  /** Which kind of a medal that comes in several. */
  variant: label(40).optional(),
});

/** Merit years for which the list is whole, of those whom it names: from a year, or from ever, to a year, both included. */
export const coveredYears = z
  .strictObject({ from: year().optional(), to: year() })
  .refine(({ from, to }) => from === undefined || from <= to, 'it ends before it begins');

/** Nhập khen thưởng đã có: awards that were given before this system or outside it, as a list of the unit says. */
const pastAwardsImported = z.strictObject({
  unitId: id(),
  importId: id(),
  /** Where the list comes from: a register, a file, a letter. */
  source: label(),
  /** SHA-256 of the file, where it was one. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** How many lines the list has, over all its parts. */
  lines: z.int().positive().max(2_000),
  /** The number of the first line here, from 1. */
  firstLine: z.int().positive(),
  covers: coveredYears.optional(),
  recipients: z.array(pastAwardLine).min(1),
});

/** Gạch một dòng đã nhập: the award was cancelled since (R56), or the line should never have been there. */
const pastAwardStruck = z.strictObject({
  importId: id(),
  line: z.int().positive(),
  because: z.enum(['cancelled', 'wrong']),
  reason: freeText(),
});

/** Xác nhận cùng một người: somebody said whether a nominee is the recipient of an earlier award; the last word counts. */
const recipientRecognised = z.strictObject({
  dossierId: id(),
  nomineeId: id(),
  /** The earlier award: a nominee of another dossier, or a line of an import. */
  ref: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\/[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  same: z.boolean(),
  reason: freeText(),
});

/** The facts of `award-history-<unit>`: what a unit's own lists say of awards, and whose they are. */
export const awardHistoryEvents = {
  PastAwardsImported: { schemaVersion: 1, schema: pastAwardsImported },
  PastAwardStruck: { schemaVersion: 1, schema: pastAwardStruck },
  RecipientRecognised: { schemaVersion: 1, schema: recipientRecognised },
} as const;

export type AwardHistoryEventType = keyof typeof awardHistoryEvents;
export type AwardHistoryFactOf<T extends AwardHistoryEventType> = T extends AwardHistoryEventType
  ? Fact<T, z.infer<(typeof awardHistoryEvents)[T]['schema']>>
  : never;
export type AwardHistoryFact = { [T in AwardHistoryEventType]: AwardHistoryFactOf<T> }[AwardHistoryEventType];
export type RecordedAwardHistoryFact = Recorded<AwardHistoryFact>;
export type PastAwardLine = z.infer<typeof pastAwardLine>;

/** Most lines of one list. */
export const MAX_LINES = 2_000;

/** How a line of an import is called where it is evidence. */
export const lineRef = (importId: string, line: number): string => `${importId}/L${line}`;
