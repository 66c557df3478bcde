import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames } from '../../api/names.js';
import { DataTable, useSay } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { FigurePanel } from './figure-panel.js';
import { ListLink } from './list-link.js';
import type { Figure, Group } from './statistics.query.js';

/** So many tints; the number stands in every cell, so that nothing is told by tint alone. */
const TINTS = 5;

/** Awards by clusters: a cell for each pair, darker where there are more. */
export function HeatFigure({ figure }: { readonly figure: Figure }): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const award = useAwardNames();
  const { groups } = figure;
  const clusterName = (cluster: string | null | undefined) => cluster ?? t('noCluster');
  const clusters = [...new Set(groups.map(({ cluster }) => cluster ?? null))].sort((one, other) =>
    one === null ? 1 : other === null ? -1 : one.localeCompare(other, 'vi', { numeric: true }),
  );
  const awards = [...new Set(groups.map(({ award: code }) => code ?? ''))];
  const most = Math.max(1, ...groups.map(({ count = 0 }) => count));
  const of = (code: string, cluster: string | null) =>
    groups.find((each) => each.award === code && (each.cluster ?? null) === cluster);
  return (
    <FigurePanel
      figure={figure}
      picture={
        <div className="vd-table-region figure-heat" role="region" tabIndex={0} aria-label={say(figure.name)}>
          <table>
            <caption className="vd-hidden">{say(figure.name)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('award')}</th>
                {clusters.map((cluster) => (
                  <th key={cluster ?? ''} scope="col">
                    {clusterName(cluster)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {awards.map((code) => (
                <tr key={code}>
                  <th scope="row">{say(award(code))}</th>
                  {clusters.map((cluster) => {
                    const group = of(code, cluster);
                    return (
                      <td key={cluster ?? ''} className={group && `figure-tint-${tint(group, most)}`}>
                        {group ? <ListLink list={group.lists.denominator}>{number(group.count ?? 0)}</ListLink> : '–'}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      }
      table={
        <DataTable
          label={say(figure.name)}
          rowKey={({ award: code, cluster }) => `${code} ${cluster}`}
          groups={[{ key: 'all', rows: groups }]}
          columns={[
            { key: 'award', header: t('award'), rowHeader: true, cell: ({ award: code }) => say(award(code ?? '')) },
            {
              key: 'cluster',
              header: t('cluster'),
              label: t('cluster'),
              cell: ({ cluster }) => clusterName(cluster),
            },
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

const tint = ({ count = 0 }: Group, most: number): number => Math.max(1, Math.ceil((count / most) * TINTS));
