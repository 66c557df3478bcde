import { type ReactElement, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../components/index.js';

const watch = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Whether this computer has a network, as far as its browser knows. */
export const useOnline = (): boolean => useSyncExternalStore(watch, () => navigator.onLine);

/** Says that there is no network, and that nothing typed is lost. */
export function OfflineBanner(): ReactElement {
  const { t } = useTranslation('states');
  const online = useOnline();
  return <div role="status">{!online && <Note kind="soon">{t('offline')}</Note>}</div>;
}
