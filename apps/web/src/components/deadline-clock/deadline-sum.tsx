import type { ReactElement, ReactNode } from 'react';
import type { DueExplanation, ExplainedStep } from '#libs/domain/calendar';
import type { DeadlineExplanation } from '#libs/domain/dossier';
import { useTranslation } from 'react-i18next';
import { day, hour, isoDay, shortDay } from '../../format/dates.js';
import { useSay } from '../say.js';

interface Line {
  readonly key: string;
  readonly what: ReactNode;
  readonly meta?: ReactNode;
  readonly value: ReactNode;
}

/** The arithmetic as a table that ends in what is left. */
export function DeadlineSum({
  explanation,
  arithmetic,
  today,
  metAt,
}: {
  readonly explanation: DeadlineExplanation;
  readonly arithmetic: DueExplanation;
  readonly today: string;
  /** When it was met: what came after is not counted. */
  readonly metAt: string | undefined;
}): ReactElement {
  const { t } = useTranslation('components');
  const say = useSay();
  const { limit, startedAt, steps, pauses } = arithmetic;
  const units = (count: number) => t(`clock.units.${limit.unit}`, { count });
  const until = metAt === undefined ? today : isoDay(metAt);
  const counted = steps.filter(({ outcome, date }) => outcome === 'counted' && date <= until);
  const exchanged = counted.filter(({ day }) => day.effect === 'worked');
  const lines: Line[] = [
    {
      key: 'limit',
      what: t('clock.sum.limit'),
      meta: t(limit.firstDayCounted ? 'clock.sum.fromDay' : 'clock.sum.fromNextDay', {
        time: hour(startedAt),
        day: day(isoDay(startedAt)),
      }),
      value: units(limit.value),
    },
    ...(explanation.extensions ?? []).map(({ units: more, letter }) => ({
      key: letter.number,
      what: t('clock.sum.extension'),
      meta: t('clock.sum.letter', { number: letter.number, day: day(letter.date) }),
      value: t('clock.sum.included', { units: units(more) }),
    })),
    {
      key: 'counted',
      what: t(metAt === undefined ? 'clock.sum.counted' : 'clock.sum.countedWhenMet'),
      ...(exchanged.length > 0 && {
        meta: t('clock.sum.exchanged', { days: exchanged.map(({ date }) => shortDay(date)).join(', ') }),
      }),
      value: units(counted.length),
    },
    ...pauses.map(({ from, to, units: cost }) => ({
      key: from,
      what: t('clock.sum.pause', { from: shortDay(isoDay(from)), to: shortDay(isoDay(to)) }),
      meta: t('clock.sum.pauseTimes', { from: hour(from), to: hour(to) }),
      value: t('clock.sum.notCounted', { units: units(cost) }),
    })),
    ...daysOff(steps).map(({ days, names }) => ({
      key: days.join(),
      what: t('clock.sum.off', { days: days.map((day) => shortDay(day)).join(', ') }),
      meta: names.map(say).join('; '),
      value: t('clock.sum.none'),
    })),
  ];
  const left = Math.max(0, limit.value - counted.length);
  return (
    <table className="vd-sum">
      <caption className="vd-hidden">{t('clock.sum.caption')}</caption>
      <tbody>
        {lines.map(({ key, what, meta, value }) => (
          <tr key={key}>
            <th scope="row">
              {what}
              {meta !== undefined && <span className="vd-meta">{meta}</span>}
            </th>
            <td>{value}</td>
          </tr>
        ))}
        <tr className="vd-sum-total">
          <th scope="row">
            {t(metAt === undefined ? 'clock.sum.left' : 'clock.sum.leftWhenMet', {
              limit: limit.value,
              counted: counted.length,
            })}
          </th>
          <td>{units(left)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Days off by the calendar, not by the week; those of one stretch on one line. */
function daysOff(steps: readonly ExplainedStep[]) {
  const stretches: { days: string[]; names: { vi: string; en: string }[] }[] = [];
  let open = false;
  for (const { outcome, date, day } of steps) {
    const isOff = outcome === 'off' && day.kind !== 'weekend' && day.kind !== 'plain';
    if (isOff) {
      if (!open) stretches.push({ days: [], names: [] });
      const stretch = stretches.at(-1);
      if (stretch?.days.at(-1) !== date) stretch?.days.push(date);
      if (day.names && !stretch?.names.some(({ vi }) => vi === day.names?.vi)) stretch?.names.push(day.names);
    }
    open = isOff || (open && outcome === 'off');
  }
  return stretches;
}
