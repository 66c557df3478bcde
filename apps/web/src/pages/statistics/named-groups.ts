import { useTranslation } from 'react-i18next';
import type { Bilingual } from '#libs/domain/kernel';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { useSay } from '../../components/index.js';
import type { NamedGroup } from './share-figure.js';
import type { Figure, Group } from './statistics.query.js';

/** Answers the groups of a figure with what each is called: the award, its step or clock, the cluster, the unit. */
export function useNamedGroups(): (figure: Figure) => readonly NamedGroup[] {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const award = useAwardNames();
  const unit = useUnitNames();
  const label = ({ award: code, clock, step, cluster, unit: id, name }: Group): string => {
    if (id !== undefined) return say(unit(id));
    const own = clock ?? step;
    if (own !== undefined) return `${name ? say(name) : own}, ${say(award(code ?? ''))}`;
    if (cluster !== undefined) {
      const named = cluster ?? t('noCluster');
      return code === undefined ? named : `${say(award(code))}, ${named}`;
    }
    return say(award(code ?? ''));
  };
  return ({ groups }) =>
    groups.map((group) => ({
      ...group,
      label: label(group),
      key: [group.award, group.clock, group.step, group.cluster, group.unit].join(' '),
    }));
}

/**
 * One group for each clock, whatever the award: the bars of “on time by step”. Its lists are asked for as the whole figure's are,
 * and for this clock.
 */
export function byClock(
  groups: readonly NamedGroup[],
  say: (name: Bilingual) => string,
  asked: URLSearchParams,
): readonly NamedGroup[] {
  const clocks = new Map<string, NamedGroup>();
  for (const { clock = '', name, numerator = 0, denominator = 0 } of groups) {
    const known = clocks.get(clock);
    const list = (settled: string) => {
      const query = new URLSearchParams(asked);
      query.set('clock', clock);
      query.set('settled', settled);
      return `/api/v1/deadlines?${query.toString()}`;
    };
    clocks.set(clock, {
      key: clock,
      clock,
      label: known?.label ?? (name ? say(name) : clock),
      numerator: (known?.numerator ?? 0) + numerator,
      denominator: (known?.denominator ?? 0) + denominator,
      lists: { numerator: list('onTime'), denominator: list('all') },
    });
  }
  return [...clocks.values()];
}

/** The clock that is kept the least, where one is not always kept. */
export function bottleneckOf(groups: readonly NamedGroup[]): NamedGroup | undefined {
  const share = ({ numerator = 0, denominator = 0 }: NamedGroup) => numerator / Math.max(1, denominator);
  const [worst] = groups.toSorted((one, other) => share(one) - share(other));
  return worst && share(worst) < 1 ? worst : undefined;
}
