import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, useSay } from '../../components/index.js';
import { daysAfter, weekdayOf } from '../../format/days.js';
import { day as dayText, isoDay } from '../../format/dates.js';
import type { Deadline } from './deadlines.query.js';
import { type OfficeDay, officeDaysQuery } from './office-days.js';

/**
 * A month, or a week of it, from Monday; each day says how many deadlines end on it, and leads to them in the list below. Days on
 * which nobody works are shaded and say why.
 */
export function Month({
  month,
  name,
  week,
  deadlines,
}: {
  readonly month: string;
  readonly name: string;
  /** Monday of the only week that is shown. */
  readonly week?: string | undefined;
  readonly deadlines: readonly (Deadline & { readonly dueAt: string })[];
}): ReactElement {
  const { t } = useTranslation('calendar');
  const say = useSay();
  const { data: office } = useQuery(officeDaysQuery);
  const first = `${month}-01`;
  const start = daysAfter(first, -weekdayOf(first));
  const weeks = [0, 1, 2, 3, 4, 5]
    .map((week) => [0, 1, 2, 3, 4, 5, 6].map((at) => daysAfter(start, week * 7 + at)))
    .filter((days) => (week === undefined ? days.some((day) => day.startsWith(month)) : days[0] === week));
  const today = isoDay(new Date());
  const counts = new Map<string, { all: number; late: number }>();
  for (const { dueAt, state } of deadlines) {
    const known = counts.get(dueAt) ?? { all: 0, late: 0 };
    counts.set(dueAt, { all: known.all + 1, late: known.late + (state === 'missed' ? 1 : 0) });
  }
  return (
    <table className="vd-month">
      <caption className="vd-hidden">{name}</caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`weekdays.${weekday}`)}>
              {t(`short.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => {
              const count = counts.get(day);
              const inside = week !== undefined || day.startsWith(month);
              const special = office?.get(day);
              return (
                <td
                  key={day}
                  aria-current={day === today ? 'date' : undefined}
                  className={inside ? shadeOf(day, special) : 'vd-month-other'}
                >
                  <span>{Number(day.slice(8))}</span>
                  {inside && special && (
                    <span className="vd-month-why" title={special.source}>
                      {special.names ? say(special.names) : t(`kinds.${special.kind}`)}
                      {special.effect !== 'off' && `, ${t(`effects.${special.effect}`)}`}
                    </span>
                  )}
                  {inside && count && (
                    <a href={`#han-${day}`}>
                      <span className="vd-hidden">{dayText(day)}: </span>
                      <b>{count.all}</b> {t('deadlines', { count: count.all })}
                      {count.late > 0 && <span className="vd-ink-over"> {t('late', { count: count.late })}</span>}
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Off, a worked day that usually is none, or half a day; a weekend is told by its column. */
function shadeOf(day: string, special: OfficeDay | undefined): string | undefined {
  if (special?.effect === 'worked') return undefined;
  const half = special?.effect === 'am_off' || special?.effect === 'pm_off';
  const shade = classNames(
    half ? 'vd-month-half' : special ? 'vd-month-holiday' : weekdayOf(day) > 4 && 'vd-month-off',
  );
  return shade === '' ? undefined : shade;
}
