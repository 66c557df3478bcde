import { useTranslation } from 'react-i18next';
import { rungOf } from './rung.js';

/** When a message was to remind, in words; a name that is not usual is said as it is. */
export function useRungText(): (name: string) => string {
  const { t } = useTranslation('operations');
  return (name) => {
    const rung = rungOf(name);
    if (!rung) return name === '' ? '' : t('rungs.other', { name });
    const told = t(`rungs.${rung.when}`, { count: rung.days });
    return rung.again ? t('rungs.again', { rung: told }) : told;
  };
}
