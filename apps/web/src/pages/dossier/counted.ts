import type { TFunction } from 'i18next';
import type { Dossier } from '../../api/dossier.js';

/** “2 tập thể, 3 cá nhân, 1 hộ gia đình”, in the words of the dossier: only of whom there are some. */
export const countedIn = (t: TFunction<'dossier'>, { byKind }: Dossier['counts']): string =>
  (['collective', 'individual', 'household'] as const)
    .filter((kind) => (byKind[kind] ?? 0) > 0)
    .map((kind) => t(`head.counted.${kind}`, { count: byKind[kind] }))
    .join(', ') || t('head.counted.nobody');
