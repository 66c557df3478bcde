import type { Bilingual } from '#libs/domain/kernel';

/** A group of a figure, as far as it counts how often a clock was kept. */
interface Kept {
  readonly key: string;
  readonly label: string;
  readonly clock?: string;
  readonly name?: Bilingual;
  readonly numerator?: number;
  readonly denominator?: number;
}

interface KeptByName extends Kept {
  readonly clock: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly lists: { readonly numerator: string; readonly denominator: string };
}

/**
 * One group for each clock, whatever the award: the bars of “on time by step”. Clocks of one name are one, whatever procedures call
 * them. Its lists are asked for as the whole figure's are, and for these clocks.
 */
export function byClock(
  groups: readonly Kept[],
  say: (name: Bilingual) => string,
  asked: URLSearchParams,
): readonly KeptByName[] {
  const names = new Map<string, Kept[]>();
  for (const group of groups) {
    const label = group.name ? say(group.name) : (group.clock ?? '');
    names.set(label, [...(names.get(label) ?? []), group]);
  }
  return [...names].map(([label, own]) => {
    const clock = [...new Set(own.flatMap((group) => group.clock ?? []))].sort().join(',');
    const list = (settled: string) => {
      const query = new URLSearchParams(asked);
      query.set('clock', clock);
      query.set('settled', settled);
      return `/api/v1/deadlines?${query.toString()}`;
    };
    return {
      key: clock,
      clock,
      label,
      numerator: own.reduce((all, { numerator = 0 }) => all + numerator, 0),
      denominator: own.reduce((all, { denominator = 0 }) => all + denominator, 0),
      lists: { numerator: list('onTime'), denominator: list('all') },
    };
  });
}

/** The clock that is kept the least, where one is not always kept. */
export function bottleneckOf<Group extends Kept>(groups: readonly Group[]): Group | undefined {
  const share = ({ numerator = 0, denominator = 0 }: Kept) => numerator / Math.max(1, denominator);
  const [worst] = groups.toSorted((one, other) => share(one) - share(other));
  return worst && share(worst) < 1 ? worst : undefined;
}
