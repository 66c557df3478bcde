import { actRule, acts, isActing, type Procedure } from '#libs/domain/procedure';
import type { DossierState, MaybeDossier } from '../dossier.state.js';
import { dossierCommands } from '../dossier.commands.js';
import { listed } from '../nominees.js';
import type { OtherDeadline, Parting } from './rehearsal.js';

/** How a dossier ended under a version; `undefined` while it goes on. */
export function endOf(procedure: Procedure | undefined, dossier: DossierState): string | undefined {
  const step = procedure?.steps[dossier.step];
  return step?.kind === 'end' ? step.outcome : undefined;
}

type Found = Pick<Parting, 'kind' | 'nominees' | 'recorded' | 'rehearsed'>;

/** Whether the two ways answered otherwise about somebody, or one of them ended otherwise. */
export function otherAnswer(
  was: DossierState,
  would: DossierState,
  governed: Procedure | undefined,
  draft: Procedure,
): Found | undefined {
  const others = [...was.nominees.values()].filter((nominee) => {
    const rehearsed = would.nominees.get(nominee.id);
    return (
      nominee.vote?.passed !== rehearsed?.vote?.passed || nominee.approval?.approved !== rehearsed?.approval?.approved
    );
  });
  if (others.length > 0) return { kind: 'other_result', nominees: listed(others.map(({ id }) => id)) };
  const [recorded, rehearsed] = [endOf(governed, was), endOf(draft, would)];
  if (recorded === rehearsed) return undefined;
  return { kind: 'other_end', recorded: recorded ?? was.step, rehearsed: rehearsed ?? would.step };
}

const peoplesActs: ReadonlySet<string> = new Set(Object.keys(dossierCommands));
/** Who holds the work says nothing of the way. */
const aboutWork: ReadonlySet<string> = new Set(['claim', 'assign', 'release']);

/** What can be done where a dossier is, and by whom: acts that lead on or judge, each with its roles. */
function possible(procedure: Procedure | undefined, { places }: DossierState): string {
  if (!procedure) return '';
  const here = places.flatMap((place) =>
    acts.flatMap((act) => {
      const step = procedure.steps[place];
      if (!step || !isActing(step) || step.acts[act] === undefined || aboutWork.has(act)) return [];
      const rule = actRule(procedure, place, act);
      if (!rule || !peoplesActs.has(act)) return [];
      return [`${act}:${[...rule.roles].sort().join('+')}`];
    }),
  );
  return [...new Set(here)].sort().join(' ');
}

/** Whether other acts are possible where the two ways have led, or to others. Two names for the same place are no difference. */
export function otherActs(
  was: DossierState,
  would: DossierState,
  governed: Procedure | undefined,
  draft: Procedure,
): Found | undefined {
  if (governed === undefined || possible(governed, was) === possible(draft, would)) return undefined;
  return { kind: 'other_acts', recorded: was.step, rehearsed: would.step };
}

/** The moment of a clock: `null` while it waits for its calendar, `undefined` where there is no such clock. */
const dueIn = (dossier: DossierState, id: string): string | null | undefined =>
  dossier.awaited.has(id) ? null : dossier.deadlines.get(id)?.terms.dueAt;

const clockIds = (was: DossierState, would: DossierState): ReadonlySet<string> =>
  new Set([...was.deadlines.keys(), ...was.awaited.keys(), ...would.deadlines.keys(), ...would.awaited.keys()]);

/** The clocks whose moments differ, by id. */
export const otherClocks = (was: DossierState, would: DossierState): readonly string[] =>
  [...clockIds(was, would)].filter((id) => dueIn(was, id) !== dueIn(would, id));

/** A clock that differs, told with both moments. */
export function otherDeadline(
  deadlineId: string,
  was: DossierState,
  would: MaybeDossier,
  since: Pick<OtherDeadline, 'step' | 'act'>,
): OtherDeadline {
  const [recorded, rehearsed] = [was.deadlines.get(deadlineId), would?.deadlines.get(deadlineId)];
  const from = was.awaited.has(deadlineId) ? undefined : recorded?.terms.dueAt;
  const to = would?.awaited.has(deadlineId) ? undefined : rehearsed?.terms.dueAt;
  const terms = recorded?.terms ?? rehearsed?.terms ?? was.awaited.get(deadlineId) ?? would?.awaited.get(deadlineId);
  const late = { recorded: recorded?.late === true, rehearsed: rehearsed?.late === true };
  return {
    deadlineId,
    clock: terms?.clock ?? deadlineId,
    ...since,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(late.recorded === late.rehearsed ? {} : { late }),
  };
}
