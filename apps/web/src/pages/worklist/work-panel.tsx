import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, memo, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { buttonClass, Empty, Pagination } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { Behind } from '../../shell/behind.js';
import { useRememberedList } from '../../shell/shortcuts/came-from.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { News } from './news.js';
import { WorkTable } from './work-table.js';
import { type WorkListName, type WorkSearch, countsQuery, workKey, worklistQuery } from './worklist.queries.js';

/** After the list. */
const BulkBar = lazy(() => import('./bulk-bar.js'));

/** One page of one list, what may be done with several of its lines at once, and the way to its other pages. */
export const WorkPanel = memo(function WorkPanel({ search }: { readonly search: WorkSearch }): ReactElement {
  const { t } = useTranslation('worklist');
  const navigate = useNavigate({ from: '/viec' });
  const { standing } = useStanding();
  const { data: me } = useQuery(meQuery);
  const list = search.ds ?? 'mine';
  const counts = useQuery(countsQuery(standing?.positionId));
  const page = useQuery(worklistQuery(standing?.positionId, search));
  // What was chosen in one list is not chosen in another.
  const [choice, setChoice] = useState<{ readonly of: WorkListName; readonly ids: ReadonlySet<string> }>();
  const chosen = choice?.of === list ? choice.ids : nothing;
  const setChosen = (ids: ReadonlySet<string>) => setChoice({ of: list, ids });
  const here = counts.data?.lists[list];
  useRememberedList(page.data?.items.map(({ dossierId }) => dossierId));
  return (
    <div className="vd-panel">
      <News list={list} sort={search.xep} onShow={() => void Promise.all([page.refetch(), counts.refetch()])} />
      <Behind behind={page.data?.behind} />
      <Shown query={page} label={t('list')} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            <NoWork search={search} list={list} free={counts.data?.lists.free.all ?? 0} />
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
                  shown={t('shown', { shown: number(items.length), all: number(here?.[search.han ?? 'all'] ?? 0) })}
                  onFirst={search.sau === undefined ? undefined : () => void navigate({ search: withoutPage(search) })}
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
            onDone={() => setChosen(nothing)}
          />
        </Suspense>
      )}
    </div>
  );
});

/** Nothing to do, or nothing that the filters let through: what can be done then. */
function NoWork({
  search,
  list,
  free,
}: {
  readonly search: WorkSearch;
  readonly list: WorkListName;
  /** How many nobody has taken. */
  readonly free: number;
}): ReactElement {
  const { t } = useTranslation('worklist');
  const { ds: _list, xep: _order, ...filters } = search;
  if (Object.values(filters).some((each) => each !== undefined))
    return (
      <Empty
        title={t('noMatch')}
        action={
          <Link className="vd-button" to="/viec" search={search.ds === undefined ? {} : { ds: search.ds }}>
            {t('clear')}
          </Link>
        }
      />
    );
  return (
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
  );
}

const nothing: ReadonlySet<string> = new Set();

const withoutPage = ({ sau: _page, ...others }: WorkSearch): WorkSearch => others;
