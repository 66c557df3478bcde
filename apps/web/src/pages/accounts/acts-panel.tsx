import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import type { operations } from '../../api/generated/openapi.js';
import { DataTable, Empty, Pagination, Panel } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { useAccountNames } from '../operator/accounts.js';

type Done = operations['listAccountActs']['responses'][200]['content']['application/json']['items'][number];

const AT_ONCE = 15;

/** What was done to accounts, by whom and when; the newest first. */
export function ActsPanel(): ReactElement {
  const { t } = useTranslation('accounts');
  const nameOf = useAccountNames();
  const [way, setWay] = useState<readonly string[]>([]);
  const cursor = way.at(-1);
  const query = useQuery({
    queryKey: ['account-acts', cursor],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/accounts/acts', {
          params: { query: { limit: String(AT_ONCE), ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const next = query.data?.next ?? null;
  return (
    <Panel
      title={t('acts.title')}
      flush
      {...(next !== null || way.length > 0
        ? {
            footer: (
              <Pagination
                shown={t('acts.shown', { count: query.data?.items.length ?? 0 })}
                onFirst={way.length > 1 ? () => setWay([]) : undefined}
                onEarlier={way.length > 0 ? () => setWay(way.slice(0, -1)) : undefined}
                onNext={next === null ? undefined : () => setWay([...way, next])}
              />
            ),
          }
        : {})}
    >
      <Shown query={query} label={t('acts.title')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('acts.none')} />
          ) : (
            <DataTable<Done>
              label={t('acts.title')}
              rowKey={({ ordinal }) => String(ordinal)}
              groups={[{ key: 'all', rows: items }]}
              columns={[
                {
                  key: 'act',
                  header: t('acts.what'),
                  rowHeader: true,
                  cell: ({ act }) => t(`acts.words.${act}`),
                },
                {
                  key: 'whom',
                  header: t('acts.whom'),
                  label: t('acts.whom'),
                  width: 260,
                  cell: ({ accountId }) => nameOf(accountId),
                },
                {
                  key: 'who',
                  header: t('acts.who'),
                  label: t('acts.who'),
                  width: 260,
                  cell: ({ actorId }) => nameOf(actorId),
                },
                {
                  key: 'at',
                  header: t('acts.at'),
                  label: t('acts.at'),
                  width: 170,
                  cell: ({ at }) => moment(at),
                },
              ]}
            />
          )
        }
      </Shown>
    </Panel>
  );
}
