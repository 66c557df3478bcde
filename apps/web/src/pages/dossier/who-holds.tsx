import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dossier, holdersQuery } from '../../api/dossier.js';
import { useUnitNames } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import { useColleagueNames } from '../../api/units.js';
import { Panel, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { useStanding } from '../../shell/standing.js';

/** In whose hands it is, role by role. Names of people stand where the reader may know them. */
export function WhoHolds({ dossier }: { readonly dossier: Dossier }): ReactElement | null {
  const { t } = useTranslation(['dossier', 'shell']);
  const say = useSay();
  const unit = useUnitNames();
  const { data } = useQuery(holdersQuery(dossier.id));
  const { data: me } = useQuery(meQuery);
  const { standing } = useStanding();
  // The names of one’s own unit are known where somebody of it holds the dossier; of others only their part is told.
  const here = data?.items.some(({ unitId }) => unitId === standing?.unitId);
  const colleague = useColleagueNames(here ? standing?.unitId : undefined);
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('dossier:holders.title')}>
      <ul className="dossier-lines">
        {data.items.map(({ role, accountId, unitId, since, left }) => (
          <li key={role}>
            <span>
              <b>{accountId === me?.id ? t('dossier:holders.you') : t(`shell:roles.${role}` as never)}</b>
              <span className="vd-meta">
                {[colleague(accountId), say(unit(unitId))].filter((each) => each !== undefined).join(', ')}
              </span>
            </span>
            <span className="vd-meta">
              {left ? t('dossier:holders.left') : t('dossier:holders.since', { day: day(since) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
