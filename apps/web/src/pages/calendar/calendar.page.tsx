import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Empty, PageHead, Panel, Segmented } from '../../components/index.js';
import { day as dayText, isoDay } from '../../format/dates.js';
import { daysAfter, weekdayOf } from '../../format/days.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { Agenda } from './agenda.js';
import { type Deadline, deadlinesQuery } from './deadlines.query.js';
import { Month } from './month.js';
import { Subscription } from './subscription.js';
import './calendar.css';

const DAYS_OF_WEEK = 7;

/** Lịch hạn: the open deadlines of the dossiers that the position may read, as a month and as a list; moving one takes a command. */
export function CalendarPage(): ReactElement {
  const { t } = useTranslation('calendar');
  const { thang, tuan } = useSearch({ from: '/framed/lich' });
  const navigate = useNavigate({ from: '/lich' });
  const { standing } = useStanding();
  const query = useQuery(deadlinesQuery(standing?.positionId));
  const week = tuan !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(tuan) ? mondayOf(tuan) : undefined;
  const asked = thang !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(thang) ? thang : isoDay(new Date()).slice(0, 7);
  const month = week?.slice(0, 7) ?? asked;
  useTitle(t('title'));
  const go = (by: number) =>
    void navigate({
      search: week === undefined ? { thang: monthsAfter(month, by) } : { tuan: daysAfter(week, by * DAYS_OF_WEEK) },
    });
  const [year, number] = month.split('-');
  const name =
    week === undefined
      ? t('month', { month: Number(number), year })
      : t('week', { from: dayText(week), to: dayText(daysAfter(week, DAYS_OF_WEEK - 1)) });
  const shown = (dueAt: string) =>
    week === undefined ? dueAt.startsWith(month) : dueAt >= week && dueAt < daysAfter(week, DAYS_OF_WEEK);
  return (
    <>
      <PageHead title={t('title')} />
      <div className="vd-columns vd-columns-narrow">
        <Shown query={query} label={t('title')} lines={10}>
          {({ items, more }) => {
            const ofMonth = items.filter(
              (each): each is Deadline & { dueAt: string } => each.dueAt !== null && shown(each.dueAt),
            );
            return (
              <div className="vd-stack">
                <Panel
                  title={<span aria-live="polite">{name}</span>}
                  extra={
                    <div className="vd-row">
                      <Segmented
                        legend={t('views.legend')}
                        value={week === undefined ? 'month' : 'week'}
                        onChange={(view) =>
                          void navigate({
                            search: view === 'week' ? { tuan: mondayIn(month) } : { thang: month },
                          })
                        }
                        choices={[
                          { value: 'month', label: t('views.month') },
                          { value: 'week', label: t('views.week') },
                        ]}
                      />
                      <Button size="small" icon="left" onClick={() => go(-1)}>
                        {t(week === undefined ? 'earlier' : 'weekEarlier')}
                      </Button>
                      <Button size="small" iconAfter="right" onClick={() => go(1)}>
                        {t(week === undefined ? 'later' : 'weekLater')}
                      </Button>
                    </div>
                  }
                >
                  <Month month={month} name={name} week={week} deadlines={ofMonth} />
                  {more && <p className="vd-meta">{t('more', { count: items.length })}</p>}
                </Panel>
                <Panel title={t(week === undefined ? 'agenda' : 'agendaOfWeek')} flush>
                  {ofMonth.length === 0 ? (
                    <Empty title={t(week === undefined ? 'none' : 'noneInWeek')} />
                  ) : (
                    <Agenda deadlines={ofMonth} />
                  )}
                </Panel>
              </div>
            );
          }}
        </Shown>
        <aside aria-label={t('feed.title')}>
          <Subscription />
        </aside>
      </div>
    </>
  );
}

function monthsAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

const mondayOf = (day: string): string => daysAfter(day, -weekdayOf(day));

/** The week of today where it is in the month, else the first one of the month. */
function mondayIn(month: string): string {
  const today = isoDay(new Date());
  return mondayOf(today.startsWith(month) ? today : `${month}-01`);
}
