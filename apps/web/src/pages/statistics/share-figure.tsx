import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, useSay } from '../../components/index.js';
import { number, percent } from '../../format/numbers.js';
import { Bars } from './bars.js';
import { FigurePanel } from './figure-panel.js';
import { ListLink } from './list-link.js';
import type { Figure, Group } from './statistics.query.js';

export interface NamedGroup extends Group {
  readonly key: string;
  readonly label: string;
}

/** Shares: a bar for each group, the whole numbers beside it, each leading to its list. */
export function ShareFigure({
  figure,
  groups,
  detail = groups,
  groupName,
  marked,
}: {
  readonly figure: Figure;
  readonly groups: readonly NamedGroup[];
  /** The rows of the table, where it tells them finer than the bars. */
  readonly detail?: readonly NamedGroup[];
  readonly groupName: string;
  /** The group that stands out, and why. */
  readonly marked?: { readonly key: string; readonly why: string } | undefined;
}): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const withUnknown = detail.some(({ unknown = 0 }) => unknown > 0);
  const { total } = figure;
  return (
    <FigurePanel
      figure={figure}
      summary={
        total && (
          <>
            {t('whole')} <b>{percent(total.numerator ?? 0, total.denominator ?? 0)}</b>, <Counts group={total} />
            {(total.unknown ?? 0) > 0 && (
              <>
                {'; '}
                <ListLink list={total.lists.unknown}>{t('unknown', { count: total.unknown ?? 0 })}</ListLink>
              </>
            )}
          </>
        )
      }
      picture={
        <Bars
          label={say(figure.name)}
          bars={groups.map((group) => ({
            key: group.key,
            name: group.label,
            share: (group.numerator ?? 0) / Math.max(1, group.denominator ?? 0),
            mark: group.key === marked?.key ? marked.why : undefined,
            value: (
              <>
                <b>{percent(group.numerator ?? 0, group.denominator ?? 0)}</b> <Counts group={group} />
              </>
            ),
          }))}
        />
      }
      table={
        <DataTable
          label={say(figure.name)}
          rowKey={({ key }) => key}
          groups={[{ key: 'all', rows: detail }]}
          columns={[
            { key: 'name', header: groupName, rowHeader: true, cell: ({ label }) => label },
            {
              key: 'numerator',
              header: t('numerator'),
              label: t('numerator'),
              align: 'right',
              width: 90,
              cell: ({ numerator = 0, lists }) => <ListLink list={lists.numerator}>{number(numerator)}</ListLink>,
            },
            {
              key: 'denominator',
              header: t('denominator'),
              label: t('denominator'),
              align: 'right',
              width: 90,
              cell: ({ denominator = 0, lists }) => <ListLink list={lists.denominator}>{number(denominator)}</ListLink>,
            },
            {
              key: 'share',
              header: t('share'),
              label: t('share'),
              align: 'right',
              width: 90,
              cell: ({ numerator = 0, denominator = 0 }) => percent(numerator, denominator),
            },
            ...(withUnknown
              ? [
                  {
                    key: 'unknown',
                    header: t('unknownHead'),
                    label: t('unknownHead'),
                    align: 'right' as const,
                    width: 90,
                    cell: ({ unknown = 0, lists }: NamedGroup) => (
                      <ListLink list={lists.unknown}>{number(unknown)}</ListLink>
                    ),
                  },
                ]
              : []),
          ]}
        />
      }
    />
  );
}

/** `84/96`, each number leading to its list. */
function Counts({ group: { numerator = 0, denominator = 0, lists } }: { readonly group: Group }): ReactElement {
  return (
    <span className="vd-nowrap">
      <ListLink list={lists.numerator}>{number(numerator)}</ListLink>/
      <ListLink list={lists.denominator}>{number(denominator)}</ListLink>
    </span>
  );
}
