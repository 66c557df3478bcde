import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, PageHead } from '../components/index.js';
import { Failed } from './shown.js';
import { useTitle } from './use-title.js';

/** A page that could not be opened: the reason, and another try. */
export function PageFailed({ error, reset }: ErrorComponentProps): ReactElement {
  const { t } = useTranslation('states');
  useTitle(t('failed.page'));
  return (
    <>
      <PageHead title={t('failed.page')} />
      <Failed error={error} onRetry={reset} />
    </>
  );
}

/** An address that leads nowhere. */
export function NotThere(): ReactElement {
  const { t } = useTranslation('states');
  useTitle(t('notThere.title'));
  return (
    <main className="vd-page-alone">
      <PageHead title={t('notThere.title')} />
      <Empty title={t('notThere.sentence')} action={<Link to="/">{t('notThere.home')}</Link>} />
    </main>
  );
}
