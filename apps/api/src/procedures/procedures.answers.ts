import { bilingual, confidence } from '#libs/domain/kernel';
import {
  differenceSections,
  type DifferenceSection,
  type Procedure,
  type ProcedureDifference,
  procedureSchema,
  type UnknownFigure,
} from '#libs/domain/procedure';
import { z } from 'zod';
import { answerOf, day } from '../http/answers.js';

/** Whether a version takes dossiers on a day: not yet, now, no more, or never. */
export const procedureStandings = ['future', 'in_force', 'expired', 'not_receivable'] as const;

export interface ProcedureListed {
  readonly code: string;
  readonly version: string;
  readonly hash: string;
  readonly names: Procedure['names'];
  readonly regime: string;
  readonly effective: { readonly from: string; readonly until: string | null };
  readonly standing: (typeof procedureStandings)[number];
  readonly confidence: Procedure['confidence'];
  readonly carriedOver: boolean;
  readonly receivable: boolean;
  readonly unknownFigures: readonly UnknownFigure[];
}

export interface ProcedureList {
  readonly on: string;
  readonly items: readonly ProcedureListed[];
}

const listed = z
  .strictObject({
    code: z.string(),
    version: z.string(),
    hash: z.string().meta({ description: 'SHA-256 of the canonical text, to which dossiers are bound.' }),
    names: bilingual(),
    regime: z.string(),
    effective: z.strictObject({ from: day(), until: day().nullable() }),
    standing: z.enum(procedureStandings),
    confidence: confidence(),
    carriedOver: z
      .boolean()
      .meta({ description: 'Its figures are those of a version before; the new text was not read.' }),
    receivable: z.boolean(),
    unknownFigures: z
      .array(z.strictObject({ path: z.string(), names: bilingual() }))
      .meta({ description: 'Figures that nobody has read, and where they stand in the file.' }),
  })
  .meta({ id: 'ProcedureListed', description: 'A version of a procedure.' });

export const procedureList = answerOf<ProcedureList>()(
  z.strictObject({ on: day().meta({ description: 'The day for which `standing` is said.' }), items: z.array(listed) }),
);

export const procedureAnswer = answerOf<Procedure>()(
  procedureSchema
    .extend({ hash: z.string().meta({ description: 'SHA-256 of the canonical text, to which dossiers are bound.' }) })
    .meta({ id: 'Procedure', description: 'A version of a procedure, whole, as it is used.' }),
);

export interface DifferenceAnswer {
  readonly before: { readonly code: string; readonly version: string };
  readonly after: { readonly code: string; readonly version: string };
  readonly sections: readonly {
    readonly section: DifferenceSection;
    readonly name: Procedure['names'];
    readonly differences: readonly Omit<ProcedureDifference, 'section'>[];
  }[];
}

const which = () => z.strictObject({ code: z.string(), version: z.string() });

export const differenceAnswer = answerOf<DifferenceAnswer>()(
  z
    .strictObject({
      before: which(),
      after: which(),
      sections: z.array(
        z.strictObject({
          section: z.enum(differenceSections),
          name: bilingual(),
          differences: z.array(
            z.strictObject({
              kind: z.enum(['added', 'removed', 'changed']),
              path: z.string().meta({ description: 'Where it stands in the file.' }),
              words: bilingual(),
            }),
          ),
        }),
      ),
    })
    .meta({
      id: 'ProcedureDifference',
      description: 'In what two procedures differ, in words; none where they are the same.',
    }),
);
