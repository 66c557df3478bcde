import { gradeCode, nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { asOf, count, day, moment, pageAnswer } from '../http/answers.js';

const prizes = z
  .strictObject({
    each: z.partialRecord(z.enum(nomineeKinds), count()).meta({ description: 'In đồng, by kind of recipient.' }),
    graded: z
      .array(z.strictObject({ grade: gradeCode, kind: z.enum(nomineeKinds), amount: count().optional() }))
      .meta({ description: 'Of those with a grade; without an amount nobody has read it.' }),
    unknown: z
      .array(z.enum(nomineeKinds))
      .meta({ description: 'Kinds whose figure nobody has read: the total is without them.' }),
    total: count(),
    baseSalary: z.strictObject({ amount: count(), from: day(), source: z.string() }),
    roundedUpTo: count(),
    preview: z.boolean().meta({ description: 'What it would cost if it were issued today; else as it was issued.' }),
  })
  .nullable();

export const decisionPage = pageAnswer(
  z
    .strictObject({
      id: z.string(),
      bodyId: z.string(),
      award: z.string(),
      draftedAt: moment(),
      closedAt: moment().nullable(),
      nextDueAt: moment().nullable().meta({ description: 'The soonest open due moment of its dossiers.' }),
      dossiers: count(),
      recipients: count(),
      kinds: z.record(z.enum(nomineeKinds), count()),
      symbol: z.string().nullable(),
      date: day().nullable(),
      prizes,
    })
    .meta({ id: 'DecisionListed', description: 'A decision as lists show it: how many receive, and what it costs.' }),
  asOf,
);
export type DecisionPage = z.infer<typeof decisionPage>;

export const decisionRecipients = z
  .strictObject({
    id: z.string(),
    revision: count(),
    items: z.array(
      z.strictObject({
        dossierId: z.string(),
        nomineeId: z.string(),
        kind: z.enum(nomineeKinds),
        goldenBookNumber: count(),
        dossierTitle: z.string(),
        name: z.string(),
        unit: z.string(),
        grade: z.strictObject({ code: gradeCode, vi: z.string(), en: z.string() }).nullable(),
        prize: count().nullable(),
      }),
    ),
    prizes,
  })
  .meta({
    id: 'DecisionRecipients',
    description: 'Everybody who receives by a decision, in the order of the golden book.',
  });
export type DecisionRecipients = z.infer<typeof decisionRecipients>;
