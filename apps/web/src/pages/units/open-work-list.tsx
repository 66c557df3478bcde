import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openWorkQuery } from '../../api/handovers.js';
import { isProblem } from '../../api/problem.js';
import { StatusLine } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';

const SHOWN = 8;

/** The open work of somebody in a position, for those whom it concerns: how much, and what is due first. */
export function OpenWorkList({
  unit,
  account,
  position,
}: {
  readonly unit: string;
  readonly account: string;
  readonly position: string;
}): ReactElement | null {
  const { t } = useTranslation('units');
  const query = useQuery(openWorkQuery(unit, account, position));
  if (isProblem(query.error) && query.error.body.status === 403) return null;
  return (
    <section className="units-work" aria-label={t('work.title')}>
      <h3>{t('work.title')}</h3>
      <Shown query={query} label={t('work.title')} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="vd-meta">{t('work.none')}</p>
          ) : (
            <>
              <StatusLine status="soon">{t('work.count', { count: items.length })}</StatusLine>
              <ul>
                {items.slice(0, SHOWN).map(({ dossierId, role, title, nextDueAt }) => (
                  <li key={`${dossierId} ${role}`}>
                    {title ?? <span className="vd-mono">{dossierId.slice(0, 8)}</span>}
                    <span className="vd-meta">
                      {nextDueAt === null ? t('work.noDue') : t('work.due', { at: moment(nextDueAt) })}
                    </span>
                  </li>
                ))}
              </ul>
              {items.length > SHOWN && <p className="vd-meta">{t('work.more', { count: items.length - SHOWN })}</p>}
            </>
          )
        }
      </Shown>
    </section>
  );
}
