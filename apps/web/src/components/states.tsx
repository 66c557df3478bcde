import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '#libs/domain/kernel';
import { Button } from './button.js';
import { HollowBoard } from './icon.js';
import { Mark } from './mark.js';
import { type Ground, useGround, useSay } from './say.js';
import './states.css';

/** Lines where words will be. Nothing for 0.3 s, then the lines; after 10 s it says that it is slow. No shimmer. */
export function Skeleton({
  label,
  lines = 4,
  onCancel,
}: {
  readonly label: string;
  readonly lines?: number;
  readonly onCancel?: () => void;
}): ReactElement {
  const { t } = useTranslation('components');
  const [age, setAge] = useState<'new' | 'waiting' | 'slow'>('new');
  useEffect(() => {
    const timers = [setTimeout(() => setAge('waiting'), 300), setTimeout(() => setAge('slow'), 10_000)];
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);
  return (
    <div className="vd-skeleton" role="status" aria-busy="true" aria-label={label}>
      {age !== 'new' && Array.from({ length: lines }, (_, at) => <i key={at} />)}
      {age === 'slow' && (
        <p className="vd-meta">
          {t('loading.slow')}{' '}
          {onCancel && (
            <Button size="small" onClick={onCancel}>
              {t('loading.cancel')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** Nothing is here: one sentence, what comes next, one thing to do. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div className="vd-empty">
      <HollowBoard />
      <p>
        <b>{title}</b>
      </p>
      {children !== undefined && <p className="vd-meta">{children}</p>}
      {action}
    </div>
  );
}

/** What the server says no with (RFC 9457), or what stands for it where there was no answer. */
export interface ProblemTold extends Ground {
  readonly code: string;
  readonly details: Bilingual;
  /** The correlation id, as in the logs. */
  readonly instance?: string | undefined;
}

/** A no, or a fault: what, by which rule and where that stands, its code, and another try. */
export function Problem({
  problem,
  onRetry,
  title,
}: {
  readonly problem: ProblemTold;
  readonly onRetry?: (() => void) | undefined;
  readonly title?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('components');
  const say = useSay();
  const ground = useGround()(problem);
  return (
    <div className="vd-problem" role="alert">
      <h3>
        <Mark name="over" />
        {title ?? t('problem.title')}
      </h3>
      <p>{say(problem.details)}</p>
      {ground !== undefined && <p className="vd-meta">{t('problem.ground', { ground })}</p>}
      <p className="vd-meta">
        {t('problem.code')} <span className="vd-mono">{problem.code}</span>
        {problem.instance && (
          <>
            {' · '}
            <span className="vd-mono">{problem.instance.replace('urn:uuid:', '').slice(0, 8)}</span>
          </>
        )}
      </p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t('problem.retry')}
        </Button>
      )}
    </div>
  );
}

/** One thing that is wrong in a form. */
export interface FormError {
  /** The id of the control. */
  readonly field?: string | undefined;
  readonly text: string;
  readonly source?: string | undefined;
}

/** What keeps a form from being sent, above it: takes the focus, each line leads to its field. */
export function ErrorSummary({
  title,
  errors,
}: {
  readonly title: string;
  readonly errors: readonly FormError[];
}): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map(({ text }) => text).join('\n');
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="vd-errors" role="alert" tabIndex={-1}>
      <h3>{title}</h3>
      <ul>
        {errors.map(({ field, text, source }) => (
          <li key={`${field ?? ''}${text}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  const control = document.getElementById(field);
                  if (!control) return;
                  event.preventDefault();
                  control.focus();
                }}
              >
                {text}
              </a>
            ) : (
              <span>{text}</span>
            )}{' '}
            {source && <span className="vd-meta">{source}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** “Recorded”: shown at once after a command, with its number, until the lists have it. */
export function Accepted({
  position,
  updating = false,
}: {
  readonly position: string;
  readonly updating?: boolean;
}): ReactElement {
  const { t } = useTranslation('components');
  return (
    <p className="vd-accepted" role="status">
      <Mark name="check" />
      <span>
        <b>{t('accepted.recorded', { position })}</b>
        {updating && t('accepted.updating')}
      </span>
    </p>
  );
}
