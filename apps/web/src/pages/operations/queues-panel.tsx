import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, Panel, useSay } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { Shown } from '../../shell/shown.js';
import { useAgeText } from './age-text.js';
import { queuesQuery } from './operations.queries.js';

/** What the system still has to do, by what it means. */
export function QueuesPanel(): ReactElement {
  const { t } = useTranslation('operations');
  const say = useSay();
  const query = useQuery(queuesQuery);
  const age = useAgeText();
  const waited = (seconds: number) => (seconds === 0 ? '–' : age(seconds));
  return (
    <Panel title={t('queues.title')} flush>
      <Shown query={query} label={t('queues.title')}>
        {({ items }) => (
          <DataTable
            label={t('queues.title')}
            rowKey={({ queue }) => queue}
            groups={[{ key: 'all', rows: items }]}
            columns={[
              { key: 'queue', header: t('queues.queue'), rowHeader: true, cell: ({ means }) => say(means) },
              {
                key: 'waiting',
                header: t('queues.waiting'),
                label: t('queues.waiting'),
                align: 'right',
                width: 80,
                cell: ({ waiting }) => number(waiting),
              },
              {
                key: 'oldest',
                header: t('queues.oldest'),
                label: t('queues.oldest'),
                align: 'right',
                width: 120,
                cell: ({ oldestSeconds }) => waited(oldestSeconds),
              },
              {
                key: 'failed',
                header: t('queues.failed'),
                label: t('queues.failed'),
                align: 'right',
                width: 80,
                cell: ({ failed }) => (failed > 0 ? <b className="vd-ink-over">{number(failed)}</b> : '0'),
              },
            ]}
          />
        )}
      </Shown>
    </Panel>
  );
}
