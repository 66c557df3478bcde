import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusLine } from '../../components/index.js';
import { number } from '../../format/numbers.js';
import { dueGroups, statusOfGroup } from './due-groups.js';
import type { DueGroup, WorkCounts } from './worklist.queries.js';

/** How much is due when; each figure is a filter. */
export function DueCounters({
  counts,
  chosen,
  onChoose,
}: {
  readonly counts: WorkCounts | undefined;
  readonly chosen: DueGroup | undefined;
  readonly onChoose: (group: DueGroup | undefined) => void;
}): ReactElement {
  const { t } = useTranslation('worklist');
  // What has no deadline is rare: it has a counter where there is some.
  const groups = dueGroups.filter(
    (group) => group !== 'withoutDue' || chosen === group || (counts?.withoutDue ?? 0) > 0,
  );
  return (
    <div className="vd-counters" role="group" aria-label={t('countersLabel')}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        <b>{counts ? number(counts.all) : '–'}</b>
        <span>{t('groups.all')}</span>
      </button>
      {groups.map((group) => (
        <button key={group} type="button" aria-pressed={chosen === group} onClick={() => onChoose(group)}>
          <b>{counts ? number(counts[group]) : '–'}</b>
          <StatusLine status={statusOfGroup[group]} {...(group === 'withoutDue' ? { mark: 'ring' as const } : {})}>
            {t(`groups.${group}`)}
          </StatusLine>
        </button>
      ))}
    </div>
  );
}
