import type { ReactElement } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { OpenWorkItem } from '../../api/handovers.js';
import { CheckField, type Column, DataTable, Empty, TextField } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { nothingSaid, type ProposeValues, type WorkSaid, workKey } from './propose-values.js';

/** All the open work: a line to write for each, or a tick for what stays. */
export function WorkToHandOver({
  items,
  form,
}: {
  readonly items: readonly OpenWorkItem[];
  readonly form: UseFormReturn<ProposeValues>;
}): ReactElement {
  const { t } = useTranslation('handover');
  if (items.length === 0) return <Empty title={t('form.nothing')} />;
  const columns: readonly Column<OpenWorkItem>[] = [
    {
      key: 'dossier',
      header: t('table.dossier'),
      rowHeader: true,
      cell: ({ dossierId, title, nextDueAt }) => (
        <>
          <b>{title ?? dossierId.slice(0, 8)}</b>
          <span className="vd-meta">{nextDueAt === null ? t('due.none') : t('due.next', { day: day(nextDueAt) })}</span>
        </>
      ),
    },
    {
      key: 'said',
      header: t('form.said'),
      phone: 'wide',
      width: 380,
      cell: (item) => (
        <Controller
          name={`items.${workKey(item)}`}
          control={form.control}
          render={({ field: { value, onChange } }) => (
            <Said item={item} said={{ ...nothingSaid, ...value }} onChange={onChange} />
          )}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={t('form.work')}
      className="handover-work"
      columns={columns}
      groups={[{ key: 'all', rows: items }]}
      rowKey={workKey}
    />
  );
}

function Said({
  item,
  said,
  onChange,
}: {
  readonly item: OpenWorkItem;
  readonly said: WorkSaid;
  readonly onChange: (said: WorkSaid) => void;
}): ReactElement {
  const { t } = useTranslation('handover');
  const about = <span className="vd-hidden"> {item.title ?? item.dossierId.slice(0, 8)}</span>;
  return (
    <>
      {said.stays ? (
        <TextField
          label={
            <>
              {t('form.why')}
              {about}
            </>
          }
          required
          id={`stays-${item.dossierId}`}
          maxLength={500}
          value={said.reason}
          onChange={(event) => onChange({ ...said, reason: event.target.value })}
        />
      ) : (
        <TextField
          label={
            <>
              {t('form.itemNote')}
              {about}
            </>
          }
          maxLength={1_000}
          value={said.note}
          onChange={(event) => onChange({ ...said, note: event.target.value })}
        />
      )}
      <CheckField
        label={t('form.stays')}
        checked={said.stays}
        onChange={(event) => onChange({ ...said, stays: event.target.checked })}
      />
    </>
  );
}
