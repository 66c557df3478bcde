import { useLocation } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, Dialog } from '../../components/index.js';
import { isAlone, singleKeysOn, turnSingleKeys, underDialog } from './keys.js';
import { useListSteps } from './list-steps.js';
import './shortcuts.css';

const OPEN = 'vinhdanh:shortcuts';

/** Opens the list of keys from anywhere. */
export const showShortcuts = (): void => void document.dispatchEvent(new Event(OPEN));

/** The keys of every page, and those of a replay. */
const everywhere = [
  ['search', ['Ctrl', 'K'], ['/']],
  ['help', ['?']],
  ['escape', ['Esc']],
  ['neighbour', ['Alt', 'up'], ['Alt', 'down']],
] as const;
const ofReplay = [
  ['step', ['left'], ['right']],
  ['milestone', ['Page Up'], ['Page Down']],
  ['ends', ['Home'], ['End']],
  ['number', ['Ctrl', 'G']],
] as const;

/** Phím tắt: listens for what works on every page, and tells all of it when somebody presses `?`. No letter does anything alone. */
export function Shortcuts(): ReactElement | null {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(singleKeysOn);
  useListSteps();
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (!isAlone(event, '?') || underDialog()) return;
      event.preventDefault();
      show();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener(OPEN, show);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener(OPEN, show);
    };
  }, []);
  if (!open) return null;
  return (
    <Dialog title={t('shortcuts.title')} onClose={() => setOpen(false)}>
      <KeyList lines={everywhere} />
      {pathname.endsWith('/phat-lai') && (
        <>
          <h3 className="vd-keys-head">{t('shortcuts.replay')}</h3>
          <KeyList lines={ofReplay} />
        </>
      )}
      <CheckField
        label={t('shortcuts.single')}
        checked={on}
        onChange={({ target: { checked } }) => {
          turnSingleKeys(checked);
          setOn(checked);
        }}
      />
      <p className="vd-meta">{t('shortcuts.note')}</p>
    </Dialog>
  );
}

const arrows = ['up', 'down', 'left', 'right'] as const;
const isArrow = (key: string): key is (typeof arrows)[number] => arrows.some((each) => each === key);

type Line = (typeof everywhere)[number] | (typeof ofReplay)[number];

function KeyList({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className="vd-keys">
      {lines.map(([name, ...ways]) => (
        <div key={name}>
          <dt>{t(`shortcuts.${name}`)}</dt>
          <dd>
            {ways.map((keys, at) => (
              <span key={keys.join()}>
                {at > 0 && <span className="vd-meta">{t('shortcuts.or')}</span>}
                {keys.map((each) => (
                  <kbd key={each}>{isArrow(each) ? t(`shortcuts.arrows.${each}`) : each}</kbd>
                ))}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
