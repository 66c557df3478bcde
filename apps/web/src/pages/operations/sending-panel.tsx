import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Button, Note, Panel, type Status, StatusLine } from '../../components/index.js';
import { hour, isoDay, moment } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { ActDialog } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { type Delivery, latestQuery, sendingQuery } from './operations.queries.js';

const statuses: Readonly<Record<Delivery['state'], Status>> = {
  queued: 'act',
  held: 'pause',
  suppressed: 'done',
  sent: 'ok',
  failed_temporary: 'soon',
  bounced: 'over',
  dead: 'over',
};

/** Whether messages leave, and what left last. */
export function SendingPanel(): ReactElement {
  const { t } = useTranslation('operations');
  const sending = useQuery(sendingQuery);
  const latest = useQuery(latestQuery);
  const nameOf = useAccountNames();
  return (
    <Panel title={t('sending.title')} flush footer={t('sending.foot')}>
      <Shown query={sending} label={t('sending.title')} lines={1}>
        {({ state, reason, resumeFrom }) =>
          state === 'held' ? (
            <Held reason={reason} />
          ) : (
            <p className="operations-open">
              <StatusLine status="ok">{t('sending.open')}</StatusLine>
              {resumeFrom && <span className="vd-meta">{t('sending.since', { at: moment(resumeFrom) })}</span>}
            </p>
          )
        }
      </Shown>
      <Shown query={latest} label={t('sending.latest')}>
        {({ items }) => (
          <ul className="operations-latest" aria-label={t('sending.latest')}>
            {items.length === 0 && <li className="vd-meta">{t('sending.nothing')}</li>}
            {items.map(({ id, channel, accountId, category, state, changedAt }) => (
              <li key={id}>
                <span>
                  {t([`categories.${category}`, 'categories.other'])}
                  <span className="vd-meta">
                    {nameOf(accountId)} · {t([`channels.${channel}`, 'channels.other'])} · {moment(changedAt)}
                  </span>
                </span>
                <StatusLine status={statuses[state]} {...(state === 'sent' ? { mark: 'check' as const } : {})}>
                  {t(`states.${state}`)}
                </StatusLine>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Panel>
  );
}

/** Sending stands still: why, and how it goes on. */
function Held({ reason }: { readonly reason: 'restored' | 'operator' | null }): ReactElement {
  const { t } = useTranslation('operations');
  const [asked, setAsked] = useState(false);
  return (
    <div className="operations-held">
      <Note kind="over">
        <b>{t('sending.held')}</b> {t(`sending.because.${reason ?? 'operator'}`)}{' '}
        <Button size="small" onClick={() => setAsked(true)}>
          {t('sending.resume')}
        </Button>
      </Note>
      {asked && (
        <ActDialog
          onClose={() => setAsked(false)}
          act={{
            subject: 'sending',
            form: 'resume',
            title: t('sending.resume'),
            intro: t('sending.resumeHelp'),
            confirm: t('sending.resumeFrom'),
            done: t('sending.resumed'),
            fields: [
              { name: 'day', kind: 'day', label: t('sending.day'), required: true, initial: isoDay(new Date()) },
              { name: 'time', label: t('sending.time'), required: true, initial: hour(new Date()) },
            ],
            send: ({ day, time }) =>
              told(
                api.POST('/api/v1/sending/resume', { params: {} as never, body: { from: `${day}T${time}:00+07:00` } }),
              ),
          }}
        />
      )}
    </div>
  );
}
