import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unreadQuery } from '../../api/queries.js';
import { Icon } from '../../components/index.js';
import { loadWords } from '../../words/words.js';
import { BellPanel } from './bell-panel.js';
import { useSpokenNews } from './spoken-news.js';
import './bell.css';

/** How many messages were not read; opens the panel with the newest of them. */
export function Bell(): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  const news = useSpokenNews(data?.unread);
  const close = (giveFocusBack: boolean) => {
    setOpen(false);
    if (giveFocusBack) opener.current?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  return (
    <div
      ref={box}
      className="vd-bell"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close(true);
      }}
      onBlur={(event) => {
        // Who tabs out of the panel leaves it; what is pressed in it takes no focus away.
        if (open && event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        className="vd-square"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => void loadWords('notifications').then(() => setOpen(!open))}
      >
        <Icon name="bell" />
        <span className="vd-hidden">{t('bell.label', { count: unread })}</span>
        {unread > 0 && (
          <span className="vd-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <span className="vd-hidden" role="status">
        {news > 0 && t('bell.news', { count: news })}
      </span>
      {open && <BellPanel id={id} onClose={close} />}
    </div>
  );
}
