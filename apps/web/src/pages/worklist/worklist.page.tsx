import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { buttonClass, Icon, PageHead } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { AskedOfUnit } from './asked-of-unit.js';
import { DueCounters } from './due-counters.js';
import { Filters } from './filters.js';
import { SavedFilterChips } from './saved-filter-chips.js';
import { Today } from './today.js';
import { WorkPanel } from './work-panel.js';
import { type WorkSearch, countsQuery, worklistQuery } from './worklist.queries.js';
import './worklist.css';

/** Beside the list. */
const HandoverStrip = lazy(() => import('./handover-strip.js'));

/** Việc của tôi: what is due first, and what can be done with it. */
export function WorklistPage(): ReactElement {
  const { t } = useTranslation('worklist');
  const search = useSearch({ from: '/framed/viec' });
  // A hundred rows take longer to draw than a counter to answer: it answers at once, and the rows follow.
  const shown = useDeferredValue(search);
  const navigate = useNavigate({ from: '/viec' });
  const { standing } = useStanding();
  const { data: me } = useQuery(meQuery);
  const list = search.ds ?? 'mine';
  const { data: counts } = useQuery(countsQuery(standing?.positionId));
  const { data: page } = useQuery(worklistQuery(standing?.positionId, search));
  // What may be chosen in the filters does not shrink with what is chosen there.
  const { data: whole } = useQuery(
    worklistQuery(standing?.positionId, search.ds === undefined ? {} : { ds: search.ds }),
  );
  const known = useMemo(() => [...(whole?.items ?? []), ...(page?.items ?? [])], [whole, page]);
  useTitle(t('title'));
  const onlyList = search.ds === undefined ? {} : { ds: search.ds };
  return (
    <>
      <PageHead
        title={t(`lists.${list}`)}
        actions={
          <nav aria-label={t('otherLists')} className="vd-row">
            {(['mine', 'free', 'held', 'waiting'] as const)
              .filter((each) => each !== list && (each === 'mine' || (counts?.lists[each].all ?? 0) > 0))
              .map((each) => (
                <Link
                  key={each}
                  className="vd-button vd-button-quiet"
                  to="/viec"
                  search={each === 'mine' ? {} : { ds: each }}
                >
                  {t(`lists.${each}`)} {counts && `(${number(counts.lists[each].all)})`}
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
        <section aria-label={t('list')} aria-busy={shown !== search || undefined}>
          <DueCounters
            counts={counts?.lists[list]}
            chosen={search.han}
            onChoose={(han) => void navigate({ search: { ...onlyList, ...rest(search), ...(han ? { han } : {}) } })}
          />
          <Filters search={search} items={known} onChange={(more) => void navigate({ search: more })} />
          {me && <SavedFilterChips account={me.id} search={search} />}
          <WorkPanel search={shown} />
        </section>
        <aside aria-label={t('side')} className="vd-stack">
          <Today list={list} />
        </aside>
      </div>
    </>
  );
}

/** The filters beside the counter: choosing another counter begins at the first page. */
const rest = ({ buoc, hinhThuc, donVi, xep }: WorkSearch) => ({
  ...(xep === undefined ? {} : { xep }),
  ...(buoc === undefined ? {} : { buoc }),
  ...(hinhThuc === undefined ? {} : { hinhThuc }),
  ...(donVi === undefined ? {} : { donVi }),
});
