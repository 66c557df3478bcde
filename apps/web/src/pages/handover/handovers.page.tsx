import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type HandoverListed, handoversQuery } from '../../api/handovers.js';
import { meQuery } from '../../api/queries.js';
import {
  buttonClass,
  type Column,
  DataTable,
  Empty,
  PageHead,
  Panel,
  StatusTag,
  useSay,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { statusOfState } from './standings.js';
import { VacantPositions } from './vacant-positions.js';
import './handover.css';

/** Bàn giao: what waits for one’s confirmation, whose position is vacant, and what was handed over before. */
export function HandoversPage(): ReactElement {
  const { t } = useTranslation('handover');
  const { standing } = useStanding();
  const { data: me } = useQuery(meQuery);
  const query = useQuery(handoversQuery);
  useTitle(t('title'));
  return (
    <>
      <PageHead
        title={t('title')}
        sub={t('sub')}
        actions={
          <>
            <Link to="/bat-dau" className={buttonClass()}>
              {t('begin')}
            </Link>
            {standing && (
              <Link to="/ban-giao/moi" className={buttonClass({ kind: 'primary' })}>
                {t('propose')}
              </Link>
            )}
          </>
        }
      />
      <div className="vd-stack">
        {standing && me && <VacantPositions unitId={standing.unitId} account={me.id} />}
        <Panel title={t('list')} flush>
          <Shown query={query} label={t('list')}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={t('none')}>{t('noneNext')}</Empty>
              ) : (
                <Handovers items={items} me={me?.id} />
              )
            }
          </Shown>
        </Panel>
      </div>
    </>
  );
}

/** Mine to confirm first, then what waits for somebody else, then what is over. */
function Handovers({
  items,
  me,
}: {
  readonly items: readonly HandoverListed[];
  readonly me: string | undefined;
}): ReactElement {
  const { t } = useTranslation('handover');
  const say = useSay();
  const mine = (each: HandoverListed) =>
    each.state === 'open' &&
    ((each.toAccountId === me && !each.confirmed.includes('taker')) ||
      (each.fromAccountId === me && !each.confirmed.includes('giver')));
  const nameOf = (account: string, name: string | null) => (account === me ? t('you') : (name ?? account));
  const columns: readonly Column<HandoverListed>[] = [
    {
      key: 'who',
      header: t('table.who'),
      rowHeader: true,
      cell: (each) => (
        <>
          <Link className="vd-table-name" to="/ban-giao/$id" params={{ id: each.handoverId }}>
            {t('fromTo', {
              from: nameOf(each.fromAccountId, each.fromName),
              to: nameOf(each.toAccountId, each.toName),
            })}
          </Link>
          <span className="vd-meta">{say(each.positionTitle)}</span>
        </>
      ),
    },
    {
      key: 'items',
      header: t('table.items'),
      label: t('table.items'),
      align: 'right',
      width: 100,
      cell: ({ items: count }) => count,
    },
    { key: 'on', header: t('table.on'), label: t('table.on'), width: 130, cell: ({ on }) => day(on) },
    {
      key: 'state',
      header: t('table.state'),
      label: t('table.state'),
      width: 220,
      cell: (each) => (
        <StatusTag status={mine(each) ? 'soon' : statusOfState[each.state]}>
          {mine(each) ? t('states.yours') : t(`states.${each.state}`)}
        </StatusTag>
      ),
    },
  ];
  const groups = [
    { key: 'yours', rows: items.filter(mine) },
    { key: 'open', rows: items.filter((each) => each.state === 'open' && !mine(each)) },
    { key: 'over', rows: items.filter(({ state }) => state !== 'open') },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <DataTable
      label={t('list')}
      columns={columns}
      groups={groups.map(({ key, rows }) => ({ key, rows, head: t(`groups.${key}`, { count: rows.length }) }))}
      rowKey={({ handoverId }) => handoverId}
    />
  );
}
