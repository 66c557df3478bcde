import { type Deed, deedsOf } from './deeds.js';
import type { FlowGraph } from './flow-graph.js';
import { fourEyesOf, sharedOut } from './four-eyes.js';
import { runWhere } from './noted-runs.js';
import type { ShortestRuns } from './shortest-runs.js';
import type { RunStep, SoundnessFault } from './soundness-fault.js';
import { wordsOf } from './soundness-words.js';

/** Where four eyes leave nobody, each with the shortest run after which there is an act that nobody may do. */
export function fourEyesFaults(graph: FlowGraph, runs: ShortestRuns): readonly SoundnessFault[] {
  const { procedure } = graph;
  const { levels, selfBarred } = fourEyesOf(procedure);
  const again = selfBarred
    .filter(({ step }) => runs.reaches(step))
    .map((deed): SoundnessFault => {
      const { step, act, path } = deed;
      const words = wordsOf(procedure, 'FOUR_EYES_LEAVE_NOBODY', path, { act });
      return { code: 'FOUR_EYES_LEAVE_NOBODY', step, path, words, run: runBackTo(graph, deed) ?? runs.runTo(step) };
    });
  const few = procedure.levels.flatMap(({ code: level, persons: there }, index): SoundnessFault[] => {
    const persons = levels.find((each) => each.level === level)?.persons ?? 1;
    if (there === undefined || there >= persons) return [];
    const { left, certain } = runToNobody(graph, level, there);
    // No run does all that is to be shared out: one of two acts that both bar each other is done, never both.
    if (left === undefined && certain) return [];
    const step = left?.step ?? procedure.start;
    const path = `levels.${index}.persons`;
    const about = { level, persons, there, ...(left && { step, left: left.act }) };
    return [
      {
        code: 'FOUR_EYES_LEAVE_NOBODY',
        step,
        path,
        words: wordsOf(procedure, 'FOUR_EYES_LEAVE_NOBODY', path, about),
        run: left?.run ?? [],
      },
    ];
  });
  return [...again, ...few];
}

/** The shortest run that does an act and comes back to it. */
function runBackTo(graph: FlowGraph, { step, act }: Deed): readonly RunStep[] | undefined {
  return runWhere<boolean>(graph, {
    first: false,
    after: (done, played) => done || (played.step === step && played.act === act),
    keyOf: (done) => `${done}`,
    isMet: (marking, done) => done && marking.includes(step),
    staying: (at) => (at === step && !isWay(graph, step, act) ? [act] : []),
  }).run;
}

const isWay = ({ out, procedure }: FlowGraph, step: string, act: string): boolean =>
  (out.get(step) ?? []).some((way) => way.act === act) || sideTarget(procedure, act) !== undefined;

const sideTarget = ({ sideActs }: FlowGraph['procedure'], act: string): string | undefined =>
  Object.entries(sideActs).find(([each]) => each === act)?.[1].to;

/** What people of one level have done on a run, and which two of them were not the same person's. */
interface Done {
  readonly deeds: readonly number[];
  readonly apart: readonly string[];
}

/** The shortest run after which so few people leave nobody for an act that comes next, however they share out what was done. */
function runToNobody(graph: FlowGraph, level: string, persons: number) {
  const here = deedsOf(graph.procedure).filter((deed) => deed.level === level);
  const withDeed = ({ deeds, apart }: Done, index: number): Done => {
    const barred = deeds.filter((other) => here[index]?.notSameAs.includes(here[other]?.act ?? '') && other !== index);
    return {
      deeds: deeds.includes(index) ? deeds : [...deeds, index].toSorted((one, other) => one - other),
      apart: [...new Set([...apart, ...barred.map((other) => pair(index, other))])].toSorted(),
    };
  };
  const known = new Map<string, boolean>();
  const leavesSomebody = (done: Done): boolean => {
    const key = keyOf(done);
    const before = known.get(key);
    if (before !== undefined) return before;
    const bar = (one: number, other: number): boolean => {
      return done.apart.includes(pair(done.deeds[one] ?? -1, done.deeds[other] ?? -1));
    };
    const shared = sharedOut(done.deeds.length, bar, persons) !== undefined;
    known.set(key, shared);
    return shared;
  };
  const nextOf = (marking: readonly string[], done: Done): Deed | undefined =>
    here.find(({ step }, index) => marking.includes(step) && !leavesSomebody(withDeed(done, index)));
  let left: Deed | undefined;
  const { run, certain } = runWhere<Done>(graph, {
    first: { deeds: [], apart: [] },
    after: (done, { step, act }) => {
      const index = here.findIndex((deed) => deed.step === step && deed.act === act);
      return index < 0 ? done : withDeed(done, index);
    },
    keyOf,
    isMet: (marking, done) => (left = nextOf(marking, done)) !== undefined,
    staying: (at) => here.filter(({ step, act }) => step === at && !isWay(graph, step, act)).map(({ act }) => act),
  });
  return { certain, ...(run && left ? { left: { run, step: left.step, act: left.act } } : {}) };
}

const keyOf = ({ deeds, apart }: Done): string => `${deeds.join(' ')}|${apart.join(' ')}`;

const pair = (one: number, other: number): string => (one < other ? `${one}-${other}` : `${other}-${one}`);
