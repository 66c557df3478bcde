import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass, Empty, PageHead, Panel, StatusLine, useSay } from '../../components/index.js';
import { shortDay } from '../../format/dates.js';
import { Shown } from '../../shell/shown.js';
import { type Standing, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { dueGroups, statusOfGroup } from '../worklist/due-groups.js';
import { countsQuery, worklistQuery } from '../worklist/worklist.queries.js';
import { actsAtSteps, PlacesOfMine } from './places-of-mine.js';
import { StepsOfMine } from './steps-of-mine.js';
import { TakenOver } from './taken-over.js';
import './first-day.css';

/** Roles whose position has a worklist. */
const workers = ['submitter', 'officer', 'section_head', 'secretary', 'authority', 'clerk'];

/** Bắt đầu với vị trí này: what waits, what is due next, what each step asks for, in the words of the procedures themselves. */
export function FirstDayPage(): ReactElement {
  const { t } = useTranslation('first-day');
  const say = useSay();
  const { standing } = useStanding();
  useTitle(t('title'));
  return (
    <>
      <PageHead
        title={t('title')}
        {...(standing && {
          sub: t('sub', { position: say(standing.title), unit: say(standing.unitName) }),
        })}
      />
      {standing ? <FirstDay standing={standing} /> : <Empty title={t('noPosition')} />}
    </>
  );
}

function FirstDay({ standing }: { readonly standing: Standing }): ReactElement {
  const { t } = useTranslation('first-day');
  const works = standing.roles.some((role) => workers.includes(role));
  return (
    <div className="vd-columns">
      <div className="vd-stack">
        {works && <Waiting positionId={standing.positionId} />}
        <PlacesOfMine roles={standing.roles} />
        {actsAtSteps(standing.roles) && <StepsOfMine standing={standing} works={works} />}
      </div>
      <aside className="vd-stack" aria-label={t('aside')}>
        <TakenOver />
        {works && <NextDates positionId={standing.positionId} />}
        <Panel title={t('ways.title')}>
          <ul className="first-day-ways">
            <li>
              <kbd>Ctrl K</kbd> {t('ways.search')}
            </li>
            <li>
              <Link to="/lich">{t('ways.calendar')}</Link>
            </li>
            <li>
              <Link to="/thong-bao">{t('ways.messages')}</Link>
            </li>
            <li>
              <Link to="/ho-so">{t('ways.dossiers')}</Link>
            </li>
          </ul>
        </Panel>
      </aside>
    </div>
  );
}

/** How much there is, by what is due: each figure leads to its list. */
function Waiting({ positionId }: { readonly positionId: string }): ReactElement {
  const { t } = useTranslation('first-day');
  const counts = useQuery(countsQuery(positionId));
  return (
    <Panel title={t('waiting.title')}>
      <Shown query={counts} label={t('waiting.title')}>
        {({ lists: { mine, free } }) => (
          <>
            <p>
              {mine.all === 0 ? t('waiting.none') : t('waiting.mine', { count: mine.all })}{' '}
              {free.all > 0 && (
                <Link to="/viec" search={{ ds: 'free' }}>
                  {t('waiting.free', { count: free.all })}
                </Link>
              )}
            </p>
            <ul className="first-day-counts">
              {dueGroups
                .filter((group) => mine[group] > 0)
                .map((group) => (
                  <li key={group}>
                    <Link to="/viec" search={{ han: group }}>
                      <b>{mine[group]}</b> <StatusLine status={statusOfGroup[group]}>{t(`due.${group}`)}</StatusLine>
                    </Link>
                  </li>
                ))}
            </ul>
            <p className="first-day-go">
              <Link to="/viec" className={buttonClass({ kind: 'primary' })}>
                {t('waiting.go')}
              </Link>
            </p>
          </>
        )}
      </Shown>
    </Panel>
  );
}

const MOST = 5;

function NextDates({ positionId }: { readonly positionId: string }): ReactElement {
  const { t } = useTranslation('first-day');
  const query = useQuery(worklistQuery(positionId, {}));
  return (
    <Panel title={t('dates.title')}>
      <Shown query={query} label={t('dates.title')}>
        {({ items }) => {
          const due = items.flatMap((item) => (item.nextDueAt === null ? [] : [{ ...item, at: item.nextDueAt }]));
          if (due.length === 0) return <p className="vd-meta">{t('dates.none')}</p>;
          return (
            <ol className="first-day-dates">
              {due.slice(0, MOST).map(({ dossierId, role, title, at }) => (
                <li key={`${dossierId} ${role}`}>
                  <time dateTime={at}>{shortDay(at)}</time>
                  <Link to="/ho-so/$id" params={{ id: dossierId }}>
                    {title}
                  </Link>
                </li>
              ))}
            </ol>
          );
        }}
      </Shown>
    </Panel>
  );
}
