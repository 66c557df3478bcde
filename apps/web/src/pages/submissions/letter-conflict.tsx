import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { queryClient } from '../../api/queries.js';
import { ConflictDialog, useSay } from '../../components/index.js';
import { hour } from '../../format/dates.js';
import { type Letter, letterQuery } from './submissions.js';

/** Somebody was faster with this letter: what happened since the revision on which the form rests. */
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
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['submission', letter.id, 'since', letter.revision],
    queryFn: async ({ signal }) => {
      const path = { id: letter.id };
      const [now, { items }] = await Promise.all([
        told(api.GET('/api/v1/submissions/{id}', { params: { path }, signal })),
        told(api.GET('/api/v1/submissions/{id}/timeline', { params: { path }, signal })),
      ]);
      return { now, lines: items.filter(({ revision }) => revision > letter.revision) };
    },
  });
  if (!data) return null;
  const { now, lines } = data;
  return (
    <ConflictDialog
      title={t('conflict')}
      meanwhile={lines.map(({ by, recordedAt, sentences }) => ({
        who: by.name ?? (by.unit ? say(by.unit) : undefined),
        at: hour(recordedAt),
        what: say(sentences),
      }))}
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
