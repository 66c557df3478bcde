import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverRead } from '../../api/handovers.js';
import { peopleQuery, unitQuery } from '../../api/units.js';
import { Panel } from '../../components/index.js';
import { day, shortDay } from '../../format/dates.js';

/** The first moments at which something is due. */
export function FirstDates({ handover }: { readonly handover: HandoverRead }): ReactElement {
  const { t } = useTranslation('handover');
  return (
    <Panel title={t('dates.title')}>
      {handover.firstDates.length === 0 ? (
        <p className="vd-meta">{t('dates.none')}</p>
      ) : (
        <ol className="handover-lines">
          {handover.firstDates.map(({ dossierId, title, clock, dueAt }) => (
            <li key={`${dossierId} ${clock}`}>
              <Link to="/ho-so/$id" params={{ id: dossierId }}>
                {title}
              </Link>
              <time dateTime={dueAt} title={day(dueAt)}>
                {shortDay(dueAt)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** Who else may act in the leaver’s position today, by a written mandate. */
export function Mandates({ handover }: { readonly handover: HandoverRead }): ReactElement {
  const { t } = useTranslation('handover');
  const { data: unit } = useQuery(unitQuery(handover.unitId));
  const { data: people } = useQuery({ ...peopleQuery(handover.unitId), retry: false });
  const names = new Map(
    people?.positions.flatMap((each) => each.people.map(({ accountId, name }) => [accountId, name ?? accountId])),
  );
  const here = unit?.delegations.filter(({ positionId }) => positionId === handover.positionId) ?? [];
  return (
    <Panel title={t('mandates.title')} meta={String(here.length)}>
      {here.length === 0 ? (
        <p className="vd-meta">{t('mandates.none')}</p>
      ) : (
        <ul className="handover-lines">
          {here.map(({ delegationId, accountId }) => (
            <li key={delegationId}>{names.get(accountId) ?? accountId}</li>
          ))}
        </ul>
      )}
      <p className="vd-meta handover-after">{t('mandates.notices')}</p>
    </Panel>
  );
}

/** What stays behind on purpose, each with its reason. */
export function LeftOut({ handover }: { readonly handover: HandoverRead }): ReactElement | null {
  const { t } = useTranslation('handover');
  if (handover.leftOut.length === 0) return null;
  return (
    <Panel title={t('leftOut.title')} meta={t('leftOut.meta')}>
      <ul className="handover-lines">
        {handover.leftOut.map(({ dossierId, role, reason }) => (
          <li key={`${dossierId} ${role}`}>
            <Link to="/ho-so/$id" params={{ id: dossierId }}>
              {dossierId.slice(0, 8)}
            </Link>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
