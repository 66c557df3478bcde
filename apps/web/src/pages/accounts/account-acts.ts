import type { TFunction } from 'i18next';
import { api, told } from '../../api/client.js';
import type { Act } from '../operator/act-dialog.js';
import type { AccountListed } from '../operator/accounts.js';

type Words = TFunction<'accounts'>;

/** What is shown once and never again: a password or a secret, and until when it holds. */
export interface Secret {
  readonly kind: 'password' | 'token' | 'webhook';
  readonly secret: string;
  readonly expiresAt?: string | undefined;
}

/** A new account; `opened` hears its id, for the next thing it needs is a password. */
export const openAct = (t: Words, opened: (id: string) => void): Act => ({
  subject: 'accounts',
  form: 'open',
  title: t('open.title'),
  intro: t('open.help'),
  confirm: t('open.confirm'),
  done: t('open.done'),
  accepted: (answer) => opened((answer as { readonly id: string }).id),
  fields: [
    { name: 'name', label: t('fields.name'), required: true },
    { name: 'id', label: t('fields.id'), help: t('fields.idHelp'), required: true },
    { name: 'email', label: t('fields.email') },
    {
      name: 'language',
      kind: 'choice',
      label: t('fields.language'),
      required: true,
      initial: 'vi',
      choices: [
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ],
    },
  ],
  send: ({ id = '', name = '', email, language }) =>
    told(
      api.POST('/api/v1/accounts', {
        params: {},
        body: { id, name, ...(email ? { email } : {}), language: language === 'en' ? 'en' : 'vi' },
      }),
    ),
});

/** Acts without fields, told before they are done. */
const plainAct = (t: Words, { id, name }: AccountListed, act: 'close' | 'reopen' | 'reset-second-factor'): Act => ({
  subject: id,
  form: act,
  title: t(`${act}.title`, { name }),
  intro: t(`${act}.help`),
  confirm: t(`${act}.confirm`),
  fields: [],
  send: () =>
    told(
      api.POST(`/api/v1/accounts/{id}/${act}` as '/api/v1/accounts/{id}/close', {
        params: { path: { id } } as never,
      }),
    ),
});

export const closeAct = (t: Words, account: AccountListed): Act => plainAct(t, account, 'close');
export const reopenAct = (t: Words, account: AccountListed): Act => plainAct(t, account, 'reopen');
export const resetAct = (t: Words, account: AccountListed): Act => plainAct(t, account, 'reset-second-factor');

export const passwordAct = (t: Words, { id, name }: AccountListed, show: (secret: Secret) => void): Act => ({
  subject: id,
  form: 'one-time-password',
  title: t('password.title', { name }),
  intro: t('password.help'),
  confirm: t('password.confirm'),
  fields: [],
  send: () => told(api.POST('/api/v1/accounts/{id}/one-time-password', { params: { path: { id } } as never })),
  accepted: (answer) => {
    const { password, expiresAt } = answer as { readonly password: string; readonly expiresAt: string };
    show({ kind: 'password', secret: password, expiresAt });
  },
});

export const tokenAct = (t: Words, { id, name }: AccountListed, show: (secret: Secret) => void): Act => ({
  subject: id,
  form: 'token',
  title: t('token.title', { name }),
  intro: t('token.help'),
  confirm: t('token.confirm'),
  fields: [
    { name: 'name', label: t('token.name'), required: true },
    { name: 'days', label: t('token.days'), initial: '90' },
  ],
  send: ({ name: called = '', days }) =>
    told(
      api.POST('/api/v1/accounts/{id}/tokens', {
        params: { path: { id } } as never,
        body: { name: called, ...(days ? { days: Number(days) } : {}) },
      }),
    ),
  accepted: (answer) => {
    const { token, expiresAt } = answer as { readonly token: string; readonly expiresAt: string };
    show({ kind: 'token', secret: token, expiresAt });
  },
});

export const webhookAct = (t: Words, { id, name }: AccountListed, show: (secret: Secret) => void): Act => ({
  subject: id,
  form: 'webhook',
  title: t('webhook.title', { name }),
  intro: t('webhook.help'),
  confirm: t('webhook.confirm'),
  fields: [{ name: 'url', label: t('webhook.url'), required: true, initial: 'https://' }],
  send: ({ url = '' }) =>
    told(api.PUT('/api/v1/accounts/{id}/webhook', { params: { path: { id } } as never, body: { url } })),
  accepted: (answer) => show({ kind: 'webhook', secret: (answer as { readonly secret: string }).secret }),
});
