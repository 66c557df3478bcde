import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { proceduresQuery, useAwardNames, useStepNames, useUnitNames } from '../../api/names.js';
import {
  Button,
  DataTable,
  Empty,
  FilterSelect,
  buttonClass,
  PageHead,
  Pagination,
  Panel,
  StatusLine,
  composed,
  useSay,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { Behind } from '../../shell/behind.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useRememberedList } from '../../shell/shortcuts/came-from.js';
import { useTitle } from '../../shell/use-title.js';
import { Asked } from './asked.js';
import './dossiers.css';

const AT_ONCE = '50';

/** Hồ sơ: every dossier that the position may read, and the search over them, with or without accents. */
export function DossiersPage(): ReactElement {
  const { t } = useTranslation('dossiers');
  const say = useSay();
  const search = useSearch({ from: '/framed/ho-so' });
  const navigate = useNavigate({ from: '/ho-so' });
  const { standing } = useStanding();
  // What is searched for may be a name: it goes along with the page and stands in no address.
  const q = useLocation({ select: ({ state }) => state.q ?? '' });
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const { hinhThuc, buoc, donVi, quaHan, sau } = search;
  const { dangXuLy, daBoSung, ketQua, cum, daQua, nam } = search;
  // What figures ask for, whose numbers lead here.
  const more = {
    ...(dangXuLy ? { running: 'true' } : {}),
    ...(daBoSung ? { supplemented: 'true' } : {}),
    ...(ketQua ? { outcome: ketQua } : {}),
    ...(cum ? { cluster: cum } : {}),
    ...(daQua ? { leftStep: daQua } : {}),
    ...(nam === undefined ? {} : { receivedFrom: `${nam}-01-01`, receivedTo: `${nam}-12-31` }),
  };
  const query = useQuery({
    queryKey: ['dossiers', standing?.positionId, q, hinhThuc, buoc, donVi, quaHan, sau, more],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/dossiers', {
          params: {
            query: {
              limit: AT_ONCE,
              ...(q ? { q } : {}),
              ...(hinhThuc ? { procedure: hinhThuc } : {}),
              ...(buoc ? { step: buoc } : {}),
              ...(donVi ? { unit: donVi } : {}),
              ...(quaHan ? { overdue: 'true' as const } : {}),
              ...more,
              ...(sau ? { cursor: sau } : {}),
            } as never,
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const unitName = useUnitNames();
  const awardName = useAwardNames();
  const stepName = useStepNames([
    ...(query.data?.items ?? []),
    ...(hinhThuc ? [{ procedureCode: hinhThuc, procedureVersion: null }] : []),
  ]);
  const { data: procedures } = useQuery(proceduresQuery);
  const awards = [...new Map((procedures?.items ?? []).map(({ code, names }) => [code, names]))];
  useTitle(t('title'));
  useRememberedList(query.data?.items.map(({ id }) => id));
  const go = (more: Partial<typeof search>, next = q) =>
    void navigate({
      search: Object.fromEntries(
        Object.entries({ ...search, sau: undefined, ...more }).filter(([, value]) => value !== undefined),
      ),
      state: next === '' ? {} : { q: next },
    });
  const filters =
    [hinhThuc, buoc, donVi, quaHan, q || undefined, nam].filter((each) => each !== undefined).length +
    Object.keys(more).filter((name) => !name.startsWith('received')).length;
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          hasRole(standing, 'submitter') && (
            <Link to="/ho-so/moi" className={buttonClass({ kind: 'primary' })}>
              {t('new')}
            </Link>
          )
        }
      />
      <form
        className="vd-find"
        role="search"
        aria-label={t('find')}
        onSubmit={(event) => {
          event.preventDefault();
          go({}, composed(typed).trim());
        }}
      >
        <label className="vd-hidden" htmlFor="find-dossiers">
          {t('find')}
        </label>
        <input
          id="find-dossiers"
          type="search"
          className="vd-input"
          autoComplete="off"
          maxLength={200}
          placeholder={t('findPlaceholder')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('look')}</Button>
        <FilterSelect
          label={t('award')}
          all={t('all')}
          choices={awards.map(([value, names]) => ({ value, label: say(names) }))}
          value={hinhThuc ?? ''}
          onChange={(event) => go({ hinhThuc: event.target.value === '' ? undefined : event.target.value })}
        />
        <Button aria-pressed={quaHan ?? false} onClick={() => go({ quaHan: quaHan ? undefined : true })}>
          {t('overdue')}
        </Button>
      </form>
      <Asked
        search={search}
        stepName={(step) => say(stepName({ procedureCode: hinhThuc ?? '', procedureVersion: null, step }))}
        onDrop={(name) => go({ [name]: undefined })}
      />
      <Panel title={q ? t('found', { q }) : t('allOfThem')} flush>
        <Behind behind={query.data?.behind} />
        <Shown query={query} label={t('title')} lines={8}>
          {({ items, next }) =>
            items.length === 0 ? (
              filters === 0 ? (
                <Empty title={t('empty')} />
              ) : (
                <Empty
                  title={t('noMatch', { count: filters })}
                  action={
                    <Link className="vd-button" to="/ho-so">
                      {t('clear')}
                    </Link>
                  }
                />
              )
            ) : (
              <>
                <DataTable
                  label={t('title')}
                  rowKey={({ id }) => id}
                  groups={[{ key: 'all', rows: items }]}
                  columns={[
                    {
                      key: 'title',
                      header: t('dossier'),
                      rowHeader: true,
                      cell: (item) => (
                        <>
                          <Link className="vd-table-name" lang="vi" to="/ho-so/$id" params={{ id: item.id }}>
                            {item.title}
                          </Link>
                          <span className="vd-meta">{say(awardName(item.procedureCode))}</span>
                        </>
                      ),
                    },
                    {
                      key: 'unit',
                      header: t('unit'),
                      label: t('unit'),
                      width: 240,
                      cell: (item) => say(unitName(item.submittingUnitId)),
                    },
                    {
                      key: 'step',
                      header: t('step'),
                      label: t('step'),
                      width: 180,
                      cell: (item) => (item.outcome ? t(`outcomes.${item.outcome}`) : say(stepName(item))),
                    },
                    {
                      key: 'due',
                      header: t('due'),
                      label: t('due'),
                      width: 120,
                      cell: ({ nextDueAt }) =>
                        nextDueAt === null ? (
                          '–'
                        ) : (
                          <>
                            {day(nextDueAt)}{' '}
                            {nextDueAt < new Date().toISOString() && (
                              <StatusLine status="over">{t('isOverdue')}</StatusLine>
                            )}
                          </>
                        ),
                    },
                  ]}
                />
                <div className="vd-panel-foot">
                  <Pagination
                    shown={t('shown', { count: items.length })}
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
