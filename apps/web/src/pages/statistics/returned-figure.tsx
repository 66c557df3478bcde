import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames } from '../../api/names.js';
import { DataTable, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { number } from '../../format/numbers.js';
import { FigurePanel } from './figure-panel.js';
import { ListLink } from './list-link.js';
import type { Figure, Figures } from './statistics.query.js';

/** What was returned and has not come back, with the reason that was given. */
export function ReturnedFigure({
  figure,
  reasons,
}: {
  readonly figure: Figure;
  readonly reasons: Figures['reasons'];
}): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const award = useAwardNames();
  return (
    <FigurePanel
      figure={figure}
      empty={t('noneReturned')}
      summary={
        <ListLink list={figure.total?.lists.denominator}>{t('returned', { count: figure.total?.count ?? 0 })}</ListLink>
      }
      picture={
        <ul className="figure-reasons">
          {reasons.map(({ dossierId, award: code, at, reason }) => (
            <li key={dossierId}>
              <Link to="/ho-so/$id" params={{ id: dossierId }}>
                {reason}
              </Link>
              <span className="vd-meta">
                {say(award(code))}, {day(at)}
              </span>
            </li>
          ))}
        </ul>
      }
      table={
        <DataTable
          label={say(figure.name)}
          rowKey={({ award: code }) => code ?? ''}
          groups={[{ key: 'all', rows: figure.groups }]}
          columns={[
            { key: 'award', header: t('award'), rowHeader: true, cell: ({ award: code }) => say(award(code ?? '')) },
            {
              key: 'count',
              header: t('dossiers'),
              label: t('dossiers'),
              align: 'right',
              width: 90,
              cell: ({ count = 0, lists }) => <ListLink list={lists.denominator}>{number(count)}</ListLink>,
            },
          ]}
        />
      }
    />
  );
}
