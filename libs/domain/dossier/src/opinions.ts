import type { DossierState, OpinionState } from './dossier.state.js';

/** Nobody has answered it, taken it back or gone on without it. */
export const isAwaited = ({ answer, withdrawn, passedOverAt }: OpinionState): boolean =>
  !answer && !withdrawn && passedOverAt === undefined;

/** What a step asked and still waits for. */
export const awaitedOpinions = ({ opinions }: Pick<DossierState, 'opinions'>, step: string): OpinionState[] =>
  [...opinions.values()].filter((opinion) => opinion.at === step && isAwaited(opinion));

/** What a step asked and did not take back, answered or not. */
export const askedOpinions = ({ opinions }: Pick<DossierState, 'opinions'>, step: string): OpinionState[] =>
  [...opinions.values()].filter((opinion) => opinion.at === step && !opinion.withdrawn);

/** How a question stands, in one word. One that the dossier went on without stays `unanswered`, whatever comes later. */
export const opinionStandings = ['awaited', 'answered', 'withdrawn', 'unanswered'] as const;

export type OpinionStanding = (typeof opinionStandings)[number];

export function standingOf({ answer, withdrawn, passedOverAt }: OpinionState): OpinionStanding {
  if (passedOverAt !== undefined) return 'unanswered';
  return withdrawn ? 'withdrawn' : answer ? 'answered' : 'awaited';
}
