import { lastDayKept, secrecyLevels } from '#libs/domain/dossier';
import { type Instant, type LocalDate, endOf, instantAt, localDate } from '#libs/domain/kernel';
import { nomineeKinds, type Procedure } from '#libs/domain/procedure';
import {
  type DossierListFilter,
  type KeptVersion,
  type Span,
  dossierOutcomes,
  dossierSorts,
} from '#libs/service/read-models';
import { z } from 'zod';
import { paging } from '../http/reading.js';

const text = () => z.string().trim().min(1).max(200);

/** What a list of dossiers may be asked for. Days are the office's, and both count. */
export const listQuery = z.strictObject({
  step: text().optional(),
  procedure: text().optional(),
  unit: text().optional(),
  body: text().optional(),
  /** `true`: only dossiers with a deadline that has passed. */
  overdue: z.enum(['true']).optional(),
  outcome: z.enum(dossierOutcomes).optional(),
  secrecy: z.enum(secrecyLevels).optional(),
  /** Dossiers with somebody of this kind on the list. */
  nominees: z.enum(nomineeKinds).optional(),
  submittedFrom: localDate().optional(),
  submittedTo: localDate().optional(),
  receivedFrom: localDate().optional(),
  receivedTo: localDate().optional(),
  dueFrom: localDate().optional(),
  dueTo: localDate().optional(),
  /** Kept for so many years, for good, or nobody knows for how long (R57). */
  retention: z
    .string()
    .regex(/^(permanent|unknown|[1-9]\d?)$/)
    .optional(),
  /** With `retention` in years: only what has to be kept no longer than this day. */
  keptUntil: localDate().optional(),
  q: text().optional(),
  sort: z.enum(dossierSorts).optional(),
  ...paging,
});

type Asked = Omit<z.infer<typeof listQuery>, 'minPosition' | 'sort' | 'limit' | 'cursor'>;

/** The filter behind a query string. */
export function listFilter(asked: Asked, now: Instant, versions: readonly Procedure[]): DossierListFilter {
  const { step, procedure, unit, body, overdue, outcome, secrecy, nominees, q } = asked;
  const submitted = span(asked.submittedFrom, asked.submittedTo);
  const received = span(asked.receivedFrom, asked.receivedTo);
  const due = span(asked.dueFrom, asked.dueTo);
  const kept = keptVersions(asked, versions);
  return {
    ...(kept ? { kept } : {}),
    ...(step ? { step } : {}),
    ...(procedure ? { procedureCode: procedure } : {}),
    ...(unit ? { submittingUnitId: unit } : {}),
    ...(body ? { bodyId: body } : {}),
    ...(overdue ? { overdueAt: now } : {}),
    ...(outcome ? { outcome } : {}),
    ...(secrecy ? { secrecy } : {}),
    ...(nominees ? { nominees } : {}),
    ...(submitted ? { submitted } : {}),
    ...(received ? { received } : {}),
    ...(due ? { due } : {}),
    ...(q ? { text: q } : {}),
  };
}

/** The versions whose dossiers are kept for so long; with a day, each with when the work must have been finished. */
function keptVersions(
  { retention, keptUntil }: Pick<Asked, 'retention' | 'keptUntil'>,
  versions: readonly Procedure[],
): readonly KeptVersion[] | undefined {
  if (retention === undefined && keptUntil === undefined) return undefined;
  return versions.flatMap(({ code, version, retention: rule }) => {
    const keep = rule?.years ?? 'unknown';
    if (retention !== undefined && String(keep) !== retention) return [];
    if (keptUntil === undefined) return [{ code, version }];
    // For good, and for nobody knows how long, no day comes.
    return typeof keep === 'number' ? [{ code, version, finishedBefore: endOf(yearsBefore(keptUntil, keep)) }] : [];
  });
}

const yearsBefore = (day: LocalDate, years: number): LocalDate => lastDayKept(day, -years);

/** From the beginning of the first day to the end of the last. */
function span(from: LocalDate | undefined, to: LocalDate | undefined): Span | undefined {
  if (from === undefined && to === undefined) return undefined;
  return {
    ...(from === undefined ? {} : { from: instantAt(from, '00:00') }),
    ...(to === undefined ? {} : { to: endOf(to) }),
  };
}
