import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api, told } from '../../api/client.js';
import type { Dossier } from '../../api/dossier.js';
import { ConflictDialog, useSay } from '../../components/index.js';
import { hour } from '../../format/dates.js';

/** Somebody was faster: what happened since the revision on which the form rests. What was typed stays as it is. */
export function Conflict({
  dossier,
  kept,
  onClose,
  onRedo,
}: {
  readonly dossier: Dossier;
  readonly kept: string | undefined;
  readonly onClose: () => void;
  readonly onRedo: (revision: number) => void;
}): ReactElement | null {
  const say = useSay();
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['dossier', dossier.id, 'since', dossier.revision],
    queryFn: async ({ signal }) => {
      const [now, timeline] = await Promise.all([
        told(api.GET('/api/v1/dossiers/{id}', { params: { path: { id: dossier.id } }, signal })),
        told(
          api.GET('/api/v1/dossiers/{id}/timeline', {
            params: { path: { id: dossier.id }, query: { limit: '200' } as never },
            signal,
          }),
        ),
      ]);
      return {
        revision: now.revision,
        since: timeline.items.filter(
          ({ revision, stream }) => stream.startsWith('dossier-') && revision > dossier.revision,
        ),
      };
    },
  });
  if (!data) return null;
  return (
    <ConflictDialog
      meanwhile={data.since.map(({ by, recordedAt, sentences }) => ({
        who: by.name ?? (by.unit ? say(by.unit) : undefined),
        at: hour(recordedAt),
        what: say(sentences),
      }))}
      kept={kept}
      onClose={onClose}
      onSee={() => void navigate({ to: '/ho-so/$id', params: { id: dossier.id } })}
      onRedo={() => onRedo(data.revision)}
    />
  );
}
