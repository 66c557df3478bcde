import { COMPLETE_STEP } from '../act.js';
import { isActing, outcomeOf, type WayOut, waysOut } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { OutcomeCondition } from '../language/step.schema.js';
import { takerOf } from './people-and-votes.js';
import { canBeDone } from './who-acts.js';

/** What a way rests on. Only the completion of a step asks for it. */
export function conditionOf(
  { steps }: ProcedureDocument,
  name: string,
  { act, outcome }: WayOut,
): OutcomeCondition | undefined {
  const step = steps[name];
  const chosen =
    act === COMPLETE_STEP && step && isActing(step) ? step.acts[act]?.outcomes?.[outcome ?? ''] : undefined;
  return chosen === undefined ? undefined : outcomeOf(chosen).given;
}

/**
 * Whether a way waits for questions that nobody can ask (R41). A question belongs to the step at which it is asked: one that was
 * asked on the way there does not count.
 */
export function waitsForNoQuestion(procedure: ProcedureDocument, name: string, way: WayOut): boolean {
  const given = conditionOf(procedure, name, way);
  return (given === 'opinions_answered' || given === 'opinion_missing') && !canBeDone(procedure, name, 'ask-opinion');
}

/**
 * Whether a way may be shut for good once somebody was asked at its step: nobody there can write down an answer from outside, or
 * take the question back. What goes on without an answer stays open, for a question can always be asked.
 */
export function mayWaitForAnswer(procedure: ProcedureDocument, name: string, way: WayOut): boolean {
  if (way.act !== COMPLETE_STEP || !canBeDone(procedure, name, 'ask-opinion')) return false;
  const given = conditionOf(procedure, name, way);
  const recorded = canBeDone(procedure, name, 'record-opinion') || canPassOver(procedure, name);
  if (given === 'opinions_answered') return !recorded;
  // An answer that came cannot be taken back.
  if (given === 'no_opinion_asked') return true;
  if (given !== undefined) return false;
  const step = procedure.steps[name];
  const silenceHolds = step !== undefined && isActing(step) && step.acts['ask-opinion'] !== undefined;
  return silenceHolds && !recorded && !canBeDone(procedure, name, 'withdraw-opinion');
}

/** Whether somebody can go on without the answers and yet stay: then nobody waits for them any more. */
function canPassOver(procedure: ProcedureDocument, name: string): boolean {
  const step = procedure.steps[name];
  if (!step) return false;
  const staying = waysOut(name, step).filter(({ to }) => to === name);
  return staying.some(
    (way) => conditionOf(procedure, name, way) === 'opinion_missing' && takerOf(procedure, name, way) === 'somebody',
  );
}
