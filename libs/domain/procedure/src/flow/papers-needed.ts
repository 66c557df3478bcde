import { type Act, actsOfTheSystem, COMPLETE_STEP } from '../act.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { ActingStep } from '../language/step.schema.js';
import { isActing, outcomeOf, type WayOut, waysOut } from './ways-out.js';

/** Who sends a dossier back, says no or asks for what is missing gives a reason for it, and needs no paper. */
const givenWithReason: ReadonlySet<Act> = new Set(['return', 'reject', 'request-supplement', 'withdraw']);

/**
 * Whether a way out of a step brings the dossier on, so that what must be there is asked for: it leads elsewhere, and nobody has to
 * give a reason for it. What the system takes note of has happened in another stream, whatever is missing here.
 */
function goesOn(name: string, step: ActingStep, { act, outcome, to }: WayOut): boolean {
  if (to === name || givenWithReason.has(act) || actsOfTheSystem.has(act)) return false;
  const chosen = act === COMPLETE_STEP ? step.acts[act]?.outcomes?.[outcome ?? ''] : undefined;
  return chosen === undefined || outcomeOf(chosen).reason !== 'required';
}

/** Giấy tờ phải có: the papers that a step demands of a way out of it, by their codes. */
export function papersOfWay({ steps }: ProcedureDocument, name: string, way: WayOut): readonly string[] {
  const step = steps[name];
  if (!step || !isActing(step)) return [];
  return goesOn(name, step, way) ? (step.needs?.documents ?? []) : [];
}

/**
 * The papers that an act at a step demands; of a completion, with one outcome. What the engine finds out by itself (passed, none
 * passed) is one act, and demands them whichever comes of it. Acts beside the way demand none.
 */
export function papersOfAct(procedure: ProcedureDocument, name: string, act: Act, outcome?: string): readonly string[] {
  const step = procedure.steps[name];
  const ways = step ? waysOut(name, step).filter((way) => way.act === act) : [];
  const meant = outcome === undefined ? ways : ways.filter((way) => way.outcome === outcome);
  return [...new Set(meant.flatMap((way) => papersOfWay(procedure, name, way)))];
}
