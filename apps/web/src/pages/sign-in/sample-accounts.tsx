import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { waysInQuery } from '../../api/queries.js';
import { useSay } from '../../components/index.js';
import { CHOOSE_ACCOUNT } from './sign-in-form.js';

/**
 * The invented people of the sample province, where this system runs on its user's own machine and says so. Names only: the
 * passwords stand where the system was started.
 */
export function SampleAccounts(): ReactElement | null {
  const { t } = useTranslation('sign-in');
  const say = useSay();
  const { data } = useQuery(waysInQuery);
  if (!data || data.samples.length === 0) return null;
  return (
    <details className="vd-samples">
      <summary>{t('samples.title')}</summary>
      <p className="vd-meta">{t('samples.where')}</p>
      <ul>
        {data.samples.map(({ login, name, title }) => (
          <li key={login}>
            <button
              type="button"
              onClick={() => window.dispatchEvent(new CustomEvent(CHOOSE_ACCOUNT, { detail: login }))}
            >
              <b>{say(title)}</b>
              <span className="vd-meta">
                {name} · {login}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
