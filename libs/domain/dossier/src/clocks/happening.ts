import {
  type Act,
  ANSWER_CLOCK,
  type ClockTrigger,
  enteredAt,
  type Happening,
  isTriggered,
  mayTrigger,
  type Procedure,
} from '#libs/domain/procedure';
import type { Admission } from '../gate/gate.js';
import type { DecidedAct } from './decided-act.js';
import type { FactsOfAnAct } from './deadline-book.js';

/** What an act was, as the procedure's clocks see it: where it was done, which steps it left and which it came to. */
export function happened({ dossier }: FactsOfAnAct, { act, outcome, place, before, procedure }: DecidedAct): Happening {
  return {
    act,
    ...(outcome === undefined ? {} : { outcome }),
    level: procedure.steps[place]?.level ?? '',
    left: before.places.filter((step) => !dossier.places.includes(step)),
    entered: dossier.places.filter((step) => !before.places.includes(step)),
  };
}

/** The facts that meet a clock. */
const metBy = (procedure: Procedure, clock: string): readonly ClockTrigger[] =>
  clock === ANSWER_CLOCK ? ['supplement'] : (procedure.clocks[clock]?.metBy ?? []);

/** Whether what happened is what a clock waited for. */
export const meets = (procedure: Procedure, clock: string, happening: Happening): boolean =>
  isTriggered(metBy(procedure, clock), happening);

/** Whether an act could meet a clock at a place, whatever comes of it. */
export function mayMeet(
  { procedure, place, rule: { to, outcomes = {} } }: Admission,
  clock: string,
  act: Act,
): boolean {
  const targets = [to, ...Object.values(outcomes).map((outcome) => outcome.to)].filter(
    (target) => target !== undefined,
  );
  return mayTrigger(metBy(procedure, clock), {
    act,
    level: procedure.steps[place]?.level ?? '',
    left: targets.some((target) => target !== place) ? [place] : [],
    entered: targets.flatMap((target) => (target === place ? [] : enteredAt(procedure, target))),
    outcomes: Object.keys(outcomes),
  });
}
