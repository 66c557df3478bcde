import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.js';
import { Icon, type IconName } from './icon.js';
import { placeBeside } from './menu-place.js';
import './menu.css';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly meta?: ReactNode;
  readonly icon?: IconName;
  /** For a choice among several: which one holds. */
  readonly checked?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** The words, or drawing, of the button. */
  readonly button: ReactNode;
  readonly label?: string;
  readonly items: readonly MenuItem[];
  readonly buttonClassName?: string;
  readonly align?: 'left' | 'right';
}

/** A button that opens a list of things to do. Arrows move, Home and End jump, Escape and Tab close. */
export function Menu({ button, label, items, buttonClassName, align = 'left' }: MenuProps): ReactElement {
  const id = useId();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]') ?? [])];
  const go = (to: number) => {
    const all = entries();
    all[(to + all.length) % all.length]?.focus();
  };
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useLayoutEffect(() => {
    if (!open) return undefined;
    const place = () => {
      if (list.current && opener.current) placeBeside(list.current, opener.current, align);
    };
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [open, align]);
  useEffect(() => {
    if (!open) return undefined;
    const all = [...(list.current?.querySelectorAll<HTMLButtonElement>('[role^=menuitem]') ?? [])];
    (all.find((entry) => entry.ariaChecked === 'true') ?? all[0])?.focus();
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node && opener.current?.parentElement?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    const now = entries().indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowDown') go(now + 1);
    else if (event.key === 'ArrowUp') go(now - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else return undefined;
    return event.preventDefault();
  };
  return (
    <div className="vd-menu">
      <button
        ref={opener}
        type="button"
        className={classNames('vd-menu-button', buttonClassName)}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {button}
      </button>
      {open && (
        <ul ref={list} id={id} role="menu" onKeyDown={onKeyDown}>
          {items.map(({ key, label: words, meta, icon, checked, onSelect }) => (
            <li key={key} role="none">
              <button
                type="button"
                role={checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={checked}
                tabIndex={-1}
                onClick={() => {
                  close();
                  onSelect();
                }}
              >
                {icon && <Icon name={icon} size="small" />}
                <span>
                  {words}
                  {meta !== undefined && <span className="vd-meta">{meta}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
