import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { blockedQuery } from '../../api/dossier.js';
import { Empty, PageHead, Panel, Skeleton } from '../../components/index.js';
import { Shown } from '../../shell/shown.js';
import { useRememberedList } from '../../shell/shortcuts/came-from.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { type Listed, waitingQuery } from './agenda.queries.js';
import { CouncilAgenda } from './council-agenda.js';
import { councilsOf, itemOf } from './readiness.js';
import { Voted } from './voted.js';
import './agenda.css';

/** Phiên họp: what waits for a council, ready or why not, with what the bar means; and the minutes of what was voted on. */
export function AgendaPage(): ReactElement {
  const { t } = useTranslation('agenda');
  const { standing } = useStanding();
  const query = useQuery(waitingQuery(standing?.positionId));
  useTitle(t('title'));
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <div className="vd-stack">
        <Shown query={query} label={t('title')} lines={8}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Panel title={t('waiting')}>
                <Empty title={t('none')}>{t('noneNext')}</Empty>
              </Panel>
            ) : (
              <>
                <Councils items={items} records={hasRole(standing, 'secretary')} />
                {next !== null && <p className="vd-meta">{t('more', { count: items.length })}</p>}
              </>
            )
          }
        </Shown>
        <Voted position={standing?.positionId} />
      </div>
    </>
  );
}

function Councils({ items, records }: { readonly items: readonly Listed[]; readonly records: boolean }): ReactElement {
  const { t } = useTranslation('agenda');
  const read = useQueries({
    queries: items.map(({ id }) => blockedQuery(id)),
    combine: (all) => ({
      pending: all.some(({ isPending }) => isPending),
      items: items.map((dossier, at) => itemOf(dossier, all[at]?.data)),
    }),
  });
  const councils = read.pending ? undefined : councilsOf(read.items);
  // From inside a dossier one goes on to the next that the council has before it, as it stands here.
  useRememberedList(
    councils?.flatMap(({ awards }) => awards.flatMap(({ items: here }) => here.map(({ dossier }) => dossier.id))),
  );
  // Grouped by who may record the result, which is told with each dossier.
  if (councils === undefined) return <Skeleton label={t('waiting')} lines={8} />;
  return (
    <>
      {councils.map((council) => (
        <CouncilAgenda key={council.unitId} council={council} records={records} />
      ))}
    </>
  );
}
