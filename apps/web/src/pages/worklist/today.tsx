import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import { Panel, useSay } from '../../components/index.js';
import { day, hour, isoDay, shortDay, weekday } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { type WorkItem, type WorkListName, worklistQuery } from './worklist.queries.js';

const MOST = 6;

/** What today brings, and what comes after, of the list that stands beside it, whatever is filtered there. */
export const Today = memo(function Today({ list }: { readonly list: WorkListName }): ReactElement {
  const { t } = useTranslation('worklist');
  const { standing } = useStanding();
  const query = useQuery(worklistQuery(standing?.positionId, list === 'mine' ? {} : { ds: list }));
  const now = new Date();
  const today = isoDay(now);
  return (
    <Shown query={query} label={t('side')}>
      {({ items }) => {
        const due = items.flatMap((item) => (item.nextDueAt === null ? [] : [{ ...item, nextDueAt: item.nextDueAt }]));
        const ofToday = due.filter(({ nextDueAt }) => isoDay(nextDueAt) === today).slice(0, MOST);
        const later = due.filter(({ nextDueAt }) => isoDay(nextDueAt) > today).slice(0, MOST);
        return (
          <>
            <Panel title={t('today', { weekday: weekday(now), day: shortDay(now) })}>
              <Agenda items={ofToday} when={({ nextDueAt }) => hour(nextDueAt)} none={t('nothingToday')} />
            </Panel>
            <Panel title={t('ahead')}>
              <Agenda items={later} when={({ nextDueAt }) => shortDay(nextDueAt)} none={t('nothingAhead')} />
            </Panel>
          </>
        );
      }}
    </Shown>
  );
});

type Due = WorkItem & { readonly nextDueAt: string };

function Agenda({
  items,
  when,
  none,
}: {
  readonly items: readonly Due[];
  readonly when: (item: Due) => string;
  readonly none: string;
}): ReactElement {
  const say = useSay();
  const unitName = useUnitNames();
  if (items.length === 0) return <p className="vd-meta">{none}</p>;
  return (
    <ol className="vd-agenda">
      {items.map((item) => (
        <li key={`${item.dossierId} ${item.role}`}>
          <time dateTime={item.nextDueAt} title={day(item.nextDueAt)}>
            {when(item)}
          </time>
          <Link to="/ho-so/$id" params={{ id: item.dossierId }}>
            {item.title}
            <span className="vd-meta">{say(unitName(item.submittingUnitId))}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
