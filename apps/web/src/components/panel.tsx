import { type ReactElement, type ReactNode, useId } from 'react';
import { classNames } from './class-names.js';
import { Icon, type IconName } from './icon.js';
import './panel.css';

interface PanelProps {
  readonly title: ReactNode;
  /** Small words after the title. */
  readonly meta?: ReactNode;
  /** What stands at the right of the head: a button, a tag. */
  readonly extra?: ReactNode;
  readonly footer?: ReactNode;
  /** The body goes to the edges: for tables and lists of links. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly children?: ReactNode;
}

/** A surface with a heading; a region of the page. */
export function Panel({
  title,
  meta,
  extra,
  footer,
  flush = false,
  className,
  id,
  children,
}: PanelProps): ReactElement {
  const heading = useId();
  return (
    <section className={classNames('vd-panel', className)} aria-labelledby={heading} id={id}>
      <div className="vd-panel-head">
        <h2 id={heading}>{title}</h2>
        {meta !== undefined && <span className="vd-meta">{meta}</span>}
        {extra !== undefined && <div className="vd-panel-extra">{extra}</div>}
      </div>
      {children !== undefined && <div className={flush ? 'vd-panel-flush' : 'vd-panel-body'}>{children}</div>}
      {footer !== undefined && <div className="vd-panel-foot">{footer}</div>}
    </section>
  );
}

const noteIcons = { plain: 'lock', info: 'info', soon: 'info', over: 'warning' } as const satisfies Record<
  string,
  IconName
>;

/** A sentence that must not be overlooked. `over` is for what is wrong, and interrupts where `alert`. */
export function Note({
  kind = 'info',
  icon = noteIcons[kind],
  alert = false,
  children,
}: {
  readonly kind?: keyof typeof noteIcons;
  readonly icon?: IconName;
  readonly alert?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={`vd-note vd-note-${kind}`} role={alert ? 'alert' : undefined}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

/** Names and values, one pair a line. */
export function KeyValues({ items }: { readonly items: readonly (readonly [ReactNode, ReactNode])[] }): ReactElement {
  return (
    <dl className="vd-key-values">
      {items.map(([name, value], at) => (
        <div key={at}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
  /** A sentence rather than a number: it takes more room. */
  readonly wide?: boolean;
}

/** Figures in a row above the work. */
export function Facts({ items }: { readonly items: readonly Fact[] }): ReactElement {
  return (
    <dl className="vd-facts">
      {items.map(({ name, value, wide }, at) => (
        <div key={at} className={wide ? 'vd-facts-wide' : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
