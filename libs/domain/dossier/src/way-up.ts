import type { Decision, LocalDate } from '#libs/domain/kernel';
import { ok, refuse } from '#libs/domain/kernel';
import { actRule, COMPLETE_STEP, type Outcome, type Procedure } from '#libs/domain/procedure';
import type { DossierCommandOf } from './dossier.commands.js';
import type { DossierState, InSubmission } from './dossier.state.js';

/** To whom a letter goes that carries dossiers up. */
export type Addressee = InSubmission['to'];

interface Letter {
  readonly number: string;
  readonly date: LocalDate;
}

/** The command that a letter to the level above stands for, and what may be said in it. */
export type CommandUp = DossierCommandOf<'forward'> | DossierCommandOf<'complete-step'>;

/**
 * What takes a dossier from where it is to an addressee: it is forwarded to a body that works in the system, or its signing step is
 * completed with the outcome that leads to a level outside. Refuses `DOSSIER_NOT_READY_FOR_SUBMISSION` where nothing leads there.
 */
export function commandUp(
  state: Pick<DossierState, 'id' | 'step' | 'places'>,
  procedure: Procedure,
  to: Addressee,
  letter: Letter,
): Decision<CommandUp> {
  const { level, bodyId } = to;
  for (const place of state.places) {
    if (bodyId !== undefined) {
      const next = actRule(procedure, place, 'forward')?.to;
      if (next === undefined || procedure.steps[next]?.level !== level) continue;
      return ok({ type: 'forward', data: { toBodyId: bodyId, letter } });
    }
    const outcome = outcomeTo(level, place, procedure);
    if (outcome !== undefined) return ok({ type: COMPLETE_STEP, data: { step: place, outcome, letter } });
  }
  return refuse('DOSSIER_NOT_READY_FOR_SUBMISSION', { params: { dossier: state.id, step: state.step, level } });
}

/** A level to which a letter may take what lies at a step. */
export interface WayUp {
  readonly level: string;
  /** It may be addressed to a body that works in the system. */
  readonly toBody: boolean;
  /** It may be addressed to a level outside, whose answers somebody writes down. */
  readonly outside: boolean;
}

/** Where letters lead from a step: every addressee that `commandUp` finds a way to. */
export function waysUp(place: string, procedure: Procedure): readonly WayUp[] {
  const next = actRule(procedure, place, 'forward')?.to;
  const forwarded = next === undefined ? undefined : procedure.steps[next]?.level;
  return procedure.levels.flatMap(({ code }): WayUp[] => {
    const toBody = code === forwarded;
    const outside = outcomeTo(code, place, procedure) !== undefined;
    return toBody || outside ? [{ level: code, toBody, outside }] : [];
  });
}

/** At a step where a letter is signed: the outcome that asks for no reason and leads up to a level. */
function outcomeTo(level: string, place: string, procedure: Procedure): string | undefined {
  const here = procedure.steps[place];
  if (here?.kind !== 'sign' || rankOf(level, procedure) <= rankOf(here.level, procedure)) return undefined;
  const leads = ({ to, reason }: Outcome) => reason !== 'required' && procedure.steps[to]?.level === level;
  const outcomes = actRule(procedure, place, COMPLETE_STEP)?.outcomes ?? {};
  return Object.entries(outcomes).find(([, outcome]) => leads(outcome))?.[0];
}

const rankOf = (level: string, { levels }: Procedure): number => levels.findIndex(({ code }) => code === level);
