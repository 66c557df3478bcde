import type { Act } from '../act.js';
import { enteredAt } from '../flow/marking.js';
import { isActing, waysOut } from '../flow/ways-out.js';
import { isTriggered, mayTrigger } from '../clock-trigger.js';
import type { ClockTrigger } from '../language/clock.schema.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';

/**
 * At which steps a picture shows a clock: those that name it as the one under which they work; where none does, the steps to
 * which the acts lead that start it or at which it is started, so that no limit goes unseen.
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
    const steps = [...startedFor(procedure, clock), ...startedWithin(procedure, clock)];
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

/** The steps at which an act starts a clock and leads nowhere: a body is asked, a list is posted. */
function startedWithin(procedure: ProcedureDocument, clock: string): readonly string[] {
  const triggers = procedure.clocks[clock]?.startsOn ?? [];
  // What came of such an act the engine says and no file, so it may be each that the clock waits for.
  const outcomes = triggers.flatMap(outcomeAwaited);
  return Object.entries(procedure.steps).flatMap(([name, step]) => {
    if (!isActing(step)) return [];
    const staying = Object.entries(step.acts).flatMap(([act, way]) =>
      way && !way.to && !way.outcomes ? [act as Act] : [],
    );
    const here = { level: step.level, left: [], entered: [], outcomes };
    return staying.some((act) => mayTrigger(triggers, { act, ...here })) ? [name] : [];
  });
}

const outcomeAwaited = (trigger: ClockTrigger): readonly string[] =>
  typeof trigger !== 'string' && 'act' in trigger && trigger.outcome !== undefined ? [trigger.outcome] : [];
