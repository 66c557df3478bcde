import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames, useSay } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import { daysAfter, weekdayOf } from '../../format/days.js';
import type { CalendarYear, NoticeDay, OfficeCalendar } from './calendar.queries.js';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Every day of a year: worked, off by the week, or what a notice made of it. Each sign is a word as well. */
export function YearGrid({
  calendar,
  year,
  of,
}: {
  readonly calendar: OfficeCalendar;
  readonly year: number;
  readonly of: CalendarYear | undefined;
}): ReactElement {
  const { t } = useTranslation('working-calendar');
  const changed = new Map((of?.notices ?? []).flatMap(({ days }) => days.map((day) => [day.date, day] as const)));
  const doubtful = new Set(
    (of?.notices ?? []).flatMap((each) => each.doubtful.flatMap(({ off, worked }) => [off, worked])),
  );
  const awaited = (date: string) => (of?.awaiting ?? []).some(({ from, to }) => from <= date && date <= to);
  const weekend = new Set(calendar.weekend.map((day) => weekdays.indexOf(day)));
  const today = isoDay(new Date());
  return (
    <>
      <div className="year-months">
        {MONTHS.map((month) => (
          <table key={month} className="year-month">
            <caption>{t('month', { month })}</caption>
            <thead>
              <tr>
                {weekdays.map((name, at) => (
                  <th key={name} scope="col" abbr={t(`weekdays.${at}`)}>
                    {t(`short.${at}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week) => (
                <tr key={week[0]}>
                  {week.map((date) => (
                    <DayCell
                      key={date}
                      date={date}
                      inside={Number(date.slice(5, 7)) === month}
                      weekend={weekend.has(weekdayOf(date))}
                      change={changed.get(date)}
                      doubtful={doubtful.has(date)}
                      awaited={awaited(date)}
                      today={date === today}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="year-legend" aria-hidden="true">
        {(['holiday', 'swap', 'worked', 'half', 'weekend', 'doubtful', 'awaited'] as const).map((kind) => (
          <span key={kind}>
            <i className={`year-day-${kind}`} />
            {t(`legend.${kind}`)}
          </span>
        ))}
      </p>
    </>
  );
}

function DayCell({
  date,
  inside,
  weekend,
  change,
  doubtful,
  awaited,
  today,
}: {
  readonly date: string;
  readonly inside: boolean;
  readonly weekend: boolean;
  readonly change: NoticeDay | undefined;
  readonly doubtful: boolean;
  readonly awaited: boolean;
  readonly today: boolean;
}): ReactElement {
  const { t } = useTranslation('working-calendar');
  const say = useSay();
  if (!inside) return <td aria-hidden="true" />;
  const kind = kindOf(change, weekend, doubtful, awaited);
  const words = [
    kind !== 'plain' && t(`legend.${kind}`),
    change?.names && say(change.names),
    today && t('today'),
  ].filter((word) => typeof word === 'string');
  return (
    <td
      className={classNames(`year-day-${kind}`, today && 'year-today')}
      aria-current={today ? 'date' : undefined}
      title={change?.names && say(change.names)}
    >
      {Number(date.slice(8))}
      {words.length > 0 && <span className="vd-hidden">, {words.join(', ')}</span>}
    </td>
  );
}

function kindOf(change: NoticeDay | undefined, weekend: boolean, doubtful: boolean, awaited: boolean) {
  if (change?.effect === 'worked') return 'worked';
  if (change?.effect === 'am_off' || change?.effect === 'pm_off') return 'half';
  if (change) return change.kind === 'swap' ? 'swap' : 'holiday';
  if (doubtful) return 'doubtful';
  if (awaited) return 'awaited';
  return weekend ? 'weekend' : 'plain';
}

/** Whole weeks from Monday. */
function weeksOf(year: number, month: number): readonly (readonly string[])[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const weeks: string[][] = [];
  for (let start = daysAfter(first, -weekdayOf(first)); ; start = daysAfter(start, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((at) => daysAfter(start, at));
    if (!days.some((date) => date.startsWith(first.slice(0, 7)))) return weeks;
    weeks.push(days);
  }
}
