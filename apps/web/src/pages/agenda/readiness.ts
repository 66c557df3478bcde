import type { Blocked, BlockedLine, Listed } from './agenda.queries.js';

/** A dossier that waits for a council, and whether it can be voted on now. */
export interface Item {
  readonly dossier: Listed;
  /** Where it waits; nothing while it is being read. */
  readonly line: BlockedLine | undefined;
  readonly ready: boolean;
}

const VOTE = 'record-council-result';

/** What is open about the vote; nothing else on the way stands against it. */
export function itemOf(dossier: Listed, blocked: Blocked | undefined): Item {
  const line = blocked?.lines.find(({ place }) => place === dossier.step) ?? blocked?.lines[0];
  const ready =
    line !== undefined &&
    line.acts.some(({ act }) => act === VOTE) &&
    line.refusal === undefined &&
    line.opinions.length === 0 &&
    line.documents.length === 0 &&
    !dossier.suspended;
  return { dossier, line, ready };
}

/** The unit whose secretary records the result: its council. */
export const councilOf = ({ dossier, line }: Item): string =>
  line?.acts.find(({ act }) => act === VOTE)?.by[0]?.unitId ?? dossier.bodyId;

export interface Council {
  readonly unitId: string;
  readonly awards: readonly { readonly code: string; readonly items: readonly Item[] }[];
}

/** By council, and in each by award: those of one award have one bar. */
export function councilsOf(items: readonly Item[]): readonly Council[] {
  const units = [...new Set(items.map(councilOf))];
  return units.map((unitId) => {
    const here = items.filter((item) => councilOf(item) === unitId);
    const codes = [...new Set(here.map(({ dossier }) => dossier.procedureCode))];
    return {
      unitId,
      awards: codes.map((code) => ({ code, items: here.filter(({ dossier }) => dossier.procedureCode === code) })),
    };
  });
}
