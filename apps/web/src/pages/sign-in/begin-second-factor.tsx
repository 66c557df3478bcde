import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { meQuery } from '../../api/queries.js';
import { Button, ErrorSummary, Note, Skeleton, TextField } from '../../components/index.js';

interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

/** Sets a second factor up where the role asks for one, or shows the one that there is in a session that began without. */
export function BeginSecondFactor({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t, i18n } = useTranslation('sign-in');
  const { data: me } = useQuery({ ...meQuery, staleTime: 0 });
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [refused, setRefused] = useState<unknown>();
  const form = useForm<{ readonly code: string }>({ defaultValues: { code: '' } });
  const isOn = me?.secondFactorOn;
  useEffect(() => {
    if (isOn === false && !codes)
      told(api.POST('/api/v1/me/second-factor/start')).then(setEnrolment, (error: unknown) => setRefused(error));
  }, [isOn, codes]);
  if (codes)
    return (
      <div className="vd-signin-form">
        <Note kind="soon">{t('recovery')}</Note>
        <ul className="vd-recovery vd-mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Button kind="primary" size="large" wide onClick={onDone}>
          {t('recoveryKept')}
        </Button>
      </div>
    );
  if (isOn === undefined) return <Skeleton label={t('code')} />;
  const send = form.handleSubmit(async ({ code }) => {
    setRefused(undefined);
    try {
      if (isOn) {
        await told(api.POST('/api/v1/sessions/current/second-factor', { body: { code } }));
        return onDone();
      }
      const { recoveryCodes } = await told(api.POST('/api/v1/me/second-factor/confirm', { body: { code } }));
      return setCodes(recoveryCodes);
    } catch (error) {
      return setRefused(error);
    }
  });
  const why = refused instanceof Problem ? refused.sentence(i18n.language) : refused ? t('unreachable') : undefined;
  return (
    <form className="vd-signin-form" noValidate onSubmit={(event) => void send(event)}>
      {enrolment && (
        <>
          <Note>{t('enrol')}</Note>
          <p className="vd-mono vd-secret">{enrolment.secret.replaceAll(/(.{4})/g, '$1 ')}</p>
          <p>
            <a href={enrolment.uri}>{t('enrolLink')}</a>
          </p>
        </>
      )}
      <ErrorSummary title={t('refused')} errors={why ? [{ field: 'second-code', text: why }] : []} />
      <TextField
        id="second-code"
        label={t('code')}
        hint={t('codeHint')}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        error={form.formState.errors.code?.message}
        {...form.register('code', { required: t('codeMissing') })}
      />
      <Button type="submit" kind="primary" size="large" wide busy={form.formState.isSubmitting}>
        {t('confirm')}
      </Button>
    </form>
  );
}
