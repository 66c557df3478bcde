import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { number, percent } from '../../format/numbers.js';
import { useStanding } from '../../shell/standing.js';
import { ListLink } from './list-link.js';
import { type Figure, figureOf, type Figures, figuresQuery } from './statistics.query.js';

interface Card {
  readonly key: string;
  readonly name: string;
  readonly value: ReactNode;
  readonly more: ReactNode;
}

/** The figures people ask for first; on time also against the year before. */
export function Headline({
  figures,
  year,
  award,
}: {
  readonly figures: Figures;
  readonly year: number | undefined;
  readonly award: string | undefined;
}): ReactElement {
  const { t } = useTranslation('statistics');
  const { standing } = useStanding();
  const { data: before } = useQuery({
    ...figuresQuery(standing?.positionId, { year: (year ?? 1) - 1, award }),
    enabled: year !== undefined,
  });
  const onTime = figureOf(figures, 'onTime')?.total;
  const running = figureOf(figures, 'running')?.total;
  const workers = figureOf(figures, 'directWorkersByAward')?.total;
  const returned = figureOf(figures, 'returned')?.total;
  const cards: Card[] = [];
  if (onTime)
    cards.push({
      key: 'onTime',
      name: t('cards.onTime'),
      value: percent(onTime.numerator ?? 0, onTime.denominator ?? 0),
      more: (
        <>
          {counts(onTime)} {t('cards.turns')}
          {before && year !== undefined && (
            <Change now={onTime} before={figureOf(before, 'onTime')?.total} year={year} />
          )}
        </>
      ),
    });
  if (running)
    cards.push({
      key: 'running',
      name: t('cards.running'),
      value: <ListLink list={running.lists.denominator}>{number(running.denominator ?? 0)}</ListLink>,
      more: <ListLink list={running.lists.numerator}>{t('cards.overdue', { count: running.numerator ?? 0 })}</ListLink>,
    });
  if (workers)
    cards.push({
      key: 'workers',
      name: t('cards.workers'),
      value: percent(workers.numerator ?? 0, workers.denominator ?? 0),
      more: (
        <>
          {counts(workers)} {t('cards.individuals')}
        </>
      ),
    });
  if (returned)
    cards.push({
      key: 'returned',
      name: t('cards.returned'),
      value: <ListLink list={returned.lists.denominator}>{number(returned.count ?? 0)}</ListLink>,
      more: t('cards.notBack'),
    });
  return (
    <dl className="vd-facts figure-cards">
      {cards.map(({ key, name, value, more }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          <dd className="vd-meta">{more}</dd>
        </div>
      ))}
    </dl>
  );
}

type Total = NonNullable<Figure['total']>;

const counts = ({ numerator = 0, denominator = 0, lists }: Total): ReactNode => (
  <span className="vd-nowrap">
    <ListLink list={lists.numerator}>{number(numerator)}</ListLink>/
    <ListLink list={lists.denominator}>{number(denominator)}</ListLink>
  </span>
);

/** By how many points it is more or less than in the year before; nothing where that year has none. */
function Change({
  now,
  before,
  year,
}: {
  readonly now: Total;
  readonly before: Total | undefined;
  readonly year: number;
}): ReactElement | null {
  const { t } = useTranslation('statistics');
  if (!before?.denominator || !now.denominator) return null;
  const share = ({ numerator = 0, denominator = 1 }: Total) => (numerator * 1_000) / denominator;
  const points = Math.round(share(now) - share(before)) / 10;
  const key = points > 0 ? 'more' : points < 0 ? 'less' : 'same';
  return <>{`; ${t(`cards.${key}`, { points: number(Math.abs(points)), year: year - 1 })}`}</>;
}
