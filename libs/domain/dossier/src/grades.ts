import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { gradeOf, type Procedure } from '#libs/domain/procedure';
import { listed } from './nominees.js';

/** A nominee by his id, or by the line of a list, and the grade for which he is proposed. */
interface Graded {
  readonly place: string;
  readonly grade?: string | undefined;
}

/**
 * Each nominee of an award with grades is proposed for one of them, and nobody of another award for any. Refuses `GRADE_MISSING`
 * and `GRADE_UNKNOWN`.
 */
export function checkGrades(nominees: readonly Graded[], procedure: Pick<Procedure, 'grades'>): Decision<void> {
  const placesOf = (found: readonly Graded[]) => listed(found.map(({ place }) => place));
  const grades = (procedure.grades ?? []).map(({ code }) => code);
  const foreign = nominees.filter(({ grade }) => grade !== undefined && !gradeOf(procedure, grade));
  if (foreign.length > 0) return refuse('GRADE_UNKNOWN', { params: { nominees: placesOf(foreign), grades } });
  const missing = procedure.grades ? nominees.filter(({ grade }) => grade === undefined) : [];
  if (missing.length > 0) return refuse('GRADE_MISSING', { params: { nominees: placesOf(missing), grades } });
  return ok(undefined);
}
