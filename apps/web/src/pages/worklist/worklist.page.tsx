import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass, Empty, Icon, PageHead, Pagination } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { meQuery } from '../../api/queries.js';
import { Behind } from '../../shell/behind.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useRememberedList } from '../../shell/shortcuts/came-from.js';
import { useTitle } from '../../shell/use-title.js';
import { AskedOfUnit } from './asked-of-unit.js';
import { DueCounters } from './due-counters.js';
import { Filters } from './filters.js';
import { News } from './news.js';
import { SavedFilterChips } from './saved-filter-chips.js';
import { Today } from './today.js';
import { WorkTable } from './work-table.js';
import { type WorkListName, type WorkSearch, countsQuery, workKey, worklistQuery } from './worklist.queries.js';
import './worklist.css';

/** Beside the list, and after it. */
const HandoverStrip = lazy(() => import('./handover-strip.js'));
const BulkBar = lazy(() => import('./bulk-bar.js'));

/** Việc của tôi: what is due first, and what can be done with it. */
export function WorklistPage(): ReactElement {
  const { t } = useTranslation('worklist');
  const search = useSearch({ from: '/framed/viec' });
  const navigate = useNavigate({ from: '/viec' });
  const { standing } = useStanding();
  const { data: me } = useQuery(meQuery);
  const list = search.ds ?? 'mine';
  const counts = useQuery(countsQuery(standing?.positionId));
  const page = useQuery(worklistQuery(standing?.positionId, search));
  // What may be chosen in the filters does not shrink with what is chosen there.
  const whole = useQuery(worklistQuery(standing?.positionId, search.ds === undefined ? {} : { ds: search.ds }));
  // What was chosen in one list is not chosen in another.
  const [choice, setChoice] = useState<{ readonly of: WorkListName; readonly ids: ReadonlySet<string> }>();
  const chosen = choice?.of === list ? choice.ids : nothing;
  const setChosen = (ids: ReadonlySet<string>) => setChoice({ of: list, ids });
  const here = counts.data?.lists[list];
  const free = counts.data?.lists.free.all ?? 0;
  const filtered = search.han ?? search.buoc ?? search.hinhThuc ?? search.donVi;
  useTitle(t('title'));
  useRememberedList(page.data?.items.map(({ dossierId }) => dossierId));
  const onlyList = search.ds === undefined ? {} : { ds: search.ds };
  return (
    <>
      <PageHead
        title={t(`lists.${list}`)}
        actions={
          <nav aria-label={t('otherLists')} className="vd-row">
            {(['mine', 'free', 'held', 'waiting'] as const)
              .filter((each) => each !== list && (each === 'mine' || (counts.data?.lists[each].all ?? 0) > 0))
              .map((each) => (
                <Link
                  key={each}
                  className="vd-button vd-button-quiet"
                  to="/viec"
                  search={each === 'mine' ? {} : { ds: each }}
                >
                  {t(`lists.${each}`)} {counts.data && `(${number(counts.data.lists[each].all)})`}
                </Link>
              ))}
            <Link className={buttonClass()} to="/ban-giao">
              <Icon name="swap" size="small" />
              {t('handover.title')}
            </Link>
          </nav>
        }
      />
      {standing && (
        <Suspense fallback={null}>
          <HandoverStrip unitId={standing.unitId} />
        </Suspense>
      )}
      {standing && list === 'mine' && hasRole(standing, 'submitter') && <AskedOfUnit position={standing.positionId} />}
      <div className="vd-columns vd-columns-narrow">
        <section aria-label={t('list')}>
          <DueCounters
            counts={here}
            chosen={search.han}
            onChoose={(han) => void navigate({ search: { ...onlyList, ...rest(search), ...(han ? { han } : {}) } })}
          />
          <Filters
            search={search}
            items={[...(whole.data?.items ?? []), ...(page.data?.items ?? [])]}
            onChange={(more) => void navigate({ search: more })}
          />
          {me && <SavedFilterChips account={me.id} search={search} />}
          <div className="vd-panel">
            <News list={list} sort={search.xep} onShow={() => void Promise.all([page.refetch(), counts.refetch()])} />
            <Behind behind={page.data?.behind} />
            <Shown query={page} label={t('list')} lines={8}>
              {({ items, next }) =>
                items.length === 0 ? (
                  filtered === undefined && search.sau === undefined ? (
                    <Empty
                      title={t(`empty.${list}`)}
                      action={
                        list === 'mine' &&
                        free > 0 && (
                          <Link className={buttonClass()} to="/viec" search={{ ds: 'free' }}>
                            {t('lookAtFree', { count: free })}
                          </Link>
                        )
                      }
                    >
                      {t('emptyNext')}
                    </Empty>
                  ) : (
                    <Empty
                      title={t('noMatch')}
                      action={
                        <Link className="vd-button" to="/viec" search={onlyList}>
                          {t('clear')}
                        </Link>
                      }
                    />
                  )
                ) : (
                  <>
                    <WorkTable
                      items={items}
                      counts={here}
                      chosen={chosen}
                      onChoose={setChosen}
                      list={list}
                      sorted={search.xep !== undefined}
                    />
                    <div className="vd-panel-foot">
                      <Pagination
                        shown={t('shown', { shown: number(items.length), all: number(totalOf(here, search.han)) })}
                        onFirst={
                          search.sau === undefined ? undefined : () => void navigate({ search: withoutPage(search) })
                        }
                        onEarlier={search.sau === undefined ? undefined : () => window.history.back()}
                        onNext={next === null ? undefined : () => void navigate({ search: { ...search, sau: next } })}
                      />
                    </div>
                  </>
                )
              }
            </Shown>
            {/* Below the list: what is being chosen does not move under the pointer. */}
            {chosen.size > 0 && me && page.data && (
              <Suspense fallback={null}>
                <BulkBar
                  key={list}
                  account={me.id}
                  list={list}
                  items={page.data.items.filter((each) => chosen.has(workKey(each)))}
                  onDone={() => setChosen(new Set())}
                />
              </Suspense>
            )}
          </div>
        </section>
        <aside aria-label={t('side')} className="vd-stack">
          <Today list={list} />
        </aside>
      </div>
    </>
  );
}

const nothing: ReadonlySet<string> = new Set();

/** The filters beside the counter: choosing another counter begins at the first page. */
const rest = ({ buoc, hinhThuc, donVi, xep }: WorkSearch) => ({
  ...(xep === undefined ? {} : { xep }),
  ...(buoc === undefined ? {} : { buoc }),
  ...(hinhThuc === undefined ? {} : { hinhThuc }),
  ...(donVi === undefined ? {} : { donVi }),
});

const withoutPage = ({ sau: _page, ...others }: WorkSearch): WorkSearch => others;

const totalOf = (counts: Readonly<Record<string, number>> | undefined, han: string | undefined): number =>
  counts?.[han ?? 'all'] ?? 0;
