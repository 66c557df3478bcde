import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { proceduresQuery } from '../../api/names.js';
import { Button, FilterSelect, Note, PageHead, useSay } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { csvOf, save, xlsxOf } from '../../format/spreadsheet.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { columns, figureRows } from './figure-rows.js';
import { Headline } from './headline.js';
import { HeatFigure } from './heat-figure.js';
import { bottleneckOf, byClock } from './by-clock.js';
import { useNamedGroups } from './named-groups.js';
import { OutcomesPanel } from './outcomes-panel.js';
import { ReturnedFigure } from './returned-figure.js';
import { ShareFigure } from './share-figure.js';
import { figureOf, type Figures, figuresQuery } from './statistics.query.js';
import { TimeFigure } from './time-figure.js';
import './statistics.css';

const YEARS_BACK = 4;

/** Thống kê: each figure says how it is made, what is left out, as of when, and leads to the list of what it counts. */
export function StatisticsPage(): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const { nam, hinhThuc } = useSearch({ from: '/framed/thong-ke' });
  const navigate = useNavigate({ from: '/thong-ke' });
  const { standing } = useStanding();
  const { data: procedures } = useQuery(proceduresQuery);
  const named = useNamedGroups();
  const query = useQuery({
    ...figuresQuery(standing?.positionId, { year: nam, award: hinhThuc }),
    placeholderData: keepPreviousData,
  });
  useTitle(t('title'));
  const thisYear = Number(isoDay(new Date()).slice(0, 4));
  const awards = [...new Map((procedures?.items ?? []).map(({ code, names }) => [code, names]))];
  const rows = (figures: Figures) =>
    figureRows(figures, {
      head: columns.map((column) => t(`columns.${column}`)),
      whole: t('whole'),
      asOf: t('asOf', { position: place(figures.position) }),
      say,
      named,
    });
  const name = `thong-ke${nam === undefined ? '' : `-${nam}`}`;
  const notYet = query.data ? undefined : t('notYet');
  return (
    <>
      <PageHead
        title={t('title')}
        sub={query.data && t('asOf', { position: place(query.data.position) })}
        actions={
          <>
            <FilterSelect
              label={t('year')}
              all={t('allYears')}
              choices={Array.from({ length: YEARS_BACK + 1 }, (_, back) => String(thisYear - back)).map((value) => ({
                value,
                label: value,
              }))}
              value={nam === undefined ? '' : String(nam)}
              onChange={({ target: { value } }) =>
                void navigate({ search: (old) => ({ ...old, nam: value === '' ? undefined : Number(value) }) })
              }
            />
            <FilterSelect
              label={t('award')}
              all={t('allAwards')}
              choices={awards.map(([value, names]) => ({ value, label: say(names) }))}
              value={hinhThuc ?? ''}
              onChange={({ target: { value } }) =>
                void navigate({ search: (old) => ({ ...old, hinhThuc: value === '' ? undefined : value }) })
              }
            />
            <Button
              icon="download"
              refused={notYet}
              onClick={() => query.data && save(csvOf(rows(query.data)), `${name}.csv`)}
            >
              CSV
            </Button>
            <Button
              icon="download"
              refused={notYet}
              onClick={() =>
                void (async () => {
                  if (query.data) save(await xlsxOf(t('title'), rows(query.data)), `${name}.xlsx`);
                })()
              }
            >
              XLSX
            </Button>
            <Button icon="print" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <Shown query={query} label={t('title')} lines={8}>
        {(figures) => (
          <>
            {figures.behind && <Note kind="soon">{t('behind')}</Note>}
            <Headline figures={figures} year={nam} award={hinhThuc} />
            <FigureGrid figures={figures} />
            <OutcomesPanel year={nam} />
          </>
        )}
      </Shown>
    </>
  );
}

function FigureGrid({ figures }: { readonly figures: Figures }): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const named = useNamedGroups();
  const onTime = figureOf(figures, 'onTime');
  const byAward = figureOf(figures, 'directWorkersByAward');
  const byCluster = figureOf(figures, 'directWorkersByCluster');
  const heat = figureOf(figures, 'byCluster');
  const stays = figureOf(figures, 'medianStay');
  const answers = figureOf(figures, 'answerTime');
  const returned = figureOf(figures, 'returned');
  const clocks = onTime ? byClock(named(onTime), say, filterOf(onTime)) : [];
  const bottleneck = bottleneckOf(clocks);
  return (
    <div className="figures">
      {onTime && (
        <ShareFigure
          figure={onTime}
          groups={clocks}
          detail={named(onTime)}
          groupName={t('clock')}
          marked={bottleneck && { key: bottleneck.key, why: t('bottleneck') }}
        />
      )}
      {heat && <HeatFigure figure={heat} />}
      {byAward && <ShareFigure figure={byAward} groups={named(byAward)} groupName={t('award')} />}
      {byCluster && <ShareFigure figure={byCluster} groups={named(byCluster)} groupName={t('cluster')} />}
      {stays && <TimeFigure figure={stays} groups={named(stays)} groupName={t('step')} />}
      {answers && <TimeFigure figure={answers} groups={named(answers)} groupName={t('unit')} />}
      {returned && <ReturnedFigure figure={returned} reasons={figures.reasons} />}
    </div>
  );
}

/** What the whole figure was asked for, as its own lists say it: year and award. */
const filterOf = ({ total }: { readonly total?: { readonly lists: { readonly denominator: string } } | undefined }) =>
  new URL(total?.lists.denominator ?? '/', 'https://vinhdanh.invalid').searchParams;
