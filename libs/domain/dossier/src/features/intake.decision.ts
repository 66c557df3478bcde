import { type Decision, localDateOf, ok, refuse, type RuleId } from '#libs/domain/kernel';
import { bindsForGood, type Criterion, versionInForce } from '#libs/domain/procedure';
import { checkFree } from '../citations.js';
import { checkComplete } from '../documents.js';
import type { DossierFactOf } from '../dossier.events.js';
import { groundOf } from '../gate/ground.js';
import { checkGrades } from '../grades.js';
import { listed } from '../nominees.js';
import { proposalFor } from '../proposals.js';
import { type Ask, type Circumstances, type Feature, type Precondition, nextPlace } from './feature.js';

/** The dossier is full under the version in force on the day of the receipt, for all whom it names (R5, R11). */
export const mayReceive: Precondition = (circumstances) => {
  const { state, procedure, place } = circumstances;
  // It was begun under a version that took dossiers, or comes from elsewhere.
  if (!procedure.receivable)
    return refuse('PROCEDURE_NOT_RECEIVABLE', { ...groundOf(procedure), params: { procedure: procedure.code } });
  if (state.nominees.size === 0) return refuse('NO_NOMINEES');
  if (!procedure.kinds.includes(state.kind))
    return refuse('KIND_NOT_ALLOWED', { ...groundOf(procedure), params: { kind: state.kind } });
  const kinds = new Set([...state.nominees.values()].map(({ kind }) => kind));
  const foreign = [...kinds].filter((kind) => !procedure.subjects.includes(kind));
  if (foreign.length > 0)
    return refuse('SUBJECT_NOT_ALLOWED', { ...groundOf(procedure), params: { subjects: foreign } });
  const graded = checkGrades(
    [...state.nominees.values()].map(({ id, grade }) => ({ place: id, grade })),
    procedure,
  );
  if (!graded.ok) return graded;
  const complete = checkComplete(procedure, state, place);
  if (!complete.ok) return complete;
  const qualified = checkPrerequisites(circumstances);
  return qualified.ok ? checkFree(circumstances.context.taken ?? [], procedure) : qualified;
};

/** Refuses `PREREQUISITE_NOT_MET` where a criterion of the receipt clearly says no; what is unknown is the appraisal's business. */
function checkPrerequisites(circumstances: Circumstances): Decision<void> {
  const failed = [...circumstances.state.nominees.values()].flatMap((nominee) => {
    const findings = proposalFor(nominee, circumstances, 'receipt')?.findings ?? [];
    const failing = findings.find(({ outcome }) => outcome === 'fail');
    return failing ? [{ id: nominee.id, failing }] : [];
  });
  const [first] = failed;
  if (!first) return ok(undefined);
  const { criterion, rule } = first.failing;
  const source = circumstances.procedure.criteria.prerequisites.find(({ id }) => id === criterion)?.source;
  const nominees = listed(failed.filter(({ failing }) => failing.criterion === criterion).map(({ id }) => id));
  return refuse('PREREQUISITE_NOT_MET', {
    rule: rule as RuleId,
    ...(source ? { source } : {}),
    params: { criterion, nominees },
  });
}

/**
 * Tiếp nhận hồ sơ: the full dossier is bound to the version in force on the day of the receipt (R1). The first receipt binds, or the one at
 * the level that decides, where the version says so: until then each binds for the time being, and a later one may bind to another version.
 * Once it is bound, a receipt after a return or at a superior level starts clocks anew under the same version.
 */
export const receive: Feature<'receive'> = (ask) => {
  const { state, procedure } = ask;
  const level = procedure.steps[ask.place]?.level;
  const warnings = warningsOf(ask);
  if (!warnings.ok) return warnings;
  return ok([
    {
      type: 'DossierReceived',
      data: {
        procedure: { code: procedure.code, version: procedure.version, hash: procedure.hash },
        ...binding(ask, level),
        warnings: [...warnings.value],
        ...(state.cluster === undefined ? {} : { cluster: state.cluster }),
        ...(level === undefined ? {} : { level }),
        ...(ask.data.submissionId === undefined ? {} : { submissionId: ask.data.submissionId }),
        ...nextPlace(ask),
      },
    },
  ]);
};

/** Whether the pin is for good, and what it takes the place of. */
function binding(
  { state, procedure }: Ask<'receive'>,
  level: string | undefined,
): Pick<DossierFactOf<'DossierReceived'>['data'], 'provisional' | 'boundBefore'> {
  const before = state.procedure;
  if (before && !state.provisional) return {};
  return {
    ...(bindsForGood(procedure, level) ? {} : { provisional: true as const }),
    ...(before && before.hash !== procedure.hash ? { boundBefore: before } : {}),
  };
}

type ReceiptWarning = DossierFactOf<'DossierReceived'>['data']['warnings'][number];

function warningsOf(ask: Ask<'receive'>): Decision<readonly ReceiptWarning[]> {
  const { state, procedure, context } = ask;
  const ofNominees: ReceiptWarning[] = isWarnedOf(ask) ? ['PREREQUISITE_DOUBTFUL'] : [];
  if (state.procedure && !state.provisional) {
    const doubtful = procedure.carriedOver || procedure.openQuestions;
    return ok([...(doubtful ? (['CONFIDENCE_UNKNOWN'] as const) : []), ...ofNominees]);
  }
  const inForce = versionInForce(procedure.code, context.versions, localDateOf(context.effectiveAt));
  return inForce.ok ? ok([...inForce.value.warnings, ...ofNominees]) : inForce;
}

/** Whether a criterion that only warns says no to somebody (R10 in the month before it held): told, and refused to nobody. */
function isWarnedOf({ state, procedure, context }: Ask<'receive'>): boolean {
  const { criteria } = procedure;
  const prerequisites = criteria.prerequisites
    .filter(({ warnsOnly }) => warnsOnly)
    .map(({ warnsOnly: _warnsOnly, ...criterion }) => criterion as Criterion);
  const asked = { state, context, procedure: { criteria: { ...criteria, prerequisites } } };
  return [...state.nominees.values()].some((nominee) => proposalFor(nominee, asked, 'receipt')?.outcome === 'fail');
}

/** Yêu cầu bổ sung: in writing, with a reason (R8); the day of the answer lies after the day of asking. */
export const requestSupplement: Feature<'request-supplement'> = (ask) => {
  const { data, context } = ask;
  if (!data.reason) return refuse('REASON_MISSING', { rule: 'R8' });
  if (data.answerBy !== undefined && data.answerBy <= localDateOf(context.effectiveAt)) {
    return refuse('ANSWER_DAY_TOO_EARLY', { params: { date: data.answerBy } });
  }
  const unknown = data.items
    .map(({ document }) => document)
    .find((code) => code !== undefined && !ask.procedure.documents.some((component) => component.code === code));
  if (unknown !== undefined) return refuse('DOCUMENT_UNKNOWN', { rule: 'R5', params: { document: unknown } });
  return ok([{ type: 'SupplementRequested', data: { ...data, ...nextPlace(ask) } }]);
};

/** Bổ sung hồ sơ: the unit answers; whether it is enough the officer says. */
export const supplement: Feature<'supplement'> = (ask) =>
  ok([{ type: 'DossierSupplemented', data: { ...ask.data, ...nextPlace(ask) } }]);

/** Trả lại hồ sơ: in writing, with a reason (R8). */
export const returnDossier: Feature<'return'> = (ask) =>
  ask.data.reason
    ? ok([{ type: 'DossierReturned', data: { reason: ask.data.reason, ...nextPlace(ask) } }])
    : refuse('REASON_MISSING', { rule: 'R8' });
