import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import {
  Button,
  type Column,
  composed,
  DataTable,
  Empty,
  ErrorSummary,
  type FormError,
  Note,
  Panel,
  useGround,
  useSay,
  useToast,
} from '../../components/index.js';
import { day, hour } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { dropDraft } from '../../forms/drafts.js';
import { refusedInTitles } from '../../forms/refused-in-titles.js';
import { useCommand } from '../../forms/use-command.js';
import { useDraft } from '../../forms/use-draft.js';
import { Shown } from '../../shell/shown.js';
import { useStanding } from '../../shell/standing.js';
import { AddresseeFields } from './addressee-fields.js';
import { type NewLetter, toOf } from './letter-values.js';
import { goesTo, type Waiting, waitingQuery } from './submissions.js';

/** Dossiers that wait for a letter: those that go to one addressee go with one letter. */
export function ToLetter(): ReactElement {
  const { t } = useTranslation('submissions');
  const { data: me } = useQuery(meQuery);
  const { standing } = useStanding();
  const query = useQuery(waitingQuery);
  return (
    <Panel title={t('new.title')} meta={t('new.count', { count: query.data?.length ?? 0 })} flush>
      <Shown query={query} label={t('new.title')}>
        {(items) =>
          items.length === 0 || !me || !standing ? (
            <Empty title={t('new.none')}>{t('new.noneHint')}</Empty>
          ) : (
            <NewLetterForm waiting={items} account={me.id} unitId={standing.unitId} />
          )
        }
      </Shown>
    </Panel>
  );
}

function NewLetterForm({
  waiting,
  account,
  unitId,
}: {
  readonly waiting: readonly Waiting[];
  readonly account: string;
  readonly unitId: string;
}): ReactElement {
  const { t } = useTranslation('submissions');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const award = useAwardNames();
  const unit = useUnitNames();
  const navigate = useNavigate();
  const typed = { account, subject: unitId, form: 'new-letter' };
  const form = useForm<NewLetter>({ defaultValues: { title: '', level: '', addressee: '', dossiers: [] } });
  const keptAt = useDraft(form, typed);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const values = form.watch();
  const levels = [...new Map(waiting.flatMap(({ ways }) => ways).map((way) => [way.level, way.name])).entries()];
  const level = levels.some(([code]) => code === values.level) ? values.level : (levels[0]?.[0] ?? '');
  const ways = waiting.flatMap((each) => each.ways.filter((way) => way.level === level));
  const to = toOf(level, values.addressee, ways);
  const shown = waiting.filter((each) => (to ? goesTo(each, to) : each.ways.some((way) => way.level === level)));
  const chosen = shown.filter(({ dossierId }) => values.dossiers.includes(dossierId)).map(({ dossierId }) => dossierId);
  const command = useCommand<NewLetter, { readonly id: string; readonly position: string }>({
    place: { account, subject: 'submissions', form: 'draft' },
    send: ({ title }, headers) =>
      told(
        api.POST('/api/v1/submissions', {
          params: {} as never,
          headers: { ...headers },
          body: { title: composed(title).trim(), to, dossiers: chosen } as never,
        }),
      ),
    accepted: ({ id, position }) => {
      dropDraft(typed);
      tell(t('recorded', { position: place(position) }));
      void navigate({ to: '/to-trinh/$id', params: { id } });
    },
  });
  const titles = waiting.map(({ dossierId, title }) => ({ id: dossierId, title }));
  const problem = command.refused;
  const columns: readonly Column<Waiting>[] = [
    {
      key: 'title',
      header: t('list.dossier'),
      rowHeader: true,
      cell: ({ dossierId, title, procedureCode }) => (
        <>
          <Link className="vd-table-name" to="/ho-so/$id" params={{ id: dossierId }}>
            <span lang="vi">{title}</span>
          </Link>
          <span className="vd-meta">{say(award(procedureCode))}</span>
        </>
      ),
    },
    { key: 'step', header: t('list.step'), label: t('list.step'), width: 240, cell: ({ step }) => say(step) },
    {
      key: 'due',
      header: t('list.due'),
      label: t('list.due'),
      width: 130,
      cell: ({ nextDueAt }) => (nextDueAt ? day(nextDueAt) : '–'),
    },
  ];
  const draft = () => {
    const missing = [
      ...(values.title.trim() === '' ? (['title'] as const) : []),
      ...(to ? [] : (['addressee'] as const)),
    ].map((field) => ({ field: `letter-${field}`, text: t('missing', { what: t(`fields.${field}`) }) }));
    setErrors(missing);
    if (missing.length === 0) void command.send(values);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        draft();
      }}
    >
      <div className="submissions-new">
        <ErrorSummary
          title={problem ? t('refused') : t('incomplete')}
          errors={
            problem
              ? [
                  {
                    text: say(refusedInTitles(problem.body, titles) ?? { vi: problem.code, en: problem.code }),
                    source: ground(problem.body),
                  },
                ]
              : errors
          }
        />
        {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
        <AddresseeFields form={form} level={level} levels={levels} ways={ways} unitId={unitId} />
      </div>
      <DataTable
        label={t('new.title')}
        columns={columns}
        groups={[{ key: 'all', rows: shown }]}
        rowKey={({ dossierId }) => dossierId}
        selection={{
          chosen: new Set(chosen),
          onChange: (all) => form.setValue('dossiers', [...all], { shouldDirty: true }),
          labelOf: ({ title }) => t('new.pick', { title }),
        }}
      />
      <div className="submissions-send">
        {keptAt && <span className="vd-meta">{t('kept', { at: hour(keptAt) })}</span>}
        <Button
          type="submit"
          kind="primary"
          busy={command.sending}
          refused={chosen.length === 0 ? t('new.choose') : undefined}
        >
          {t('new.send', {
            count: chosen.length,
            to: to ? say(to.bodyId ? unit(to.bodyId) : nameOf(levels, level)) : '…',
          })}
        </Button>
      </div>
    </form>
  );
}

const nameOf = (levels: readonly (readonly [string, Waiting['ways'][number]['name']])[], level: string) =>
  levels.find(([code]) => code === level)?.[1] ?? { vi: level, en: level };
