import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwardNames, useStepNames, useUnitNames } from '../../api/names.js';
import { useColleagueNames } from '../../api/units.js';
import { type Column, useSay } from '../../components/index.js';
import { useStanding } from '../../shell/standing.js';
import { DueCell } from './due-cell.js';
import { NextAct } from './next-act.js';
import type { WorkItem, WorkListName } from './worklist.queries.js';

/** What a line of the list says: the same array until other items or other names come. */
export function useWorkColumns(items: readonly WorkItem[], list: WorkListName): readonly Column<WorkItem>[] {
  const { t } = useTranslation('worklist');
  const say = useSay();
  const unitName = useUnitNames();
  const awardName = useAwardNames();
  const stepName = useStepNames(items);
  const { standing } = useStanding();
  const colleague = useColleagueNames(list === 'held' ? standing?.unitId : undefined);
  return useMemo(() => {
    const who = ({ individuals, collectives, households }: WorkItem) =>
      [
        collectives > 0 && t('collectives', { count: collectives }),
        individuals > 0 && t('individuals', { count: individuals }),
        households > 0 && t('households', { count: households }),
      ]
        .filter((each) => each !== false)
        .join(', ');
    /** In whose hands it is: what who leads asks first about work that others hold. */
    const heldBy = ({ holderAccountId }: WorkItem): ReactElement | null => {
      const name = colleague(holderAccountId);
      return name === undefined ? null : <b className="vd-work-holder">{name}</b>;
    };
    const noteOf = (item: WorkItem): string => {
      if (item.vacant) return t('vacant');
      if (item.suspended) return t('suspended');
      if (item.returned) return t('returned');
      if (!item.here) return t('elsewhere');
      if (item.handoverId !== null) return t('handedOver');
      return t(`roles.${item.role}`);
    };
    return [
      { key: 'due', header: t('due'), width: 180, cell: (item) => <DueCell item={item} />, phone: 'wide' },
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
        width: 132,
        cell: (item) => <NextAct item={item} list={list} />,
      },
    ];
  }, [t, say, unitName, awardName, stepName, colleague, list]);
}
