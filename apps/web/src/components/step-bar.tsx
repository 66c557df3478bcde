import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark.js';
import './step-bar.css';

export interface StepShown {
  readonly key: string;
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** A date, or what is expected. */
  readonly note?: ReactNode;
}

/** As many steps as a line of the page can name. */
const MOST = 8;

/** A long way shows what is around the place one is at, and its end. */
function around(all: readonly StepShown[], now: number): readonly StepShown[] {
  if (all.length <= MOST) return all;
  const from = Math.max(0, Math.min(now - 2, all.length - MOST));
  return [...all.slice(from, from + MOST - 1), ...all.slice(-1)];
}

/** How far a dossier has come on its whole way. “Step 3/9: …” stands as words, the line only repeats it; upright on phones. */
export function StepBar({
  steps,
  note,
}: {
  readonly steps: readonly StepShown[];
  readonly note?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('components');
  const now = steps.findIndex(({ state }) => state === 'now');
  const at = now === -1 ? steps.length - 1 : now;
  return (
    <section className="vd-panel vd-steps-panel" aria-label={t('steps.label')}>
      <p className="vd-steps-head">
        <b>{t('steps.at', { at: at + 1, of: steps.length, name: steps[at]?.name ?? '' })}</b> {note}
      </p>
      <ol className="vd-steps">
        {around(steps, at).map(({ key, name, state, note: own }) => (
          <li key={key} className={`vd-step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="vd-step-node" aria-hidden="true">
              {state === 'done' && <Mark name="check" />}
            </span>
            <b>{name}</b>
            <span className="vd-hidden">, {t(`steps.${state}`)}</span>
            {own !== undefined && <span className="vd-step-note">{own}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
