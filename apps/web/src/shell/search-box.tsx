import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, composed } from '../components/index.js';
import { isAlone, underDialog } from './shortcuts/keys.js';

/**
 * Looks for dossiers by code, name, unit or number, with or without accents. Ctrl+K and `/` lead here from everywhere; no letter
 * does, since Telex and VNI write with letters and digits.
 */
export function SearchBox(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK';
      if (event.isComposing || underDialog() || !(chord || isAlone(event, '/'))) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <form
      role="search"
      className="vd-search"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = composed(q).trim();
        if (wanted !== '') void navigate({ to: '/ho-so', state: { q: wanted } });
      }}
    >
      <label className="vd-hidden" htmlFor="tim">
        {t('search.label')}
      </label>
      <Icon name="search" size="small" />
      <input
        ref={box}
        id="tim"
        type="search"
        autoComplete="off"
        maxLength={200}
        aria-keyshortcuts="Control+K /"
        placeholder={t('search.placeholder')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </form>
  );
}
