import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../api/dossier.js';
import { Button, type Column, DataTable, FilterChips, milestoneTypes, Panel, useSay } from '../../components/index.js';
import { day, second, shortDay } from '../../format/dates.js';
import type { EventRow, History } from './history.js';

interface LogTableProps {
  readonly history: History;
  readonly entries: ReadonlyMap<number, TimelineEntry>;
  readonly at: number;
  readonly onGo: (revision: number) => void;
}

type Filter = 'all' | 'milestones' | 'corrections' | 'late';

/** So many facts on either side of the one at which one stands. */
const AROUND = 4;

/** The facts around the place one is at, or those one looks for. */
export function LogTable({ history, entries, at, onGo }: LogTableProps): ReactElement {
  const { t } = useTranslation('replay');
  const say = useSay();
  const [filter, setFilter] = useState<Filter>('all');
  const rows: Readonly<Record<Filter, readonly EventRow[]>> = useMemo(
    () => ({
      all: history.rows,
      milestones: history.rows.filter(({ type }) => milestoneTypes.has(type)),
      corrections: history.rows.filter(({ type }) => type === 'FactCorrected'),
      late: history.rows.filter(({ effectiveAt, recordedAt }) => day(effectiveAt) !== day(recordedAt)),
    }),
    [history],
  );
  const around = filter === 'all' ? rows.all.filter(({ revision }) => Math.abs(revision - at) <= AROUND) : rows[filter];
  const columns: readonly Column<EventRow>[] = [
    { key: 'no', header: t('log.no'), width: 76, rowHeader: true, cell: ({ revision }) => `№ ${revision}` },
    {
      key: 'at',
      header: t('log.at'),
      label: t('log.at'),
      width: 150,
      cell: ({ recordedAt }) => `${shortDay(recordedAt)} ${second(recordedAt)}`,
    },
    {
      key: 'what',
      header: t('log.what'),
      phone: 'wide',
      cell: ({ revision, type }) => {
        const entry = entries.get(revision);
        return entry ? say(entry.sentences) : type;
      },
    },
    {
      key: 'who',
      header: t('log.who'),
      label: t('log.who'),
      width: 190,
      cell: ({ revision }) => {
        const by = entries.get(revision)?.by;
        return by?.system ? t('system') : (by?.name ?? (by?.unit ? say(by.unit) : '–'));
      },
    },
    {
      key: 'go',
      header: t('log.go'),
      width: 96,
      cell: ({ revision }) =>
        revision === at ? (
          t('log.here')
        ) : (
          <Button size="small" onClick={() => onGo(revision)}>
            {t('log.look')}
            <span className="vd-hidden"> № {revision}</span>
          </Button>
        ),
    },
  ];
  return (
    <Panel
      title={t('log.title')}
      flush
      className="replay-log"
      extra={
        <FilterChips
          label={t('log.filter')}
          value={filter}
          onChange={setFilter}
          chips={(Object.keys(rows) as Filter[])
            .filter((value) => value === 'all' || rows[value].length > 0)
            .map((value) => ({ value, label: t(`log.filters.${value}`, { count: rows[value].length }) }))}
        />
      }
    >
      <DataTable
        label={t('log.title')}
        columns={columns}
        groups={[{ key: 'rows', rows: around }]}
        rowKey={({ eventId }) => eventId}
        current={history.rows.find(({ revision }) => revision === at)?.eventId}
      />
    </Panel>
  );
}
