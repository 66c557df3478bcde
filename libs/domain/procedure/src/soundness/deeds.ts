import { type Act, actsOfTheSystem } from '../act.js';
import { actRule } from '../act-rule.js';
import { stepsInBlock } from '../flow/blocks.js';
import { type RoleAtLevel, roleAtLevel } from '../flow/role-at.js';
import { isActing } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { FlowGraph } from './flow-graph.js';

/** The signing of a decision (ký ban hành), which is done in the stream of the decision while the dossier lies at a step. */
export const ISSUE_DECISION = 'issue-decision';

/** One act at one step, as people of one level do it. */
export interface Deed {
  readonly step: string;
  readonly act: string;
  readonly level: string;
  /** Who did one of these on the dossier may not do it. Of one who only writes down what others did nothing is asked. */
  readonly notSameAs: readonly string[];
  /** Where it stands in the file. */
  readonly path: string;
}

/**
 * Everything that four eyes are about (R42): the acts that bar somebody or are barred, each at the level at which it is done. What
 * people of several levels may do is somebody else's wherever it has to be, and is left out.
 */
export function deedsOf(procedure: ProcedureDocument): readonly Deed[] {
  const all = Object.keys(procedure.steps).flatMap((step) => [
    ...actsAt(procedure, step),
    ...issuingAt(procedure, step),
  ]);
  const barring = new Set(all.flatMap(({ notSameAs }) => notSameAs));
  return all.filter(({ act, notSameAs }) => notSameAs.length > 0 || barring.has(act));
}

function actsAt(procedure: ProcedureDocument, name: string): Deed[] {
  const step = procedure.steps[name];
  const own = step && isActing(step) ? Object.keys(step.acts) : [];
  const beside = Object.keys(procedure.sideActs).filter((act) => !own.includes(act));
  return [...own, ...beside].flatMap((key): Deed[] => {
    const act = key as Act;
    const rule = actRule(procedure, name, act);
    if (!rule || actsOfTheSystem.has(act)) return [];
    const path = rule.beside ? `sideActs.${act}.notSameAs` : `steps.${name}.acts.${act}.notSameAs`;
    return levelsOf(procedure, rule.actors).map(({ level, recording }) => ({
      step: name,
      act,
      level,
      notSameAs: recording ? [] : rule.notSameAs,
      path,
    }));
  });
}

/** Decisions are issued where they are received; who signs for a level is asked, whoever of whichever level it is. */
function issuingAt(procedure: ProcedureDocument, name: string): Deed[] {
  const step = procedure.steps[name];
  if (!step || !actRule(procedure, name, 'receive-decision')) return [];
  const { issueRoles, signerNotSameAs } = procedure.decision;
  const issuing = issueRoles.map((role) => ({ role, level: step.level }));
  return levelsOf(procedure, issuing).map(({ level }) => ({
    step: name,
    act: ISSUE_DECISION,
    level,
    notSameAs: signerNotSameAs,
    path: 'decision.signerNotSameAs',
  }));
}

/**
 * The level whose people do something, and those that write it down where nobody of it works here (người liên hệ). None where
 * people of several levels may.
 */
function levelsOf(procedure: ProcedureDocument, actors: readonly RoleAtLevel[]) {
  const people = actors.filter(({ role }) => role !== 'system');
  const [first] = people;
  if (!first || people.some(({ level }) => level !== first.level)) return [];
  const found: { level: string; recording: boolean }[] = [];
  for (let at = first.level; found.length < procedure.levels.length;) {
    const level = procedure.levels.find(({ code }) => code === at);
    if (!level) break;
    if (!level.outside) found.push({ level: at, recording: at !== first.level });
    const recorder = level.recordedBy === undefined ? undefined : roleAtLevel(level.recordedBy, at).level;
    if (recorder === undefined || recorder === at || found.some((each) => each.level === recorder)) break;
    at = recorder;
  }
  return found;
}

type DeedAt = Pick<Deed, 'step' | 'act'>;

/** Whether one deed can be done after another on one dossier. */
export function followers({ procedure, out, forks, joins }: FlowGraph): (before: DeedAt, after: DeedAt) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const from = (steps: readonly string[]): Set<string> => {
    const reached = new Set<string>();
    const toDo = [...steps];
    for (let name = toDo.pop(); name !== undefined; name = toDo.pop()) {
      if (reached.has(name)) continue;
      reached.add(name);
      const after = joins.get(name);
      toDo.push(...(out.get(name) ?? []).map(({ to }) => to), ...(forks.get(name)?.branches ?? []));
      if (after !== undefined) toDo.push(after);
    }
    return reached;
  };
  const after = ({ step, act }: DeedAt): ReadonlySet<string> => {
    const key = `${step} ${act}`;
    const before = known.get(key);
    if (before) return before;
    const ways = (out.get(step) ?? []).filter((way) => way.act === act);
    const side = procedure.sideActs[act as Act]?.to;
    const stays = ways.length === 0 && side === undefined;
    // Whatever lies in another branch may be done later.
    const beside = [...forks.keys()].flatMap((fork) => {
      const block = stepsInBlock(procedure, fork);
      return block.has(step) ? [...block].filter((each) => each !== step) : [];
    });
    const reached = from([...(stays ? [step] : []), ...ways.map(({ to }) => to), ...(side ? [side] : []), ...beside]);
    known.set(key, reached);
    return reached;
  };
  return (before, later) => after(before).has(later.step);
}
