import type { ReactElement } from 'react';
import type { DueExplanation } from '#libs/domain/calendar';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { day } from '../../format/dates.js';
import { useSay } from '../say.js';
import { type GridDay, monthGrid } from './month-grid.js';

/** Every day from the start to the end, with its ordinal or the reason why it is not counted. */
export function DayGrid({
  arithmetic,
  today,
  due,
}: {
  readonly arithmetic: DueExplanation;
  readonly today: string;
  readonly due: string | undefined;
}): ReactElement | null {
  const { t } = useTranslation('components');
  const weeks = monthGrid(arithmetic.steps, today, due);
  const [first, last] = [arithmetic.steps[0], arithmetic.steps.at(-1)];
  if (!first || !last) return null;
  let month = '';
  return (
    <>
      <table className="vd-grid">
        <caption className="vd-hidden">{t('clock.grid', { from: day(first.date), to: day(last.date) })}</caption>
        <thead>
          <tr>
            {[0, 1, 2, 3, 4, 5, 6].map((day) => (
              <th key={day} scope="col">
                {t(`weekday.short.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, at) =>
            'leftOut' in week ? (
              <tr key={at}>
                <td colSpan={7} className="vd-grid-gap">
                  {t('clock.weeksLeftOut', { count: week.leftOut })}
                </td>
              </tr>
            ) : (
              <tr key={at}>
                {week.days.map((day) => {
                  const newMonth = day.day.slice(0, 7) !== month;
                  month = day.day.slice(0, 7);
                  return <Cell key={day.day} day={day} newMonth={newMonth} />;
                })}
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className="vd-grid-legend" aria-hidden="true">
        {(['counted', 'left', 'pause', 'holiday', 'weekend'] as const).map((kind) => (
          <span key={kind}>
            <i className={`vd-day-${kind}`} />
            {t(`clock.legend.${kind}`)}
          </span>
        ))}
      </p>
    </>
  );
}

function Cell({ day, newMonth }: { readonly day: GridDay; readonly newMonth: boolean }): ReactElement {
  const { t } = useTranslation('components');
  const say = useSay();
  const { kind, number, today, due, workedInExchange, why } = day;
  const date = newMonth
    ? `${Number(day.day.slice(8))}/${Number(day.day.slice(5, 7))}`
    : String(Number(day.day.slice(8)));
  const word = number ?? (kind === 'holiday' && why?.kind !== 'holiday' ? t('clock.cell.swap') : wordOf(kind, t));
  const more = [
    workedInExchange && t('clock.cell.inExchange'),
    kind === 'holiday' && why?.names && say(why.names),
    kind === 'weekend' && t('clock.legend.weekend'),
    kind === 'outside' && t('clock.cell.outside'),
    today && t('clock.cell.today'),
    due && t('clock.cell.due'),
  ].filter((text) => typeof text === 'string');
  return (
    <td className={classNames(`vd-day-${kind}`, today && 'vd-day-today', due && 'vd-day-due')}>
      <span>{date}</span>
      {word && <b className={number ? undefined : 'vd-day-word'}>{word}</b>}
      {more.length > 0 && <span className="vd-hidden">, {more.join(', ')}</span>}
    </td>
  );
}

function wordOf(kind: GridDay['kind'], t: (key: string) => string): string | undefined {
  return kind === 'start' || kind === 'pause' || kind === 'holiday' || kind === 'moved'
    ? t(`clock.cell.${kind}`)
    : undefined;
}
