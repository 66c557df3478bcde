import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/index.js';
import type { Standing } from '../../shell/standing.js';

interface Place {
  readonly key: 'free' | 'held' | 'handover' | 'sessions' | 'screening' | 'replay' | 'statistics';
  readonly link: Pick<LinkProps, 'to' | 'search'>;
}

const statistics: Place = { key: 'statistics', link: { to: '/thong-ke' } };

/** Where those work who act at no step of a procedure. */
const places: Readonly<Record<string, readonly Place[]>> = {
  section_head: [
    { key: 'free', link: { to: '/viec', search: { ds: 'free' } } },
    { key: 'held', link: { to: '/viec', search: { ds: 'held' } } },
    { key: 'handover', link: { to: '/ban-giao' } },
    statistics,
  ],
  council_member: [{ key: 'sessions', link: { to: '/phien-hop' } }],
  auditor: [{ key: 'screening', link: { to: '/sang-loc' } }, { key: 'replay', link: { to: '/ho-so' } }, statistics],
};

/** Whether somebody acts at steps of procedures, and not only beside them. */
export const actsAtSteps = (roles: Standing['roles']): boolean => roles.some((role) => places[role] === undefined);

/** Việc của vị trí này: of those who act beside the steps, each kind of work with the page where it is done. */
export function PlacesOfMine({ roles }: Pick<Standing, 'roles'>): ReactElement | null {
  const { t } = useTranslation('first-day');
  const mine = new Map(roles.flatMap((role) => places[role] ?? []).map((place) => [place.key, place]));
  if (mine.size === 0) return null;
  return (
    <Panel title={t('places.title')}>
      <ul className="first-day-ways">
        {[...mine.values()].map(({ key, link }) => (
          <li key={key}>
            <Link {...link}>{t(`places.${key}.name`)}</Link>: {t(`places.${key}.what`)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
