import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { Button, Note, Panel, useSay, useToast } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import type { Act } from '../operator/act-dialog.js';
import type { AccountListed } from '../operator/accounts.js';
import { closeAct, passwordAct, reopenAct, resetAct, type Secret, tokenAct, webhookAct } from './account-acts.js';
import { SecretNote } from './secret-note.js';

/** One account: its sessions, access tokens and webhook, and what may be done with it. A secret is shown once. */
export function AccountPanel({
  account,
  onAct,
  onClose,
}: {
  readonly account: AccountListed;
  readonly onAct: (act: Act) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('accounts');
  const say = useSay();
  const tell = useToast();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<Secret>();
  const { id, closedAt, hasSecondFactor } = account;
  const sessions = useQuery({
    queryKey: ['account', id, 'sessions'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/accounts/{id}/sessions', { params: { path: { id } }, signal })),
  });
  const tokens = useQuery({
    queryKey: ['account', id, 'tokens'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/accounts/{id}/tokens', { params: { path: { id } }, signal })),
  });
  const webhook = useQuery({
    queryKey: ['account', id, 'webhook'],
    queryFn: async ({ signal }) => {
      try {
        return await told(api.GET('/api/v1/accounts/{id}/webhook', { params: { path: { id } }, signal }));
      } catch (error) {
        // None is set: that is an answer, too.
        if (isProblem(error) && error.body.status === 404) return null;
        throw error;
      }
    },
  });
  const take = useMutation({
    mutationFn: (take: () => Promise<unknown>) => take(),
    onSuccess: () => {
      tell(t('taken'));
      return queries.invalidateQueries({ queryKey: ['account', id] });
    },
    onError: (error) =>
      tell(isProblem(error) && error.body.details ? say(error.body.details) : t('operator:unreachable'), 'over'),
  });
  const line = (key: string, words: ReactNode, meta: ReactNode, away: () => Promise<unknown>, label: string) => (
    <li key={key}>
      <span>
        {words}
        <span className="vd-meta">{meta}</span>
      </span>
      <Button size="small" busy={take.isPending} onClick={() => take.mutate(away)}>
        {label}
      </Button>
    </li>
  );
  return (
    <Panel
      title={account.name}
      extra={<Button size="small" kind="quiet" icon="close" aria-label={t('close-panel')} onClick={onClose} />}
    >
      <div className="vd-stack">
        {secret && <SecretNote secret={secret} onClose={() => setSecret(undefined)} />}
        <div className="vd-row">
          {closedAt === null ? (
            <>
              <Button size="small" onClick={() => onAct(passwordAct(t, account, setSecret))}>
                {t('password.button')}
              </Button>
              <Button
                size="small"
                refused={hasSecondFactor ? undefined : t('withoutSecond')}
                onClick={() => onAct(resetAct(t, account))}
              >
                {t('reset-second-factor.button')}
              </Button>
              <Button size="small" onClick={() => onAct(closeAct(t, account))}>
                {t('close.button')}
              </Button>
            </>
          ) : (
            <Button size="small" onClick={() => onAct(reopenAct(t, account))}>
              {t('reopen.button')}
            </Button>
          )}
        </div>
        <section>
          <h3>{t('sessions.title')}</h3>
          <Shown query={sessions} label={t('sessions.title')} lines={2}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="vd-meta">{t('sessions.none')}</p>
              ) : (
                <ul className="accounts-lines">
                  {items.map(({ id: sessionId, via, userAgent, lastSeenAt, current }) =>
                    line(
                      sessionId,
                      current ? t('sessions.current') : t(`sessions.via.${via}`),
                      <span data-verbatim>{`${userAgent.slice(0, 60)} · ${moment(lastSeenAt)}`}</span>,
                      () =>
                        told(
                          api.DELETE('/api/v1/accounts/{id}/sessions/{sessionId}', {
                            params: { path: { id, sessionId } } as never,
                          }),
                        ),
                      t('sessions.revoke'),
                    ),
                  )}
                </ul>
              )
            }
          </Shown>
        </section>
        <section>
          <h3>{t('tokens.title')}</h3>
          <Shown query={tokens} label={t('tokens.title')} lines={2}>
            {({ items }) => (
              <ul className="accounts-lines">
                {items.length === 0 && <li className="vd-meta">{t('tokens.none')}</li>}
                {items.map(({ id: tokenId, name, expiresAt, lastUsedAt }) =>
                  line(
                    tokenId,
                    name,
                    `${expiresAt === null ? t('tokens.endless') : t('tokens.until', { at: moment(expiresAt) })} · ${
                      lastUsedAt === null ? t('tokens.unused') : t('tokens.used', { at: moment(lastUsedAt) })
                    }`,
                    () =>
                      told(
                        api.DELETE('/api/v1/accounts/{id}/tokens/{tokenId}', {
                          params: { path: { id, tokenId } } as never,
                        }),
                      ),
                    t('tokens.revoke'),
                  ),
                )}
              </ul>
            )}
          </Shown>
          {closedAt === null && (
            <Button size="small" icon="plus" onClick={() => onAct(tokenAct(t, account, setSecret))}>
              {t('token.button')}
            </Button>
          )}
        </section>
        <section>
          <h3>{t('webhook.name')}</h3>
          <Shown query={webhook} label={t('webhook.name')} lines={1}>
            {(pointed) =>
              pointed === null ? (
                <p className="vd-meta">{t('webhook.none')}</p>
              ) : (
                <ul className="accounts-lines">
                  {line(
                    'webhook',
                    <span className="vd-mono">{new URL(pointed.url).host}</span>,
                    t('webhook.since', { at: moment(pointed.pointedAt) }),
                    () => told(api.DELETE('/api/v1/accounts/{id}/webhook', { params: { path: { id } } as never })),
                    t('webhook.remove'),
                  )}
                </ul>
              )
            }
          </Shown>
          {closedAt === null && (
            <Button size="small" onClick={() => onAct(webhookAct(t, account, setSecret))}>
              {t('webhook.button')}
            </Button>
          )}
        </section>
        {closedAt !== null && <Note>{t('closedNote', { at: moment(closedAt) })}</Note>}
      </div>
    </Panel>
  );
}
