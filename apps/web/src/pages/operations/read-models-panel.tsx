import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { Button, DataTable, Panel, type Status, StatusLine, useSay, useToast } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { number, percent, place } from '../../format/numbers.js';
import { type ReadModel, type ReadModels, readModelsQuery } from './operations.queries.js';

/** What people read, how far each has come, and how it is mended. `stale`: these are values of an earlier reading. */
export function ReadModelsPanel({
  models,
  stale,
}: {
  readonly models: ReadModels;
  readonly stale: boolean;
}): ReactElement {
  const { t } = useTranslation('operations');
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const refused = (error: Error) =>
    tell(isProblem(error) && error.body.details ? say(error.body.details) : t('notReached'), 'over');
  const rebuild = useMutation({
    mutationFn: (name: string) =>
      told(api.POST('/api/v1/read-models/{name}/rebuild', { params: { path: { name } } as never })),
    onSuccess: () => queries.invalidateQueries({ queryKey: readModelsQuery.queryKey }),
    onError: refused,
  });
  const retry = useMutation({
    mutationFn: (name: string) =>
      told(api.POST('/api/v1/read-models/{name}/retry', { params: { path: { name } } as never })),
    onSuccess: ({ applied, stillParked }) => {
      tell(t('models.retried', { applied, parked: stillParked }), stillParked > 0 ? 'over' : 'ok');
      return queries.invalidateQueries({ queryKey: readModelsQuery.queryKey });
    },
    onError: refused,
  });
  const nameOf = ({ projection }: ReadModel) => t([`models.names.${projection}`, 'models.names.other']);
  return (
    <Panel title={t('models.title')} meta={t('models.meta')} flush>
      <DataTable<ReadModel>
        label={t('models.title')}
        className="operations-models"
        rowKey={({ projection }) => projection}
        groups={[{ key: 'all', rows: models.items }]}
        columns={[
          {
            key: 'name',
            header: t('models.name'),
            rowHeader: true,
            cell: (model) => (
              <>
                <b>{nameOf(model)}</b>{' '}
                <span className="vd-mono operations-table">
                  rm_{model.projection.replaceAll('-', '_')}_v{model.version}
                </span>
                <About model={model} />
              </>
            ),
          },
          {
            key: 'position',
            header: t('models.position'),
            label: t('models.position'),
            align: 'right',
            width: 104,
            cell: ({ position }) => place(position),
          },
          {
            key: 'lag',
            header: t('models.lag'),
            label: t('models.lag'),
            align: 'right',
            width: 150,
            cell: ({ eventsBehind, secondsBehind }) =>
              eventsBehind === 0
                ? t('models.none')
                : t('models.behind', { count: eventsBehind, seconds: number(Math.round(secondsBehind)) }),
          },
          {
            key: 'rate',
            header: t('models.rate'),
            label: t('models.rate'),
            align: 'right',
            width: 108,
            cell: ({ eventsPerSecond }) =>
              eventsPerSecond === null || eventsPerSecond === 0
                ? '–'
                : t('models.perSecond', { count: eventsPerSecond }),
          },
          {
            key: 'state',
            header: t('models.state'),
            label: t('models.state'),
            width: 178,
            cell: (model) => <Standing model={model} stale={stale} />,
          },
          {
            key: 'act',
            header: <span className="vd-hidden">{t('act')}</span>,
            width: 184,
            phone: 'wide',
            cell: (model) => (
              <span className="operator-act">
                {model.deadLetters > 0 && (
                  <Button size="small" busy={retry.isPending} onClick={() => retry.mutate(model.projection)}>
                    {t('models.retry')}
                    <span className="vd-hidden"> {nameOf(model)}</span>
                  </Button>
                )}
                <Button
                  size="small"
                  busy={model.rebuild?.state === 'running'}
                  onClick={() => rebuild.mutate(model.projection)}
                >
                  {t('models.rebuild')}
                  <span className="vd-hidden"> {nameOf(model)}</span>
                </Button>
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** How it stands, in one word; a reading that is old is no green. */
function Standing({ model, stale }: { readonly model: ReadModel; readonly stale: boolean }): ReactElement {
  const { t } = useTranslation('operations');
  const { state, deadLetters, rebuild } = model;
  const [status, words]: readonly [Status, string] =
    rebuild?.state === 'running'
      ? ['soon', t('models.building')]
      : state === 'stopped'
        ? ['over', t('models.stopped')]
        : state === 'parked'
          ? ['over', t('models.parked', { count: deadLetters })]
          : ['ok', t('models.running')];
  if (stale)
    return (
      <StatusLine status="done" mark="unknown">
        {t('models.was', { state: words })}
      </StatusLine>
    );
  return <StatusLine status={status}>{words}</StatusLine>;
}

/** What else has to be said of one: its rebuild, its last error. */
function About({ model }: { readonly model: ReadModel }): ReactElement | null {
  const { t } = useTranslation('operations');
  const { rebuild, lastError } = model;
  const { done = 0, total = null, eventsPerSecond = 0 } = rebuild ?? {};
  const left = total === null || eventsPerSecond === 0 ? undefined : Math.ceil((total - done) / eventsPerSecond);
  return (
    <>
      {rebuild?.state === 'running' && (
        <span className="operator-meter">
          <progress
            max={total ?? 1}
            value={total === null ? undefined : done}
            aria-label={t('models.progress', { name: t([`models.names.${model.projection}`, 'models.names.other']) })}
          />
          <span className="vd-meta">
            {total !== null && `${percent(done, total)}, `}
            {left !== undefined && left > 0 ? t('models.left', { count: left }) : t('models.catchingUp')}{' '}
            {t('models.stillServed')}
          </span>
        </span>
      )}
      {rebuild && rebuild.state !== 'running' && (
        <span className={rebuild.state === 'failed' ? 'vd-meta vd-ink-over' : 'vd-meta'}>
          {t(`models.rebuilt.${rebuild.state}`, { events: number(done) })}
        </span>
      )}
      {lastError && model.deadLetters > 0 && (
        <span className="vd-meta">
          {t('models.lastError', { code: lastError.code, type: lastError.type, at: moment(lastError.at) })}
        </span>
      )}
    </>
  );
}
