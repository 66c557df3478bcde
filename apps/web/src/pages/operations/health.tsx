import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Note, Problem as Told } from '../../components/index.js';
import { isProblem } from '../../api/problem.js';
import { second } from '../../format/dates.js';
import { WhoMay } from '../../shell/who-may.js';
import { useAgeText } from './age-text.js';

const TICK_MS = 1_000;

/** How old a reading is, in words that move. */
function useAge(at: number): string {
  const ageText = useAgeText();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  const seconds = Math.max(0, Math.round((now - at) / 1_000));
  return ageText(seconds);
}

/** The reading of the system's health failed: never green by default, but what was last known, and how old it is. */
export function HealthFailed<Data>({ query }: { readonly query: UseQueryResult<Data> }): ReactElement {
  const { t } = useTranslation('operations');
  const age = useAge(query.dataUpdatedAt);
  const { error } = query;
  if (isProblem(error, 'POSITION_NOT_ALLOWED')) return <WhoMay roles={error.body.params?.['roles']} />;
  if (query.data === undefined)
    return (
      <Told
        title={t('health.none')}
        problem={{
          code: isProblem(error) ? error.code : 'UNREACHABLE',
          details: { vi: t('health.noneWhy', { lng: 'vi' }), en: t('health.noneWhy', { lng: 'en' }) },
        }}
        onRetry={() => void query.refetch()}
      />
    );
  return (
    <Note kind="over" alert>
      <b>{t('health.failed')}</b> {t('health.old', { at: second(new Date(query.dataUpdatedAt)), age })}{' '}
      <Button size="small" onClick={() => void query.refetch()}>
        {t('again')}
      </Button>
    </Note>
  );
}
