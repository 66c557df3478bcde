import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { handoverQuery, type HandoverRead } from '../../api/handovers.js';
import { meQuery } from '../../api/queries.js';
import { Button, Facts, PageHead, Panel, Skeleton, StatusLine, StatusTag, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { Failed } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { ConfirmPanel } from './confirm-panel.js';
import { FirstDates, LeftOut, Mandates } from './beside.js';
import { HandedTable } from './handed-table.js';
import { standings, statusOf, statusOfState } from './standings.js';
import './handover.css';

const route = getRouteApi('/framed/ban-giao/$id');

/** One handover, as both sides and the head see it: what is open, what was promised, what is due next. */
export function HandoverPage(): ReactElement {
  const { t } = useTranslation('handover');
  const { id } = route.useParams();
  const query = useInfiniteQuery(handoverQuery(id));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const [first] = data?.pages ?? [];
  useTitle(t('one'));
  if (!first)
    return (
      <>
        <PageHead title={t('one')} />
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton label={t('one')} lines={8} />}
      </>
    );
  return (
    <>
      {error && <Failed error={error} onRetry={() => void refetch()} old />}
      <Handover handover={first}>
        <HandedTable handover={first} items={data?.pages.flatMap(({ items }) => items) ?? []} />
        {hasNextPage && (
          <div className="vd-panel-foot">
            <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </Handover>
    </>
  );
}

function Handover({
  handover,
  children,
}: {
  readonly handover: HandoverRead;
  readonly children: readonly (ReactElement | false)[];
}): ReactElement {
  const { t } = useTranslation('handover');
  const say = useSay();
  const { data: me } = useQuery(meQuery);
  const { summary, fromAccountId, fromName, toAccountId, toName, on, state, note } = handover;
  const nameOf = (account: string, name: string | null) => (account === me?.id ? t('you') : (name ?? account));
  return (
    <>
      <PageHead
        title={t('oneOf', { position: say(handover.positionTitle) })}
        crumbs={[
          <Link key="list" to="/ban-giao">
            {t('title')}
          </Link>,
          <span key="here">{day(on)}</span>,
        ]}
        sub={
          <>
            {t('sides', { from: nameOf(fromAccountId, fromName), to: nameOf(toAccountId, toName), day: day(on) })}{' '}
            <StatusTag status={statusOfState[state]}>{t(`states.${state}`)}</StatusTag>
          </>
        }
      />
      <Facts
        items={[
          { name: t('facts.items'), value: summary.items },
          ...standings
            .filter((each) => each !== 'gone' && (summary[each] > 0 || each === 'overdue' || each === 'soon'))
            .map((each) => ({
              name: <StatusLine status={statusOf[each]}>{t(`standings.${each}`)}</StatusLine>,
              value: summary[each],
            })),
          ...(state === 'open' ? [{ name: t('facts.remaining'), value: summary.remaining }] : []),
        ]}
      />
      <div className="vd-columns">
        <div className="vd-stack">
          {note !== null && (
            <blockquote className="handover-note">
              <p>{note}</p>
              <footer className="vd-meta">{nameOf(fromAccountId, fromName)}</footer>
            </blockquote>
          )}
          <Panel
            title={t('work')}
            meta={t('promises', { count: handover.items.filter((each) => each.note !== null).length })}
            flush
          >
            {children}
          </Panel>
          <LeftOut handover={handover} />
        </div>
        <aside className="vd-stack" aria-label={t('aside')}>
          {me && <ConfirmPanel handover={handover} account={me.id} />}
          <FirstDates handover={handover} />
          <Mandates handover={handover} />
        </aside>
      </div>
    </>
  );
}
