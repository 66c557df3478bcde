import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { meQuery, queryClient } from '../../api/queries.js';
import { Problem } from '../../api/problem.js';
import { Button, ErrorSummary, Note, TextField } from '../../components/index.js';
import { BeginSecondFactor } from './begin-second-factor.js';

export type Incomplete = 'SECOND_FACTOR_REQUIRED' | 'PASSWORD_MUST_CHANGE';

/** What a session has to do before anything else: another password than the one that was handed out, or a second factor. */
export function CompleteSession({
  what,
  password,
  onDone,
}: {
  readonly what: Incomplete;
  /** As it was just typed; kept nowhere. */
  readonly password: string;
  readonly onDone: () => void;
}): ReactElement {
  const [left, setLeft] = useState<Incomplete>(what);
  const goOn = async () => {
    const me = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    if (me.incomplete === null) onDone();
    else setLeft(me.incomplete);
  };
  return left === 'PASSWORD_MUST_CHANGE' ? (
    <ChangePassword old={password} onDone={() => void goOn()} />
  ) : (
    <BeginSecondFactor onDone={() => void goOn()} />
  );
}

function ChangePassword({ old, onDone }: { readonly old: string; readonly onDone: () => void }): ReactElement {
  const { t, i18n } = useTranslation('sign-in');
  const [refused, setRefused] = useState<unknown>();
  const form = useForm<{ readonly next: string; readonly again: string }>({ defaultValues: { next: '', again: '' } });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit(async ({ next }) => {
    setRefused(undefined);
    try {
      await told(api.POST('/api/v1/me/password', { body: { old, new: next } }));
      onDone();
    } catch (error) {
      setRefused(error);
    }
  });
  const why = refused instanceof Problem ? refused.sentence(i18n.language) : refused ? t('unreachable') : undefined;
  return (
    <form className="vd-signin-form" noValidate onSubmit={(event) => void send(event)}>
      <Note>{t('mustChange')}</Note>
      <ErrorSummary title={t('refused')} errors={why ? [{ field: 'new-password', text: why }] : []} />
      <TextField
        id="new-password"
        type="password"
        label={t('newPassword')}
        required
        autoComplete="new-password"
        error={errors.next?.message}
        {...form.register('next', { required: t('passwordMissing') })}
      />
      <TextField
        type="password"
        label={t('again')}
        required
        autoComplete="new-password"
        error={errors.again?.message}
        {...form.register('again', { validate: (text, { next }) => text === next || t('notTheSame') })}
      />
      <Button type="submit" kind="primary" size="large" wide busy={isSubmitting}>
        {t('change')}
      </Button>
    </form>
  );
}
