import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dossier, timelineQuery } from '../../api/dossier.js';
import { meQuery } from '../../api/queries.js';
import { Button, type Density, DensitySwitch, EventTimeline, Panel, Skeleton } from '../../components/index.js';
import { Failed } from '../../shell/shown.js';

/** What happened, newest first, in three densities; each fact leads to the replay at its place. */
export function TimelinePanel({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('dossier');
  const [density, setDensity] = useState<Density>('groups');
  const { data: me } = useQuery(meQuery);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    timelineQuery(dossier.id),
  );
  const lines = data?.pages.flatMap(({ items }) => items);
  return (
    <Panel title={t('timeline.title')} extra={<DensitySwitch value={density} onChange={setDensity} />}>
      {error && <Failed error={error} onRetry={() => void refetch()} old={lines !== undefined} />}
      {!lines && !error && <Skeleton label={t('timeline.title')} />}
      {lines && (
        <EventTimeline
          lines={lines}
          density={density}
          reader={me?.id}
          link={({ revision }, content) => (
            <Link to="/ho-so/$id/phat-lai" params={{ id: dossier.id }} search={{ at: revision }}>
              {content}
            </Link>
          )}
        />
      )}
      {hasNextPage && (
        <p>
          <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('timeline.older')}
          </Button>
        </p>
      )}
    </Panel>
  );
}
