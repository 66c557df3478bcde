import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import type { operations } from '../../api/generated/openapi.js';
import { useAwardNames } from '../../api/names.js';
import { DataTable, Empty, Panel, useSay } from '../../components/index.js';
import { number, percent } from '../../format/numbers.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';

type Outcomes = operations['countStatistics']['responses'][200]['content']['application/json'];

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** What became of nominees, award by award; of a year, those whose outcome fell into it. */
export function OutcomesPanel({ year }: { readonly year: number | undefined }): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const awardName = useAwardNames();
  const { standing } = useStanding();
  const query = useQuery({
    queryKey: ['statistics', standing?.positionId, year],
    queryFn: ({ signal }) =>
      // As a table for spreadsheets only who asks for that.
      told(
        api.GET('/api/v1/statistics', {
          params: {
            query: { by: 'award', ...(year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }) },
          },
          signal,
        }),
      ) as Promise<Outcomes>,
    placeholderData: keepPreviousData,
  });
  const shareOf = ({ numerator, denominator }: Share) =>
    denominator === 0
      ? t('noneYet')
      : `${percent(numerator, denominator)} (${number(numerator)}/${number(denominator)})`;
  const title = year === undefined ? t('outcomes.title') : t('outcomes.titleOf', { year });
  return (
    <Panel title={title} flush className="figure" footer={<p>{t('outcomes.how')}</p>}>
      <Shown query={query} label={title}>
        {({ groups }) =>
          groups.length === 0 ? (
            <Empty title={t('none')} />
          ) : (
            <DataTable
              label={title}
              rowKey={({ by }) => by.award ?? ''}
              groups={[{ key: 'all', rows: groups }]}
              columns={[
                {
                  key: 'award',
                  header: t('award'),
                  rowHeader: true,
                  cell: ({ by }) => say(awardName(by.award ?? '')),
                },
                {
                  key: 'nominees',
                  header: t('outcomes.nominees'),
                  label: t('outcomes.nominees'),
                  align: 'right',
                  width: 110,
                  cell: ({ nominees }) => number(nominees),
                },
                {
                  key: 'granted',
                  header: t('outcomes.granted'),
                  label: t('outcomes.granted'),
                  align: 'right',
                  width: 170,
                  cell: ({ outcomes: { granted = 0, rejected = 0 } }) =>
                    shareOf({ numerator: granted, denominator: granted + rejected }),
                },
                {
                  key: 'women',
                  header: t('outcomes.women'),
                  label: t('outcomes.women'),
                  align: 'right',
                  width: 170,
                  cell: ({ women }) => shareOf(women),
                },
              ]}
            />
          )
        }
      </Shown>
    </Panel>
  );
}
