import type { ReactElement, ReactNode } from 'react';
import type { DeadlineExplanation } from '#libs/domain/dossier';
import { useTranslation } from 'react-i18next';
import { day, hour, isoDay } from '../../format/dates.js';
import { weekdayOf } from '../../format/days.js';
import { Note, Panel } from '../panel.js';
import { useCite, useSay } from '../say.js';
import { type Status, StatusTag } from '../status-tag.js';
import { DayGrid } from './day-grid.js';
import { DeadlineSum } from './deadline-sum.js';
import type { ClockStanding } from './clock-standing.js';
import './deadline-clock.css';

const signs: Readonly<Record<ClockStanding, Status>> = {
  ok: 'ok',
  soon: 'soon',
  over: 'over',
  pause: 'pause',
  done: 'done',
  late: 'late',
  awaited: 'soon',
  cancelled: 'done',
};

interface DeadlineClockProps {
  readonly title: string;
  /** What `/dossiers/{id}/deadlines/{deadlineId}/explanation` answers. */
  readonly explanation: DeadlineExplanation;
  readonly standing: ClockStanding;
  /** Now, UTC. */
  readonly now: string;
  /** When it was met, UTC, where it was: the sum ends there. */
  readonly metAt?: string | undefined;
  /** So many working days late, where it is. */
  readonly lateBy?: number | undefined;
  /** A change of the calendar that is not in force yet. */
  readonly pending?: ReactNode;
  readonly children?: ReactNode;
}

/** A deadline that shows its own arithmetic: what is left, the days one by one, the sum, and where it stands written. */
export function DeadlineClock({
  title,
  explanation,
  standing,
  now,
  metAt,
  lateBy,
  pending,
  children,
}: DeadlineClockProps): ReactElement {
  const { t } = useTranslation('components');
  const cite = useCite();
  const say = useSay();
  const { arithmetic, dueAt, source, confidence } = explanation;
  const today = isoDay(now);
  const left = arithmetic?.steps.filter(({ outcome, date }) => outcome === 'counted' && date > today).length;
  const open = standing === 'ok' || standing === 'soon' || standing === 'pause';
  return (
    <Panel
      title={title}
      className="vd-clock"
      extra={<StatusTag status={signs[standing]}>{t(`clock.standing.${standing}`)}</StatusTag>}
    >
      <Big
        number={standing === 'over' ? lateBy : open ? left : undefined}
        late={standing === 'over'}
        unit={arithmetic?.limit.unit ?? 'working_day'}
        dueAt={dueAt}
      />
      {standing === 'pause' && explanation.pausedSince && (
        <p className="vd-meta">
          {t('clock.pausedSince', {
            time: hour(explanation.pausedSince),
            day: day(isoDay(explanation.pausedSince)),
          })}
        </p>
      )}
      {metAt !== undefined && (
        <p className="vd-meta">{t('clock.metAt', { time: hour(metAt), day: day(isoDay(metAt)) })}</p>
      )}
      {arithmetic ? (
        <>
          <DayGrid arithmetic={arithmetic} today={today} due={dueAt && isoDay(dueAt)} />
          <DeadlineSum explanation={explanation} arithmetic={arithmetic} today={today} metAt={metAt} />
        </>
      ) : (
        <p className="vd-clock-source">{t('clock.set')}</p>
      )}
      <p className="vd-meta vd-clock-source">
        {t('clock.source', {
          source: arithmetic
            ? t('clock.sourceAndCalendar', { source: cite(source), version: arithmetic.calendar.version })
            : cite(source),
        })}
      </p>
      {confidence === 'unknown' && <Note kind="soon">{t('clock.unknown')}</Note>}
      {arithmetic?.missingYear !== undefined && (
        <Note kind="soon">
          {arithmetic.awaiting
            ? t('clock.awaitedDays', {
                what: say(arithmetic.awaiting.names),
                from: day(arithmetic.awaiting.from),
                to: day(arithmetic.awaiting.to),
              })
            : t('clock.missingYear', { year: arithmetic.missingYear })}
        </Note>
      )}
      {arithmetic?.doubtful.map(({ off, worked, source: said }) => (
        <Note key={off} kind="soon">
          {t('clock.doubtful', { off: day(off), worked: day(worked), source: said })}
        </Note>
      ))}
      {pending !== undefined && <Note kind="soon">{pending}</Note>}
      {children}
    </Panel>
  );
}

function Big({
  number,
  late,
  unit,
  dueAt,
}: {
  readonly number: number | undefined;
  readonly late: boolean;
  readonly unit: string;
  readonly dueAt: string | undefined;
}): ReactElement {
  const { t } = useTranslation('components');
  const due = dueAt && {
    time: hour(dueAt),
    weekday: t(`weekday.long.${weekdayOf(isoDay(dueAt))}`),
    day: day(isoDay(dueAt)),
  };
  return (
    <p className="vd-clock-big">
      {number !== undefined && <b>{number}</b>}
      <span>
        {number !== undefined && <>{t(`clock.${late ? 'late' : 'left'}.${unit}`, { count: number })} </>}
        {due ? (
          <span className="vd-clock-due">
            {t(number === undefined ? 'clock.due' : late ? 'clock.was' : 'clock.until', due)}
          </span>
        ) : (
          t('clock.noDue')
        )}
      </span>
    </p>
  );
}
