import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import { type Status, StatusTag, useSay } from '../../components/index.js';
import { day as dayText, hour, weekday } from '../../format/dates.js';
import type { Deadline } from './deadlines.query.js';

const statuses: Readonly<Record<string, Status>> = { missed: 'over', paused: 'pause', running: 'ok', awaited: 'done' };

/** The deadlines of a month, day by day. */
export function Agenda({
  deadlines,
}: {
  readonly deadlines: readonly (Deadline & { readonly dueAt: string })[];
}): ReactElement {
  const { t } = useTranslation('calendar');
  const say = useSay();
  const unitName = useUnitNames();
  const days = [...new Set(deadlines.map(({ dueAt }) => dueAt))].sort();
  return (
    <div className="vd-month-list">
      {days.map((day) => (
        <section key={day} id={`han-${day}`} aria-labelledby={`han-${day}-ten`} tabIndex={-1}>
          <h3 id={`han-${day}-ten`}>
            {weekday(day)} {dayText(day)}
          </h3>
          <ul>
            {deadlines
              .filter(({ dueAt }) => dueAt === day)
              .map(
                ({ dossierId, deadlineId, dueMoment, state, submittingUnitId, timeLimit, dossierTitle, clockName }) => (
                  <li key={`${dossierId} ${deadlineId}`}>
                    <time dateTime={dueMoment ?? day}>{dueMoment ? hour(dueMoment) : ''}</time>
                    <span>
                      <Link to="/ho-so/$id" params={{ id: dossierId }}>
                        {dossierTitle ?? say(unitName(submittingUnitId))}
                      </Link>
                      <span className="vd-meta">
                        {say(clockName)}
                        {timeLimit && ` · ${t(`units.${timeLimit.unit}`, { count: timeLimit.value })}`}
                      </span>
                    </span>
                    <StatusTag status={statuses[state] ?? 'done'}>{t([`states.${state}`, 'states.running'])}</StatusTag>
                  </li>
                ),
              )}
          </ul>
        </section>
      ))}
    </div>
  );
}
