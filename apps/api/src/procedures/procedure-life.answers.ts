import type { OtherDeadline, Parting } from '#libs/domain/dossier';
import type { Bilingual } from '#libs/domain/kernel';
import { bilingual } from '#libs/domain/kernel';
import type { ProcedureLifeView } from '#libs/domain/procedure';
import type { DryRunProgress } from '#libs/service/commands';
import { z } from 'zod';
import { answerOf, commandAnswer, count, day, moment } from '../http/answers.js';

const dryRunSummary = z
  .strictObject({
    runId: z.string(),
    dossiers: count(),
    otherOutcome: count(),
    otherDeadline: count(),
    at: moment(),
  })
  .meta({ id: 'DryRunSummary', description: 'What a dry run of exactly this text found.' });

export const procedureLifeAnswer = answerOf<ProcedureLifeView>()(
  z
    .strictObject({
      code: z.string(),
      revision: count(),
      versions: z
        .array(
          z.strictObject({
            version: z.string(),
            standing: z.enum(['draft', 'pending', 'in_force', 'finishing', 'retired']),
            hash: z.string(),
            from: day().optional(),
            until: day().optional().meta({ description: 'The first day on which it takes no dossier.' }),
            running: count().meta({ description: 'Dossiers received under it that have not come to their end.' }),
            origin: z.enum(['shipped', 'draft']).optional(),
            drafters: z.array(z.string()),
            publishedBy: z.string().optional(),
            publishedAt: moment().optional(),
            faults: count().optional(),
            dryRun: dryRunSummary.optional(),
            endReason: z.string().optional(),
          }),
        )
        .meta({ description: 'Drafts first, then versions from the newest to the oldest.' }),
    })
    .meta({ id: 'ProcedureLife', description: 'The versions of an award’s procedure, and where each stands today.' }),
);

/** A draft as the second person reads it. */
export interface DraftAnswer {
  readonly code: string;
  readonly version: string;
  readonly hash: string;
  readonly document: unknown;
  readonly faults: readonly { readonly path: string; readonly sentences: Bilingual }[];
}

export const draftAnswer = answerOf<DraftAnswer>()(
  z
    .strictObject({
      code: z.string(),
      version: z.string(),
      hash: z.string().meta({ description: 'Hand it back to publish exactly this text.' }),
      document: z.unknown(),
      faults: z.array(z.strictObject({ path: z.string(), sentences: bilingual() })),
    })
    .meta({ id: 'ProcedureDraft', description: 'A draft, and what stands in the way of publishing it.' }),
);

export const dryRunRequested = commandAnswer.extend({ runId: z.string() }).meta({ id: 'DryRunRequested' });

/** A dossier that a draft would have led another way, in data and in words. */
export interface ToldFinding {
  readonly dossierId: string;
  readonly parting?: Parting;
  readonly deadlines: readonly OtherDeadline[];
  readonly sentences: { readonly vi: readonly string[]; readonly en: readonly string[] };
}

export interface DryRunAnswer {
  readonly run: Omit<DryRunProgress, 'state' | 'startedAt' | 'endedAt'> & {
    readonly state: 'waiting' | 'running' | 'done';
    readonly startedAt: string | null;
    readonly endedAt: string | null;
  };
  readonly items: readonly ToldFinding[];
  readonly next: string | null;
}

const parting = z.strictObject({
  kind: z.enum(['refused', 'other_result', 'other_end', 'other_acts']),
  revision: count(),
  step: z.string(),
  act: z.string(),
  refusal: z
    .strictObject({
      code: z.string(),
      rule: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
    })
    .optional(),
  nominees: z.array(z.string()).optional(),
  recorded: z.string().optional(),
  rehearsed: z.string().optional(),
});

const otherDeadline = z.strictObject({
  deadlineId: z.string(),
  clock: z.string(),
  step: z.string(),
  act: z.string(),
  from: moment().optional(),
  to: moment().optional(),
  late: z.strictObject({ recorded: z.boolean(), rehearsed: z.boolean() }).optional(),
});

const lines = z.array(z.string());

export const dryRunAnswer = z
  .strictObject({
    run: z.strictObject({
      runId: z.string(),
      version: z.string(),
      hash: z.string(),
      state: z.enum(['waiting', 'running', 'done']),
      total: count(),
      looked: count(),
      otherOutcome: count(),
      otherDeadline: count(),
      startedAt: moment().nullable(),
      endedAt: moment().nullable(),
    }),
    items: z.array(
      z.strictObject({
        dossierId: z.string(),
        parting: parting.optional().meta({ description: 'Where the dossier parts from its recorded way, and how.' }),
        deadlines: z.array(otherDeadline),
        sentences: z.strictObject({ vi: lines, en: lines }),
      }),
    ),
    next: z.string().nullable().meta({ description: 'Hand it back as `cursor`; null on the last page.' }),
  })
  .meta({
    id: 'DryRun',
    description: 'How far a dry run is, and a page of the dossiers for which it makes a difference.',
  });
