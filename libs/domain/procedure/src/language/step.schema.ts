import { bilingual, sourced } from '#libs/domain/kernel';
import { z } from 'zod';
import { act, documentCode, levelName, roleAt, stepName, wordName } from './names.schema.js';

/**
 * What must be so for an outcome to be chosen: everybody asked has answered, nobody was asked, somebody has not answered (R41);
 * nobody objected, no complaint or denunciation with evidence is open (R40); the decision was sent to everybody whom it concerns (R47).
 */
export const outcomeConditions = [
  'opinions_answered',
  'no_opinion_asked',
  'opinion_missing',
  'no_objection',
  'objections_settled',
  'copies_sent',
] as const;

/** Where an outcome leads, and what it asks of who chooses it. */
const outcome = z.strictObject({
  to: stepName,
  names: bilingual().optional(),
  /** Leaves the block that this fork began: its other branches are cancelled in the same event. */
  leaves: stepName.optional(),
  /** Who may choose it, where others than the way says. */
  roles: z.array(roleAt).min(1).optional(),
  reason: z.enum(['required', 'optional', 'none']).default('none'),
  /** The not-before clock that must have run out. */
  notBefore: wordName.optional(),
  /** What must be so. Where opinions can be asked, an outcome that says nothing waits for all of them: silence is no consent. */
  given: z.enum(outcomeConditions).optional(),
});

/** What an act leads to, and who else may or may not do it than the step says. */
export const way = z.strictObject({
  to: stepName.optional(),
  /** Leaves the block that this fork began: its other branches are cancelled in the same event. */
  leaves: stepName.optional(),
  /** For acts with several results: result → next step. */
  outcomes: z.record(wordName, z.union([stepName, outcome])).optional(),
  roles: z.array(roleAt).optional(),
  /** Who did one of these acts on the dossier may not do this one (R42). */
  notSameAs: z.array(act).optional(),
  /** The not-before clock that must have run out. */
  notBefore: wordName.optional(),
});

const common = {
  names: bilingual(),
  /** The level at which the dossier lies here. */
  level: levelName,
};

const acting = {
  ...common,
  /** Who acts here, unless a way says otherwise. */
  roles: z.array(roleAt).default([]),
  acts: z.partialRecord(act, way).default({}),
  /** The clocks under which the work here is done: each must have been started on every way to this step. */
  clocks: z.array(wordName).default([]),
  /** How many working days an act here may lie before its recording, where it differs from the procedure's. */
  backdating: z.strictObject({ workingDays: z.int().nonnegative(), ...sourced }).optional(),
};

/**
 * The papers (giấy tờ) without which the dossier does not go on from here, by their codes; form and decree are those of the component.
 * Whoever sends it back, refuses, asks for a supplement or gives his reason for going on without them is not asked for them.
 */
const documents = z.array(documentCode).min(1).optional();

const workStep = z.strictObject({
  /** Work, a decision, a wait for an answer, a public notice, a signature. */
  kind: z.enum(['task', 'decision', 'wait', 'notice', 'sign']),
  ...acting,
  /** What must be there before the dossier goes on. The end of an appraisal asks by itself that every nominee is judged, with what each criterion said (ADR 29). */
  needs: z.strictObject({ passed: wordName.optional(), documents }).optional(),
});

/** A council votes. */
const voteStep = z.strictObject({
  kind: z.literal('vote'),
  ...acting,
  vote: wordName,
  /** What must be there before the result is taken: minutes, whatever the council said. */
  needs: z.strictObject({ documents }).optional(),
});

/** The dossier goes on in several branches at once. */
const forkStep = z.strictObject({
  kind: z.literal('fork'),
  ...common,
  branches: z.record(wordName, stepName),
  /** Where the branches meet again. */
  join: stepName,
});

/** All branches of one fork have come together. */
const joinStep = z.strictObject({ kind: z.literal('join'), ...common, to: stepName });

const endStep = z.strictObject({
  kind: z.literal('end'),
  ...common,
  /** How the dossier ended. */
  outcome: z.enum(['granted', 'rejected', 'returned', 'withdrawn', 'not_submitted', 'refused', 'kept_outside']),
});

export const step = z.discriminatedUnion('kind', [workStep, voteStep, forkStep, joinStep, endStep]);

export type Step = z.infer<typeof step>;
export type StepKind = Step['kind'];
export type ActingStep = z.infer<typeof workStep> | z.infer<typeof voteStep>;
export type Way = z.infer<typeof way>;
export type Outcome = z.infer<typeof outcome>;
export type OutcomeCondition = (typeof outcomeConditions)[number];
