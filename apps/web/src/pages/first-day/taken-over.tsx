import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { handoversQuery } from '../../api/handovers.js';
import { meQuery } from '../../api/queries.js';
import { Panel } from '../../components/index.js';
import { day } from '../../format/dates.js';

const MOST = 3;

/** What was handed over to the reader, and what waits for his confirmation. */
export function TakenOver(): ReactElement | null {
  const { t } = useTranslation('first-day');
  const { data } = useQuery(handoversQuery);
  const { data: me } = useQuery(meQuery);
  const mine = data?.items.filter(({ toAccountId, state }) => toAccountId === me?.id && state !== 'withdrawn') ?? [];
  if (mine.length === 0) return null;
  return (
    <Panel title={t('taken.title')}>
      <ul className="first-day-ways">
        {mine.slice(0, MOST).map(({ handoverId, fromName, fromAccountId, items, on, state }) => (
          <li key={handoverId}>
            <Link to="/ban-giao/$id" params={{ id: handoverId }}>
              {t(state === 'open' ? 'taken.open' : 'taken.done', {
                count: items,
                from: fromName ?? fromAccountId,
                day: day(on),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
