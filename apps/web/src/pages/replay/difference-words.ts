import { useTranslation } from 'react-i18next';
import { moment } from '../../format/dates.js';
import type { Difference } from './difference.js';
import { useReplayNames } from './replay-names.js';

/** What a difference is about, and its values, in the reader's words. */
export function useDifferenceWords() {
  const { t } = useTranslation('replay');
  const names = useReplayNames();
  return {
    about: ({ what, of }: Difference): string => {
      const name =
        of === undefined
          ? undefined
          : what.startsWith('document')
            ? names.document(of)
            : what.startsWith('deadline')
              ? names.clock(of)
              : of;
      return name === undefined ? t(`difference.${what}`) : `${t(`difference.${what}`)} ${name}`;
    },
    value: ({ what }: Difference, value: string): string => {
      switch (what) {
        case 'step':
          return value.split(' ').map(names.step).join(', ');
        case 'deadline':
          return moment(value);
        case 'deadlineState':
          return t(`states.${value}` as never);
        case 'secrecy':
          return t(`secrecy.${value}` as never);
        case 'suspended':
          return t(value === 'true' ? 'yes' : 'no');
        default:
          return value;
      }
    },
  };
}
