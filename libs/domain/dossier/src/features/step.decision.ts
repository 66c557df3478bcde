import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { actorsOfOutcome, COMPLETE_STEP, type Outcome } from '#libs/domain/procedure';
import { checkPositionAt } from '../gate/people.js';
import { checkHappened } from '../gate/times.js';
import { checkWindow } from '../gate/window.js';
import { awaitedOpinions } from '../opinions.js';
import { type Circumstances, type Feature, nextPlace, type Precondition } from './feature.js';
import { checkGiven } from './step-conditions.js';

/** Whether one of the outcomes can be chosen: by who may choose it, after the time that has to pass, on what it rests. */
export const mayCompleteStep: Precondition = (circumstances) => {
  const answers = Object.entries(circumstances.rule.outcomes ?? {}).map(([name, outcome]) => ({
    mine: mayChoose(name, circumstances),
    answer: choosable(name, outcome, circumstances),
  }));
  if (answers.some(({ answer }) => answer.ok)) return ok(undefined);
  // What an outcome of one's own still waits for says more than that another is somebody else's.
  return (answers.find(({ mine }) => mine.ok) ?? answers[0])?.answer ?? ok(undefined);
};

const mayChoose = (name: string, { procedure, place, state, context }: Circumstances) =>
  checkPositionAt(actorsOfOutcome(procedure, place, COMPLETE_STEP, name), context.actor, procedure, state);

function choosable(name: string, outcome: Outcome, circumstances: Circumstances): Decision<void> {
  const position = mayChoose(name, circumstances);
  if (!position.ok) return position;
  const window = checkWindow(outcome.notBefore, circumstances.state, circumstances.context);
  return window.ok ? checkGiven(outcome, circumstances.place, circumstances) : window;
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
      params: { outcome: data.outcome, step: place, outcomes: Object.keys(rule.outcomes ?? {}) },
    });
  }
  const position = mayChoose(data.outcome, ask);
  if (!position.ok) return position;
  if (outcome.reason === 'required' && data.reason === undefined) return refuse('REASON_MISSING');
  const choice = choosable(data.outcome, outcome, ask);
  if (!choice.ok) return choice;
  const happened = checkHappened(context, data.letter?.date);
  if (!happened.ok) return happened;
  const { step: _step, ...said } = data;
  const missing = awaitedOpinions(state, place).map(({ opinionId }) => opinionId);
  const unanswered = outcome.given === 'opinion_missing' && missing.length > 0 ? { unanswered: missing } : {};
  return ok([{ type: 'StepCompleted', data: { at: place, ...said, ...unanswered, ...nextPlace(ask, data.outcome) } }]);
};
