import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveLine } from '../live/use-live.js';
import { LiveStrip } from './live-strip.js';
import { OfflineBanner } from './offline-banner.js';
import { Rail } from './rail.js';
import { Shortcuts } from './shortcuts/shortcuts.js';
import { SessionEnding } from './session-ending.js';
import { TopBar } from './top-bar.js';
import './frame.css';

const CONTENT = 'noi-dung';

/** The panel of a dossier with what can be done. */
const ACTS = 'viec-can-lam';

/** Rail, bar, page and strip. A change of page begins at its top; the page's own head takes the focus. */
export function Frame(): ReactElement {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useLiveLine();
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // Pages without a head of their own leave the focus here, not in the rail of the page before.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <a
        className="vd-skip"
        href={`#${CONTENT}`}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      {/^\/ho-so\/[0-9a-f-]{36}$/.test(pathname) && (
        <a
          className="vd-skip"
          href={`#${ACTS}`}
          onClick={(event) => {
            event.preventDefault();
            const acts = document.getElementById(ACTS);
            acts?.querySelector<HTMLElement>('a, button')?.focus();
            acts?.scrollIntoView({ block: 'center' });
          }}
        >
          {t('skipToActs')}
        </a>
      )}
      <div className="vd-frame">
        <Rail />
        <div className="vd-frame-main">
          <TopBar />
          <OfflineBanner />
          <main ref={main} className="vd-frame-page" id={CONTENT} tabIndex={-1}>
            <Outlet />
          </main>
          <LiveStrip />
        </div>
      </div>
      <SessionEnding />
      <Shortcuts />
    </>
  );
}
