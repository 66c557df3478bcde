import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import { type Choice, useSay } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import type { Act } from '../operator/act-dialog.js';
import { useAccountChoices } from '../operator/accounts.js';
import { filled } from '../operator/act-body.js';
import { useCalled } from '../operator/use-called.js';
import { unitListQuery, unitQuery } from '../units/units.queries.js';
import { type Cluster, type ClusterCommandName, clusterListQuery, commandCluster } from './clusters.queries.js';

export type ClusterActs = ReturnType<typeof useClusterActs>;

/** Everything that an operator may do with a cluster, each as a form. */
export function useClusterActs(cluster: Cluster) {
  const { t } = useTranslation('clusters');
  const say = useSay();
  const unitName = useUnitNames();
  const members = useCouncilMembers(cluster.organizerId);
  const { data: units = [] } = useQuery(unitListQuery);
  const today = isoDay(new Date());
  const { id, revision, name } = cluster;
  const { data: clusters = [] } = useQuery(clusterListQuery);
  const called = useCalled((code) => clusters.find((each) => each.id === code)?.name);
  const act = (
    command: ClusterCommandName,
    about: string,
    rest: Pick<Act, 'title' | 'confirm' | 'fields'> & Partial<Act>,
    more: Readonly<Record<string, string>> = {},
  ): Act => ({
    subject: `${id}.${about}`,
    form: command,
    revision,
    called,
    send: (values, headers) => commandCluster(id, command, filled({ ...values, ...more }), headers),
    ...rest,
  });
  const from = { name: 'from', kind: 'day', label: t('fields.from'), required: true, initial: today } as const;
  const on = { name: 'on', kind: 'day', label: t('fields.on'), required: true, initial: today } as const;
  const reason = { name: 'reason', kind: 'lines', label: t('fields.reason'), required: true } as const;

  return {
    addMember: () =>
      act('add-member', 'cluster', {
        title: t('addMember.title', { cluster: say(name) }),
        intro: t('addMember.help'),
        confirm: t('addMember.confirm'),
        fields: [
          {
            name: 'unitId',
            kind: 'find',
            label: t('fields.unit'),
            required: true,
            choices: units
              .filter((each) => !cluster.members.includes(each.id))
              .map((each) => ({ value: each.id, label: say(each.name) })),
          },
          from,
        ],
      }),
    removeMember: (unitId: string) =>
      act(
        'remove-member',
        unitId,
        {
          title: t('removeMember.title', { unit: say(unitName(unitId)), cluster: say(name) }),
          confirm: t('removeMember.confirm'),
          fields: [on, reason],
        },
        { unitId },
      ),
    putInCharge: () =>
      act('put-in-charge', 'cluster', {
        title: t('putInCharge.title', { cluster: say(name) }),
        intro: t('putInCharge.help'),
        confirm: t('putInCharge.confirm'),
        fields: [{ name: 'accountId', kind: 'find', label: t('fields.who'), required: true, choices: members }, from],
      }),
    relieve: () =>
      act('relieve', 'cluster', {
        title: t('relieve.title', { cluster: say(name) }),
        confirm: t('relieve.confirm'),
        fields: [on],
      }),
    end: () =>
      act('end', 'cluster', {
        title: t('end.title', { cluster: say(name) }),
        intro: t('end.help'),
        confirm: t('end.confirm'),
        fields: [on, reason],
      }),
  };
}

/** The members of a body's council; everybody where it has none yet. */
function useCouncilMembers(bodyId: string): readonly Choice[] {
  const people = useAccountChoices();
  const { data: body } = useQuery(unitQuery(bodyId));
  const seated = new Set(
    (body?.positions ?? [])
      .filter(({ roles }) => roles.includes('council_member'))
      .flatMap(({ standings }) => standings.map(({ accountId }) => accountId)),
  );
  return seated.size === 0 ? people : people.filter(({ value }) => seated.has(value));
}
