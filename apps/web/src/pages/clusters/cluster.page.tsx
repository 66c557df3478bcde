import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import {
  Button,
  DataTable,
  Empty,
  PageHead,
  Panel,
  PersonChip,
  StatusLine,
  StatusTag,
  useSay,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { ShownPage } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { type Act, ActDialog } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { type ClusterActs, useClusterActs } from './cluster-acts.js';
import { type Cluster, clusterListQuery, clusterQuery } from './clusters.queries.js';
import './clusters.css';

const route = getRouteApi('/framed/quan-tri/cum-khoi/$id');

/** A cluster or block: the units that compete in it, the council member in charge, and what may be changed. */
export function ClusterPage(): ReactElement {
  const { t } = useTranslation('clusters');
  const { id } = route.useParams();
  const query = useQuery(clusterQuery(id));
  useTitle(t('one'));
  return (
    <ShownPage query={query} label={t('one')} lines={6}>
      {(cluster) => <One cluster={cluster} />}
    </ShownPage>
  );
}

function One({ cluster }: { readonly cluster: Cluster }): ReactElement {
  const { t } = useTranslation('clusters');
  const say = useSay();
  const unitName = useUnitNames();
  const { standing } = useStanding();
  const { data: all = [] } = useQuery(clusterListQuery);
  const [act, setAct] = useState<Act>();
  const every = useClusterActs(cluster);
  const acts = hasRole(standing, 'operator') && cluster.inForce ? every : undefined;
  const { name, kind, level, organizerId, parentId, criterion, minimumMembers, members, short, from, to } = cluster;
  const parent = all.find(({ id }) => id === parentId);
  return (
    <>
      <PageHead
        title={say(name)}
        crumbs={[
          <Link key="list" to="/quan-tri/cum-khoi">
            {t('title')}
          </Link>,
          ...(parent
            ? [
                <Link key="parent" to="/quan-tri/cum-khoi/$id" params={{ id: parent.id }}>
                  {say(parent.name)}
                </Link>,
              ]
            : []),
        ]}
        sub={
          <>
            {t(`kindOf.${kind}`)} · {t([`levels.${level}`, 'levels.other'], { level })} ·{' '}
            {t('since', { day: day(from) })}
            {to !== undefined && ` · ${t('until', { day: day(to) })}`}{' '}
            {!cluster.inForce && <StatusTag status="done">{t('notInForce')}</StatusTag>}
          </>
        }
        actions={
          acts && (
            <>
              <Button icon="plus" onClick={() => setAct(acts.addMember())}>
                {t('addMember.button')}
              </Button>
              <Button onClick={() => setAct(acts.end())}>{t('end.button')}</Button>
            </>
          )
        }
      />
      <div className="vd-columns">
        <Panel
          title={t('members')}
          meta={t('units', { count: members.length })}
          flush
          extra={
            short &&
            minimumMembers !== undefined && (
              <StatusLine status="soon">{t('shortOf', { count: minimumMembers })}</StatusLine>
            )
          }
        >
          <Members cluster={cluster} acts={acts} onAct={setAct} />
        </Panel>
        <div className="vd-stack">
          <Panel title={t('charge')}>
            <Charge cluster={cluster} acts={acts} onAct={setAct} />
          </Panel>
          <Panel title={t('ground')}>
            <dl className="clusters-ground">
              <dt>{t('fields.organizer')}</dt>
              <dd>
                <Link to="/quan-tri/don-vi/$id" params={{ id: organizerId }}>
                  {say(unitName(organizerId))}
                </Link>
              </dd>
              <dt>{t('fields.criterion')}</dt>
              <dd lang="vi">{criterion}</dd>
              {minimumMembers !== undefined && (
                <>
                  <dt>{t('fields.minimum')}</dt>
                  <dd>{t('units', { count: minimumMembers })}</dd>
                </>
              )}
            </dl>
          </Panel>
        </div>
      </div>
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}

interface Acting {
  readonly cluster: Cluster;
  /** Absent for those who may only look, and where there is nothing to change any more. */
  readonly acts: ClusterActs | undefined;
  readonly onAct: (act: Act) => void;
}

function Members({ cluster: { members }, acts, onAct }: Acting): ReactElement {
  const { t } = useTranslation('clusters');
  const say = useSay();
  const unitName = useUnitNames();
  if (members.length === 0) return <Empty title={t('noMembers')} />;
  const rows = members
    .map((id) => ({ id, name: say(unitName(id)) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }));
  return (
    <DataTable<(typeof rows)[number]>
      label={t('members')}
      rowKey={({ id }) => id}
      groups={[{ key: 'all', rows }]}
      columns={[
        {
          key: 'name',
          header: t('fields.unit'),
          rowHeader: true,
          cell: ({ id, name }) => (
            <Link className="vd-table-name" to="/quan-tri/don-vi/$id" params={{ id }}>
              {name}
            </Link>
          ),
        },
        ...(acts
          ? [
              {
                key: 'act',
                header: <span className="vd-hidden">{t('act')}</span>,
                width: 130,
                phone: 'wide' as const,
                cell: ({ id, name }: (typeof rows)[number]) => (
                  <span className="operator-act">
                    <Button size="small" onClick={() => onAct(acts.removeMember(id))}>
                      {t('removeMember.button')}
                      <span className="vd-hidden"> {name}</span>
                    </Button>
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Charge({ cluster: { inCharge }, acts, onAct }: Acting): ReactElement {
  const { t } = useTranslation('clusters');
  const nameOf = useAccountNames();
  return (
    <div className="clusters-charge">
      {inCharge === undefined ? (
        <StatusLine status="soon">{t('nobody')}</StatusLine>
      ) : (
        <PersonChip name={nameOf(inCharge)} role={t('inCharge')} />
      )}
      {acts && (
        <span className="clusters-charge-acts">
          <Button size="small" onClick={() => onAct(acts.putInCharge())}>
            {t(inCharge === undefined ? 'putInCharge.button' : 'putInCharge.another')}
          </Button>
          {inCharge !== undefined && (
            <Button size="small" onClick={() => onAct(acts.relieve())}>
              {t('relieve.button')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
