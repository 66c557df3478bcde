import { type Decision, type Instant, type Refusal, ok } from '#libs/domain/kernel';
import { type Act, actRule, COMPLETE_STEP, type Procedure } from '#libs/domain/procedure';
import { mayMeet } from '../clocks/happening.js';
import { openClocks } from '../clocks/deadline-book.js';
import { checkComplete } from '../documents.js';
import { clockCommands, dossierCommands, ruleCommands } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { otherAwards } from '../features/escalation.decision.js';
import { extendable, mayExtend } from '../features/deadlines.decision.js';
import { favourableRules, type FavourableRule, mayApplyFavourable } from '../features/favourable.decision.js';
import { type StepOutcome, stepOutcomes } from '../features/step.decision.js';
import { procedureFor } from '../gate/procedure-for.js';
import { mayAct } from './may-act.js';

export type PeoplesCommand = keyof typeof dossierCommands & Act;

/** Commands that no step of a procedure names. */
export type CommandBesideSteps = keyof typeof clockCommands | keyof typeof ruleCommands;

/** The soonest open clock that an act would meet. */
export interface ActUntil {
  readonly clock: string;
  readonly dueAt: Instant;
  readonly missed: boolean;
}

/** One command of the catalogue: whether somebody may give it now, and if not, why. */
export interface AllowedCommand {
  readonly command: PeoplesCommand | CommandBesideSteps;
  /** Absent when it is possible. */
  readonly refusal?: Refusal;
  /** For a possible one whose clock has a moment. A clock that stands still has none. */
  readonly until?: ActUntil;
  /** Of a possible completion of a step: what it may be completed with, at each place where this position may. */
  readonly outcomes?: readonly StepOutcome[];
  /** Of a possible extension: the clocks that can be given more time. */
  readonly deadlines?: readonly string[];
  /** Of a possible application of a later rule: those that are marked as more favourable (R2). */
  readonly rules?: readonly FavourableRule[];
  /** Of a possible proposal for another award: which may be chosen, and their grades where they have several. */
  readonly awards?: readonly OtherAward[];
}

/** An award for which nominees may be proposed instead. */
export type OtherAward = Pick<Procedure, 'code' | 'names' | 'subjects' | 'grades'>;

/**
 * Every command of the catalogue for an actor, as of `context.now`. A no is the refusal that the command itself would get,
 * whatever its data say; a yes means that it passes with the right data. It speaks of acts that hold from now on: one that is
 * recorded late is judged by the day from which it holds. Pure, and costs one walk over the nominees for each command.
 */
export function allowedCommands(state: DossierState, context: DossierContext): readonly AllowedCommand[] {
  const now = { ...context, effectiveAt: context.now };
  const acts = (Object.keys(dossierCommands) as PeoplesCommand[]).map((command) => allowedAct(command, state, now));
  return [...acts, allowedExtension(state, now), allowedRules(state, now)];
}

function allowedAct(command: PeoplesCommand, state: DossierState, now: DossierContext): AllowedCommand {
  if (command === COMPLETE_STEP) return allowedCompletion(state, now);
  const may = mayAct(command, state, now);
  if (!may.ok) return { command, refusal: may.error };
  const until = soonest(state, (clock) => mayMeet(may.value, clock, command));
  const awards = command === 'escalate-nominees' ? { awards: otherAwards(state, now).map(awardOf) } : {};
  return { command, ...(until ? { until } : {}), ...awards };
}

const awardOf = ({ code, names, subjects, grades }: Procedure): OtherAward => ({
  code,
  names,
  subjects,
  ...(grades ? { grades } : {}),
});

function allowedExtension(state: DossierState, now: DossierContext): AllowedCommand {
  const command = 'extend-deadline';
  const may = mayExtend(state, now);
  return may.ok ? { command, deadlines: extendable(state, now.effectiveAt) } : { command, refusal: may.error };
}

function allowedRules(state: DossierState, now: DossierContext): AllowedCommand {
  const command = 'apply-favourable';
  const may = mayApplyFavourable(state, now);
  return may.ok ? { command, rules: favourableRules(state, now) } : { command, refusal: may.error };
}

/** Two branches may both have a step to be completed, each with outcomes of its own. */
function allowedCompletion(state: DossierState, now: DossierContext): AllowedCommand {
  const command = COMPLETE_STEP;
  const admitted = state.places.flatMap((step) => {
    const may = mayAct(command, state, now, { step });
    return may.ok ? [may.value] : [];
  });
  if (admitted.length === 0) {
    const may = mayAct(command, state, now);
    return may.ok ? { command } : { command, refusal: may.error };
  }
  const until = soonest(state, (clock) => admitted.some((admission) => mayMeet(admission, clock, command)));
  const outcomes = admitted.flatMap((admission) => stepOutcomes({ ...admission, state, context: now }));
  return { command, ...(until ? { until } : {}), outcomes };
}

function soonest(state: DossierState, isMet: (clock: string) => boolean): ActUntil | undefined {
  const running = openClocks(state).filter(({ state, terms }) => state !== 'paused' && isMet(terms.clock));
  const [first] = running.toSorted((one, other) => (one.terms.dueAt < other.terms.dueAt ? -1 : 1));
  return first && { clock: first.terms.clock, dueAt: first.terms.dueAt, missed: first.state === 'missed' };
}

/**
 * Whether the next receipt would find the dossier full: refuses as the receipt would (`DOCUMENTS_MISSING`,
 * `DOCUMENT_FORM_WRONG`, `NO_PROCEDURE_IN_FORCE`), whoever asks and wherever the dossier stands.
 */
export function readyForReceipt(state: DossierState, context: DossierContext): Decision<void> {
  const governing = procedureFor('receive', state, { ...context, effectiveAt: context.now });
  if (!governing.ok) return governing;
  const complete = checkComplete(governing.value, state, nextReceipt(governing.value, state));
  return complete.ok ? ok(undefined) : complete;
}

/** The step of the receipt that comes next: where it lies already at one, else the first of the way. */
function nextReceipt(procedure: Procedure, { places }: DossierState): string | undefined {
  const steps = [...places, ...Object.keys(procedure.steps)];
  return steps.find((step) => actRule(procedure, step, 'receive') !== undefined);
}
