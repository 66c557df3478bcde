import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { meQuery } from '../../api/queries.js';
import { Button, Note, Panel, StatusTag, useSay, useToast } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import { daysAfter } from '../../format/days.js';
import { useCommand } from '../../forms/use-command.js';
import { Shown } from '../../shell/shown.js';
import type { Act } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { DryRunFindings } from './dry-run-findings.js';
import { discardAct, publishAct } from './procedure-acts.js';
import { draftQuery, dryRunQuery, EVERY_MS, type Version } from './procedures.queries.js';

interface DraftPanelProps {
  readonly code: string;
  readonly revision: number;
  readonly draft: Version;
  readonly onAct: (act: Act) => void;
}

/** A draft: what is wrong with it, what it would have done to the dossiers there are, and who may publish it. */
export function DraftPanel(props: DraftPanelProps): ReactElement {
  const { data: me } = useQuery(meQuery);
  return me ? <Draft {...props} account={me.id} /> : <></>;
}

function Draft({
  code,
  revision,
  draft,
  onAct,
  account,
}: DraftPanelProps & { readonly account: string }): ReactElement {
  const { t } = useTranslation('procedures');
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const nameOf = useAccountNames();
  const { version, drafters } = draft;
  const read = useQuery(draftQuery(code, version));
  const run = useQuery(dryRunQuery(code, version));
  const faults = draft.faults ?? 0;
  const trying = run.data !== undefined && run.data.run.state !== 'done';
  const tried = draft.dryRun !== undefined;
  const own = drafters.includes(account);
  // What a run found becomes part of the version a moment after it is done.
  const ended = run.data?.run.state === 'done' && run.data.run.hash === draft.hash ? run.data.run.runId : undefined;
  const awaited = ended !== undefined && draft.dryRun?.runId !== ended;
  useEffect(() => {
    if (!awaited) return undefined;
    const asking = setInterval(() => void queries.invalidateQueries({ queryKey: ['procedure-life', code] }), EVERY_MS);
    return () => clearInterval(asking);
  }, [awaited, code, queries]);
  const start = useCommand<Record<string, never>, unknown>({
    place: { account, subject: `${code}.${version}`, form: 'dry-run' },
    revision,
    send: (_nothing, headers) =>
      told(
        api.POST('/api/v1/procedures/{id}/versions/{version}/dry-run', {
          params: { path: { id: code, version } } as never,
          headers: { ...headers },
          body: {} as never,
        }),
      ),
    accepted: () => void queries.invalidateQueries({ queryKey: dryRunQuery(code, version).queryKey }),
    refused: (problem) => tell(problem?.body.details ? say(problem.body.details) : t('operator:unreachable'), 'over'),
  });
  const noPublish =
    faults > 0
      ? t('publish.faulty', { count: faults })
      : !tried
        ? t('publish.untried')
        : own
          ? t('publish.own', { names: drafters.map(nameOf).join(', ') })
          : undefined;
  return (
    <Panel
      title={t('draft.one', { version })}
      meta={t('draft.by', { names: drafters.map(nameOf).join(', ') })}
      extra={
        faults > 0 ? (
          <StatusTag status="over">{t('draft.faults', { count: faults })}</StatusTag>
        ) : (
          <StatusTag status="ok" mark="check">
            {t('draft.sound')}
          </StatusTag>
        )
      }
      footer={
        <>
          <Button
            busy={start.sending || trying}
            refused={faults > 0 ? t('dryRun.faulty') : undefined}
            onClick={() => void start.send({})}
          >
            {tried || run.data ? t('dryRun.again') : t('dryRun.start')}
          </Button>
          <Button
            kind="primary"
            refused={noPublish}
            onClick={() => onAct(publishAct(t, { code, revision }, draft, daysAfter(isoDay(new Date()), 1)))}
          >
            {t('publish.button')}
          </Button>
          <Button onClick={() => onAct(discardAct(t, { code, revision }, version))}>{t('discard.button')}</Button>
          {noPublish && <span className="vd-meta">{noPublish}</span>}
        </>
      }
    >
      <div className="vd-stack">
        <p className="vd-meta">
          {t('draft.hash')} <span className="vd-mono">{draft.hash.slice(0, 16)}</span>
        </p>
        {faults > 0 && (
          <Shown query={read} label={t('draft.faultList')}>
            {({ faults: all }) => (
              <>
                <h3>{t('draft.faultList')}</h3>
                <ul className="procedures-faults">
                  {all.map(({ path, sentences }, at) => (
                    <li key={at}>
                      <span className="vd-mono">{path === '' ? t('draft.whole') : path}</span>
                      <span>{withoutPath(say(sentences), path)}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Shown>
        )}
        {run.data ? (
          <DryRunFindings code={code} dryRun={run.data} current={run.data.run.hash === draft.hash} />
        ) : isProblem(run.error) && run.error.body.status === 404 ? (
          <Note>{t('dryRun.none')}</Note>
        ) : (
          <Shown query={run} label={t('dryRun.title')}>
            {() => null}
          </Shown>
        )}
      </div>
    </Panel>
  );
}

/** The place stands before the sentence already. */
const withoutPath = (sentence: string, path: string): string =>
  path !== '' && sentence.startsWith(`${path}: `) ? sentence.slice(path.length + 2) : sentence;
