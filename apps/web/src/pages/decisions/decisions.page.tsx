import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames } from '../../api/names.js';
import {
  type Column,
  DataTable,
  Empty,
  PageHead,
  Pagination,
  Panel,
  Tabs,
  useLanguage,
  useSay,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { money } from '../../format/numbers.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { Shown } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { decisionsQuery, type DecisionListed } from './decisions.js';
import { ToDraft } from './to-draft.js';
import './decisions.css';

const route = getRouteApi('/framed/trinh-ky');

/** Trình ký: drafts that wait for a signature, those that were issued, and approved dossiers that stand in no draft yet. */
export function DecisionsPage(): ReactElement {
  const { t } = useTranslation('decisions');
  const say = useSay();
  const language = useLanguage();
  const award = useAwardNames();
  const { standing } = useStanding();
  const { xem, sau } = route.useSearch();
  const navigate = route.useNavigate();
  const issued = xem === 'da-ky';
  const query = useQuery(decisionsQuery(issued ? 'issued' : 'drafted', sau));
  useTitle(t('title'));
  const columns: readonly Column<DecisionListed>[] = [
    {
      key: 'award',
      header: t('table.award'),
      rowHeader: true,
      cell: ({ id, award: code, symbol, draftedAt }) => (
        <>
          <Link className="vd-table-name" to="/trinh-ky/$id" params={{ id }}>
            {symbol ?? say(award(code))}
          </Link>
          <span className="vd-meta">{symbol ? say(award(code)) : t('table.drafted', { day: day(draftedAt) })}</span>
        </>
      ),
    },
    {
      key: 'recipients',
      header: t('table.recipients'),
      label: t('table.recipients'),
      cell: ({ kinds }) =>
        (['collective', 'individual', 'household'] as const)
          .flatMap((kind) => ((kinds[kind] ?? 0) > 0 ? [t(`counted.${kind}`, { count: kinds[kind] })] : []))
          .join(', '),
    },
    {
      key: 'dossiers',
      header: t('table.dossiers'),
      label: t('table.dossiers'),
      align: 'right',
      width: 90,
      cell: ({ dossiers }) => dossiers,
    },
    {
      key: 'prizes',
      header: t('table.prizes'),
      label: t('table.prizes'),
      align: 'right',
      width: 170,
      cell: ({ prizes }) =>
        prizes ? `${money(prizes.total, language)}${prizes.unknown.length > 0 ? ' +?' : ''}` : '–',
    },
    {
      key: 'due',
      header: t(issued ? 'table.date' : 'table.due'),
      label: t(issued ? 'table.date' : 'table.due'),
      width: 120,
      cell: ({ nextDueAt, date }) => (issued ? date && day(date) : nextDueAt ? day(nextDueAt) : '–'),
    },
  ];
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <Tabs
        label={t('tabs.label')}
        tabs={[
          { key: 'cho', label: t('tabs.waiting'), current: !issued },
          { key: 'da-ky', label: t('tabs.issued'), current: issued },
        ]}
        link={({ key, current }, content) => (
          <Link
            key={key}
            to="/trinh-ky"
            search={key === 'da-ky' ? { xem: 'da-ky' as const } : {}}
            aria-current={current ? 'page' : undefined}
          >
            {content}
          </Link>
        )}
      />
      <div className="decisions-list">
        <Panel
          title={t(issued ? 'tabs.issued' : 'tabs.waiting')}
          flush
          footer={
            query.data && (query.data.next ?? sau) !== undefined && (query.data.next !== null || sau !== undefined) ? (
              <Pagination
                shown={t('shown', { count: query.data.items.length })}
                onFirst={
                  sau === undefined ? undefined : () => void navigate({ search: ({ sau: _sau, ...rest }) => rest })
                }
                onNext={
                  query.data.next === null
                    ? undefined
                    : () => void navigate({ search: (old) => ({ ...old, sau: query.data?.next ?? '' }) })
                }
              />
            ) : undefined
          }
        >
          <Shown query={query} label={t('title')}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={t(issued ? 'noneIssued' : 'none')} />
              ) : (
                <DataTable
                  label={t('title')}
                  columns={columns}
                  groups={[{ key: 'all', rows: items }]}
                  rowKey={({ id }) => id}
                />
              )
            }
          </Shown>
        </Panel>
        {!issued && hasRole(standing, 'clerk', 'officer', 'secretary') && <ToDraft />}
      </div>
    </>
  );
}
