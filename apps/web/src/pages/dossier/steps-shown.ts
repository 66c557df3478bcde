import { onwardFrom, type ProcedureDocument } from '#libs/domain/procedure';
import { wayOf } from '../../api/procedure-of.js';

interface Placed {
  readonly key: string;
  readonly state: 'done' | 'now' | 'ahead';
}

/** The usual way with the place one is at. From a place beside it, the nearest step ahead counts as where one is. */
export function stepsShown(
  procedure: ProcedureDocument,
  { places, step }: { readonly places: readonly string[]; readonly step: string },
): readonly Placed[] {
  const way = wayOf(procedure);
  const here = places.length > 0 ? places : [step];
  const ended = procedure.steps[step]?.kind === 'end';
  const at = here.map((place) => placeOnWay(procedure, way, place)).filter((index) => index !== -1);
  const now = at.length > 0 ? Math.min(...at) : ended ? way.length - 1 : 0;
  const all = way.map((key, index): Placed => {
    if (ended && !way.includes(step)) return { key, state: 'ahead' };
    const isHere = here.includes(key) || (index === now && !here.some((place) => way.includes(place)));
    return { key, state: isHere ? 'now' : index < now ? 'done' : 'ahead' };
  });
  return ended && !way.includes(step) ? [...all.slice(0, 1), { key: step, state: 'now' as const }] : all;
}

function placeOnWay(procedure: ProcedureDocument, way: readonly string[], place: string): number {
  const seen = new Set<string>();
  let at: string | undefined = place;
  while (at !== undefined && !seen.has(at)) {
    const index = way.indexOf(at);
    if (index !== -1) return index;
    seen.add(at);
    at = onwardFrom(procedure, at);
  }
  return -1;
}
