import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames, useStepNames, useUnitNames } from '../../api/names.js';
import { useColleagueNames } from '../../api/units.js';
import { DataTable, StatusLine, useSay } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { useStanding } from '../../shell/standing.js';
import { DueCell } from './due-cell.js';
import { dueGroups, statusOfGroup } from './due-groups.js';
import { NextAct } from './next-act.js';
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
  const say = useSay();
  const unitName = useUnitNames();
  const awardName = useAwardNames();
  const stepName = useStepNames(items);
  const { standing } = useStanding();
  const colleague = useColleagueNames(list === 'held' ? standing?.unitId : undefined);
  const who = ({ individuals, collectives, households }: WorkItem) =>
    [
      collectives > 0 && t('collectives', { count: collectives }),
      individuals > 0 && t('individuals', { count: individuals }),
      households > 0 && t('households', { count: households }),
    ]
      .filter((each) => each !== false)
      .join(', ');
  return (
    <DataTable<WorkItem>
      label={t('tableLabel')}
      className="vd-work"
      rowKey={workKey}
      selection={{ chosen, onChange: onChoose, labelOf: ({ title }) => t('choose', { title }) }}
      columns={[
        { key: 'due', header: t('due'), width: 168, cell: (item) => <DueCell item={item} />, phone: 'wide' },
        {
          key: 'dossier',
          header: t('dossier'),
          rowHeader: true,
          cell: (item) => (
            <>
              <Link className="vd-work-name" to="/ho-so/$id" params={{ id: item.dossierId }}>
                <b>{say(unitName(item.submittingUnitId))}</b>
                <span className="vd-work-title" lang="vi">
                  {item.title}
                </span>
              </Link>
              <span className="vd-meta">
                {[say(awardName(item.procedureCode)), who(item)].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        {
          key: 'step',
          header: t('stepAndLeft'),
          width: 196,
          cell: (item) => (
            <span className="vd-work-step">
              {say(stepName(item))}
              <span className="vd-meta">{noteOf(item)}</span>
              {heldBy(item)}
            </span>
          ),
        },
        {
          key: 'act',
          header: <span className="vd-hidden">{t('next')}</span>,
          align: 'right',
          width: 150,
          cell: (item) => <NextAct item={item} list={list} />,
        },
      ]}
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

  /** In whose hands it is: what who leads asks first about work that others hold. */
  function heldBy({ holderAccountId }: WorkItem): ReactElement | null {
    const name = colleague(holderAccountId);
    return name === undefined ? null : <b className="vd-work-holder">{name}</b>;
  }

  function noteOf(item: WorkItem): string {
    if (item.vacant) return t('vacant');
    if (item.suspended) return t('suspended');
    if (item.returned) return t('returned');
    if (!item.here) return t('elsewhere');
    if (item.handoverId !== null) return t('handedOver');
    return t(`roles.${item.role}`);
  }
}
