import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proceduresQuery, useStepNames } from '../../api/names.js';
import { Button, DataTable, Note, StatusLine, useLanguage, useSay } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { number, percent } from '../../format/numbers.js';
import type { DryRun } from './procedures.queries.js';

type Finding = DryRun['items'][number];

const FIRST = 12;

/** How far a dry run is, and which dossiers would have gone another way: at which step they part, and which deadlines move. */
export function DryRunFindings({
  code,
  dryRun: { run, items, next },
  current,
}: {
  readonly code: string;
  readonly dryRun: DryRun;
  /** Of the text that the draft has now. */
  readonly current: boolean;
}): ReactElement {
  const { t } = useTranslation('procedures');
  const say = useSay();
  const language = useLanguage();
  const { data: all } = useQuery(proceduresQuery);
  const version = all?.items.find((each) => each.code === code && each.standing === 'in_force')?.version ?? null;
  const bound = { procedureCode: code, procedureVersion: version };
  const stepName = useStepNames([bound]);
  const [whole, setWhole] = useState(false);
  // Those that would have ended otherwise are looked at first.
  const sorted = items.toSorted(
    (one, other) => Number(other.parting !== undefined) - Number(one.parting !== undefined),
  );
  const shown = whole ? sorted : sorted.slice(0, FIRST);
  const sentencesOf = ({ sentences }: Finding): readonly string[] => [sentences[language]].flat();
  return (
    <>
      <h3>{t('dryRun.title')}</h3>
      {run.state === 'done' ? (
        <p role="status">
          <b>
            {t('dryRun.done', {
              total: number(run.total),
              outcome: number(run.otherOutcome),
              deadline: number(run.otherDeadline),
            })}
          </b>{' '}
          {run.endedAt && <span className="vd-meta">{moment(run.endedAt)}</span>}
        </p>
      ) : (
        <div className="operator-meter" role="status">
          <progress
            max={Math.max(1, run.total)}
            value={run.state === 'waiting' ? undefined : run.looked}
            aria-label={t('dryRun.title')}
          />
          <span className="vd-meta">
            {run.state === 'waiting'
              ? t('dryRun.waiting')
              : t('dryRun.running', {
                  looked: number(run.looked),
                  total: number(run.total),
                  percent: percent(run.looked, run.total),
                })}
          </span>
        </div>
      )}
      {!current && <Note kind="soon">{t('dryRun.older')}</Note>}
      {run.state === 'done' && items.length === 0 && <p>{t('dryRun.nothing')}</p>}
      {items.length > 0 && (
        <DataTable<Finding>
          label={t('dryRun.findings')}
          rowKey={({ dossierId }) => dossierId}
          groups={[{ key: 'all', rows: shown }]}
          columns={[
            {
              key: 'dossier',
              header: t('dryRun.dossier'),
              rowHeader: true,
              width: 120,
              cell: ({ dossierId }) => <span className="vd-mono">{dossierId.slice(0, 8)}</span>,
            },
            {
              key: 'parts',
              header: t('dryRun.parts'),
              label: t('dryRun.parts'),
              width: 260,
              cell: ({ parting, deadlines }) =>
                parting ? (
                  <>
                    <StatusLine status="soon">{t(`dryRun.kinds.${parting.kind}`)}</StatusLine>
                    <span className="vd-meta">{say(stepName({ ...bound, step: parting.step }))}</span>
                  </>
                ) : (
                  <StatusLine status="act">{t('dryRun.deadlines', { count: deadlines.length })}</StatusLine>
                ),
            },
            {
              key: 'told',
              header: t('dryRun.told'),
              label: t('dryRun.told'),
              cell: (finding) => sentencesOf(finding).map((sentence) => <p key={sentence}>{sentence}</p>),
            },
          ]}
        />
      )}
      {items.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('dryRun.whole', { count: items.length - shown.length })}
        </Button>
      )}
      {whole && next !== null && <p className="vd-meta">{t('dryRun.more', { count: items.length })}</p>}
    </>
  );
}
