import {
  type Act,
  actRule,
  type ClockTrigger,
  type Happening,
  isTriggered,
  mayTrigger,
  type Procedure,
} from '#libs/domain/procedure';
import type { DossierState } from '../dossier.state.js';
import type { DecidedAct } from './decided-act.js';
import type { FactsOfAnAct } from './deadline-book.js';
import { ANSWER_CLOCK } from './terms.js';

/** What an act was, as the procedure's clocks see it: where it was done, which steps it left and which it came to. */
export function happened({ dossier }: FactsOfAnAct, { act, outcome, before, procedure }: DecidedAct): Happening {
  const moved = dossier.step !== before.step;
  return {
    act,
    ...(outcome === undefined ? {} : { outcome }),
    level: procedure.steps[before.step]?.level ?? '',
    left: moved ? [before.step] : [],
    entered: moved ? [dossier.step] : [],
  };
}

/** The facts that meet a clock. */
const metBy = (procedure: Procedure, clock: string): readonly ClockTrigger[] =>
  clock === ANSWER_CLOCK ? ['supplement'] : (procedure.clocks[clock]?.metBy ?? []);

/** Whether what happened is what a clock waited for. */
export const meets = (procedure: Procedure, clock: string, happening: Happening): boolean =>
  isTriggered(metBy(procedure, clock), happening);

/** Whether an act could meet a clock where the dossier is, whatever comes of it. */
export function mayMeet(procedure: Procedure, clock: string, act: Act, { step }: DossierState): boolean {
  const { to, outcomes = {} } = actRule(procedure, step, act) ?? {};
  const targets = [to, ...Object.values(outcomes).map((outcome) => outcome.to)].filter(
    (target) => target !== undefined,
  );
  return mayTrigger(metBy(procedure, clock), {
    act,
    level: procedure.steps[step]?.level ?? '',
    left: targets.some((target) => target !== step) ? [step] : [],
    entered: targets.filter((target) => target !== step),
    outcomes: Object.keys(outcomes),
  });
}
