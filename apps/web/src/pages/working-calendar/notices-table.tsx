import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DataTable, Empty, Note, useSay } from '../../components/index.js';
import { day, shortDay } from '../../format/dates.js';
import type { Act } from '../operator/act-dialog.js';
import { type CalendarYear, commandCalendar, type Notice, type NoticeDay } from './calendar.queries.js';

/** The notices of a year: which days they change, by which paper, and how sure that is. */
export function NoticesTable({
  of: { notices },
  revision,
  onAct,
}: {
  readonly of: CalendarYear;
  readonly revision: number;
  /** Without it nobody here may withdraw one. */
  readonly onAct?: ((act: Act) => void) | undefined;
}): ReactElement {
  const { t } = useTranslation('working-calendar');
  const withdraw = ({ noticeId, source }: Notice): Act => ({
    subject: noticeId,
    form: 'withdraw-notice',
    revision,
    title: t('withdraw.title'),
    intro: (
      <>
        <p>
          <b>{source}</b>
        </p>
        <p>{t('withdraw.help')}</p>
      </>
    ),
    confirm: t('withdraw.confirm'),
    fields: [
      { name: 'reason', kind: 'lines', label: t('reason'), required: true },
      { name: 'reopens', kind: 'tick', label: t('withdraw.reopens') },
    ],
    send: ({ reason, reopens }, headers) =>
      commandCalendar('withdraw-notice', { noticeId, reason, reopensYear: reopens === 'yes' }, headers),
  });
  if (notices.length === 0) return <Empty title={t('notices.none')} />;
  return (
    <>
      <DataTable<Notice>
        label={t('notices.title')}
        rowKey={({ noticeId }) => noticeId}
        groups={[{ key: 'all', rows: notices }]}
        columns={[
          {
            key: 'source',
            header: t('notices.source'),
            rowHeader: true,
            cell: ({ source, confidence }) => (
              <>
                {source}
                <span className="vd-meta">{t(`operator:confidence.${confidence}`)}</span>
              </>
            ),
          },
          {
            key: 'days',
            header: t('notices.days'),
            label: t('notices.days'),
            phone: 'wide',
            width: 420,
            cell: ({ days }) => <Days days={days} />,
          },
          ...(onAct
            ? [
                {
                  key: 'act',
                  header: <span className="vd-hidden">{t('act')}</span>,
                  width: 110,
                  phone: 'wide' as const,
                  cell: (notice: Notice) => (
                    <span className="operator-act">
                      <Button size="small" onClick={() => onAct(withdraw(notice))}>
                        {t('withdraw.button')}
                        <span className="vd-hidden"> {notice.source}</span>
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {notices.flatMap(({ doubtful }) =>
        doubtful.map(({ off, worked, source }) => (
          <Note key={off} kind="soon">
            {t('doubtful', { off: day(off), worked: day(worked), source })}
          </Note>
        )),
      )}
    </>
  );
}

/** Days of the same name and effect on one line. */
function Days({ days }: { readonly days: readonly NoticeDay[] }): ReactElement {
  const { t } = useTranslation('working-calendar');
  const say = useSay();
  const lines = new Map<string, { readonly words: string; readonly dates: string[] }>();
  for (const { date, kind, effect, names } of days) {
    const words = `${t(`effects.${effect}`)}, ${names ? say(names) : t(`kinds.${kind}`)}`;
    const line = lines.get(words) ?? { words, dates: [] };
    line.dates.push(shortDay(date));
    lines.set(words, line);
  }
  return (
    <ul className="year-days">
      {[...lines.values()].map(({ words, dates }) => (
        <li key={words}>
          <b>{dates.join(', ')}</b> <span className="vd-mute">{words}</span>
        </li>
      ))}
    </ul>
  );
}
