import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import {
  buttonClass,
  type Column,
  DataTable,
  FilterChips,
  Panel,
  StatusLine,
  TextField,
  useSay,
  useGround,
} from '../../components/index.js';
import { day } from '../../format/dates.js';
import { useDraft } from '../../forms/use-draft.js';
import { outlookQuery, type Session } from './agenda.queries.js';
import { Bar } from './bar.js';
import type { Council, Item } from './readiness.js';

interface Values {
  members: string;
  present: string;
  written: string;
  filter: 'all' | 'ready' | 'not';
}

const whole = (text: string): number => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : 0);

interface CouncilAgendaProps {
  readonly council: Council;
  /** The reader writes down what the council decides; else he reads only. */
  readonly records: boolean;
}

/** One council: a session as it is planned, and under each award what is ready for it and what is not. */
export function CouncilAgenda(props: CouncilAgendaProps): ReactElement {
  const { data: me } = useQuery(meQuery);
  return me ? <AgendaOf {...props} account={me.id} /> : <></>;
}

function AgendaOf({ council, records, account }: CouncilAgendaProps & { readonly account: string }): ReactElement {
  const { t } = useTranslation('agenda');
  const say = useSay();
  const unit = useUnitNames();
  const award = useAwardNames();
  const form = useForm<Values>({ defaultValues: { members: '', present: '', written: '0', filter: 'all' } });
  // How large the council is is typed once, not at every visit.
  useDraft(form, { account, subject: council.unitId, form: 'agenda' });
  const values = form.watch();
  const session: Session = {
    members: whole(values.members),
    present: whole(values.present),
    written: whole(values.written),
  };
  const planned = session.members > 0 && session.present > 0 && session.present + session.written <= session.members;
  const outlooks = useQueries({
    queries: council.awards.map(({ items }) => ({
      ...outlookQuery(items[0]?.dossier.id ?? '', session),
      enabled: planned,
    })),
    combine: (all) => all.map(({ data }) => data),
  });
  const items = council.awards.flatMap(({ items: here }) => here);
  const fits = ({ ready }: Item) => values.filter === 'all' || (values.filter === 'ready') === ready;
  const count = (ready: boolean) => items.filter((item) => item.ready === ready).length;
  const columns: readonly Column<Item>[] = [
    {
      key: 'dossier',
      header: t('table.dossier'),
      rowHeader: true,
      cell: ({ dossier }) => (
        <>
          <Link className="vd-table-name" to="/ho-so/$id" params={{ id: dossier.id }}>
            {dossier.title}
          </Link>
          <span className="vd-meta">
            {say(unit(dossier.submittingUnitId))} ·{' '}
            {t('table.nominees', {
              count: dossier.collectives + dossier.individuals + dossier.households,
            })}
          </span>
        </>
      ),
    },
    {
      key: 'ready',
      header: t('table.ready'),
      label: t('table.ready'),
      width: 320,
      cell: (item) => <Readiness item={item} />,
    },
    {
      key: 'due',
      header: t('table.due'),
      label: t('table.due'),
      width: 120,
      cell: ({ dossier }) => (dossier.nextDueAt === null ? '–' : day(dossier.nextDueAt)),
    },
    {
      key: 'act',
      header: <span className="vd-hidden">{t('table.act')}</span>,
      align: 'right',
      width: 160,
      cell: ({ dossier, ready }) =>
        records && ready ? (
          <Link to="/ho-so/$id/kiem-phieu" params={{ id: dossier.id }} className={buttonClass({ size: 'small' })}>
            {t('table.count')}
            <span className="vd-hidden"> {dossier.title}</span>
          </Link>
        ) : (
          <Link to="/ho-so/$id" params={{ id: dossier.id }} className={buttonClass({ size: 'small', kind: 'quiet' })}>
            {t('table.open')}
            <span className="vd-hidden"> {dossier.title}</span>
          </Link>
        ),
    },
  ];
  return (
    <Panel
      title={t('council', { unit: say(unit(council.unitId)) })}
      meta={t('ready', { ready: count(true), of: items.length })}
      flush
      extra={
        <FilterChips
          label={t('filter')}
          value={values.filter}
          onChange={(filter) => form.setValue('filter', filter)}
          chips={[
            { value: 'all', label: t('filters.all', { count: items.length }) },
            { value: 'ready', label: t('filters.ready', { count: count(true) }) },
            { value: 'not', label: t('filters.not', { count: count(false) }) },
          ]}
        />
      }
      footer={<span>{t('secret')}</span>}
    >
      <Planned form={form} />
      <DataTable
        label={t('council', { unit: say(unit(council.unitId)) })}
        columns={columns}
        groups={council.awards.flatMap(({ code, items: here }, at) => {
          const rows = here.filter(fits);
          if (rows.length === 0) return [];
          return [
            {
              key: code,
              rows,
              head: (
                <span className="agenda-group">
                  <span>{say(award(code))}</span>
                  <Bar outlook={outlooks[at]} session={session} planned={planned} dossier={rows[0]?.dossier} />
                </span>
              ),
            },
          ];
        })}
        rowKey={({ dossier }) => dossier.id}
      />
    </Panel>
  );
}

function Planned({ form }: { readonly form: UseFormReturn<Values> }): ReactElement {
  const { t } = useTranslation('agenda');
  return (
    <fieldset className="agenda-session">
      <legend className="vd-label">{t('session.legend')}</legend>
      {(['members', 'present', 'written'] as const).map((name) => (
        <TextField
          key={name}
          label={t(`session.${name}`)}
          required
          inputMode="numeric"
          maxLength={3}
          {...form.register(name)}
        />
      ))}
    </fieldset>
  );
}

/** Ready, or what is missing, by which rule. */
function Readiness({ item: { line, ready, dossier } }: { readonly item: Item }): ReactElement {
  const { t } = useTranslation('agenda');
  const ground = useGround();
  const say = useSay();
  if (ready)
    return (
      <StatusLine status="ok" mark="check">
        {t('isReady')}
      </StatusLine>
    );
  const papers = line?.documents.map(({ name }) => say(name)) ?? [];
  const silent = line?.opinions.map(({ body }) => body) ?? [];
  return (
    <>
      <StatusLine status="soon">{t(dossier.suspended ? 'suspended' : 'notReady')}</StatusLine>
      <span className="vd-meta">
        {line?.refusal
          ? say(line.refusal.details)
          : line && papers.length + silent.length === 0
            ? say(line.sentences)
            : ''}
        {papers.length > 0 && t('missing', { list: papers.join(', ') })}
        {silent.length > 0 && ` ${t('silent', { list: silent.join(', ') })}`}
      </span>
      {line?.refusal && (line.refusal.rule ?? line.refusal.source) && (
        <span className="vd-meta">{ground(line.refusal)}</span>
      )}
    </>
  );
}
