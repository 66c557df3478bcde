import { bilingual, confidence, fraction, localDate, sourced } from '#libs/domain/kernel';
import { z } from 'zod';
import { criteriaSchema, noCriteria } from '../criteria.schema.js';
import { clock } from './clock.schema.js';
import { requiredDocument } from './document.schema.js';
import {
  act,
  awardKinds,
  gradeCode,
  ladderName,
  levelName,
  nomineeKinds,
  role,
  roleAt,
  stepName,
  wordName,
} from './names.schema.js';
import { step } from './step.schema.js';
import { vote } from './vote.schema.js';

/** A level of the administration through which dossiers of this award go (cấp trình, cấp xét). */
const level = z.strictObject({
  code: levelName,
  names: bilingual(),
  /** Usually nobody of this level works in the system: who writes down what it answers. */
  recordedBy: roleAt.optional(),
  /** Nobody of this level ever acts in the system. */
  outside: z.boolean().default(false),
  /** How many different people an office of this level has for this work; four eyes must leave somebody among them. */
  persons: z.int().positive().optional(),
});

/** Null where the award is not given to such a recipient; unknown where it is and nobody has read the figure. */
const prizeMultiple = z
  .union([z.strictObject({ ...fraction, ...sourced }), z.strictObject({ value: z.literal('unknown'), ...sourced })])
  .nullable();
const prize = z.strictObject({ individual: prizeMultiple, collective: prizeMultiple, household: prizeMultiple });

/** One of several that stand under one code, as the classes of an order do (hạng); each has its own prize. */
const grade = z.strictObject({ code: gradeCode, names: bilingual(), prize });

/** A day of the year by which dossiers of a year's merit should have come to a level. It is shown, and stops nobody. */
const window = z.strictObject({
  names: bilingual(),
  level: levelName,
  latest: z.strictObject({
    day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
    /** In the year of the merit or so many years later; without it, every year. */
    yearsAfterMerit: z.int().min(0).max(5).optional(),
  }),
  ...sourced,
});

const retentionYears = z.union([z.int().positive(), z.literal('permanent'), z.literal('unknown')]);

/** A procedure (quy trình) of one award under one legal regime: an immutable document. Dates are in Asia/Ho_Chi_Minh. */
export const procedureSchema = z.strictObject({
  /** For editors: where the JSON Schema lies by which they complete words and underline faults. It says nothing to the engine. */
  $schema: z.string().exactOptional(),
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  version: z.string().min(1).max(40),
  names: bilingual(),
  /** The family of procedures from which it was made; says where to look for the next one. */
  family: z.string().optional(),
  /** Whether dossiers may be begun under it. An award whose procedure nobody has read is listed, and takes none. */
  receivable: z.boolean().default(true),
  /** Why not, and what would have to be read. */
  notReceivable: z.strictObject({ reason: bilingual(), toRead: z.array(z.string()) }).optional(),
  /** What nobody has been able to read about this award: each receipt warns of it. */
  openQuestions: z.array(bilingual()).min(1).optional(),
  regime: z.string(),
  /** In force from the first day, until the day before the last: half-open. */
  effective: z.strictObject({
    from: localDate(),
    until: localDate().nullable(),
    warnDaysBefore: z.int().nonnegative(),
    ...sourced,
  }),
  /** Set where a text was not read and its predecessor's figures go on under it: each receipt warns. */
  carriedOver: z.strictObject({ from: z.string(), reason: bilingual() }).nullable(),
  /**
   * What the text says of its own transition. The engine does just this and nothing else: the first receipt binds (R1), or each binds to what is then
   * in force until the level that decides has received the dossier; who was bound before finishes here, and a more favourable rule
   * comes by an act of its own (R2).
   */
  transition: z
    .strictObject({
      pinAt: z.enum(['first_receipt', 'deciding_level']),
      receivedBefore: z.literal('finishes_here'),
      moreFavourable: z.literal('by_explicit_event'),
      ...sourced,
    })
    .optional(),
  /** Rules of this version that are more favourable than those before it, by their paths: `votes.ballot.threshold` (R2). */
  moreFavourable: z
    .array(z.strictObject({ rule: z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/), ...sourced }))
    .min(1)
    .optional(),
  sources: z.array(z.string()).min(1),
  confidence: confidence(),
  subjects: z.array(z.enum(nomineeKinds)).min(1),
  kinds: z.array(z.enum(awardKinds)).min(1),
  /** From the level that begins a dossier to the highest. */
  levels: z.array(level).min(1),
  documents: z.array(requiredDocument),
  votes: z.record(wordName, vote),
  /** What a nominee must hold or be; without it nothing is asked. */
  criteria: criteriaSchema.default(noCriteria),
  clocks: z.record(wordName, clock),
  /** The reminder ladder (thang nhắc việc, R52) of clocks that name none, `law/ladders/<name>.json`; without it, `default`. */
  ladder: ladderName.exactOptional(),
  /** Prize as a multiple of the base salary (R48). */
  prize,
  /** Where one code holds several awards: which, from the highest, and the prize of each. Every nominee is proposed for one of them. */
  grades: z.array(grade).min(2).optional(),
  /** When dossiers should have come to a level. */
  windows: z.array(window).min(1).optional().describe('Shown; a day that has passed stops nobody.'),
  /** How many working days an act may lie before its recording. */
  backdating: z.strictObject({ workingDays: z.int().nonnegative(), ...sourced }),
  /** How long the dossier is kept (R57). */
  retention: z
    .strictObject({
      years: retentionYears,
      /** Kinds of commendation that are kept otherwise; the longest rules (R57). */
      exceptions: z
        .array(z.strictObject({ kinds: z.array(z.enum(awardKinds)).min(1), years: retentionYears }))
        .min(1)
        .optional(),
      ...sourced,
    })
    .optional(),
  /** Who drafts, issues and cancels the decision, and whom four eyes bar from signing it (R42). */
  decision: z.strictObject({
    draftRoles: z.array(role).min(1),
    issueRoles: z.array(role).min(1),
    signerNotSameAs: z.array(act),
    cancelRoles: z.array(role).min(1),
  }),
  cancellation: z.strictObject({
    grounds: z.array(z.string()).min(1),
    /** Who gives back what was cancelled (phục hồi danh hiệu, R55); without it nobody does. */
    restorable: z.strictObject({ roles: z.array(role).min(1), ...sourced }).optional(),
    ...sourced,
  }),
  start: stepName,
  steps: z.record(stepName, step),
  /** Acts beside the way from step to step: withdraw, suspend, resume, detach, correct. One that leads on ends all branches. */
  sideActs: z.partialRecord(
    act,
    z.strictObject({
      at: z.array(stepName).min(1),
      roles: z.array(roleAt),
      to: stepName.optional(),
      notSameAs: z.array(act).optional(),
    }),
  ),
});

export type ProcedureDocument = z.infer<typeof procedureSchema>;

/** A procedure as it is used: the document and the SHA-256 of its canonical text, to which dossiers are pinned. */
export interface Procedure extends ProcedureDocument {
  readonly hash: string;
}
