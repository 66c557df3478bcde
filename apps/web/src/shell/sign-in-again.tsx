import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, Suspense, lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/queries.js';
import { signedOut } from '../api/signed-out.js';
import { loadWords } from '../words/words.js';
import './sign-in-again.css';

const SignInForm = lazy(async () => {
  await loadWords('sign-in');
  const { SignInForm: form } = await import('../pages/sign-in/sign-in-form.js');
  return { default: form };
});

/**
 * When the session has ended, asks to sign in again over the page, which stays as it is underneath. Whoever signs in as somebody
 * else begins anew: what is underneath is not his.
 */
export function SignInAgain({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation('states');
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      signedOut.onSaid(() => {
        // Nobody was signed in yet: the page of signing in is on its way.
        if (queries.getQueryData(meQuery.queryKey)) setEnded(true);
      }),
    [queries],
  );
  const before = queries.getQueryData(meQuery.queryKey)?.id;
  return (
    <>
      <div inert={ended}>{children}</div>
      {ended && (
        <div className="vd-again" role="dialog" aria-modal="true" aria-labelledby="vd-again-title">
          <div>
            <h2 id="vd-again-title">{t('again.title')}</h2>
            <p>{t('again.sentence')}</p>
            <Suspense fallback={null}>
              <SignInForm
                onDone={(account) => {
                  if (account !== before) return window.location.assign('/');
                  setEnded(false);
                  return void queries.invalidateQueries();
                }}
              />
            </Suspense>
            <a href="/dang-nhap">{t('again.leave')}</a>
          </div>
        </div>
      )}
    </>
  );
}
