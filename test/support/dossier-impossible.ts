import { type DossierFact, type DossierState, holdersOf, type NomineeState } from '#libs/domain/dossier';
import { actRule, isActing } from '#libs/domain/procedure';
import { allProcedures } from './procedures.js';

interface Moment {
  readonly before: DossierState | undefined;
  readonly facts: readonly DossierFact[];
  readonly after: DossierState;
}

type Impossible = (moment: Moment) => boolean;

const some =
  (is: (nominee: NomineeState, state: DossierState) => boolean): Impossible =>
  ({ after }) =>
    [...after.nominees.values()].some((nominee) => is(nominee, after));

const procedureOf = ({ procedure, procedureCode }: DossierState) =>
  allProcedures.find(({ code, hash }) => (procedure ? hash === procedure.hash : code === procedureCode));

const stepOf = (state: DossierState) => procedureOf(state)?.steps[state.step];

const actsAt = (state: DossierState) => {
  const step = stepOf(state);
  return step && isActing(step) ? step.acts : undefined;
};

const ticking = ({ deadlines }: DossierState) =>
  [...deadlines.values()].filter(({ state }) => state === 'running' || state === 'paused');

function isHeld(state: DossierState, clock: string): boolean {
  const procedure = procedureOf(state);
  const rule = procedure?.clocks[clock];
  if (state.suspended || !procedure) return state.suspended && rule?.binding !== 'not_before';
  if (rule && state.places.some((place) => rule.pausedAt.includes(place))) return true;
  return (
    rule !== undefined && rule.onSupplement !== 'run_on' && actRule(procedure, state.step, 'supplement') !== undefined
  );
}

/** Acts that may bring the dossier to its next place, or its council's result out, must not happen while it is suspended. */
const MOVING = new Set(['DossierReceived', 'DossierAppraised', 'DossierVoted', 'DossierApproved']);

/** States that no sequence of acts may ever reach, each with the harm it would do. */
export const impossible: Readonly<Record<string, Impossible>> = {
  'a nominee approved without having passed the vote': some(
    ({ approval, vote }) => approval?.approved === true && vote?.passed !== true,
  ),
  'a nominee approved whom the verdict ruled out': some(
    ({ approval, verdict }) => approval?.approved === true && verdict?.verdict !== 'qualified',
  ),
  'a nominee voted on who was not found qualified': some(
    ({ vote, verdict }) => vote !== undefined && verdict?.verdict !== 'qualified',
  ),
  'a nominee in a decision without an approval': some(
    ({ decisionId, approval }) => decisionId !== undefined && approval?.approved !== true,
  ),
  'a nominee entered in a second decision while in a first': ({ before, facts }) =>
    facts.some(
      (fact) =>
        fact.type === 'NomineesEnteredInDecision' &&
        fact.data.nominees.some((id) => before?.nominees.get(id)?.decisionId !== undefined),
    ),
  'a dossier put on a second letter while it waits on a first, or carried by one on which it does not stand': ({
    before,
    facts,
  }) =>
    facts.some((fact) => {
      const on = before?.submission;
      if (fact.type === 'DossierEnteredInSubmission') return on !== undefined && !on.carried;
      if (fact.type !== 'DossierForwarded' && fact.type !== 'StepCompleted') return false;
      return fact.data.submissionId !== undefined && fact.data.submissionId !== on?.id;
    }),
  'a decision received that names no decision, or conferred without one': some(
    ({ decisionId, decided, conferred }) =>
      (decided === true && decisionId === undefined) || (conferred === true && decided !== true),
  ),
  'an approval that answers for some only': ({ after }) => {
    const answered = [...after.nominees.values()].filter(({ approval }) => approval !== undefined).length;
    return answered > 0 && answered < after.nominees.size;
  },
  'a clock that outlives the dossier': ({ after }) =>
    stepOf(after)?.kind === 'end' && (ticking(after).length > 0 || after.awaited.size > 0),
  'a dossier that is over and still suspended': ({ after }) => after.suspended && stepOf(after)?.kind === 'end',
  'a nominee both gone and here': ({ after }) =>
    [...after.detached, ...after.escalated].some(({ nominees }) => nominees.some((id) => after.nominees.has(id))),
  'an id given twice': ({ before, facts }) =>
    facts.some((fact) => {
      if (fact.type !== 'NomineesAdded') return false;
      const left = before ? [...before.detached, ...before.escalated] : [];
      const gone = left.flatMap(({ nominees }) => nominees);
      return fact.data.nominees.some(({ id }) => before?.nominees.has(id) === true || gone.includes(id));
    }),
  'a receipt without a pin, or a pin without a receipt': ({ after }) =>
    (after.receivedAt === undefined) !== (after.procedure === undefined),
  'a pin that changes': ({ before, after }) =>
    before?.procedure !== undefined && before.procedure.hash !== after.procedure?.hash,
  // Its decision is issued in another stream: of that it takes note, standing still or not.
  'a dossier of another award that begins with anything but people and papers': ({ before, facts, after }) =>
    before === undefined &&
    facts.some(({ type }) => type === 'EscalatedDossierOpened') &&
    (after.procedure !== undefined ||
      after.submittedAt !== undefined ||
      after.receivedAt !== undefined ||
      after.suspended ||
      after.deadlines.size + after.awaited.size + after.opinions.size + after.notices.size > 0 ||
      Object.keys(after.actors).length > 0 ||
      [...after.nominees.values()].some(({ verdict, vote, approval }) => verdict ?? vote ?? approval)),
  'a suspended dossier that moves on': ({ before, after, facts }) =>
    before?.suspended === true &&
    !facts.some(({ type }) => type === 'DecisionReceived') &&
    (facts.some(({ type }) => MOVING.has(type)) || (after.step !== before.step && after.step !== 'withdrawn')),
  'a step that the procedure does not have': ({ after }) => stepOf(after) === undefined,
  'an empty dossier after its receipt': ({ after }) => after.receivedAt !== undefined && after.nominees.size === 0,
  'a dossier at the signing with nobody left to decide about: it would wait forever': ({ after }) =>
    stepOf(after)?.kind === 'sign' &&
    actsAt(after)?.['receive-decision'] !== undefined &&
    ![...after.nominees.values()].some(({ approval, decided }) => approval?.approved === true && !decided),
  'a dossier past the signing with somebody approved whom no decision names': ({ after }) =>
    actsAt(after)?.confer !== undefined &&
    [...after.nominees.values()].some(({ approval, decided }) => approval?.approved === true && !decided),
  'a next id that somebody has already': ({ after }) => after.nominees.has(`N${after.nomineesNumbered + 1}`),
  'a clock stopped after it had run out': ({ before, facts }) =>
    facts.some((fact) => {
      if (fact.type !== 'DeadlinePaused') return false;
      const due = before?.deadlines.get(fact.data.deadlineId)?.terms.dueAt;
      return due !== undefined && fact.data.pausedAt > due;
    }),
  'a missed deadline that does not say when': ({ after }) =>
    [...after.deadlines.values()].some(({ state, missedAt }) => state === 'missed' && missedAt === undefined),
  'a clock that stands still while nothing holds it': ({ after }) =>
    ticking(after).some(({ state, terms }) => state === 'paused' && !isHeld(after, terms.clock)),
  'a clock that runs on while it is held, though it had not run out': ({ after }) =>
    ticking(after).some(
      ({ state, terms }) => state === 'running' && isHeld(after, terms.clock) && terms.dueAt >= after.placeSince,
    ),
  'two turns of one clock at once': ({ after }) => {
    // Each body that was asked has its own.
    const clocks = [...ticking(after).map(({ terms }) => terms), ...after.awaited.values()].map(
      ({ clock, opinionId = '' }) => `${clock} ${opinionId}`,
    );
    return new Set(clocks).size < clocks.length;
  },
  'a clock both set and waiting for its calendar': ({ after }) =>
    [...after.awaited.keys()].some((id) => after.deadlines.has(id)),
  'a missed deadline that forgets it, or moves': ({ before, after }) =>
    [...(before?.deadlines.values() ?? [])].some(({ missedAt, terms }) => {
      const now = after.deadlines.get(terms.deadlineId);
      return missedAt !== undefined && (now?.missedAt !== missedAt || now.terms.dueAt !== terms.dueAt);
    }),
  'a deadline met after its moment that is not called late': ({ before, facts }) =>
    facts.some((fact) => {
      if (fact.type !== 'DeadlineMet') return false;
      const was = before?.deadlines.get(fact.data.deadlineId);
      return was !== undefined && was.state !== 'paused' && fact.data.late !== fact.data.metAt > was.terms.dueAt;
    }),
  'two holders of one role, of whom the second took it without a word about the first': ({ before, facts }) =>
    facts.some((fact) => {
      if (fact.type !== 'DossierClaimed' && fact.type !== 'DossierAssigned') return false;
      const was = before && holdersOf(before)[fact.data.role];
      if (!was || was.accountId === fact.data.accountId) return false;
      return fact.type === 'DossierClaimed' || fact.data.from?.accountId !== was.accountId;
    }),
  'a holder in another body than the one at which the dossier lies': ({ after }) =>
    Object.entries(holdersOf(after)).some(
      ([role, { unitId }]) => unitId !== (role === 'submitter' ? after.submittingUnitId : after.bodyId),
    ),
  'a holder of a dossier that is over': ({ after }) =>
    stepOf(after)?.kind === 'end' && Object.keys(holdersOf(after)).length > 0,
  'work given back that nobody held': ({ before, facts }) =>
    facts.some(
      (fact) =>
        fact.type === 'DossierReleased' &&
        (!before || holdersOf(before)[fact.data.role]?.accountId !== fact.data.accountId),
    ),
  'a holder who changes without a fact that says so': ({ before, after, facts }) =>
    before !== undefined &&
    JSON.stringify(holdersOf(before)) !== JSON.stringify(holdersOf(after)) &&
    !facts.some(({ type }) => type === 'DossierClaimed' || type === 'DossierAssigned' || type === 'DossierReleased'),
  'a readable file in a secret dossier': ({ after }) =>
    after.secrecy !== 'none' && after.documents.some(({ stub, sealed }) => !stub && !sealed),
};

/** Which impossible things are true after an act. */
export const impossibleAfter = (moment: Moment): string[] =>
  Object.entries(impossible).flatMap(([name, is]) => (is(moment) ? [name] : []));
