import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from './difference.js';
import { useDifferenceWords } from './difference-words.js';

/** Differences as sentences: what, from what, to what. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }): ReactElement {
  const { t } = useTranslation('replay');
  const words = useDifferenceWords();
  return (
    <ul className="replay-differences">
      {differences.map((difference, at) => {
        const { what, was, is } = difference;
        return (
          <li key={at}>
            <b>{words.about(difference)}</b>{' '}
            {was !== undefined && (
              <>
                {t('difference.from')} <s>{words.value(difference, was)}</s>{' '}
              </>
            )}
            {is !== undefined && (
              <>
                {was === undefined ? t('difference.is') : t('difference.to')} <ins>{words.value(difference, is)}</ins>
              </>
            )}
            {what === 'document' && <ins>{t('difference.added')}</ins>}
            {what === 'documentReplaced' && <ins>{t('difference.replaced')}</ins>}
            {was !== undefined && is === undefined && <ins>{t('difference.gone')}</ins>}
          </li>
        );
      })}
    </ul>
  );
}
