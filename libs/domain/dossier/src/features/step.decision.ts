import { ok, refuse } from '#libs/domain/kernel';
import { actorsOfOutcome, COMPLETE_STEP } from '#libs/domain/procedure';
import { checkPositionAt } from '../gate/people.js';
import { checkHappened } from '../gate/times.js';
import { checkWindow } from '../gate/window.js';
import { awaitedOpinions } from '../opinions.js';
import { type Feature, nextPlace } from './feature.js';
import { checkGiven } from './step-conditions.js';

/**
 * Hoàn thành bước: one of the outcomes that the procedure names at this step, by who may choose it, with a reason where it asks
 * for one, not before a time that has to pass first, and not before what it rests on is so.
 */
export const completeStep: Feature<'complete-step'> = (ask) => {
  const { data, rule, place, procedure, state, context } = ask;
  const outcome = Object.hasOwn(rule.outcomes ?? {}, data.outcome) ? rule.outcomes?.[data.outcome] : undefined;
  if (!outcome) {
    return refuse('OUTCOME_UNKNOWN', {
      params: { outcome: data.outcome, step: place, outcomes: Object.keys(rule.outcomes ?? {}) },
    });
  }
  const position = checkPositionAt(
    actorsOfOutcome(procedure, place, COMPLETE_STEP, data.outcome),
    context.actor,
    procedure,
    state,
  );
  if (!position.ok) return position;
  if (outcome.reason === 'required' && data.reason === undefined) return refuse('REASON_MISSING');
  const window = checkWindow(outcome.notBefore, state, context);
  if (!window.ok) return window;
  const given = checkGiven(outcome, place, ask);
  if (!given.ok) return given;
  const happened = checkHappened(context, data.letter?.date);
  if (!happened.ok) return happened;
  const { step: _step, ...said } = data;
  const missing = awaitedOpinions(state, place).map(({ opinionId }) => opinionId);
  const unanswered = outcome.given === 'opinion_missing' && missing.length > 0 ? { unanswered: missing } : {};
  return ok([
    { type: 'StepCompleted', data: { at: place, ...said, ...unanswered, ...nextPlace(ask, data.outcome) } },
  ]);
};
