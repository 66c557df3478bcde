import { type ButtonHTMLAttributes, type ReactElement, type ReactNode, type Ref, useId } from 'react';
import { classNames } from './class-names.js';
import { Icon, type IconName } from './icon.js';
import './button.css';

interface Look {
  /** `primary` is the one thing to do in a view. */
  readonly kind?: 'primary' | 'usual' | 'quiet';
  readonly size?: 'small' | 'usual' | 'large';
  readonly wide?: boolean;
}

/** The classes of a button, for links that look like one. */
export const buttonClass = ({ kind = 'usual', size = 'usual', wide = false }: Look = {}): string =>
  classNames(
    'vd-button',
    kind !== 'usual' && `vd-button-${kind}`,
    size !== 'usual' && `vd-button-${size}`,
    wide && 'vd-button-wide',
  );

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'> {
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  /** Why it cannot be pressed now. It stays in reach of the keyboard and says so; pressing does nothing. */
  readonly refused?: string | undefined;
  /** It was pressed, and the answer is not here yet. */
  readonly busy?: boolean;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. It is never dead without a reason: `refused` is read out with it. */
export function Button({
  kind,
  size,
  wide,
  icon,
  iconAfter,
  refused,
  busy = false,
  onClick,
  type = 'button',
  children,
  ...rest
}: ButtonProps): ReactElement {
  const id = useId();
  const off = refused !== undefined || busy;
  return (
    <>
      <button
        {...rest}
        type={off && type === 'submit' ? 'button' : type}
        className={buttonClass({ ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) })}
        aria-disabled={off || undefined}
        aria-busy={busy || undefined}
        aria-describedby={refused === undefined ? rest['aria-describedby'] : id}
        onClick={(event) => {
          if (off) event.preventDefault();
          else onClick?.(event);
        }}
      >
        {icon && <Icon name={icon} size="small" />}
        {children}
        {iconAfter && <Icon name={iconAfter} size="small" />}
      </button>
      {refused !== undefined && (
        <span id={id} className="vd-hidden">
          {refused}
        </span>
      )}
    </>
  );
}
