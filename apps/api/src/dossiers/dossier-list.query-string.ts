import { lastDayKept, secrecyLevels } from '#libs/domain/dossier';
import { type Instant, type LocalDate, endOf, instantAt, localDate } from '#libs/domain/kernel';
import { nomineeKinds, type Procedure, type StepKind } from '#libs/domain/procedure';
import {
  type DossierListFilter,
  type KeptVersion,
  type Span,
  type StepOfVersion,
  dossierOutcomes,
  dossierSorts,
} from '#libs/service/read-models';
import { z } from 'zod';
import { paging } from '../http/reading.js';

/** Kinds of steps at which people act. */
const stepKinds = ['task', 'vote', 'decision', 'sign', 'notice', 'wait'] as const satisfies readonly StepKind[];

const text = () => z.string().trim().min(1).max(200);

/** What a list of dossiers may be asked for. Days are the office's, and both count. */
export const listQuery = z.strictObject({
  step: text().optional(),
  procedure: text().optional(),
  unit: text().optional(),
  body: text().optional(),
  cluster: text().optional(),
  /** Dossiers at a step of this kind: `vote` for those that wait for a council, `sign` for those that wait for a decision. */
  stepKind: z.enum(stepKinds).optional(),
  /** Dossiers that have been at this step and have left it. */
  leftStep: text().optional(),
  /** Dossiers that have been at a step of this kind and have left it: `vote` for those on which a council has met. */
  leftStepKind: z.enum(stepKinds).optional(),
  /** `true`: only dossiers on their way: submitted, and nothing has become of them yet. */
  running: z.enum(['true']).optional(),
  /** `true`: only dossiers of which a request for a supplement was answered. */
  supplemented: z.enum(['true']).optional(),
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
  const { step, procedure, unit, body, cluster, overdue, outcome, secrecy, nominees, stepKind, q } = asked;
  const { leftStep, leftStepKind } = asked;
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
    ...(cluster ? { cluster } : {}),
    ...(leftStep ? { leftSteps: [leftStep] } : {}),
    ...(leftStepKind ? { leftSteps: stepCodes(leftStepKind, versions, leftStep) } : {}),
    ...(stepKind ? { atSteps: stepsOfKind(stepKind, versions) } : {}),
    ...(asked.running ? { running: true } : {}),
    ...(asked.supplemented ? { supplemented: true } : {}),
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

const stepsOfKind = (kind: StepKind, versions: readonly Procedure[]): readonly StepOfVersion[] =>
  versions.flatMap(({ code, version, steps }) =>
    Object.entries(steps).flatMap(([step, { kind: own }]) => (own === kind ? [{ code, version, step }] : [])),
  );

/** The codes of all steps of a kind; with a step, that one where it is of the kind. */
const stepCodes = (kind: StepKind, versions: readonly Procedure[], only: string | undefined): readonly string[] => [
  ...new Set(
    stepsOfKind(kind, versions)
      .map(({ step }) => step)
      .filter((step) => only === undefined || step === only),
  ),
];

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
export function span(from: LocalDate | undefined, to: LocalDate | undefined): Span | undefined {
  if (from === undefined && to === undefined) return undefined;
  return {
    ...(from === undefined ? {} : { from: instantAt(from, '00:00') }),
    ...(to === undefined ? {} : { to: endOf(to) }),
  };
}
