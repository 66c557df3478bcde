import { bilingual } from '#libs/domain/kernel';
import { nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { procedureNamed } from '../http/problem.answers.js';

export const refusal = z.strictObject({
  code: z.string(),
  details: bilingual(),
  rule: z.string().optional(),
  source: z.string().optional(),
  procedure: procedureNamed(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
});

/** Commands, each possible or refused with a reason. */
export const toldCommands = z.array(
  z
    .strictObject({
      command: z.string(),
      name: bilingual(),
      allowed: z.boolean(),
      method: z.literal('POST'),
      path: z
        .string()
        .meta({ description: 'Where it is sent. What it takes stands in this description under that path.' }),
      until: z
        .strictObject({
          clock: z.string(),
          name: bilingual(),
          dueAt: z.iso.datetime(),
          text: bilingual(),
          missed: z.boolean(),
        })
        .optional(),
      outcomes: z
        .array(
          z
            .strictObject({
              step: z.string(),
              stepName: bilingual(),
              outcome: z.string(),
              name: bilingual(),
              allowed: z.boolean(),
              reason: z.enum(['required', 'optional', 'none']),
              refusal: refusal.optional(),
            })
            .meta({ id: 'StepOutcome', description: 'What a step may be completed with; if not, why.' }),
        )
        .optional(),
      deadlines: z
        .array(z.string())
        .meta({ description: 'The clocks that can be given more time; one stands in `path` for `{deadlineId}`.' })
        .optional(),
      rules: z
        .array(z.strictObject({ rule: z.string(), version: z.string() }))
        .meta({ description: 'Rules of later versions that are marked as more favourable (R2).' })
        .optional(),
      awards: z
        .array(
          z.strictObject({
            procedureCode: z.string(),
            grade: z.string().optional(),
            name: bilingual(),
            subjects: z.array(z.enum(nomineeKinds)),
          }),
        )
        .meta({ description: 'Other awards in force for which nominees may be proposed, each grade by itself.' })
        .optional(),
      refusal: refusal.optional(),
    })
    .meta({ id: 'AllowedCommand', description: 'A command, and whether it may be given now; if not, why.' }),
);

export const allowedOnDossier = z.strictObject({
  id: z.string(),
  revision: z.int(),
  commands: toldCommands,
  nextReceipt: z.strictObject({
    ready: z.boolean(),
    missing: z.array(z.strictObject({ document: z.string(), format: z.string().optional(), name: bilingual() })),
    refusal: refusal.optional(),
  }),
});

export const allowedOnDecision = z.strictObject({ id: z.string(), revision: z.int(), commands: toldCommands });

export const allowedOnSubmission = z.strictObject({ id: z.string(), revision: z.int(), commands: toldCommands });
