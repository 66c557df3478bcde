import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DataTable, type Status, StatusLine, useSay } from '../../components/index.js';
import type { BulkResult } from './bulk-acts.js';

const statuses: Readonly<Record<BulkResult['outcome'], Status>> = {
  waiting: 'pause',
  sending: 'act',
  done: 'ok',
  unchanged: 'done',
  refused: 'fail',
  unreachable: 'soon',
};

/** How far it has come, and of each dossier what became of it. */
export function BulkResults({
  results,
  running,
  onAgain,
  onClose,
}: {
  readonly results: readonly BulkResult[];
  readonly running: boolean;
  /** Sends again what nobody answered. */
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('worklist');
  const say = useSay();
  const count = (...outcomes: readonly BulkResult['outcome'][]) =>
    results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const over = results.length - count('waiting', 'sending');
  return (
    <section className="vd-bulk" aria-label={t('bulk.result')}>
      <p role="status">
        {running ? (
          t('bulk.running', { over, of: results.length })
        ) : (
          <b>
            {t('bulk.done', {
              done: count('done'),
              unchanged: count('unchanged'),
              refused: count('refused', 'unreachable'),
            })}
          </b>
        )}
      </p>
      {running && <progress max={results.length} value={over} aria-label={t('bulk.result')} />}
      <DataTable
        label={t('bulk.result')}
        rowKey={({ dossierId }) => dossierId}
        groups={[{ key: 'all', rows: results }]}
        columns={[
          {
            key: 'dossier',
            header: t('dossier'),
            rowHeader: true,
            cell: ({ dossierId, title }) => (
              <Link to="/ho-so/$id" params={{ id: dossierId }}>
                {title}
              </Link>
            ),
          },
          {
            key: 'outcome',
            header: t('bulk.outcome'),
            label: t('bulk.outcome'),
            width: 340,
            cell: ({ outcome, details }) => (
              <>
                <StatusLine status={statuses[outcome]} {...(outcome === 'done' ? { mark: 'check' as const } : {})}>
                  {t(`bulk.outcomes.${outcome}`)}
                </StatusLine>
                {details && <span className="vd-meta">{say(details)}</span>}
              </>
            ),
          },
        ]}
      />
      <p className="vd-row">
        {!running && count('unreachable') > 0 && (
          <Button size="small" kind="primary" onClick={onAgain}>
            {t('bulk.again', { count: count('unreachable') })}
          </Button>
        )}
        <Button
          size="small"
          refused={running ? t('bulk.running', { over, of: results.length }) : undefined}
          onClick={onClose}
        >
          {t('bulk.close')}
        </Button>
      </p>
    </section>
  );
}
