import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardMark, Icon } from '../components/index.js';
import { Bell } from './bell/bell.js';
import { placesFor } from './places.js';
import { useStanding } from './standing.js';
import './rail.css';

/** The lacquered rail: the mark, and the places of the position. On a phone a bar with a menu. */
export function Rail(): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="vd-rail">
      <div className="vd-rail-in">
        <Link className="vd-brand" to="/" aria-label={t('brand')}>
          <BoardMark />
          <span>Vinh Danh</span>
        </Link>
        <nav className="vd-nav" aria-label={t('nav.main')}>
          <Places />
        </nav>
        <div className="vd-rail-phone">
          <Link className="vd-square" to="/ho-so" aria-label={t('search.label')}>
            <Icon name="search" />
          </Link>
          <Bell />
          <button
            type="button"
            className="vd-square"
            aria-expanded={open}
            aria-label={open ? t('nav.close') : t('nav.open')}
            onClick={() => setOpen(!open)}
          >
            <Icon name={open ? 'close' : 'menu'} />
          </button>
        </div>
      </div>
      {open && (
        <nav className="vd-nav-phone" aria-label={t('nav.main')} onClick={() => setOpen(false)}>
          <Places />
        </nav>
      )}
    </div>
  );
}

function Places(): ReactElement {
  const { t } = useTranslation();
  const { standing } = useStanding();
  return (
    <ul>
      {placesFor(standing?.roles ?? []).map(({ to, name, icon }) => (
        <li key={to}>
          <Link to={to} activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
            <Icon name={icon} />
            <span>{t(`places.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
