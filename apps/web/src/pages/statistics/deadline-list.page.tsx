import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import {
  DataTable,
  Empty,
  FilterChips,
  PageHead,
  Pagination,
  Panel,
  StatusLine,
  useSay,
} from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { askedWords } from './asked-words.js';
import { figureOf, figuresQuery } from './statistics.query.js';

const route = getRouteApi('/framed/thong-ke/thoi-han');
const AT_ONCE = '100';
const views = ['all', 'onTime', 'late'] as const;

/** The turns of clocks that a figure counts: kept, late, or both. */
export function DeadlineListPage(): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const { standing } = useStanding();
  const navigate = route.useNavigate();
  const { hinhThuc, dongHo, cum, donVi, nam, xem = 'all', sau } = route.useSearch();
  const award = useAwardNames();
  const unit = useUnitNames();
  useTitle(t('deadlines.title'));
  const query = useQuery({
    queryKey: ['figure-deadlines', standing?.positionId, hinhThuc, dongHo, cum, donVi, nam, xem, sau],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/deadlines', {
          params: {
            query: {
              settled: xem,
              limit: AT_ONCE,
              ...(hinhThuc ? { award: hinhThuc } : {}),
              ...(dongHo ? { clock: dongHo } : {}),
              ...(cum ? { cluster: cum } : {}),
              ...(donVi ? { unit: donVi } : {}),
              ...(nam === undefined ? {} : { receivedFrom: `${nam}-01-01`, receivedTo: `${nam}-12-31` }),
              ...(sau ? { cursor: sau } : {}),
            } as never,
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  // What clocks are called stands in the figure that led here.
  const { data: figures } = useQuery(figuresQuery(standing?.positionId, { year: nam, award: hinhThuc }));
  const clockName = (clock: string) => {
    const names =
      figures &&
      figureOf(figures, 'onTime')?.groups.find((each) => each.clock && clock.split(',').includes(each.clock))?.name;
    return names ? say(names) : clock;
  };
  const go = (more: object) => void navigate({ search: (old) => ({ ...old, sau: undefined, ...more }) });
  return (
    <>
      <PageHead
        title={t('deadlines.title')}
        crumbs={[
          <Link key="statistics" to="/thong-ke" search={nam === undefined ? {} : { nam }}>
            {t('title')}
          </Link>,
          <span key="here">{t('deadlines.title')}</span>,
        ]}
        sub={askedWords(
          [
            hinhThuc && say(award(hinhThuc)),
            dongHo && clockName(dongHo),
            cum && (cum === 'unknown' ? t('noCluster') : cum),
            donVi && say(unit(donVi)),
            nam !== undefined && t('receivedIn', { year: nam }),
          ],
          t('all'),
        )}
      />
      <FilterChips
        label={t('deadlines.view')}
        value={xem}
        onChange={(value) => go({ xem: value })}
        chips={views.map((value) => ({ value, label: t(`deadlines.${value}`) }))}
      />
      <Panel title={t(`deadlines.${xem}`)} flush className="figure-lists">
        <Shown query={query} label={t('deadlines.title')} lines={8}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={t('none')} />
            ) : (
              <>
                <DataTable
                  label={t('deadlines.title')}
                  rowKey={({ dossierId, deadlineId }) => `${dossierId} ${deadlineId}`}
                  groups={[{ key: 'all', rows: items }]}
                  columns={[
                    {
                      key: 'clock',
                      header: t('dossiers'),
                      rowHeader: true,
                      cell: ({ clockName: name, dossierId, dossierTitle }) => (
                        <>
                          <Link className="vd-table-name" to="/ho-so/$id" params={{ id: dossierId }}>
                            {dossierTitle ?? dossierId.slice(0, 8)}
                          </Link>
                          <span className="vd-meta">{say(name)}</span>
                        </>
                      ),
                    },
                    {
                      key: 'unit',
                      header: t('unit'),
                      label: t('unit'),
                      cell: ({ submittingUnitId }) => say(unit(submittingUnitId)),
                    },
                    {
                      key: 'due',
                      header: t('deadlines.due'),
                      label: t('deadlines.due'),
                      width: 150,
                      cell: ({ dueAt }) => (dueAt ? moment(dueAt) : '–'),
                    },
                    {
                      key: 'met',
                      header: t('deadlines.met'),
                      label: t('deadlines.met'),
                      width: 150,
                      cell: ({ metAt }) => (metAt ? moment(metAt) : t('deadlines.notMet')),
                    },
                    {
                      key: 'kept',
                      header: t('deadlines.kept'),
                      label: t('deadlines.kept'),
                      width: 130,
                      cell: ({ missedAt, late }) =>
                        missedAt !== null || late === true ? (
                          <StatusLine status="late">{t('deadlines.wasLate')}</StatusLine>
                        ) : (
                          <StatusLine status="done" mark="check">
                            {t('deadlines.wasKept')}
                          </StatusLine>
                        ),
                    },
                  ]}
                />
                <div className="vd-panel-foot">
                  <Pagination
                    shown={t('lines', { count: items.length })}
                    onFirst={sau === undefined ? undefined : () => go({})}
                    onEarlier={sau === undefined ? undefined : () => window.history.back()}
                    onNext={next === null ? undefined : () => go({ sau: next })}
                  />
                </div>
              </>
            )
          }
        </Shown>
      </Panel>
    </>
  );
}
