import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, StatusLine } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { dueGroups, statusOfGroup } from './due-groups.js';
import { useWorkColumns } from './work-columns.js';
import { type WorkCounts, type WorkItem, workKey, type WorkListName } from './worklist.queries.js';

/** The list, under a head for each group of urgency. */
export function WorkTable({
  items,
  counts,
  chosen,
  onChoose,
  list,
  sorted,
}: {
  readonly items: readonly WorkItem[];
  readonly counts: WorkCounts | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly list: WorkListName;
  /** In another order than by what is due: there are no groups of urgency then. */
  readonly sorted: boolean;
}): ReactElement {
  const { t } = useTranslation('worklist');
  return (
    <DataTable<WorkItem>
      label={t('tableLabel')}
      className="vd-work"
      rowKey={workKey}
      selection={{ chosen, onChange: onChoose, labelOf: ({ title }) => t('choose', { title }) }}
      columns={useWorkColumns(items, list)}
      groups={
        sorted
          ? [{ key: 'all', rows: items }]
          : dueGroups.flatMap((group) => {
              const rows = items.filter(({ due }) => due === group);
              return rows.length === 0 ? [] : [{ key: group, rows, head: headOf(group, rows.length) }];
            })
      }
    />
  );

  function headOf(group: (typeof dueGroups)[number], shown: number): ReactElement {
    const all = counts?.[group] ?? shown;
    return (
      <>
        <StatusLine status={statusOfGroup[group]} {...(group === 'withoutDue' ? { mark: 'ring' as const } : {})}>
          {t(`heads.${group}`)}
        </StatusLine>{' '}
        <span className="vd-mute">
          {all > shown
            ? t('groupShown', { count: all, all: number(all), shown: number(shown) })
            : t('groupAll', { count: all, all: number(all) })}
        </span>
      </>
    );
  }
}
