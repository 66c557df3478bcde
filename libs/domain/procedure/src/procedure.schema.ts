import { bilingual, confidence, fraction, localDate, sourced } from '#libs/domain/kernel';
import { z } from 'zod';
import { acts } from './act.js';
import { criteriaSchema, noCriteria } from './criteria.schema.js';
import { awardKinds, nomineeKinds } from './kinds.js';

const act = z.enum(acts);
const stepName = z.string().regex(/^[a-z][a-z0-9._-]*$/);
const ladderName = z.string().regex(/^[a-z][a-z0-9-]*$/);
const role = z.enum(['submitter', 'officer', 'section_head', 'secretary', 'authority', 'clerk', 'system']);

/** A component of the dossier (thành phần hồ sơ). A form number counts only together with its decree (R11). */
const requiredDocument = z.strictObject({
  code: z.string().min(1),
  names: bilingual(),
  form: z.strictObject({ number: z.string(), decree: z.string(), ...sourced }).nullable(),
  /** When it is needed; without it, always. */
  when: z
    .strictObject({ kinds: z.array(z.enum(awardKinds)).optional(), subjects: z.array(z.enum(nomineeKinds)).optional() })
    .optional(),
  /** File formats of which each must be there (R6: Word and PDF for state awards). */
  formats: z.array(z.enum(['docx', 'pdf'])).optional(),
  ...sourced,
});

const threshold = z.strictObject({
  ...fraction,
  /** More than the fraction, not just as much. */
  strict: z.boolean().default(false),
  of: z.enum(['all_members', 'present']),
  rule: z.enum(['R26', 'R27', 'R37']),
  ...sourced,
});

const vote = z.strictObject({
  /** Minutes suffice, or a ballot must be held. */
  method: z.enum(['minutes', 'ballot']),
  threshold,
  quorum: z.strictObject({ ...fraction, rule: z.enum(['R24', 'R25']), ...sourced }),
});

/** A clock (thời hạn): counted from an act, ended by another, stopped in between. No clock ever moves a dossier. */
const clock = z.strictObject({
  names: bilingual(),
  limit: z.strictObject({
    value: z.union([z.int().positive(), z.literal('unknown')]),
    unit: z.enum(['working_day', 'calendar_day', 'half_day']),
    firstDayCounted: z.boolean(),
    ...sourced,
  }),
  /** What we propose while the law's figure is unknown; a deadline set by it says so. */
  designDefault: z.int().positive().optional(),
  startsOn: z.array(act).min(1),
  metBy: z.array(act).min(1),
  cancelledBy: z.array(act).default([]),
  /** What a supplement asked for after receipt does to the clock (R7). */
  onSupplement: z.enum(['pause', 'restart', 'run_on']).default('pause'),
  /** Who has to act before it runs out. */
  responsible: role,
  /** The reminder ladder of this clock, `law/ladders/<name>.json`; without it, the procedure's. */
  ladder: ladderName.exactOptional(),
});

/** What an act leads to, and who else may or may not do it than the step says. */
const way = z.strictObject({
  to: stepName.optional(),
  /** For acts with several results: result → next step. */
  outcomes: z.record(z.string(), stepName).optional(),
  roles: z.array(role).optional(),
  /** Who did one of these acts on the dossier may not do this one (R42). */
  notSameAs: z.array(act).optional(),
});

const step = z.strictObject({
  kind: z.enum(['task', 'wait', 'vote', 'decision', 'sign', 'end']),
  names: bilingual(),
  /** Who acts here, unless a way says otherwise. */
  roles: z.array(role).default([]),
  acts: z.partialRecord(act, way).default({}),
  /** How the dossier ended; at an end only. */
  outcome: z.enum(['granted', 'rejected', 'returned', 'withdrawn', 'not_submitted']).optional(),
});

/** A procedure (quy trình) of one award under one legal regime: an immutable document. Dates are in Asia/Ho_Chi_Minh. */
export const procedureSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  version: z.string().min(1),
  names: bilingual(),
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
  sources: z.array(z.string()).min(1),
  confidence: confidence(),
  subjects: z.array(z.enum(nomineeKinds)).min(1),
  kinds: z.array(z.enum(awardKinds)).min(1),
  documents: z.array(requiredDocument),
  vote,
  /** What a nominee must hold or be; without it nothing is asked. */
  criteria: criteriaSchema.default(noCriteria),
  clocks: z.record(z.string(), clock),
  /** The reminder ladder (thang nhắc việc, R52) of clocks that name none, `law/ladders/<name>.json`; without it, `default`. */
  ladder: ladderName.exactOptional(),
  /** Prize as a multiple of the base salary (R48); null where the award has none for that subject or none is known. */
  prize: z.strictObject({
    individual: z.strictObject({ ...fraction, ...sourced }).nullable(),
    collective: z.strictObject({ ...fraction, ...sourced }).nullable(),
    household: z.strictObject({ ...fraction, ...sourced }).nullable(),
  }),
  /** How many working days an act may lie before its recording. */
  backdating: z.strictObject({ workingDays: z.int().nonnegative(), ...sourced }),
  /** Who drafts, issues and cancels the decision, and whom four eyes bar from signing it (R42). */
  decision: z.strictObject({
    draftRoles: z.array(role).min(1),
    issueRoles: z.array(role).min(1),
    signerNotSameAs: z.array(act),
    cancelRoles: z.array(role).min(1),
  }),
  cancellation: z.strictObject({ grounds: z.array(z.string()).min(1), ...sourced }),
  start: stepName,
  steps: z.record(stepName, step),
  /** Acts beside the way from step to step: withdraw, suspend, resume, detach, correct. */
  sideActs: z.partialRecord(
    act,
    z.strictObject({
      at: z.array(stepName).min(1),
      roles: z.array(role),
      to: stepName.optional(),
      notSameAs: z.array(act).optional(),
    }),
  ),
});

export type ProcedureDocument = z.infer<typeof procedureSchema>;
export type ClockRule = z.infer<typeof clock>;
export type Way = z.infer<typeof way>;
export type Vote = z.infer<typeof vote>;

/** A procedure as it is used: the document and the SHA-256 of its canonical text, to which dossiers are pinned. */
export interface Procedure extends ProcedureDocument {
  readonly hash: string;
}
