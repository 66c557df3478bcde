import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { queryClient } from '../../api/queries.js';
import { ConflictDialog, useSay } from '../../components/index.js';
import { hour } from '../../format/dates.js';
import { type DecisionRead, decisionQuery } from './decisions.js';

/** So many dossiers of a decision are asked what happened: the facts of the decision stand in the timeline of each. */
const ASKED = 5;

/** Somebody was faster with this decision: what happened since the revision on which the form rests. */
export function DecisionConflict({
  decision,
  kept,
  onClose,
  onRedo,
}: {
  readonly decision: DecisionRead;
  readonly kept: string | undefined;
  readonly onClose: () => void;
  readonly onRedo: (revision: number) => void;
}): ReactElement | null {
  const { t } = useTranslation('decisions');
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['decision', decision.id, 'since', decision.revision],
    queryFn: async ({ signal }) => {
      const ids = [...new Set(decision.recipients.map(({ dossierId }) => dossierId))].slice(0, ASKED);
      const [now, ...timelines] = await Promise.all([
        told(api.GET('/api/v1/decisions/{id}', { params: { path: { id: decision.id } }, signal })),
        ...ids.map((id) =>
          told(
            api.GET('/api/v1/dossiers/{id}/timeline', {
              params: { path: { id }, query: { order: 'newestFirst', limit: '50' } as never },
              signal,
            }),
          ),
        ),
      ]);
      const lines = timelines
        .flatMap(({ items }) => items)
        .filter(({ stream, revision }) => stream === `decision-${decision.id}` && revision > decision.revision);
      return { now, lines: [...new Map(lines.map((line) => [line.eventId, line])).values()] };
    },
  });
  if (!data) return null;
  const { now, lines } = data;
  return (
    <ConflictDialog
      title={t('conflict')}
      meanwhile={
        lines.length > 0
          ? lines.map(({ by, recordedAt, sentences }) => ({
              who: by.name ?? (by.unit ? say(by.unit) : undefined),
              at: hour(recordedAt),
              what: say(sentences),
            }))
          : [{ what: t('nowIs', { stage: t(`stages.${now.stage}`) }) }]
      }
      kept={kept}
      onClose={onClose}
      onSee={() => {
        queryClient.setQueryData(decisionQuery(decision.id).queryKey, now);
        void queryClient.invalidateQueries({ queryKey: ['decision', decision.id] });
        onClose();
      }}
      onRedo={() => onRedo(now.revision)}
    />
  );
}
