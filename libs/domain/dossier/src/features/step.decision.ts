import { type Decision, fail, ok, type Refusal, refuse } from '#libs/domain/kernel';
import { actorsOfOutcome, actRule, COMPLETE_STEP, type Outcome } from '#libs/domain/procedure';
import { checkPapers } from '../documents.js';
import { firstRefusal } from '../gate/gate.js';
import { groundOf } from '../gate/ground.js';
import { checkPositionAt } from '../gate/people.js';
import { checkHappened } from '../gate/times.js';
import { checkWindow } from '../gate/window.js';
import { listed, nomineesWhere } from '../nominees.js';
import { awaitedOpinions } from '../opinions.js';
import { type Circumstances, type Feature, nextPlace, type Precondition } from './feature.js';
import { checkWrittenDown } from './session.js';
import { checkGiven } from './step-conditions.js';

/** One way to complete a step, and whether somebody may choose it now. */
export interface StepOutcome {
  readonly step: string;
  readonly outcome: string;
  readonly reason: Outcome['reason'];
  /** Absent when it is possible. */
  readonly refusal?: Refusal;
}

/**
 * Hoàn thành bước: one of the outcomes that the procedure names at this step, by who may choose it, with a reason where it asks
 * for one, not before a time that has to pass first, and not before what it rests on is so.
 */
export const completeStep: Feature<'complete-step'> = (ask) => {
  const { data, rule, place, state, context } = ask;
  const outcome = Object.hasOwn(rule.outcomes ?? {}, data.outcome) ? rule.outcomes?.[data.outcome] : undefined;
  if (!outcome) {
    return refuse('OUTCOME_UNKNOWN', {
      ...groundOf(ask.procedure),
      params: { outcome: data.outcome, step: place, outcomes: Object.keys(rule.outcomes ?? {}) },
    });
  }
  const may = mayChoose(ask, data.outcome, outcome);
  if (!may.ok) return may;
  if (outcome.reason === 'required' && data.reason === undefined) return refuse('REASON_MISSING');
  const told = firstRefusal(
    () => checkHappened(context, data.letter?.date, data.session?.heldOn, data.session?.minutes.date),
    () => checkWrittenDown(ask),
  );
  if (!told.ok) return told;
  const { step: _step, ...said } = data;
  const missing = awaitedOpinions(state, place).map(({ opinionId }) => opinionId);
  const unanswered = outcome.given === 'opinion_missing' && missing.length > 0 ? { unanswered: missing } : {};
  return ok([{ type: 'StepCompleted', data: { at: place, ...said, ...unanswered, ...nextPlace(ask, data.outcome) } }]);
};

/** Some outcome is open to who acts; where none is, why the first that is his to choose is not. */
export const mayCompleteStep: Precondition = (circumstances) => {
  const outcomes = stepOutcomes(circumstances);
  // What one's own outcome still waits for says more than that another is somebody else's.
  const own = outcomes.find(({ refusal }) => refusal && !notTheirs.has(refusal.code));
  const refusal = outcomes.some((each) => !each.refusal) ? undefined : (own ?? outcomes[0])?.refusal;
  return refusal ? fail(refusal) : ok(undefined);
};

const notTheirs: ReadonlySet<string> = new Set(['POSITION_NOT_ALLOWED', 'OTHER_UNIT']);

/** The outcomes at a place in the order of the procedure, each open or refused. */
export const stepOutcomes = (circumstances: Circumstances): readonly StepOutcome[] =>
  Object.entries(circumstances.rule.outcomes ?? {}).map(([name, outcome]) => {
    const may = mayChoose(circumstances, name, outcome);
    const told = { step: circumstances.place, outcome: name, reason: outcome.reason };
    return may.ok ? told : { ...told, refusal: may.error };
  });

/** Who may choose an outcome, from when on, and on what it rests. */
function mayChoose(circumstances: Circumstances, name: string, outcome: Outcome): Decision<void> {
  const { procedure, place, state, context } = circumstances;
  if (!context.byLetter) {
    const actors = actorsOfOutcome(procedure, place, COMPLETE_STEP, name);
    const position = checkPositionAt(actors, context.actor, procedure, state);
    if (!position.ok) return position;
  }
  return firstRefusal(
    () => checkWindow(outcome.notBefore, procedure, state, context),
    () => checkGiven(outcome, place, circumstances),
    () => checkPapers(circumstances, COMPLETE_STEP, name),
    () => checkNoDraft(circumstances),
  );
}

/** Where decisions are made, nobody goes back while one names a nominee: the draft is given up first, an issued one cancelled. */
function checkNoDraft({ procedure, place, state }: Circumstances): Decision<void> {
  if (!actRule(procedure, place, 'enter-in-decision')) return ok(undefined);
  const named = nomineesWhere(state, ({ decisionId }) => decisionId !== undefined).map(({ id }) => id);
  return named.length > 0
    ? refuse('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees: listed(named) } })
    : ok(undefined);
}
