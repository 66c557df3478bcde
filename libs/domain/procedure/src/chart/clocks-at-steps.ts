import { enteredAt } from '../flow/marking.js';
import { isActing, waysOut } from '../flow/ways-out.js';
import { isTriggered } from '../clock-trigger.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/**
 * At which steps a picture shows a clock: those that name it as the one under which they work; where none does, the steps to
 * which the acts lead that start it, so that no limit goes unseen.
 */
export function clocksAtSteps(
  procedure: ProcedureDocument,
  usual: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const shown = new Map<string, string[]>();
  const show = (step: string, clock: string): void => {
    const clocks = shown.get(step) ?? [];
    if (!clocks.includes(clock)) shown.set(step, [...clocks, clock]);
  };
  const named = new Set<string>();
  for (const [name, step] of Object.entries(procedure.steps)) {
    if (!isActing(step)) continue;
    for (const clock of step.clocks) {
      named.add(clock);
      show(name, clock);
    }
  }
  for (const clock of Object.keys(procedure.clocks)) {
    if (named.has(clock)) continue;
    const steps = startedFor(procedure, clock);
    const onWay = steps.filter((step) => usual.includes(step));
    for (const step of onWay.length > 0 ? onWay : steps) show(step, clock);
  }
  return shown;
}

/** The steps that a dossier comes to by an act that starts a clock. */
function startedFor(procedure: ProcedureDocument, clock: string): readonly string[] {
  const triggers = procedure.clocks[clock]?.startsOn ?? [];
  return Object.entries(procedure.steps).flatMap(([name, step]) =>
    waysOut(name, step).flatMap(({ act, outcome, to }) => {
      const entered = enteredAt(procedure, to);
      const happening = {
        act,
        level: step.level,
        left: [name],
        entered,
        ...(outcome === undefined ? {} : { outcome }),
      };
      return isTriggered(triggers, happening) ? entered.filter((each) => procedure.steps[each]?.kind !== 'end') : [];
    }),
  );
}
