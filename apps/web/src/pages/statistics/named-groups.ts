import { useTranslation } from 'react-i18next';
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
