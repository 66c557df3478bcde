import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { StatusLine } from '../../components/index.js';

/** Whether the system can be worked with, before somebody tries to come in. */
export function Working(): ReactElement {
  const { t } = useTranslation('sign-in');
  const { data, isError } = useQuery({
    queryKey: ['ready'],
    queryFn: ({ signal }) => told(api.GET('/health/ready', { signal })),
    refetchInterval: 30_000,
  });
  return (
    <footer className="vd-signin-foot">
      <span role="status">
        {data && !isError && <StatusLine status="ok">{t('works')}</StatusLine>}
        {isError && (
          <StatusLine status="late" mark="ring">
            {t('worksNot')}
          </StatusLine>
        )}
      </span>
      <nav aria-label={t('foot')}>
        <a href="/public/notices">{t('notices')}</a>
      </nav>
    </footer>
  );
}
