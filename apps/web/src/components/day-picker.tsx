import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { day as dayText, isoDay } from '../format/dates.js';
import { daysAfter, weekdayOf } from '../format/days.js';
import './day-picker.css';

interface DayPickerProps {
  readonly value: string;
  readonly onPick: (day: string) => void;
  readonly onClose: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The same day of another month, or its last. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** A month to pick a day from: arrows by day and week, Page keys by month, Escape closes. */
export default function DayPicker({ value, onPick, onClose }: DayPickerProps): ReactElement {
  const { t } = useTranslation('components');
  const [at, setAt] = useState(value || isoDay(new Date().toISOString()));
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => current.current?.focus(), [at]);
  const first = `${at.slice(0, 8)}01`;
  const start = daysAfter(first, -weekdayOf(first));
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => daysAfter(start, week * 7 + day)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) setAt(daysAfter(at, step));
    else if (event.key === 'PageUp' || event.key === 'PageDown')
      setAt(monthsAfter(at, event.key === 'PageUp' ? -1 : 1));
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="vd-day-picker" role="group" aria-label={t('date.pick')} onKeyDown={onKeyDown}>
      <p>
        <Button size="small" icon="left" aria-label={t('date.earlier')} onClick={() => setAt(monthsAfter(at, -1))} />
        <b aria-live="polite">{t('date.month', { month: Number(at.slice(5, 7)), year: at.slice(0, 4) })}</b>
        <Button size="small" icon="right" aria-label={t('date.later')} onClick={() => setAt(monthsAfter(at, 1))} />
      </p>
      <table>
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
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    ref={day === at ? current : undefined}
                    tabIndex={day === at ? 0 : -1}
                    className={day.slice(0, 7) === at.slice(0, 7) ? undefined : 'vd-day-other'}
                    aria-pressed={day === value}
                    aria-label={dayText(day)}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
