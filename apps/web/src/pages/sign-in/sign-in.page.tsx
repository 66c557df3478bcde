import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/queries.js';
import { BoardMark } from '../../components/index.js';
import { LanguageSwitch } from '../../shell/language-switch.js';
import { placeToGo } from '../../shell/signed-in.js';
import { useTitle } from '../../shell/use-title.js';
import { LookUp } from './look-up.js';
import { SampleAccounts } from './sample-accounts.js';
import { SignInForm } from './sign-in-form.js';
import { Working } from './working.js';
import './sign-in.css';

/** Đăng nhập: the lacquered board, the form, and looking up a dossier without an account. */
export function SignInPage(): ReactElement {
  const { t } = useTranslation('sign-in');
  const { ve } = useSearch({ from: '/dang-nhap' });
  const navigate = useNavigate();
  useTitle(t('title'));
  const enter = () => {
    queryClient.clear();
    void navigate({ to: placeToGo(ve) as '/', replace: true });
  };
  return (
    <div className="vd-signin">
      <header className="vd-signin-board">
        <div className="vd-signin-plate">
          <BoardMark size={72} />
          <p className="vd-signin-name">Vinh Danh</p>
          <p className="vd-signin-of">{t('of')}</p>
        </div>
        <p className="vd-signin-idea">{t('idea')}</p>
      </header>
      <main className="vd-signin-main">
        <LanguageSwitch />
        <div className="vd-signin-in">
          <h1 tabIndex={-1}>{t('title')}</h1>
          <SignInForm onDone={enter} />
          <SampleAccounts />
        </div>
        <LookUp />
        <Working />
      </main>
    </div>
  );
}
