import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import './data-table.css';

interface PaginationProps {
  /** Of how many rows this page shows which. */
  readonly shown: string;
  readonly onFirst?: (() => void) | undefined;
  readonly onEarlier?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

/** The pages of a list that goes on by cursor: back to the first, to the one before, on to the next. */
export function Pagination({ shown, onFirst, onEarlier, onNext }: PaginationProps): ReactElement {
  const { t } = useTranslation('components');
  return (
    <nav className="vd-pages" aria-label={t('pages.label')}>
      <span>{shown}</span>
      <span className="vd-row">
        {onFirst && (
          <Button size="small" icon="first" onClick={onFirst}>
            {t('pages.first')}
          </Button>
        )}
        <Button size="small" icon="left" refused={onEarlier ? undefined : t('pages.isFirst')} onClick={onEarlier}>
          {t('pages.earlier')}
        </Button>
        <Button size="small" iconAfter="right" refused={onNext ? undefined : t('pages.isLast')} onClick={onNext}>
          {t('pages.next')}
        </Button>
      </span>
    </nav>
  );
}
