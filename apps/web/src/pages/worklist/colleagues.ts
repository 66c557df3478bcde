import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '../../api/units.js';
import { useSay } from '../../components/index.js';
import { byGivenName } from '../../format/names.js';
import { useStanding } from '../../shell/standing.js';
import type { WorkItem } from './worklist.queries.js';

/** Who in one's unit does all of this work, each with his position: to whom it can be given. Sorted by given name. */
export function useColleagues(
  work: readonly Pick<WorkItem, 'role'>[],
): readonly { readonly value: string; readonly label: string }[] {
  const say = useSay();
  const { standing } = useStanding();
  const unitId = standing?.unitId;
  const { data } = useQuery({ ...peopleQuery(unitId ?? ''), enabled: unitId !== undefined });
  return (data?.positions ?? [])
    .filter(({ roles }) => work.every(({ role }) => roles.some((each) => each === role)))
    .flatMap(({ positionId, title, people }) =>
      people.map(({ accountId, name }) => ({
        value: `${positionId} ${accountId}`,
        name: name ?? accountId,
        label: `${name ?? accountId} (${say(title)})`,
      })),
    )
    .sort((one, other) => byGivenName(one.name, other.name));
}
