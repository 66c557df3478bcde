import {
  type DossierEventType,
  type DossierView,
  type LateFact,
  type Retention,
  addressee,
  dossierEvents,
  opinionStandings,
} from '#libs/domain/dossier';
import { confidence } from '#libs/domain/kernel';
import { acts, awardKinds, gradeCode, nomineeKinds } from '#libs/domain/procedure';
import { z } from 'zod';
import { answerOf, count, day, moment } from '../http/answers.js';

const { DetachedDossierOpened, DocumentAttached, DossierClassified, DossierReceived, DossierVoted, EvidenceLost } =
  dossierEvents;
const { FactCorrected, NomineesAdded } = dossierEvents;
const correctable = FactCorrected.schema.shape.field;

const nomineeView = NomineesAdded.schema.shape.nominees.element
  .omit({ code: true, birthDate: true })
  .extend({
    statedAt: z.strictObject({
      ...statedAt(count().optional()),
      others: count().meta({ description: 'The revision that stated all fields that were never corrected.' }),
    }),
    gradeChanged: z
      .strictObject({ from: gradeCode, reason: z.string() })
      .optional()
      .meta({ description: 'Who decided gave another grade than was proposed.' }),
    verdict: DetachedDossierOpened.schema.shape.verdicts.element.omit({ nomineeId: true }).optional(),
    evidenceLost: EvidenceLost.schema.shape.nominees.element.omit({ nomineeId: true }).optional().meta({
      description: 'Earlier awards that the verdict rests on and that count no more (R56), and what is proposed now.',
    }),
    vote: DossierVoted.schema.shape.results.element.omit({ nomineeId: true }).optional(),
    approval: z.strictObject({ approved: z.boolean(), reason: z.string().optional() }).optional(),
    dropped: z.boolean().optional(),
    decisionId: z.string().optional(),
    decided: z.boolean().optional(),
    conferred: z.boolean().optional(),
  })
  .meta({ id: 'Nominee', description: 'A nominee and all that was found, voted and decided about it.' });

const counts = z.strictObject({
  total: count(),
  byKind: z.record(z.enum(nomineeKinds), count()),
  women: count(),
  directWorkers: count(),
  leaders: count(),
  qualified: count(),
  notQualified: count(),
  passed: count(),
  notPassed: count(),
  approved: count(),
  refused: count(),
  decided: count(),
  conferred: count(),
});

const deadline = z.strictObject({
  deadlineId: z.string(),
  clock: z.string(),
  opinionId: z.string().optional(),
  responsible: z.string(),
  state: z.enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  startedAt: moment(),
  dueAt: moment(),
  version: count(),
  missedAt: moment().optional(),
  metAt: moment().optional(),
  late: z.boolean().optional(),
  source: z.string(),
  confidence: confidence(),
});

const extension = z.strictObject({
  units: count(),
  letter: z.strictObject({ number: z.string(), date: day() }),
  at: moment(),
});

const awaited = dossierEvents.DeadlineAwaited.schema.extend({
  startedAt: moment(),
  pauses: z.array(z.strictObject({ from: moment(), to: moment().optional() })),
  extensions: z.array(extension).optional(),
});

const { CopyCorrected, DecisionCopied, ObjectionRecorded, OpinionRequested, PublicNoticeOpened } = dossierEvents;

const opinion = OpinionRequested.schema.extend({
  askedAt: moment(),
  answer: dossierEvents.OpinionReceived.schema.omit({ opinionId: true }).extend({ at: moment() }).optional(),
  withdrawn: z.strictObject({ reason: z.string(), at: moment() }).optional(),
  passedOverAt: moment().optional().meta({ description: 'When the dossier went on without the answer (R41).' }),
  standing: z.enum(opinionStandings).meta({ description: 'Unanswered stays unanswered, whatever comes later.' }),
});

const notice = PublicNoticeOpened.schema.extend({
  openedAt: moment(),
  closedAt: moment().optional(),
  lastPostingDay: day().optional(),
  earliest: moment().optional().meta({ description: 'From when on the council may meet (R39).' }),
});

const objection = ObjectionRecorded.schema.omit({ from: true, text: true }).extend({
  at: moment(),
  resolved: dossierEvents.ObjectionResolved.schema.omit({ objectionId: true }).extend({ at: moment() }).optional(),
  signed: z.boolean().meta({ description: 'Who made it stands in no reading of a dossier.' }),
});

const copy = DecisionCopied.schema.extend({
  corrected: z.array(CopyCorrected.schema.omit({ copyId: true })),
});

const unfinished = z
  .strictObject({
    act: z.enum([...acts, ...(Object.keys(dossierEvents) as DossierEventType[])]),
    part: count(),
    of: count(),
    since: moment(),
  })
  .meta({ description: 'A command of which the rest is still to come: so many parts are here, of so many.' });

/** A dossier, and as of when where it is not now. */
export interface DossierAnswer extends DossierView {
  readonly retention: Retention;
  /** For who may hand the receipt out: code of the public look-up. */
  readonly receiptCode?: string;
  /** Where it was asked for as in force on a day. */
  readonly asOf?: {
    readonly asInForce: string;
    readonly asRecorded?: string;
    /** What somebody who looked on that day could not have known (ghi lùi). */
    readonly recordedLater: readonly LateFact[];
  };
}

/** A dossier as whoever may see it reads it. */
export const dossierView = answerOf<DossierView>()(
  z
    .strictObject({
      id: z.string(),
      revision: count(),
      procedureCode: z.string(),
      procedure: DossierReceived.schema.shape.procedure.optional(),
      provisional: z
        .literal(true)
        .optional()
        .meta({ description: 'The receipt at the level that decides may bind it to another version (R1).' }),
      boundBefore: z.array(DossierReceived.schema.shape.procedure).readonly().optional(),
      kind: z.enum(awardKinds),
      title: z.string(),
      submittingUnitId: z.string(),
      bodyId: z.string(),
      cluster: z.string().optional(),
      statedAt: z.strictObject(statedAt(z.array(count()).optional())),
      secrecy: DossierClassified.schema.shape.level,
      step: z.string(),
      places: z.array(z.string()).meta({ description: 'One for each branch that goes on; most of the time one.' }),
      placeSince: moment(),
      suspended: z.boolean(),
      nominees: z.array(nomineeView),
      documents: z.array(DocumentAttached.schema.extend({ sealed: z.boolean() })),
      submittedAt: moment().optional(),
      receivedAt: moment().optional(),
      favourable: z
        .array(z.strictObject({ rule: z.string(), version: DossierReceived.schema.shape.procedure }))
        .meta({ description: 'Rules of later versions that hold for this dossier in the place of its own (R2).' }),
      warnings: DossierReceived.schema.shape.warnings,
      council: DossierVoted.schema
        .omit({
          results: true,
          step: true,
          places: true,
          council: true,
          bodyId: true,
          ended: true,
        })
        .extend({ openedAt: moment().optional() })
        .optional(),
      decision: z.strictObject({ id: z.string(), number: count(), symbol: z.string(), date: day() }).optional(),
      submission: z
        .strictObject({ id: z.string(), to: addressee, place: z.string(), carried: z.boolean() })
        .optional()
        .meta({ description: 'The letter to the level above in which it stands, or that brought it where it is.' }),
      opinions: z.array(opinion),
      notices: z.array(notice),
      objections: z.array(objection),
      copies: z.array(copy),
      deadlines: z.array(deadline),
      awaited: z.array(awaited),
      finishedAt: moment().optional(),
      parentDossierId: z.string().optional(),
      unfinished: unfinished.optional(),
      parentProcedureCode: z.string().optional(),
      detached: z.array(z.strictObject({ childDossierId: z.string(), nominees: z.array(z.string()) })),
      escalated: z.array(
        z.strictObject({ childDossierId: z.string(), procedureCode: z.string(), nominees: z.array(z.string()) }),
      ),
      counts,
    })
    .meta({ id: 'Dossier', description: 'A dossier as its facts say it is, now or at a revision or moment.' }),
);

const lateFact = z.strictObject({
  revision: count(),
  type: z.enum(Object.keys(dossierEvents) as DossierEventType[]),
  effectiveAt: moment(),
  recordedAt: moment(),
  corrects: count().optional(),
});

/** A dossier, and as of when where it is not now. */
export const dossierAnswer = answerOf<DossierAnswer>()(
  dossierView
    .extend({
      retention: z
        .strictObject({
          keep: z.union([z.int().positive(), z.literal('permanent'), z.literal('unknown')]),
          from: day().nullable(),
          until: day().nullable(),
          heldOpen: z.boolean(),
          source: z.string().nullable(),
          confidence: confidence(),
        })
        .meta({ description: 'How long it is kept (R57): in years, for good, or unknown. Nothing is removed by it.' }),
      receiptCode: z.string().optional().meta({ description: 'For who may hand the receipt out.' }),
      asOf: z
        .strictObject({
          asInForce: z.string(),
          asRecorded: z.string().optional(),
          recordedLater: z
            .array(lateFact)
            .meta({ description: 'What somebody who looked on that day could not have known.' }),
        })
        .optional(),
    })
    .meta({ id: 'DossierAsRead', description: 'A dossier, and as of when where it is not now.' }),
);

/** A field for each thing that can be corrected. */
function statedAt<Value extends z.ZodType>(value: Value): Record<z.infer<typeof correctable>, Value> {
  return Object.fromEntries(correctable.options.map((field) => [field, value])) as never;
}
