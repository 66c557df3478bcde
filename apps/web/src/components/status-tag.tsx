import type { ReactElement, ReactNode } from 'react';
import { Mark, type MarkName } from './mark.js';
import './status-tag.css';

/**
 * How something stands: `ok` in time, `soon` nearly due or not clear, `over` overdue or wrong, `pause` the clock stands still,
 * `done` closed in time or neutral, `late` closed late, `fail` a no.
 */
export type Status = 'ok' | 'soon' | 'over' | 'pause' | 'done' | 'late' | 'fail' | 'act';

const marks: Readonly<Record<Status, MarkName>> = {
  ok: 'ok',
  soon: 'soon',
  over: 'over',
  pause: 'pause',
  done: 'check',
  late: 'check',
  fail: 'cross',
  act: 'ring',
};

interface StatusProps {
  readonly status: Status;
  /** Another sign than the status has, as `check` for a yes. */
  readonly mark?: MarkName;
  readonly children: ReactNode;
}

/** A status with its ground, for deadlines: sign, words, then colour. */
export function StatusTag({ status, mark = marks[status], children }: StatusProps): ReactElement {
  return (
    <span className={`vd-status vd-status-${status}`}>
      <Mark name={mark} />
      {children}
    </span>
  );
}

/** A status without ground, for dense tables. */
export function StatusLine({ status, mark = marks[status], children }: StatusProps): ReactElement {
  return (
    <span className={`vd-status-line vd-ink-${status}`}>
      <Mark name={mark} />
      {children}
    </span>
  );
}
