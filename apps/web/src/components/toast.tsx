import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { classNames } from './class-names.js';
import { Mark } from './mark.js';
import './toast.css';

type Tell = (text: string, kind?: 'ok' | 'over') => void;

const Telling = createContext<Tell>(() => undefined);

/** So long a message stays, unless the pointer or the focus is on it. */
const STAYS = 8000;

/** Where short messages appear, and are read out. Once, around the whole page. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation('components');
  const [messages, setMessages] = useState<
    readonly { readonly id: number; readonly text: string; readonly kind: 'ok' | 'over' }[]
  >([]);
  const last = useRef(0);
  const held = useRef(false);
  const drop = useCallback((id: number) => setMessages((all) => all.filter((each) => each.id !== id)), []);
  const tell = useCallback<Tell>(
    (text, kind = 'ok') => {
      const id = ++last.current;
      setMessages((all) => [...all.slice(-2), { id, text, kind }]);
      const later = () => setTimeout(() => (held.current ? later() : drop(id)), STAYS);
      later();
    },
    [drop],
  );
  const box = useRef<HTMLDivElement>(null);
  const above = useYielding(box, messages.length > 0);
  const hold = (on: boolean) => () => {
    held.current = on;
  };
  return (
    <Telling value={useMemo(() => tell, [tell])}>
      {children}
      <div
        ref={box}
        className={classNames('vd-toasts', above && 'vd-toasts-above')}
        role="status"
        aria-live="polite"
        onMouseEnter={hold(true)}
        onMouseLeave={hold(false)}
        onFocus={hold(true)}
        onBlur={hold(false)}
      >
        {messages.map(({ id, text, kind }) => (
          <p key={id} className={`vd-toast vd-ink-${kind}`}>
            <Mark name={kind === 'ok' ? 'check' : 'over'} />
            <span>{text}</span>
            <Button kind="quiet" size="small" icon="close" aria-label={t('toast.close')} onClick={() => drop(id)} />
          </p>
        ))}
      </div>
    </Telling>
  );
}

/** Goes to the other end of the page where what has the focus would lie beneath (WCAG 2.2, 2.4.11). */
function useYielding(box: RefObject<HTMLElement | null>, shown: boolean): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    if (!shown) {
      setAbove(false);
      return undefined;
    }
    const giveWay = () => {
      const focused = document.activeElement;
      if (focused && box.current && !box.current.contains(focused) && liesBeneath(focused, box.current))
        setAbove((was) => !was);
    };
    giveWay();
    document.addEventListener('focusin', giveWay);
    return () => document.removeEventListener('focusin', giveWay);
  }, [box, shown]);
  return above;
}

/** Whether half of it or more is hidden. */
function liesBeneath(one: Element, over: Element): boolean {
  const under = one.getBoundingClientRect();
  const upper = over.getBoundingClientRect();
  const width = Math.min(under.right, upper.right) - Math.max(under.left, upper.left);
  const height = Math.min(under.bottom, upper.bottom) - Math.max(under.top, upper.top);
  return width > 0 && height > 0 && 2 * width * height >= under.width * under.height;
}

/** Tells something short that needs no answer. What must be acted on belongs on the page. */
export const useToast = (): Tell => useContext(Telling);
