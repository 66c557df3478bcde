import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/dossier.js';
import { useUnitNames } from '../../api/names.js';

/** The head of an official paper, on paper only: always Vietnamese, as the paper is. */
export function PrintHead({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { i18n } = useTranslation('dossier');
  const t = i18n.getFixedT('vi', 'dossier');
  const unit = useUnitNames();
  return (
    <div className="vd-print-only dossier-paper-head" lang="vi">
      <p>
        <b>{unit(dossier.bodyId).vi}</b>
      </p>
      <p>
        <b>{t('paper.nation')}</b>
        <br />
        <b>{t('paper.motto')}</b>
      </p>
    </div>
  );
}
