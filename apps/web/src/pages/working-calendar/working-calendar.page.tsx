import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Empty, Note, PageHead, Panel, StatusTag, useSay } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import { ShownPage } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { type Act, ActDialog } from '../operator/act-dialog.js';
import { Calculator } from './calculator.js';
import { commandCalendar, type OfficeCalendar, officeCalendarQuery } from './calendar.queries.js';
import { NoticeForm } from './notice-form.js';
import { NoticesTable } from './notices-table.js';
import { YearGrid } from './year-grid.js';
import './working-calendar.css';

/** Lịch làm việc: a year day by day, by which notices it is so, what a new one would move, and a calculator. */
export function WorkingCalendarPage(): ReactElement {
  const { t } = useTranslation('working-calendar');
  const query = useQuery(officeCalendarQuery);
  useTitle(t('title'));
  return (
    <ShownPage query={query} label={t('title')} lines={10}>
      {(calendar) => <Calendar calendar={calendar} />}
    </ShownPage>
  );
}

function Calendar({ calendar }: { readonly calendar: OfficeCalendar }): ReactElement {
  const { t } = useTranslation('working-calendar');
  const say = useSay();
  const { nam } = useSearch({ from: '/framed/quan-tri/lich-lam-viec' });
  const navigate = useNavigate({ from: '/quan-tri/lich-lam-viec' });
  const { standing } = useStanding();
  const operator = hasRole(standing, 'operator');
  const [entering, setEntering] = useState(false);
  const [act, setAct] = useState<Act>();
  const { revision } = calendar;
  const year = nam ?? Number(isoDay(new Date()).slice(0, 4));
  const of = calendar.years.find((each) => each.year === year);
  const complete = of?.complete ?? false;
  const go = (to: number) => void navigate({ search: { nam: to } });
  return (
    <>
      <PageHead
        title={t('title')}
        sub={t('sub', { id: calendar.id, version: calendar.version })}
        actions={
          operator && (
            <Button icon="plus" aria-expanded={entering} onClick={() => setEntering(!entering)}>
              {t('notice.enter')}
            </Button>
          )
        }
      />
      <div className="vd-stack">
        {calendar.warnings.map(({ year: missing, sentences }) => (
          <Note key={missing} kind="soon">
            <b>{t('incomplete', { year: missing })}</b> {say(sentences)}
          </Note>
        ))}
        {entering && (
          <NoticeForm
            revision={revision}
            year={year}
            openIn={(asked) => calendar.years.find((each) => each.year === asked)?.awaiting ?? []}
            onDone={() => setEntering(false)}
          />
        )}
        <div className="vd-columns">
          <div className="vd-stack">
            <Panel
              title={<span aria-live="polite">{t('year', { year })}</span>}
              extra={
                <div className="vd-row">
                  <StatusTag status={complete ? 'ok' : 'soon'}>{t(complete ? 'complete' : 'open')}</StatusTag>
                  <Button size="small" icon="left" onClick={() => go(year - 1)}>
                    {String(year - 1)}
                  </Button>
                  <Button size="small" iconAfter="right" onClick={() => go(year + 1)}>
                    {String(year + 1)}
                  </Button>
                </div>
              }
              {...(operator
                ? {
                    footer: complete ? (
                      <Button size="small" onClick={() => setAct(reopen())}>
                        {t('reopen.button', { year })}
                      </Button>
                    ) : (
                      <Button size="small" onClick={() => setAct(completing())}>
                        {t('completing.button', { year })}
                      </Button>
                    ),
                  }
                : {})}
            >
              <YearGrid calendar={calendar} year={year} of={of} />
            </Panel>
            <Panel title={t('notices.of', { year })} flush>
              {of ? (
                <NoticesTable of={of} revision={revision} {...(operator ? { onAct: setAct } : {})} />
              ) : (
                <Empty title={t('notices.none')} />
              )}
            </Panel>
          </div>
          <aside className="vd-stack" aria-label={t('calculator.title')}>
            <Calculator />
          </aside>
        </div>
      </div>
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </>
  );

  function completing(): Act {
    return {
      subject: `${calendar.id}.${year}`,
      form: 'complete-year',
      revision,
      title: t('completing.title', { year }),
      intro: t('completing.help', { year }),
      confirm: t('completing.confirm'),
      fields: [],
      send: (_values, headers) => commandCalendar('complete-year', { year }, headers),
    };
  }

  function reopen(): Act {
    return {
      subject: `${calendar.id}.${year}`,
      form: 'reopen-year',
      revision,
      title: t('reopen.title', { year }),
      intro: t('reopen.help', { year }),
      confirm: t('reopen.confirm'),
      fields: [{ name: 'reason', kind: 'lines', label: t('reason'), required: true }],
      send: ({ reason }, headers) => commandCalendar('reopen-year', { year, reason }, headers),
    };
  }
}
