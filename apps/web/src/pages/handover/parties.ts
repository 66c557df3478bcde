import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isInSection } from '#libs/domain/organization';
import { peopleQuery } from '../../api/units.js';
import { useVacancies } from '../../api/vacancies.js';
import { type Choice, useSay } from '../../components/index.js';
import { byGivenName } from '../../format/names.js';

/**
 * Everybody who holds a position in the unit, with it, sorted by given name; where roles are asked for, of the positions that have
 * all of them.
 */
export function useTakers(unitId: string, roles: readonly string[] = []): readonly Choice[] {
  const say = useSay();
  const { data } = useQuery(peopleQuery(unitId));
  return (data?.positions ?? [])
    .filter((position) => roles.every((role) => position.roles.some((each) => each === role)))
    .flatMap(({ positionId, title, people }) =>
      people
        .filter(({ as }) => as === 'holder')
        .map(({ accountId, name = accountId }) => ({
          value: `${positionId} ${accountId}`,
          label: `${name} (${say(title)})`,
          name,
        })),
    )
    .sort((one, other) => byGivenName(one.name, other.name))
    .map(({ value, label }) => ({ value, label }));
}

/**
 * Whose work somebody may hand over: his own; who leads a section that of its people; the head that of all, and what lies at
 * vacant positions.
 */
export function useGivers(unitId: string, account: string): readonly Choice[] {
  const { t } = useTranslation('handover');
  const say = useSay();
  const all = useTakers(unitId);
  const { data } = useQuery(peopleQuery(unitId));
  const vacancies = useVacancies(unitId, account);
  const leads = data?.positions.some(({ head, people }) => head && people.some((each) => each.accountId === account));
  const own = all.filter(({ value }) => value.split(' ')[1] === account);
  if (!leads) {
    const leadsSection = data?.positions.some(
      ({ roles, people }) =>
        roles.includes('section_head') && people.some((each) => each.as === 'holder' && each.accountId === account),
    );
    const led = new Set(data?.positions.filter(isInSection).map(({ positionId }) => positionId));
    return leadsSection ? all.filter((each) => own.includes(each) || led.has(each.value.split(' ')[0] ?? '')) : own;
  }
  return [
    ...vacancies.map(({ positionId, lastHolder, title, open }) => ({
      value: `${positionId} ${lastHolder}`,
      label: t('form.vacant', { position: say(title), count: open }),
    })),
    ...all,
  ];
}
