import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Button, Empty, FilterChips, PageHead, Panel } from '../../components/index.js';
import { Failed } from '../../shell/shown.js';
import { Skeleton } from '../../components/index.js';
import { useTitle } from '../../shell/use-title.js';
import { type Message, MessageLine } from './message-line.js';
import { useMarkRead } from './use-mark-read.js';
import './notifications.css';

const groups = ['all', 'todo', 'info', 'system'] as const;

/** Thông báo: what is to be done, what is good to know, and what the system has to say. Newest first. */
export function NotificationsPage(): ReactElement {
  const { t } = useTranslation('notifications');
  const [chosen, setChosen] = useState<(typeof groups)[number]>('all');
  const of = chosen === 'all' ? {} : { group: chosen };
  const list = useInfiniteQuery({
    queryKey: ['notifications', 'list', chosen],
    queryFn: ({ pageParam, signal }) =>
      told(
        api.GET('/api/v1/notifications', {
          params: { query: { limit: '50', ...of, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const mark = useMarkRead();
  const shown: readonly Message[] = list.data?.pages.flatMap(({ items }) => items) ?? [];
  // Of the first page: what has come since stands on none, and is not read.
  const newest = list.data?.pages[0];
  useTitle(t('title'));
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <Button
            busy={mark.isPending}
            refused={newest?.unread === 0 ? t('allRead') : undefined}
            onClick={() => newest && mark.mutate({ through: newest.newest, ...of })}
          >
            {t('markAll')}
          </Button>
        }
      />
      <FilterChips
        label={t('groupsLabel')}
        value={chosen}
        onChange={setChosen}
        chips={groups.map((each) => ({ value: each, label: t(`groups.${each}`) }))}
      />
      <Panel title={t(`groups.${chosen}`)} flush className="vd-messages">
        {list.isPending && <Skeleton label={t('title')} lines={6} />}
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} old={shown.length > 0} />}
        {list.data && shown.length === 0 && <Empty title={t('none')}>{t('noneNext')}</Empty>}
        {shown.length > 0 && (
          <ul>
            {shown.map((message) => (
              <MessageLine key={message.id} message={message} onRead={() => mark.mutate({ ids: [message.id] })} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <div className="vd-panel-foot">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </Panel>
    </>
  );
}
