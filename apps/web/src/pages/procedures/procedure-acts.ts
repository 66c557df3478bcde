import type { TFunction } from 'i18next';
import { api, told } from '../../api/client.js';
import type { CommandHeaders } from '../../forms/use-command.js';
import type { Act } from '../operator/act-dialog.js';
import type { ProcedureLife, Version } from './procedures.queries.js';

type Words = TFunction<'procedures'>;
type Of = Pick<ProcedureLife, 'code' | 'revision'>;

const command = (code: string, name: 'publish' | 'retire' | 'discard-draft', body: object, headers: CommandHeaders) =>
  told(
    api.POST(`/api/v1/procedures/{id}/${name}` as '/api/v1/procedures/{id}/publish', {
      params: { path: { id: code } } as never,
      headers: { ...headers },
      body: body as never,
    }),
  );

/** Ends a version: from a day on it takes no new dossier, and those it has end under it. */
export const retireAct = (t: Words, { code, revision }: Of, version: string, until: string): Act => ({
  subject: `${code}.${version}`,
  form: 'retire',
  revision,
  title: t('retire.title', { version }),
  intro: t('retire.help'),
  confirm: t('retire.confirm'),
  fields: [
    { name: 'until', kind: 'day', label: t('retire.until'), required: true, initial: until },
    { name: 'reason', kind: 'lines', label: t('reason'), required: true },
  ],
  send: ({ until: on, reason }, headers) => command(code, 'retire', { version, until: on, reason }, headers),
});

/** Publishes exactly the text that was tried, for days to come. */
export const publishAct = (t: Words, { code, revision }: Of, { version, hash }: Version, from: string): Act => ({
  subject: `${code}.${version}`,
  form: 'publish',
  revision,
  title: t('publish.title', { version }),
  intro: t('publish.help', { hash: hash.slice(0, 12) }),
  confirm: t('publish.confirm'),
  done: t('publish.done', { version }),
  fields: [
    { name: 'from', kind: 'day', label: t('publish.from'), required: true, initial: from },
    { name: 'until', kind: 'day', label: t('publish.until') },
  ],
  send: ({ from: first, until }, headers) =>
    command(code, 'publish', { version, hash, from: first, until: until === '' ? null : until }, headers),
});

export const discardAct = (t: Words, { code, revision }: Of, version: string): Act => ({
  subject: `${code}.${version}`,
  form: 'discard-draft',
  revision,
  title: t('discard.title', { version }),
  intro: t('discard.help'),
  confirm: t('discard.confirm'),
  fields: [{ name: 'reason', kind: 'lines', label: t('reason'), required: true }],
  send: ({ reason }, headers) => command(code, 'discard-draft', { version, reason }, headers),
});
