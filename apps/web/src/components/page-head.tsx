import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './page-head.css';

interface PageHeadProps {
  readonly title: string;
  /** Where the title is words of somebody and not of the app: it stays Vietnamese whatever the page speaks. */
  readonly titleLang?: 'vi';
  /** Links from the top of the house to here; the last is where one is. */
  readonly crumbs?: readonly ReactNode[];
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
  /** Takes the focus when the page comes up, so that a screen reader begins here. Default: yes. */
  readonly takesFocus?: boolean;
}

/** The head of a page: where one is, the title with its short gold rule, and what can be done. */
export function PageHead({
  title,
  titleLang,
  crumbs = [],
  sub,
  actions,
  takesFocus = true,
}: PageHeadProps): ReactElement {
  const { t } = useTranslation('components');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="vd-page-head">
      <div>
        {crumbs.length > 0 && (
          <nav className="vd-crumbs" aria-label={t('pageHead.path')}>
            {crumbs.map((crumb, at) => (
              <span key={at}>
                {at > 0 && <span aria-hidden="true">/</span>}
                {crumb}
              </span>
            ))}
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1} lang={titleLang}>
          {title}
        </h1>
        {sub !== undefined && <div className="vd-page-sub">{sub}</div>}
      </div>
      {actions !== undefined && <div className="vd-page-actions">{actions}</div>}
    </div>
  );
}
