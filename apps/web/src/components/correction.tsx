import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Arrow } from './icon.js';
import { KeyValues } from './panel.js';
import './correction.css';

/** A corrected fact: what was recorded and what is right, side by side; then who, why and both times. Nothing is erased. */
export function Correction({
  wasAt,
  was,
  isFrom,
  is,
  details,
}: {
  /** Where the wrong value was recorded. */
  readonly wasAt: ReactNode;
  readonly was: string;
  readonly isFrom: ReactNode;
  readonly is: string;
  readonly details: readonly (readonly [ReactNode, ReactNode])[];
}): ReactElement {
  const { t } = useTranslation('components');
  return (
    <>
      <div className="vd-correction">
        <div>
          <span className="vd-meta">{wasAt}</span>
          <p className="vd-correction-was">
            <s>{was}</s>
          </p>
        </div>
        <Arrow label={t('correction.became')} />
        <div>
          <span className="vd-meta">{isFrom}</span>
          <p className="vd-correction-is">{is}</p>
        </div>
      </div>
      <KeyValues items={details} />
    </>
  );
}
