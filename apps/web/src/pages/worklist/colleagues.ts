import { useQuery } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import { useSay } from '../../components/index.js';
import { byGivenName } from '../../format/names.js';
import { useStanding } from '../../shell/standing.js';

/** Who stands in one's unit, each with his position: to whom work can be given. Sorted by given name. */
export function useColleagues(): readonly { readonly value: string; readonly label: string }[] {
  const say = useSay();
  const { standing } = useStanding();
  const unitId = standing?.unitId;
  const { data } = useQuery({
    queryKey: ['unit', unitId, 'people'],
    queryFn: ({ signal }) =>
      told(api.GET('/api/v1/units/{id}/people', { params: { path: { id: unitId ?? '' } }, signal })),
    enabled: unitId !== undefined,
  });
  return (data?.positions ?? [])
    .flatMap(({ positionId, title, people }) =>
      people.map(({ accountId, name }) => ({
        value: `${positionId} ${accountId}`,
        name: name ?? accountId,
        label: `${name ?? accountId} (${say(title)})`,
      })),
    )
    .sort((one, other) => byGivenName(one.name, other.name));
}
