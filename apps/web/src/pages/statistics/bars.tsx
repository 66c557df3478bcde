import type { ReactElement, ReactNode } from 'react';
import { classNames } from '../../components/index.js';

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** What stands beside the bar: the number, and of how many. */
  readonly value: ReactNode;
  /** From 0 to 1. */
  readonly share: number;
  /** Words beside the name where this one is what the reader should look at. */
  readonly mark?: string | undefined;
}

/** Bars beside their names and numbers: a list, so that it reads aloud as one; the bar itself says nothing that the words do not. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }): ReactElement {
  return (
    <ul className="figure-bars" aria-label={label}>
      {bars.map(({ key, name, value, share, mark }) => (
        <li key={key} className={classNames(mark !== undefined && 'figure-marked')}>
          <span className="figure-bar-name">
            {name}
            {mark !== undefined && <b>{mark}</b>}
          </span>
          <svg className="figure-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="8" className="figure-bar-ground" />
            <rect width={Math.max(0, Math.min(1, share)) * 100} height="8" className="figure-bar-full" />
          </svg>
          <span className="figure-bar-value">{value}</span>
        </li>
      ))}
    </ul>
  );
}
