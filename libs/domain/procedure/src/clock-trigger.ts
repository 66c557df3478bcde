import type { ProcedureAct } from './act.js';
import type { ClockTrigger } from './language/clock.schema.js';

/** An act as clocks see it: where it was done, what came of it, and which steps it left and came to. */
export interface Happening {
  readonly act: ProcedureAct;
  readonly level: string;
  readonly outcome?: string;
  readonly left: readonly string[];
  readonly entered: readonly string[];
}

/** Whether a happening is one of the facts that a clock waits for. */
export const isTriggered = (triggers: readonly ClockTrigger[], happening: Happening): boolean =>
  triggers.some((trigger) => triggeredBy(trigger, happening));

function triggeredBy(trigger: ClockTrigger, { act, level, outcome, left, entered }: Happening): boolean {
  if (typeof trigger === 'string') return trigger === act;
  if ('entered' in trigger) return entered.includes(trigger.entered);
  if ('left' in trigger) return left.includes(trigger.left);
  return (
    trigger.act === act &&
    (trigger.level === undefined || trigger.level === level) &&
    (trigger.outcome === undefined || trigger.outcome === outcome)
  );
}

/** Whether an act can be one of these facts, whatever comes of it: what somebody is told before he acts. */
export const mayTrigger = (
  triggers: readonly ClockTrigger[],
  happening: Omit<Happening, 'outcome'> & { readonly outcomes: readonly string[] },
): boolean =>
  triggers.some((trigger) => {
    if (typeof trigger === 'string' || !('act' in trigger)) return triggeredBy(trigger, happening);
    const { outcome, ...rest } = trigger;
    return triggeredBy(rest, happening) && (outcome === undefined || happening.outcomes.includes(outcome));
  });
