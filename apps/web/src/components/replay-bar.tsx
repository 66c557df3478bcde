import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { classNames } from './class-names.js';
import { type FoldedGap, nearestTo, type ReplayAxis, spreadByTime, spreadEvenly } from './replay-axis.js';
import './replay-bar.css';

export interface Milestone {
  readonly revision: number;
  readonly name: string;
  readonly day: string;
}

interface ReplayBarProps {
  readonly at: number;
  readonly last: number;
  readonly milestones: readonly Milestone[];
  /** When each fact was recorded, by revision: for the axis of time. */
  readonly moments: readonly string[];
  readonly axis: ReplayAxis;
  /** What the place is, for those who hear it: number, moment, sentence. */
  readonly valueText: string;
  readonly onGo: (revision: number) => void;
  /** The choice of what is read, beside the counter. */
  readonly children?: ReactNode;
}

/** How long a fact stays while it plays. */
const STEP = 700;

/** A slider over the facts of a dossier: native, so keyboards and screen readers know it; milestones lead to their place. */
export function ReplayBar(props: ReplayBarProps): ReactElement {
  const { at, last, milestones, moments, axis, valueText, onGo, children } = props;
  const { t } = useTranslation('components');
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return undefined;
    if (at >= last) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => onGo(at + 1), STEP);
    return () => clearTimeout(timer);
  }, [playing, at, last, onGo]);
  const go = (revision: number) => {
    setPlaying(false);
    onGo(Math.min(last, Math.max(0, revision)));
  };
  const { places, gaps } = useMemo(
    () => (axis === 'time' ? spreadByTime(moments) : spreadEvenly(last)),
    [axis, moments, last],
  );
  const share = (revision: number) => (places[revision] ?? 1) * 100;
  const toNumber = useRef<HTMLInputElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyG';
      if (!chord || event.isComposing) return;
      event.preventDefault();
      toNumber.current?.focus();
      toNumber.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = keyLeads(event.key, at, last, milestones);
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <section className="vd-panel vd-replay" aria-label={t('replay.label')}>
      <div className="vd-replay-head">
        <div className="vd-replay-moves" role="group" aria-label={t('replay.moves')}>
          <Button size="small" icon="first" aria-label={t('replay.first')} onClick={() => go(0)} />
          <Button size="small" icon="left" aria-label={t('replay.back')} onClick={() => go(at - 1)} />
          <Button size="small" icon={playing ? 'pause' : 'play'} onClick={() => setPlaying(!playing && at < last)}>
            {t(playing ? 'replay.stop' : 'replay.play')}
          </Button>
          <Button size="small" icon="right" aria-label={t('replay.on')} onClick={() => go(at + 1)} />
          <Button size="small" icon="last" aria-label={t('replay.last')} onClick={() => go(last)} />
        </div>
        <p className="vd-replay-at">
          {t('replay.event')} <b>{at}</b>/{last}
        </p>
        <form
          className="vd-replay-number"
          onSubmit={(event) => {
            event.preventDefault();
            const typed = toNumber.current?.value ?? '';
            if (!/^\d{1,9}$/.test(typed)) return;
            go(Number(typed));
            // From there on it goes by arrows.
            slider.current?.focus();
          }}
        >
          <label>
            <span className="vd-meta">{t('replay.number')}</span>
            <input
              ref={toNumber}
              key={at}
              inputMode="numeric"
              autoComplete="off"
              maxLength={9}
              defaultValue={at}
              aria-keyshortcuts="Control+G"
            />
          </label>
        </form>
        {children}
      </div>
      <div className="vd-replay-track">
        <ol aria-label={t('replay.milestones')}>
          {placed(milestones, share, at).map(({ milestone, row }) => (
            <li
              key={milestone.revision}
              className={classNames(
                `vd-replay-row-${row}`,
                milestone.revision === at && 'vd-replay-here',
                milestone.revision > at && 'vd-replay-ahead',
                share(milestone.revision) > END && 'vd-replay-end',
                share(milestone.revision) < START && 'vd-replay-start',
              )}
              style={{ left: `${share(milestone.revision)}%` }}
            >
              <button
                type="button"
                onClick={() => go(milestone.revision)}
                aria-current={milestone.revision === at ? true : undefined}
              >
                <b>{milestone.name}</b>
                <span>
                  {milestone.day}
                  <span className="vd-hidden">, № {milestone.revision}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
        <input
          ref={slider}
          type="range"
          min={0}
          max={axis === 'time' ? FINE : last}
          step={axis === 'time' ? 'any' : 1}
          value={axis === 'time' ? (places[at] ?? 1) * FINE : at}
          aria-label={t('replay.place')}
          aria-valuetext={valueText}
          style={{ '--done': `${share(at)}%` } as CSSProperties}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            const value = Number(event.target.value);
            go(axis === 'time' ? nearestTo(places, value / FINE) : value);
          }}
        />
        {gaps.length > 0 && (
          <ul className="vd-replay-gaps" aria-label={t('replay.gaps')}>
            {withRoom(gaps).map(({ after, at: middle, days }) => (
              <li key={after} style={{ left: `${middle * 100}%` }}>
                {t('replay.gap', { count: days })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** In percent of the bar: before the one and after the other, words stand beside their place and not over it. */
const START = 6;
const END = 94;

/** Into so many parts the axis of time is divided. */
const FINE = 1_000;

/** About how much of the bar the words about a gap take. */
const GAP_ROOM = 0.09;

/** The longest gaps first, each where it has room. */
function withRoom(gaps: readonly FoldedGap[]): readonly FoldedGap[] {
  const told: FoldedGap[] = [];
  for (const gap of gaps.toSorted((one, other) => other.days - one.days))
    if (told.every(({ at }) => Math.abs(at - gap.at) > GAP_ROOM)) told.push(gap);
  return told.toSorted((one, other) => one.after - other.after);
}

/** Where a key of the slider leads: arrows by one fact, pages by one milestone. */
function keyLeads(key: string, at: number, last: number, milestones: readonly Milestone[]): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'PageUp':
      return milestones.findLast(({ revision }) => revision < at)?.revision ?? 0;
    case 'PageDown':
      return milestones.find(({ revision }) => revision > at)?.revision ?? last;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** About how wide a name is, in percent of a track of 1,200 pixels. */
const roomOf = ({ name }: Milestone): number => ((Math.max(name.length, 5) * 7.4 + 14) / 1200) * 100;

/** In two rows, each where it has room, the place one is at first; what has none is left to the list of facts. */
function placed(milestones: readonly Milestone[], share: (revision: number) => number, at: number) {
  const rows: { readonly from: number; readonly to: number }[][] = [[], []];
  const here = milestones.filter(({ revision }) => revision === at);
  return [...here, ...milestones.filter(({ revision }) => revision !== at)]
    .flatMap((milestone) => {
      const middle = share(milestone.revision);
      const room = roomOf(milestone);
      // At either end the words begin, or stop, at their place.
      const from = middle > END ? middle - room : middle < START ? middle : middle - room / 2;
      const row = rows.findIndex((taken) => taken.every((other) => other.to < from || other.from > from + room));
      if (row === -1) return [];
      rows[row]?.push({ from, to: from + room });
      return [{ milestone, row }];
    })
    .sort((one, other) => one.milestone.revision - other.milestone.revision);
}
