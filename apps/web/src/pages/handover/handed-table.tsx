import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandedItem, HandoverRead } from '../../api/handovers.js';
import { useUnitNames } from '../../api/names.js';
import { type Column, DataTable, Empty, StatusLine, useSay } from '../../components/index.js';
import { day, shortDay } from '../../format/dates.js';
import { standings, statusOf } from './standings.js';

/** The work on the list, the most urgent first: what is left to do, and what the leaver wrote about it. */
export function HandedTable({
  handover,
  items,
}: {
  readonly handover: HandoverRead;
  readonly items: readonly HandedItem[];
}): ReactElement {
  const { t } = useTranslation('handover');
  const say = useSay();
  const unit = useUnitNames();
  if (items.length === 0) return <Empty title={t('noWork')} />;
  const columns: readonly Column<HandedItem>[] = [
    {
      key: 'dossier',
      header: t('table.dossier'),
      rowHeader: true,
      cell: ({ dossierId, title, submittingUnitId, arrived }) => (
        <>
          <Link className="vd-table-name" to="/ho-so/$id" params={{ id: dossierId }}>
            {title}
          </Link>
          <span className="vd-meta">
            {say(unit(submittingUnitId))}
            {arrived && ` · ${t('arrived')}`}
          </span>
        </>
      ),
    },
    {
      key: 'left',
      header: t('table.left'),
      label: t('table.left'),
      width: 250,
      cell: (item) => (
        <>
          {item.gone ? t('gone') : t('atStep', { step: say(item.stepNames), day: shortDay(item.stepSince) })}
          {dueLines(item).map((line) => (
            <span key={line} className="vd-meta">
              {line}
            </span>
          ))}
          {item.missingNames.length > 0 && (
            <span className="vd-meta">{t('missing', { list: item.missingNames.map(say).join(', ') })}</span>
          )}
        </>
      ),
    },
    {
      key: 'note',
      header: t('table.note'),
      label: t('table.note'),
      width: 220,
      cell: ({ note }) => (note === null ? <span className="vd-mute">{t('noNote')}</span> : t('quoted', { note })),
    },
  ];
  return (
    <DataTable
      label={t('work')}
      columns={columns}
      groups={standings.flatMap((standing) => {
        const rows = items.filter((item) => item.standing === standing);
        if (rows.length === 0) return [];
        return [
          {
            key: standing,
            rows,
            head: (
              <>
                <StatusLine status={statusOf[standing]}>{t(`standings.${standing}`)}</StatusLine>{' '}
                <span className="vd-mute">{t('groupOf', { count: handover.summary[standing] })}</span>
              </>
            ),
          },
        ];
      })}
      rowKey={({ dossierId, role }) => `${dossierId} ${role}`}
    />
  );

  function dueLines({ due }: HandedItem): readonly string[] {
    return due
      .slice(0, 2)
      .map(({ names, dueAt, state }) =>
        dueAt === null || state === 'paused'
          ? t(`due.${state === 'paused' ? 'paused' : 'awaited'}`, { name: say(names) })
          : t('due.on', { name: say(names), day: day(dueAt) }),
      );
  }
}
