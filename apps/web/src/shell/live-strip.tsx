import { useIsFetching } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusLine } from '../components/index.js';
import { second } from '../format/dates.js';
import { place } from '../format/numbers.js';
import { live } from '../live/live.js';
import { useLive } from '../live/use-live.js';
import { showShortcuts } from './shortcuts/shortcuts.js';
import './live-strip.css';

/** How far the data on this page has come, and whether more arrives by itself. */
export function LiveStrip(): ReactElement {
  const { t } = useTranslation();
  const { state, upTo } = useLive();
  const reading = useIsFetching() > 0;
  return (
    <footer className="vd-strip" aria-busy={reading}>
      <span>
        {upTo ? (
          <>
            {t('live.upTo')} <b>№ {place(upTo.position)}</b> · {second(upTo.at)}
          </>
        ) : (
          t('live.connecting')
        )}
      </span>
      {state.is === 'live' && <StatusLine status="ok">{t('live.live')}</StatusLine>}
      {state.is === 'lost' && (
        <StatusLine status="late" mark="ring">
          {t('live.lost', { seconds: state.seconds })}{' '}
          <button type="button" className="vd-strip-button" onClick={live.tryNow}>
            {t('live.now')}
          </button>
        </StatusLine>
      )}
      <nav aria-label={t('nav.foot')}>
        <button type="button" className="vd-strip-button" aria-keyshortcuts="?" onClick={showShortcuts}>
          {t('shortcuts.title')}
        </button>
        <a href="/api/docs">API</a>
        <a href="/public/notices">{t('foot.notices')}</a>
      </nav>
    </footer>
  );
}
