import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useToast } from '../../components/index.js';
import { placeInList } from './came-from.js';
import { isTyping, underDialog } from './keys.js';

const DOSSIER = /^\/ho-so\/([0-9a-f-]{36})(?:\/|$)/;

/** Alt with an arrow goes to the dossier before or after, of the list one came from. */
export function useListSteps(): void {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const tell = useToast();
  useEffect(() => {
    const id = DOSSIER.exec(pathname)?.[1];
    if (id === undefined) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const up = event.code === 'ArrowUp';
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if ((!up && event.code !== 'ArrowDown') || isTyping(event) || underDialog()) return;
      const place = placeInList(id);
      event.preventDefault();
      const to = up ? place?.before : place?.after;
      if (to !== undefined) return void navigate({ to: '/ho-so/$id', params: { id: to } });
      return tell(t(place === undefined ? 'listSteps.none' : up ? 'listSteps.isFirst' : 'listSteps.isLast'));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [pathname, navigate, tell, t]);
}

/** `3/28` with the ways to the dossiers before and after it. */
export function ListSteps({ id }: { readonly id: string }): ReactElement | null {
  const { t } = useTranslation();
  const place = placeInList(id);
  if (place === undefined || place.of < 2) return null;
  const { at, of, before, after } = place;
  return (
    <span className="vd-list-steps">
      {before !== undefined && (
        <Link
          to="/ho-so/$id"
          params={{ id: before }}
          aria-label={t('listSteps.before')}
          aria-keyshortcuts="Alt+ArrowUp"
        >
          <Icon name="left" size="small" />
        </Link>
      )}
      <span>{t('listSteps.place', { at, of })}</span>
      {after !== undefined && (
        <Link
          to="/ho-so/$id"
          params={{ id: after }}
          aria-label={t('listSteps.after')}
          aria-keyshortcuts="Alt+ArrowDown"
        >
          <Icon name="right" size="small" />
        </Link>
      )}
    </span>
  );
}
