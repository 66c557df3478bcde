import type { RecordedAwardHistoryFact } from './award-history.events.js';

/** A list that was imported. */
export interface ImportedList {
  readonly lines: number;
  readonly sha256?: string;
  /** Lines that were struck, by number. */
  readonly struck: ReadonlySet<number>;
}

/** The lists that a unit keeps, as far as a decision has to know: the lines themselves stand in the log and the read model. */
export interface AwardHistoryState {
  readonly unitId: string;
  readonly revision: number;
  readonly imports: ReadonlyMap<string, ImportedList>;
}

/** Before its first fact a unit keeps nothing. */
export type MaybeAwardHistory = AwardHistoryState | undefined;

export function evolveAwardHistory(state: MaybeAwardHistory, fact: RecordedAwardHistoryFact): MaybeAwardHistory {
  const before: AwardHistoryState = state ?? { unitId: '', revision: -1, imports: new Map() };
  const { revision } = fact;
  switch (fact.type) {
    case 'PastAwardsImported': {
      const { unitId, importId, lines, sha256 } = fact.data;
      const list: ImportedList = { lines, ...(sha256 === undefined ? {} : { sha256 }), struck: new Set() };
      // Further parts of a long list say the same of it.
      const imports = before.imports.has(importId) ? before.imports : new Map(before.imports).set(importId, list);
      return { unitId, revision, imports };
    }
    case 'PastAwardStruck': {
      const { importId, line } = fact.data;
      const list = before.imports.get(importId);
      if (!list) return { ...before, revision };
      const struck = new Set(list.struck).add(line);
      return { ...before, revision, imports: new Map(before.imports).set(importId, { ...list, struck }) };
    }
    default:
      return { ...before, revision };
  }
}
