import type { NomineeKind } from './language/names.schema.js';
import type { ProcedureDocument } from './language/procedure.schema.js';

/** Hạng: one of several awards under one code, as the classes of an order are. */
export type Grade = NonNullable<ProcedureDocument['grades']>[number];

/** The grade of an award by its code; `undefined` where the award has none of that code. */
export const gradeOf = ({ grades }: Pick<ProcedureDocument, 'grades'>, code: string | undefined): Grade | undefined =>
  grades?.find((grade) => grade.code === code);

/** The prize figure for a recipient: of his grade where the award has grades, else of the award itself. */
export const prizeFigureOf = (
  procedure: Pick<ProcedureDocument, 'grades' | 'prize'>,
  { kind, grade }: { readonly kind: NomineeKind; readonly grade?: string | undefined },
) => (gradeOf(procedure, grade) ?? procedure).prize[kind];
