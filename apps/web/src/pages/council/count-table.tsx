import { type ReactElement, useState } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Threshold } from '#libs/domain/council';
import type { Dossier, Nominee } from '../../api/dossier.js';
import { useAwardNames } from '../../api/names.js';
import {
  type Column,
  DataTable,
  FilterChips,
  Note,
  Panel,
  StatusTag,
  useSay,
  useThresholdWords,
  VotePips,
  VoteResult,
} from '../../components/index.js';
import type { CouncilValues } from './council-values.js';
import { countedOf, emptyCount, type LineState, type TellerCount } from './counts.js';

interface CountTableProps {
  readonly dossier: Dossier;
  readonly nominees: readonly Nominee[];
  readonly form: UseFormReturn<CouncilValues>;
  readonly states: ReadonlyMap<string, LineState>;
  readonly threshold: Threshold | undefined;
  readonly whole: number;
  readonly needed: number | undefined;
  readonly source: string;
  /** Nobody has read the text in which the bar stands. */
  readonly unsure: boolean;
}

type Filter = 'all' | 'differs' | 'open';

/** A line for each nominee: both counts, the bar, the result as soon as both agree. */
export function CountTable({
  dossier,
  nominees,
  form,
  states,
  threshold,
  whole,
  needed,
  source,
  unsure,
}: CountTableProps): ReactElement {
  const { t } = useTranslation('council');
  const say = useSay();
  const award = useAwardNames();
  const words = useThresholdWords();
  const [filter, setFilter] = useState<Filter>('all');
  const ballot = form.watch('method') === 'ballot';
  const stateOf = (id: string): LineState => states.get(id) ?? 'empty';
  const fits: Readonly<Record<Filter, (nominee: Nominee) => boolean>> = {
    all: () => true,
    differs: ({ id }) => stateOf(id) === 'differs' || stateOf(id) === 'wrong',
    open: ({ id }) => stateOf(id) === 'empty' || stateOf(id) === 'half',
  };
  const differing = nominees.filter(fits.differs);
  const count = (side: 'first' | 'second', nominee: Nominee) => (
    <Controller
      name={`${side}.${nominee.id}`}
      control={form.control}
      render={({ field: { value, onChange } }) => (
        <CountInputs
          side={side}
          nominee={nominee}
          value={value ?? emptyCount}
          wrong={stateOf(nominee.id) === 'differs' || stateOf(nominee.id) === 'wrong'}
          onChange={onChange}
        />
      )}
    />
  );
  const result = ({ id }: Nominee) => {
    const counted = countedOf(form.watch(`first.${id}`) ?? emptyCount);
    return stateOf(id) === 'agreed' ? counted : undefined;
  };
  const columns: readonly Column<Nominee>[] = [
    {
      key: 'name',
      header: t('table.nominee'),
      rowHeader: true,
      cell: ({ name, unit }) => (
        <>
          <b>{name}</b>
          <span className="vd-meta">{unit}</span>
        </>
      ),
    },
    {
      key: 'first',
      header: heads(t(ballot ? 'table.first' : 'table.count'), t),
      label: t(ballot ? 'table.first' : 'table.count'),
      align: 'center',
      width: 204,
      cell: (nominee) => count('first', nominee),
    },
    ...(ballot
      ? [
          {
            key: 'second',
            header: heads(t('table.second'), t),
            label: t('table.second'),
            align: 'center' as const,
            width: 204,
            cell: (nominee: Nominee) => count('second', nominee),
          },
        ]
      : []),
    {
      key: 'pips',
      header: t('table.yesOf'),
      phone: 'wide',
      width: 300,
      cell: (nominee) => {
        const counted = result(nominee);
        return counted && needed !== undefined ? <VotePips yes={counted.yes} whole={whole} needed={needed} /> : '–';
      },
    },
    {
      key: 'result',
      header: t('table.result'),
      label: t('table.result'),
      width: 160,
      cell: (nominee) => {
        const counted = result(nominee);
        const state = stateOf(nominee.id);
        if (state === 'differs' || state === 'wrong')
          return <StatusTag status="over">{t(`states.${state}`)}</StatusTag>;
        if (counted && needed !== undefined) return <VoteResult yes={counted.yes} needed={needed} />;
        return <span className="vd-mute">{t(`states.${state}`)}</span>;
      },
    },
  ];
  return (
    <Panel
      title={t('table.title')}
      className="council-table"
      meta={t('table.progress', {
        agreed: nominees.filter(({ id }) => stateOf(id) === 'agreed').length,
        of: nominees.length,
      })}
      flush
      extra={
        <FilterChips
          label={t('table.filter')}
          value={filter}
          onChange={setFilter}
          chips={(['all', 'differs', 'open'] as const).map((value) => ({
            value,
            label: t(`table.filters.${value}`, { count: nominees.filter(fits[value]).length }),
          }))}
        />
      }
      footer={
        <>
          <span>{t('table.footer')}</span>
          {source && <span className="vd-meta">{t('table.source', { source })}</span>}
        </>
      }
    >
      {differing.length > 0 && (
        <div className="council-differs">
          <Note kind="over" alert>
            <b>{t('table.differing', { count: differing.length })}</b> {differing.map(({ name }) => name).join(', ')}.{' '}
            {t('table.countAgain')}
          </Note>
        </div>
      )}
      {unsure && (
        <div className="council-differs">
          <Note kind="soon">{t('table.unsure')}</Note>
        </div>
      )}
      <DataTable
        label={t('table.title')}
        columns={columns}
        groups={[
          {
            key: 'award',
            head: (
              <span className="council-group">
                <span>{say(award(dossier.procedureCode))}</span>
                <span className="council-bar">{threshold ? words(threshold, whole, needed) : t('table.noBar')}</span>
              </span>
            ),
            rows: nominees.filter(fits[filter]),
          },
        ]}
        rowKey={({ id }) => id}
        wrong={new Set(differing.map(({ id }) => id))}
      />
    </Panel>
  );
}

const heads = (title: string, t: (key: 'table.yes' | 'table.no' | 'table.other') => string): ReactElement => (
  <span className="council-head">
    {title}
    <small>
      <i>{t('table.yes')}</i>
      <i>{t('table.no')}</i>
      <i>{t('table.other')}</i>
    </small>
  </span>
);

function CountInputs({
  side,
  nominee,
  value,
  wrong,
  onChange,
}: {
  readonly side: 'first' | 'second';
  readonly nominee: Nominee;
  readonly value: TellerCount;
  readonly wrong: boolean;
  readonly onChange: (value: TellerCount) => void;
}): ReactElement {
  const { t } = useTranslation('council');
  return (
    <span className="council-counts">
      {(['yes', 'no', 'other'] as const).map((part) => (
        <input
          key={part}
          id={`council-${side}-${nominee.id}-${part}`}
          className="council-count"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={value[part]}
          aria-invalid={wrong || undefined}
          aria-label={t('table.input', { name: nominee.name, side: t(`table.${side}`), part: t(`table.${part}`) })}
          onChange={(event) => onChange({ ...value, [part]: event.target.value })}
        />
      ))}
    </span>
  );
}
