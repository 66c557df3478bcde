import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import {
  type Column,
  DataTable,
  Empty,
  PageHead,
  Pagination,
  Panel,
  StatusLine,
  Tabs,
  useSay,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { Shown } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { addresseeOf, type LetterListed, lettersQuery, type LetterStage } from './submissions.js';
import { statusOfStage } from './stage-status.js';
import { ToLetter } from './to-letter.js';
import './submissions.css';

const route = getRouteApi('/framed/to-trinh');

/** What the address says, and the stage that it stands for. */
const tabs = [
  { key: 'tat-ca', stage: undefined },
  { key: 'dang-soan', stage: 'drafted' },
  { key: 'da-gui', stage: 'sent' },
  { key: 'da-tiep-nhan', stage: 'received' },
] as const satisfies readonly { readonly key: string; readonly stage: LetterStage | undefined }[];

/** Tờ trình: letters that take several dossiers to the level above, and the dossiers that wait for one. */
export function SubmissionsPage(): ReactElement {
  const { t } = useTranslation('submissions');
  const say = useSay();
  const unit = useUnitNames();
  const { standing } = useStanding();
  const { xem, sau } = route.useSearch();
  const navigate = route.useNavigate();
  const stage = tabs.find(({ key }) => key === xem)?.stage;
  const query = useQuery(lettersQuery(stage, sau));
  useTitle(t('title'));
  const columns: readonly Column<LetterListed>[] = [
    {
      key: 'letter',
      header: t('table.letter'),
      rowHeader: true,
      cell: ({ id, title, letter, draftedAt }) => (
        <>
          <Link className="vd-table-name" to="/to-trinh/$id" params={{ id }}>
            <span lang="vi">{title}</span>
          </Link>
          <span className="vd-meta">
            {letter
              ? t('numbered', { number: letter.number, day: day(letter.date) })
              : t('drafted', { day: day(draftedAt) })}
          </span>
        </>
      ),
    },
    {
      key: 'from',
      header: t('table.from'),
      label: t('table.from'),
      width: 220,
      cell: ({ bodyId }) => say(unit(bodyId)),
    },
    {
      key: 'to',
      header: t('table.to'),
      label: t('table.to'),
      width: 220,
      cell: (each) => say(addresseeOf(each, unit)),
    },
    {
      key: 'dossiers',
      header: t('table.dossiers'),
      label: t('table.dossiers'),
      align: 'right',
      width: 100,
      cell: ({ dossiers, left }) => (
        <>
          {dossiers}
          {left > 0 && <span className="vd-meta">{t('table.left', { count: left })}</span>}
        </>
      ),
    },
    {
      key: 'stage',
      header: t('table.stage'),
      label: t('table.stage'),
      width: 160,
      cell: (each) => <StatusLine status={statusOfStage[each.stage]}>{t(`stages.${each.stage}`)}</StatusLine>,
    },
  ];
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <Tabs
        label={t('title')}
        tabs={tabs.map(({ key, stage: own }) => ({
          key,
          label: own === undefined ? t('all') : t(`stages.${own}`),
          current: own === stage,
        }))}
        link={({ key, current }, content) => (
          <Link
            key={key}
            to="/to-trinh"
            search={key === 'tat-ca' ? {} : { xem: key as Exclude<typeof xem, undefined> }}
            aria-current={current ? 'page' : undefined}
          >
            {content}
          </Link>
        )}
      />
      <div className="submissions-list">
        <Panel
          title={stage === undefined ? t('all') : t(`stages.${stage}`)}
          flush
          footer={
            query.data && (query.data.next !== null || sau !== undefined) ? (
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
                <Empty title={stage === undefined ? t('none') : t('noneOfStage')} />
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
        {hasRole(standing, 'officer', 'section_head', 'secretary', 'authority', 'clerk') && <ToLetter />}
      </div>
    </>
  );
}
