import type { ProcedureDocument } from '../language/procedure.schema.js';
import { type Deed, deedsOf, followers } from './deeds.js';
import { flowGraph } from './flow-graph.js';

/** What four eyes ask of one level. */
export interface FourEyesAtLevel {
  readonly level: string;
  /** How many different people it takes there, so that somebody is left for every act. */
  readonly persons: number;
  /** An example: person → the acts he may do. */
  readonly people: readonly (readonly string[])[];
}

/** What four eyes ask of an office: pairs of acts that one person may not do on one dossier (R42). */
export interface FourEyes {
  /** How many different people a dossier takes, where people of every level of its way work here. */
  readonly persons: number;
  /** The levels at which four eyes concern somebody, in the order of the file. */
  readonly levels: readonly FourEyesAtLevel[];
  /** Acts that bar who does them from doing them again, at steps to which a dossier comes back: in the end nobody is left. */
  readonly selfBarred: readonly Deed[];
  /** The people of all levels. */
  readonly people: readonly (readonly string[])[];
}

/**
 * The fewest people with whom every run can be gone: each act is somebody's, and no two acts that bar each other are the same
 * person's. An act belongs to the level at which it is done. A level is an office of its own and nobody is of two, so that who
 * submits below bars nobody above; no procedure can say otherwise. Per level that is to colour its acts, tried out exactly.
 */
export function fourEyesOf(procedure: ProcedureDocument): FourEyes {
  const deeds = deedsOf(procedure);
  const canFollow = followers(flowGraph(procedure));
  const bars = (one: Deed, other: Deed): boolean => one.notSameAs.includes(other.act) && canFollow(other, one);
  const levels = procedure.levels.flatMap(({ code }): FourEyesAtLevel[] => {
    const here = deeds.filter(({ level }) => level === code);
    if (here.length === 0) return [];
    const bar = (one: number, other: number): boolean => {
      const [first, second] = [here[one], here[other]];
      return first !== undefined && second !== undefined && (bars(first, second) || bars(second, first));
    };
    for (let persons = 1; ; persons++) {
      const shared = sharedOut(here.length, bar, persons);
      if (!shared) continue;
      const people = shared.map((each) => [...new Set(each.map((index) => here[index]?.act ?? ''))]);
      return [{ level: code, persons, people }];
    }
  });
  return {
    persons: levels.reduce((sum, { persons }) => sum + persons, 0) || 1,
    levels,
    selfBarred: deeds.filter((deed, index) => bars(deed, deed) && deeds.findIndex(isSamePlace(deed)) === index),
    people: levels.flatMap(({ people }) => people),
  };
}

/** One act at one step may be the deed of two levels, by who works here. */
const isSamePlace =
  ({ step, act }: Deed) =>
  (other: Deed): boolean =>
    other.step === step && other.act === act;

/** So many deeds shared out among so many people, or nothing when it cannot be done. */
export function sharedOut(
  deeds: number,
  bar: (one: number, other: number) => boolean,
  persons: number,
): readonly (readonly number[])[] | undefined {
  const degree = (one: number): number => order.filter((other) => other !== one && bar(one, other)).length;
  const order = Array.from({ length: deeds }, (_, index) => index);
  const degrees = order.map(degree);
  const byDegree = order.toSorted((one, other) => (degrees[other] ?? 0) - (degrees[one] ?? 0));
  const people: number[][] = Array.from({ length: persons }, () => []);
  const share = (index: number): boolean => {
    const deed = byDegree[index];
    if (deed === undefined) return true;
    for (const person of people) {
      if (person.some((other) => bar(deed, other))) continue;
      person.push(deed);
      if (share(index + 1)) return true;
      person.pop();
      // All who have nothing yet are alike.
      if (person.length === 0) break;
    }
    return false;
  };
  return share(0) ? people : undefined;
}
