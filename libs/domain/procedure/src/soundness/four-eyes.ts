import type { ProcedureDocument } from '../language/procedure.schema.js';
import { isActing } from '../flow/ways-out.js';

/** What four eyes ask of an office: pairs of acts that one person may not do on one dossier (R42). */
export interface FourEyes {
  /** How many different people it takes, so that somebody is left for every act. */
  readonly persons: number;
  /** Acts that bar who does them from doing them again: nobody is left once a dossier comes back. */
  readonly selfBarred: readonly { readonly act: string; readonly path: string }[];
  /** An example: person → the acts he may do. */
  readonly people: readonly (readonly string[])[];
}

/**
 * The fewest people with whom every run can be gone: each act is somebody's, and no two acts that bar each other are the same
 * person's. That is to colour the acts; there are few of them, so it is tried out exactly.
 */
export function fourEyesOf(procedure: ProcedureDocument): FourEyes {
  const pairs = new Map<string, Set<string>>();
  const selfBarred: { act: string; path: string }[] = [];
  const bar = (act: string, notSameAs: readonly string[], path: string): void => {
    for (const other of notSameAs) {
      if (other === act) selfBarred.push({ act, path });
      else {
        pairs.set(act, (pairs.get(act) ?? new Set()).add(other));
        pairs.set(other, (pairs.get(other) ?? new Set()).add(act));
      }
    }
  };
  for (const [name, step] of Object.entries(procedure.steps)) {
    if (!isActing(step)) continue;
    for (const [act, way] of Object.entries(step.acts)) {
      bar(act, way.notSameAs ?? [], `steps.${name}.acts.${act}.notSameAs`);
    }
  }
  for (const [act, side] of Object.entries(procedure.sideActs))
    bar(act, side.notSameAs ?? [], `sideActs.${act}.notSameAs`);
  bar('issue-decision', procedure.decision.signerNotSameAs, 'decision.signerNotSameAs');

  const acts = [...pairs.keys()].sort((one, other) => (pairs.get(other)?.size ?? 0) - (pairs.get(one)?.size ?? 0));
  for (let persons = 1; persons <= acts.length; persons++) {
    const people = given(acts, pairs, persons);
    if (people) return { persons, selfBarred, people };
  }
  return { persons: 1, selfBarred, people: [[]] };
}

/** The acts shared out among so many people, or nothing when it cannot be done. */
function given(
  acts: readonly string[],
  pairs: ReadonlyMap<string, ReadonlySet<string>>,
  persons: number,
): string[][] | undefined {
  const people: string[][] = Array.from({ length: persons }, () => []);
  const share = (index: number): boolean => {
    const act = acts[index];
    if (act === undefined) return true;
    for (const person of people) {
      if (person.some((other) => pairs.get(act)?.has(other))) continue;
      person.push(act);
      if (share(index + 1)) return true;
      person.pop();
      // All who have nothing yet are alike.
      if (person.length === 0) break;
    }
    return false;
  };
  return share(0) ? people : undefined;
}
