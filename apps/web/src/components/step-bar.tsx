import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark.js';
import { stepsAround } from './steps-around.js';
import './step-bar.css';

export interface StepShown {
  readonly key: string;
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** A date, or what is expected. */
  readonly note?: ReactNode;
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
        {stepsAround(steps, at).map((shown) =>
          'folded' in shown ? (
            <li key={shown.state} className={`vd-step-${shown.state} vd-step-folded`}>
              {t('steps.folded', { count: shown.folded })}
              <span className="vd-hidden">, {t(`steps.${shown.state}`)}</span>
            </li>
          ) : (
            <li
              key={shown.key}
              className={`vd-step-${shown.state}`}
              aria-current={shown.state === 'now' ? 'step' : undefined}
            >
              <span className="vd-step-node" aria-hidden="true">
                {shown.state === 'done' && <Mark name="check" />}
              </span>
              <b>{shown.name}</b>
              <span className="vd-hidden">, {t(`steps.${shown.state}`)}</span>
              {shown.note !== undefined && <span className="vd-step-note">{shown.note}</span>}
            </li>
          ),
        )}
      </ol>
    </section>
  );
}
