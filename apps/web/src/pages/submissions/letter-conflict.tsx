import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { queryClient } from '../../api/queries.js';
import { ConflictDialog } from '../../components/index.js';
import { type Letter, letterQuery } from './submissions.js';

/** Somebody was faster with this letter: how it is now. */
export function LetterConflict({
  letter,
  kept,
  onClose,
  onRedo,
}: {
  readonly letter: Letter;
  readonly kept: string | undefined;
  readonly onClose: () => void;
  readonly onRedo: (revision: number) => void;
}): ReactElement | null {
  const { t } = useTranslation('submissions');
  const { data: now } = useQuery({
    queryKey: ['submission', letter.id, 'since', letter.revision],
    queryFn: ({ signal }) => told(api.GET('/api/v1/submissions/{id}', { params: { path: { id: letter.id } }, signal })),
  });
  if (!now) return null;
  return (
    <ConflictDialog
      title={t('conflict')}
      meanwhile={[{ what: t('nowIs', { stage: t(`stages.${now.stage}`), count: now.dossiers.length }) }]}
      kept={kept}
      onClose={onClose}
      onSee={() => {
        queryClient.setQueryData(letterQuery(letter.id).queryKey, now);
        void queryClient.invalidateQueries({ queryKey: ['submission', letter.id] });
        onClose();
      }}
      onRedo={() => onRedo(now.revision)}
    />
  );
}
