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

/** How far a dossier has come. “Step 3/7: …” stands as words, the line only repeats it; upright on phones. */
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
        {steps.map(({ key, name, state, note: own }) => (
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
