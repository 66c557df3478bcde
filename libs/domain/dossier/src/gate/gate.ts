import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { type Act, type ActRule, actRule, possibleWhileSuspended, type Procedure } from '#libs/domain/procedure';
import { systemCommands } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { awaitedUntil } from '../unfinished-act.js';
import { groundOf } from './ground.js';
import { checkFourEyes, checkPositionAt } from './people.js';
import { procedureFor } from './procedure-for.js';
import { backdatingAt, checkAfterArrival, checkBackdating, checkNotInFuture } from './times.js';
import { checkWindow } from './window.js';

/** Where two branches know an act: the step that is meant, or the outcome by which it is found. */
export interface Aim {
  readonly step?: string | undefined;
  readonly outcome?: string;
}

/** What the gate found out for the act behind it. */
export interface Admission {
  readonly procedure: Procedure;
  /** The place at which it is done. */
  readonly place: string;
  readonly rule: ActRule;
}

/**
 * The questions that every act on a dossier has to pass, in this order: is it possible here, for this position, in this unit,
 * for this person, and from this moment on.
 */
export function admit(act: Act, state: DossierState, context: DossierContext, aim: Aim = {}): Decision<Admission> {
  const answers = admissions(act, state, context, aim);
  if (!answers.ok) return answers;
  return answers.value.find((answer) => answer.ok) ?? answers.value[0] ?? refuse('NOT_POSSIBLE_AT_STEP');
}

/** What the gate says at each place that knows the act, at least one; a refusal where none does. */
export function admissions(
  act: Act,
  state: DossierState,
  context: DossierContext,
  aim: Aim = {},
): Decision<readonly Decision<Admission>[]> {
  const notFuture = checkNotInFuture(context);
  if (!notFuture.ok) return notFuture;
  const governing = procedureFor(act, state, context);
  if (!governing.ok) return governing;
  const procedure = governing.value;

  const closing = act === 'reject' && procedure.sideActs.reject !== undefined;
  if (state.suspended && !possibleWhileSuspended.has(act) && !closing)
    return refuse('DOSSIER_SUSPENDED', { rule: 'R18' });
  const possible = state.places.flatMap((place): Admission[] => {
    const rule = aim.step === undefined || aim.step === place ? actRule(procedure, place, act) : undefined;
    return rule ? [{ procedure, place, rule }] : [];
  });
  if (possible.length === 0) {
    return refuse('NOT_POSSIBLE_AT_STEP', { ...groundOf(procedure), params: { step: aim.step ?? state.step } });
  }
  // Where two branches know the act, the one at which this position may do it is meant.
  const meant = possible.filter(
    ({ rule }) => aim.outcome !== undefined && Object.hasOwn(rule.outcomes ?? {}, aim.outcome),
  );
  return ok((meant.length > 0 ? meant : possible).map((each) => admitAt(act, each, state, context)));
}

function admitAt(act: Act, admission: Admission, state: DossierState, context: DossierContext): Decision<Admission> {
  const { procedure, place, rule } = admission;
  const bySystem = act in systemCommands || context.byLetter === true;
  const asked = bySystem ? [...rule.actors, { role: 'system' as const, level: '' }] : rule.actors;
  const position = checkPositionAt(asked, context.actor, procedure, state);
  if (!position.ok) return position;
  const passed = firstRefusal(
    // Kết thúc hồ sơ đang dừng: beside its way the authority ends what stands still, and nothing else.
    () => (act === 'reject' && rule.beside && !state.suspended ? refuse('DOSSIER_NOT_SUSPENDED') : ok(undefined)),
    // Who only writes down what somebody outside did judges nothing.
    () =>
      position.value.recording || context.byLetter
        ? ok(undefined)
        : checkFourEyes(rule.notSameAs, context.actor, state.actors),
    // When a fact of another stream holds was judged there; a reaction may reach this dossier days later.
    () => (bySystem ? ok(undefined) : checkBackdating(backdatingAt(procedure, place), context)),
    () => (bySystem ? ok(undefined) : checkAfterArrival(state.placeSince, context)),
    // What follows from a fact of another stream is told once, and does not wait.
    () => (bySystem ? ok(undefined) : checkFinished(state, context)),
    () => checkWindow(rule.notBefore, procedure, state, context),
  );
  return passed.ok ? ok(admission) : passed;
}

/** Refuses `COMMAND_UNFINISHED` while the rest of somebody's long list is on its way: nobody should go on with half of it. */
function checkFinished({ unfinished }: DossierState, { now }: DossierContext): Decision<void> {
  if (unfinished === undefined || now >= awaitedUntil(unfinished)) return ok(undefined);
  const { act, part, of } = unfinished;
  return refuse('COMMAND_UNFINISHED', { params: { act, part, of, until: awaitedUntil(unfinished) } });
}

/** Asks one question after the other until one is refused. */
export function firstRefusal(...questions: readonly (() => Decision<void>)[]): Decision<void> {
  for (const question of questions) {
    const answer = question();
    if (!answer.ok) return answer;
  }
  return ok(undefined);
}
