import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { useAwardNames } from '../../api/names.js';
import { isProblem } from '../../api/problem.js';
import { Button, DataTable, Empty, Panel, StatusLine, useSay, useToast } from '../../components/index.js';
import { moment, second } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { ActDialog } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { type FailedDelivery, failedQuery } from './operations.queries.js';
import { useRungText } from './rung-text.js';

/** What did not arrive, by its cause; each with the dossier and the deadline of which somebody does not know. */
export function FailedPanel(): ReactElement {
  const { t } = useTranslation('operations');
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const query = useQuery(failedQuery);
  const nameOf = useAccountNames();
  const [discarded, setDiscarded] = useState<FailedDelivery>();
  const again = () => queries.invalidateQueries({ queryKey: ['operations'] });
  const refused = (error: Error) =>
    tell(isProblem(error) && error.body.details ? say(error.body.details) : t('notReached'), 'over');
  const resend = useMutation({
    mutationFn: (id: string) => told(api.POST('/api/v1/deliveries/{id}/resend', { params: { path: { id } } as never })),
    onSuccess: () => {
      tell(t('failed.resent'));
      return again();
    },
    onError: refused,
  });
  const resendAll = useMutation({
    mutationFn: () => told(api.POST('/api/v1/deliveries/resend-all', { params: {} as never, body: {} })),
    onSuccess: ({ letters }) => {
      tell(t('failed.allResent', { count: letters }));
      return again();
    },
    onError: refused,
  });
  const items = query.data?.items ?? [];
  const codes = [...new Set(items.map(({ code }) => code ?? 'UNKNOWN'))];
  const whom = ({ accountId }: FailedDelivery) => nameOf(accountId);
  return (
    <Panel
      title={t('failed.title')}
      meta={t('failed.meta')}
      flush
      extra={
        items.length > 1 && (
          <Button size="small" busy={resendAll.isPending} onClick={() => resendAll.mutate()}>
            {t('failed.resendAll')}
          </Button>
        )
      }
      {...(query.data?.next ? { footer: t('failed.more', { count: items.length }) } : {})}
    >
      <Shown query={query} label={t('failed.title')}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('failed.none')}>{t('failed.checked', { at: second(new Date(query.dataUpdatedAt)) })}</Empty>
          ) : (
            <DataTable<FailedDelivery>
              label={t('failed.title')}
              rowKey={({ deliveryId }) => deliveryId}
              groups={codes.map((code) => ({
                key: code,
                head: (
                  <>
                    <StatusLine status="over">{t([`codes.${code}`, 'codes.other'])}</StatusLine>{' '}
                    <span className="vd-mono operations-table">{code}</span>
                  </>
                ),
                rows: items.filter((each) => (each.code ?? 'UNKNOWN') === code),
              }))}
              columns={[
                { key: 'what', header: t('failed.what'), rowHeader: true, cell: (each) => <What delivery={each} /> },
                {
                  key: 'who',
                  header: t('failed.who'),
                  label: t('failed.who'),
                  width: 200,
                  cell: (each) => (
                    <>
                      {whom(each)}
                      <span className="vd-meta">{t([`channels.${each.channel}`, 'channels.other'])}</span>
                    </>
                  ),
                },
                {
                  key: 'when',
                  header: t('failed.when'),
                  label: t('failed.when'),
                  width: 140,
                  cell: ({ changedAt, state }) => (
                    <>
                      {moment(changedAt)}
                      <span className="vd-meta">{t(`states.${state}`)}</span>
                    </>
                  ),
                },
                {
                  key: 'act',
                  header: <span className="vd-hidden">{t('act')}</span>,
                  width: 210,
                  phone: 'wide',
                  cell: (each) => (
                    <span className="operator-act">
                      <Button size="small" busy={resend.isPending} onClick={() => resend.mutate(each.deliveryId)}>
                        {t('failed.resend')}
                        <span className="vd-hidden"> {whom(each)}</span>
                      </Button>
                      <Button size="small" onClick={() => setDiscarded(each)}>
                        {t('failed.discard')}
                        <span className="vd-hidden"> {whom(each)}</span>
                      </Button>
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Shown>
      {discarded && (
        <ActDialog
          onClose={() => setDiscarded(undefined)}
          act={{
            subject: discarded.deliveryId,
            form: 'discard',
            title: t('failed.discardTitle', { who: whom(discarded) }),
            intro: t('failed.discardHelp'),
            confirm: t('failed.discardNow'),
            done: t('failed.discarded'),
            fields: [{ name: 'reason', kind: 'lines', label: t('failed.reason'), required: true }],
            send: ({ reason = '' }) =>
              told(
                api.POST('/api/v1/deliveries/{id}/discard', {
                  params: { path: { id: discarded.deliveryId } } as never,
                  body: { reason },
                }),
              ),
          }}
        />
      )}
    </Panel>
  );
}

/** The meaning of a message: of which clock of which dossier somebody was to be told. Operators read no dossier, so it is named by its id. */
function What({ delivery }: { readonly delivery: FailedDelivery }): ReactElement {
  const { t } = useTranslation('operations');
  const say = useSay();
  const award = useAwardNames();
  const rungText = useRungText();
  const { kind, dossierId, award: code, clockNames, dueAt, rung, clockState } = delivery;
  return (
    <>
      <b>{clockNames ? t('failed.reminderOf', { clock: say(clockNames) }) : t(`kinds.${kind}`)}</b>
      {dossierId && (
        <span className="vd-meta">
          {t('failed.dossier', { id: dossierId.slice(0, 8), award: code ? say(award(code)) : '' })}
        </span>
      )}
      {dueAt && (
        <span className={clockState === 'missed' ? 'vd-meta vd-ink-over' : 'vd-meta'}>
          {t(clockState === 'missed' ? 'failed.wasDue' : 'failed.due', {
            at: moment(dueAt),
            rung: rungText(rung ?? ''),
          })}
        </span>
      )}
    </>
  );
}
