import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, PageHead, Skeleton, StatusLine } from '../../components/index.js';
import { second } from '../../format/dates.js';
import { number, place } from '../../format/numbers.js';
import { useTitle } from '../../shell/use-title.js';
import { FailedPanel } from './failed-panel.js';
import { HealthFailed } from './health.js';
import { failedQuery, readModelsQuery, type ReadModels, sendingQuery } from './operations.queries.js';
import { QueuesPanel } from './queues-panel.js';
import { ReadModelsPanel } from './read-models-panel.js';
import { SendingPanel } from './sending-panel.js';
import './operations.css';

/** Vận hành: what is not as it should be stands first; each repair says what it will do, and what serves meanwhile. */
export function OperationsPage(): ReactElement {
  const { t } = useTranslation('operations');
  const models = useQuery(readModelsQuery);
  const failed = useQuery(failedQuery);
  useTitle(t('title'));
  const { data } = models;
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          data && <span className="vd-meta">{t('checked', { at: second(new Date(models.dataUpdatedAt)) })}</span>
        }
      />
      <div className="vd-stack">
        {models.error && <HealthFailed query={models} />}
        {data === undefined && !models.error && <Skeleton label={t('title')} lines={8} />}
        {data && (
          <>
            <Figures models={data} stale={models.error !== null} />
            {(failed.data?.items.length ?? 0) > 0 && <FailedPanel />}
            <ReadModelsPanel models={data} stale={models.error !== null} />
            <div className="operator-halves">
              <QueuesPanel />
              <SendingPanel />
            </div>
            {(failed.data?.items.length ?? 0) === 0 && <FailedPanel />}
          </>
        )}
      </div>
    </>
  );
}

function Figures({ models, stale }: { readonly models: ReadModels; readonly stale: boolean }): ReactElement {
  const { t } = useTranslation('operations');
  const failed = useQuery(failedQuery);
  const sending = useQuery(sendingQuery);
  const behind = Math.max(0, ...models.items.map(({ eventsBehind }) => eventsBehind));
  const parked = models.items.reduce((sum, { deadLetters }) => sum + deadLetters, 0);
  const letters = failed.data?.items.length;
  const good = stale ? ('done' as const) : ('ok' as const);
  const figure = (count: number | undefined, none: string, some: string) =>
    count === undefined ? (
      <StatusLine status="done" mark="unknown">
        {t('unread')}
      </StatusLine>
    ) : count === 0 ? (
      <StatusLine status={good} mark={stale ? 'unknown' : 'check'}>
        {none}
      </StatusLine>
    ) : (
      <StatusLine status="over">{some}</StatusLine>
    );
  return (
    <Facts
      items={[
        { name: t('facts.head'), value: `№ ${place(models.head)}` },
        { name: t('facts.behind'), value: t('facts.events', { count: behind }) },
        {
          wide: true,
          name: t('facts.failed'),
          value: figure(letters, t('facts.noLetters'), t('facts.letters', { count: letters ?? 0 })),
        },
        {
          wide: true,
          name: t('facts.parked'),
          value: figure(parked, t('facts.noneParked'), t('facts.parkedEvents', { count: number(parked) })),
        },
        {
          wide: true,
          name: t('facts.sending'),
          value: figure(
            sending.data && (sending.data.state === 'open' && !sending.error ? 0 : 1),
            t('sending.open'),
            t('sending.held'),
          ),
        },
      ]}
    />
  );
}
