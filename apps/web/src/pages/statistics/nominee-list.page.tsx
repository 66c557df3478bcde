import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { DataTable, Empty, FilterChips, PageHead, Pagination, Panel, useSay } from '../../components/index.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { askedWords } from './asked-words.js';

const route = getRouteApi('/framed/thong-ke/ca-nhan');
const AT_ONCE = '100';
const standings = ['known', 'direct_worker', 'leader', 'unknown'] as const;

/** The individuals that a figure of direct workers counts: by their number in the dossier, without a name. */
export function NomineeListPage(): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const { standing } = useStanding();
  const navigate = route.useNavigate();
  const { hinhThuc, cum, donVi, nam, doiTuong = 'known', sau } = route.useSearch();
  const award = useAwardNames();
  const unit = useUnitNames();
  useTitle(t('individuals.title'));
  const query = useQuery({
    queryKey: ['figure-nominees', standing?.positionId, hinhThuc, cum, donVi, nam, doiTuong, sau],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/statistics/nominees', {
          params: {
            query: {
              standing: doiTuong,
              limit: AT_ONCE,
              ...(hinhThuc ? { award: hinhThuc } : {}),
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
  const go = (more: object) => void navigate({ search: (old) => ({ ...old, sau: undefined, ...more }) });
  return (
    <>
      <PageHead
        title={t('individuals.title')}
        crumbs={[
          <Link key="statistics" to="/thong-ke" search={nam === undefined ? {} : { nam }}>
            {t('title')}
          </Link>,
          <span key="here">{t('individuals.title')}</span>,
        ]}
        sub={askedWords(
          [
            hinhThuc && say(award(hinhThuc)),
            cum && (cum === 'unknown' ? t('noCluster') : cum),
            donVi && say(unit(donVi)),
            nam !== undefined && t('receivedIn', { year: nam }),
          ],
          t('all'),
        )}
      />
      <FilterChips
        label={t('individuals.view')}
        value={doiTuong}
        onChange={(value) => go({ doiTuong: value })}
        chips={standings.map((value) => ({ value, label: t(`individuals.${value}`) }))}
      />
      <Panel title={t(`individuals.${doiTuong}`)} flush className="figure-lists">
        <Shown query={query} label={t('individuals.title')} lines={8}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={t('none')} />
            ) : (
              <>
                <DataTable
                  label={t('individuals.title')}
                  rowKey={({ dossierId, nomineeId }) => `${dossierId} ${nomineeId}`}
                  groups={[{ key: 'all', rows: items }]}
                  columns={[
                    {
                      key: 'dossier',
                      header: t('dossier'),
                      rowHeader: true,
                      cell: ({ dossierId, title, nomineeId, award: code }) => (
                        <>
                          <Link className="vd-table-name" to="/ho-so/$id" params={{ id: dossierId }}>
                            {title}, {nomineeId}
                          </Link>
                          <span className="vd-meta">{say(award(code))}</span>
                        </>
                      ),
                    },
                    {
                      key: 'unit',
                      header: t('unit'),
                      label: t('unit'),
                      width: 240,
                      cell: ({ submittingUnitId }) => say(unit(submittingUnitId)),
                    },
                    {
                      key: 'cluster',
                      header: t('cluster'),
                      label: t('cluster'),
                      width: 160,
                      cell: ({ cluster }) => cluster ?? t('noCluster'),
                    },
                    {
                      key: 'standing',
                      header: t('individuals.standing'),
                      label: t('individuals.standing'),
                      width: 190,
                      cell: ({ standing: own }) => t(`individuals.${own ?? 'unknown'}`),
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
