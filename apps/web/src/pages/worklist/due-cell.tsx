import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/index.js';
import { hour, isoDay, shortDay, weekday } from '../../format/dates.js';
import { number } from '../../format/numbers.js';
import { statusOfGroup } from './due-groups.js';
import type { WorkItem } from './worklist.queries.js';

/** What is left in working days, and the day itself. */
export function DueCell({ item }: { readonly item: WorkItem }): ReactElement {
  const { t } = useTranslation('worklist');
  const { due, nextDueAt, pausedSince } = item;
  const status = statusOfGroup[due];
  if (due === 'withoutDue')
    return (
      <StatusTag status={status} mark="ring">
        {t('left.none')}
      </StatusTag>
    );
  if (due === 'paused' || nextDueAt === null)
    return (
      <div className="vd-due">
        <StatusTag status="pause">{t('left.paused')}</StatusTag>
        {pausedSince && <span>{t('since', { day: shortDay(pausedSince) })}</span>}
      </div>
    );
  const today = isoDay(nextDueAt) === isoDay(new Date());
  return (
    <div className="vd-due">
      <StatusTag status={status}>{leftOf(item)}</StatusTag>
      <span>
        {today
          ? t('dueToday', { at: hour(nextDueAt) })
          : t('dueOn', { weekday: weekday(nextDueAt), day: shortDay(nextDueAt) })}
      </span>
    </div>
  );

  function leftOf({ remaining }: WorkItem): string {
    const days = remaining?.workingDays ?? 0;
    const least = remaining?.exact === false ? 'AtLeast' : '';
    if (due === 'overdue')
      return days === 0 ? t('left.lateToday') : t(`left.late${least}`, { count: -days, days: number(-days) });
    return days === 0 ? t('left.today') : t(`left.days${least}`, { count: days, days: number(days) });
  }
}
