import { useTranslation } from 'react-i18next';
import { ageOf } from './age.js';

/** How long something has waited, or how old it is. */
export function useAgeText(): (seconds: number) => string {
  const { t } = useTranslation('operations');
  return (seconds) => {
    const { unit, count } = ageOf(seconds);
    return t(`age.${unit}`, { count });
  };
}
