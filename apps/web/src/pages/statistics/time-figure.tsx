import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, useSay } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { Bars } from './bars.js';
import { FigurePanel } from './figure-panel.js';
import { ListLink } from './list-link.js';
import type { NamedGroup } from './share-figure.js';
import type { Figure } from './statistics.query.js';

const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;

/** So many bars; the table has them all. */
const MOST_BARS = 8;

/** How long something took, the longest first: the middle one of so many. */
export function TimeFigure({
  figure,
  groups,
  groupName,
}: {
  readonly figure: Figure;
  readonly groups: readonly NamedGroup[];
  readonly groupName: string;
}): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const time = useTime();
  const sorted = groups.toSorted((one, other) => (other.medianSeconds ?? 0) - (one.medianSeconds ?? 0));
  const longest = sorted[0]?.medianSeconds ?? 1;
  return (
    <FigurePanel
      figure={figure}
      summary={sorted.length > MOST_BARS ? t('longest', { count: MOST_BARS, of: number(sorted.length) }) : undefined}
      picture={
        <Bars
          label={say(figure.name)}
          bars={sorted.slice(0, MOST_BARS).map(({ key, label, medianSeconds = 0, stays = 0, lists }) => ({
            key,
            name: label,
            share: medianSeconds / Math.max(1, longest),
            value: (
              <>
                <b>{time(medianSeconds)}</b>{' '}
                <ListLink list={lists.denominator}>{t('turns', { count: stays })}</ListLink>
              </>
            ),
          }))}
        />
      }
      table={
        <DataTable
          label={say(figure.name)}
          rowKey={({ key }) => key}
          groups={[{ key: 'all', rows: sorted }]}
          columns={[
            { key: 'name', header: groupName, rowHeader: true, cell: ({ label }) => label },
            {
              key: 'median',
              header: t('median'),
              label: t('median'),
              align: 'right',
              width: 120,
              cell: ({ medianSeconds = 0 }) => time(medianSeconds),
            },
            {
              key: 'stays',
              header: t('of'),
              label: t('of'),
              align: 'right',
              width: 110,
              cell: ({ stays = 0, lists }) => <ListLink list={lists.denominator}>{number(stays)}</ListLink>,
            },
          ]}
        />
      }
    />
  );
}

/** `6,5 ngày`, or hours where it was less than a day. */
function useTime(): (seconds: number) => string {
  const { t } = useTranslation('statistics');
  return (seconds) =>
    seconds >= DAY_SECONDS
      ? t('days', { time: number(Math.round((seconds * 10) / DAY_SECONDS) / 10) })
      : t('hours', { time: number(Math.round((seconds * 10) / HOUR_SECONDS) / 10) });
}
