import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { waysInQuery } from '../../api/queries.js';
import { Button, ErrorSummary, TextField } from '../../components/index.js';
import { CompleteSession, type Incomplete } from './complete-session.js';

interface Typed {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

/** What somebody chose beside the form fills in its first field. */
export const CHOOSE_ACCOUNT = 'vinhdanh:choose-account';

/**
 * Account, password, and the code of the second factor where the account has one. A session that is not complete yet is completed
 * here as well, so that whoever comes out of this form is in.
 */
export function SignInForm({ onDone }: { readonly onDone: (account: string) => void }): ReactElement {
  const { t, i18n } = useTranslation('sign-in');
  const { data: ways } = useQuery(waysInQuery);
  const [refused, setRefused] = useState<unknown>();
  const [asksCode, setAsksCode] = useState(false);
  const [toComplete, setToComplete] = useState<{
    readonly account: string;
    readonly what: Incomplete;
    readonly password: string;
  }>();
  const form = useForm<Typed>({ defaultValues: { login: '', password: '', code: '' } });
  const { errors, isSubmitting } = form.formState;
  useEffect(() => {
    const choose = (event: Event) => {
      form.setValue('login', (event as CustomEvent<string>).detail);
      form.setFocus('password');
    };
    window.addEventListener(CHOOSE_ACCOUNT, choose);
    return () => window.removeEventListener(CHOOSE_ACCOUNT, choose);
  }, [form]);
  if (toComplete)
    return (
      <CompleteSession
        what={toComplete.what}
        password={toComplete.password}
        onDone={() => onDone(toComplete.account)}
      />
    );
  const send = form.handleSubmit(async ({ login, password, code }) => {
    setRefused(undefined);
    try {
      const { account, incomplete } = await told(
        api.POST('/api/v1/sessions', { body: { login, password, ...(code === '' ? {} : { code }) } }),
      );
      if (incomplete) setToComplete({ account: account.id, what: incomplete, password });
      else onDone(account.id);
    } catch (error) {
      if (error instanceof Problem && error.code === 'SECOND_FACTOR_CODE_NEEDED') {
        setAsksCode(true);
        setTimeout(() => form.setFocus('code'));
        return;
      }
      setRefused(error);
      form.resetField('code');
      setTimeout(() => form.setFocus('password', { shouldSelect: true }));
    }
  });
  const missing = (['login', 'password', 'code'] as const).flatMap((field) => {
    const text = errors[field]?.message;
    return text ? [{ field: `sign-in-${field}`, text }] : [];
  });
  const why = refused instanceof Problem ? refused.sentence(i18n.language) : refused ? t('unreachable') : undefined;
  return (
    <form className="vd-signin-form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary title={t('refused')} errors={why ? [{ text: why }] : missing} />
      <TextField
        id="sign-in-login"
        label={t('login')}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.login?.message}
        {...form.register('login', { required: t('loginMissing'), setValueAs: (text: string) => text.trim() })}
      />
      <TextField
        id="sign-in-password"
        type="password"
        label={t('password')}
        required
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password', { required: t('passwordMissing') })}
      />
      {asksCode && (
        <TextField
          id="sign-in-code"
          label={t('code')}
          hint={t('codeHint')}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          error={errors.code?.message}
          {...form.register('code', { required: t('codeMissing') })}
        />
      )}
      <Button type="submit" kind="primary" size="large" wide busy={isSubmitting}>
        {t('enter')}
      </Button>
      {ways?.oidc && (
        <>
          <p className="vd-signin-or">
            <span>{t('or')}</span>
          </p>
          <a className="vd-button vd-button-large vd-button-wide" href="/api/v1/sessions/oidc/start">
            {t('oidc')}
          </a>
        </>
      )}
    </form>
  );
}
