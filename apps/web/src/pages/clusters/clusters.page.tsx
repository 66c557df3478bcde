import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import {
  Button,
  type Column,
  DataTable,
  Empty,
  PageHead,
  Panel,
  PersonChip,
  StatusLine,
  TextField,
  useSay,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { plain } from '../../format/plain.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { type Act, ActDialog } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { useFormingAct } from './form-cluster.js';
import { type ClusterListed, clusterListQuery } from './clusters.queries.js';
import './clusters.css';

const kinds = ['khoi', 'cum'] as const;

/** Cụm, khối thi đua: which units compete with each other, and which council member watches over them. */
export function ClustersPage(): ReactElement {
  const { t } = useTranslation('clusters');
  const { standing } = useStanding();
  const query = useQuery(clusterListQuery);
  const [typed, setTyped] = useState('');
  const [act, setAct] = useState<Act>();
  const forming = useFormingAct(query.data ?? []);
  useTitle(t('title'));
  const all = query.data ?? [];
  return (
    <>
      <PageHead
        title={t('title')}
        sub={t('sub')}
        actions={
          hasRole(standing, 'operator') &&
          query.data && (
            <Button icon="plus" onClick={() => setAct(forming())}>
              {t('form.button')}
            </Button>
          )
        }
      />
      <Panel title={t('list')} meta={t('count', { count: all.length })} flush>
        <div className="clusters-find">
          <TextField
            label={t('find')}
            hint={t('findHint')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <Shown query={query} label={t('title')} lines={6}>
          {(clusters) => <List clusters={clusters} typed={typed} />}
        </Shown>
      </Panel>
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}

function List({
  clusters,
  typed,
}: {
  readonly clusters: readonly ClusterListed[];
  readonly typed: string;
}): ReactElement {
  const { t } = useTranslation('clusters');
  const say = useSay();
  const unitName = useUnitNames();
  const nameOf = useAccountNames();
  const sought = plain(typed.trim());
  const found = clusters
    .filter(({ name }) => plain(`${name.vi} ${name.en}`).includes(sought))
    .toSorted((one, other) => say(one.name).localeCompare(say(other.name), 'vi', { numeric: true }));
  if (clusters.length === 0) return <Empty title={t('none')} />;
  if (found.length === 0) return <Empty title={t('nothing')} />;
  const columns: readonly Column<ClusterListed>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      rowHeader: true,
      cell: ({ id, name, from, to }) => (
        <>
          <Link className="vd-table-name" to="/quan-tri/cum-khoi/$id" params={{ id }}>
            {say(name)}
          </Link>
          <span className="vd-meta">
            {t('since', { day: day(from) })}
            {to !== undefined && ` · ${t('until', { day: day(to) })}`}
          </span>
        </>
      ),
    },
    {
      key: 'organizer',
      header: t('fields.organizer'),
      label: t('fields.organizer'),
      cell: ({ organizerId, level }) => (
        <>
          {say(unitName(organizerId))}
          <span className="vd-meta">{t([`levels.${level}`, 'levels.other'], { level })}</span>
        </>
      ),
    },
    {
      key: 'members',
      header: t('members'),
      label: t('members'),
      width: 150,
      cell: ({ members, short }) => (
        <>
          {t('units', { count: members.length })}
          {short && <StatusLine status="soon">{t('short')}</StatusLine>}
        </>
      ),
    },
    {
      key: 'charge',
      header: t('charge'),
      label: t('charge'),
      width: 260,
      cell: ({ inCharge }) =>
        inCharge === undefined ? (
          <StatusLine status="soon">{t('nobody')}</StatusLine>
        ) : (
          <PersonChip name={nameOf(inCharge)} />
        ),
    },
  ];
  return (
    <DataTable<ClusterListed>
      label={t('list')}
      rowKey={({ id }) => id}
      groups={kinds.flatMap((kind) => {
        const rows = found.filter((each) => each.kind === kind);
        return rows.length === 0 ? [] : [{ key: kind, head: t(`kinds.${kind}`), rows }];
      })}
      columns={columns}
    />
  );
}
