import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import type { Act } from '../operator/act-dialog.js';
import { codeOf, filled } from '../operator/act-body.js';
import { useCalled } from '../operator/use-called.js';
import { unitListQuery } from '../units/units.queries.js';
import { type ClusterListed, formCluster } from './clusters.queries.js';

/** The form of a new cluster or block. */
export function useFormingAct(clusters: readonly ClusterListed[]): () => Act {
  const { t } = useTranslation('clusters');
  const say = useSay();
  const { data: units = [] } = useQuery(unitListQuery);
  const called = useCalled((code) => clusters.find(({ id }) => id === code)?.name);
  const organizers = units.filter(({ receives }) => receives);
  return () => ({
    subject: 'clusters',
    form: 'form',
    called,
    title: t('form.title'),
    confirm: t('form.confirm'),
    fields: [
      { name: 'name', label: t('fields.nameVi'), required: true },
      { name: 'nameEn', label: t('fields.nameEn') },
      { name: 'clusterId', label: t('fields.code'), help: t('fields.codeHelp') },
      {
        name: 'kind',
        kind: 'choice',
        label: t('fields.kind'),
        required: true,
        choices: [
          { value: 'khoi', label: t('form.khoi') },
          { value: 'cum', label: t('form.cum') },
        ],
      },
      {
        name: 'level',
        kind: 'choice',
        label: t('fields.level'),
        required: true,
        choices: [...new Set(['tinh', 'xa', ...clusters.map(({ level }) => level)])].map((value) => ({
          value,
          label: t([`levels.${value}`, 'levels.other'], { level: value }),
        })),
      },
      {
        name: 'organizerId',
        kind: 'find',
        label: t('fields.organizer'),
        required: true,
        choices: organizers.map(({ id, name }) => ({ value: id, label: say(name) })),
        ...(organizers.length === 1 && organizers[0] ? { initial: organizers[0].id } : {}),
      },
      {
        name: 'parentId',
        kind: 'find',
        label: t('fields.parent'),
        choices: clusters.map(({ id, name }) => ({ value: id, label: say(name) })),
      },
      { name: 'criterion', label: t('fields.criterion'), help: t('fields.criterionHelp'), required: true },
      { name: 'minimumMembers', label: t('fields.minimum'), help: t('fields.minimumHelp') },
      { name: 'from', kind: 'day', label: t('fields.from'), required: true, initial: isoDay(new Date()) },
      { name: 'reason', kind: 'lines', label: t('fields.reason'), required: true },
      { name: 'basis', label: t('fields.basis') },
    ],
    send: ({ name = '', nameEn, clusterId, minimumMembers = '', ...rest }, headers) =>
      formCluster(
        filled({
          ...rest,
          clusterId: clusterId || codeOf('', name),
          name: { vi: name, en: nameEn || name },
          minimumMembers: minimumMembers === '' ? undefined : Number(minimumMembers),
        }),
        headers,
      ),
  });
}
