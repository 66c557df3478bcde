import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, DataTable, useSay } from '../../components/index.js';
import { day, hour, isoDay, weekday } from '../../format/dates.js';
import { number } from '../../format/numbers.js';
import type { Preview } from './calendar.queries.js';

/** So many at first: the buttons under them stay near. */
const AT_FIRST = 8;

type Change = Preview['changes'][number];

/**
 * How many deadlines a change would move, and which: dossiers by their id, since operators read none. It comes between what was
 * typed and its buttons, so that it takes the focus: who goes by keys reads on from here.
 */
export function PreviewOf({ preview: { changes, dossiers, looked } }: { readonly preview: Preview }): ReactElement {
  const { t } = useTranslation('working-calendar');
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    section.current?.focus();
    setWhole(false);
  }, [changes]);
  const soonest = changes.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  const shown = whole ? soonest : soonest.slice(0, AT_FIRST);
  const at = (moment: string) => `${hour(moment)} ${weekday(moment)} ${day(isoDay(moment))}`;
  return (
    <section ref={section} tabIndex={-1} className="year-preview" aria-label={t('preview.title')}>
      <p className="vd-clock-big" role="status">
        <b>{number(changes.length)}</b>
        <span>{t('preview.moved', { count: changes.length, dossiers: number(dossiers), looked: number(looked) })}</span>
      </p>
      <p className="vd-meta">{t('preview.others')}</p>
      {changes.length > 0 && (
        <DataTable<Change>
          label={t('preview.title')}
          rowKey={({ dossierId, deadlineId }) => `${dossierId} ${deadlineId}`}
          groups={[{ key: 'all', rows: shown }]}
          columns={[
            {
              key: 'dossier',
              header: t('preview.dossier'),
              rowHeader: true,
              cell: ({ dossierId, name }) => (
                <>
                  <span className="vd-mono">{dossierId.slice(0, 8)}</span>
                  <span className="vd-meta">{say(name)}</span>
                </>
              ),
            },
            {
              key: 'from',
              header: t('preview.from'),
              label: t('preview.from'),
              width: 240,
              cell: ({ from }) => (from === undefined ? t('preview.awaited') : at(from)),
            },
            {
              key: 'to',
              header: t('preview.to'),
              label: t('preview.to'),
              width: 240,
              cell: ({ dueAt }) => <b>{at(dueAt)}</b>,
            },
          ]}
        />
      )}
      {changes.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('preview.more', { count: changes.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
