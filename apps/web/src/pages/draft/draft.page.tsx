import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { procedureQuery, proceduresQuery, unitsQuery } from '../../api/names.js';
import { meQuery } from '../../api/queries.js';
import {
  Button,
  ComboboxField,
  composed,
  ErrorSummary,
  type FormError,
  Note,
  PageHead,
  Panel,
  RadioCards,
  TextField,
  useSay,
  useToast,
  useGround,
} from '../../components/index.js';
import { hour } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { useCommand } from '../../forms/use-command.js';
import { useDraft } from '../../forms/use-draft.js';
import { useTitle } from '../../shell/use-title.js';
import './draft.css';

interface DraftValues {
  procedure: string;
  kind: string;
  title: string;
  bodyId: string;
  cluster: string;
}

const kinds = ['cong_trang', 'dot_xuat', 'chuyen_de', 'cong_hien', 'doi_ngoai', 'nien_han'] as const;

/** Soạn hồ sơ: for which award, by which ground, to whom; the rest is done on the dossier’s own page. */
export function DraftPage(): ReactElement {
  const { t } = useTranslation('draft');
  const { data: me } = useQuery(meQuery);
  useTitle(t('title'));
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          <Link key="list" to="/ho-so">
            {t('crumbs.dossiers')}
          </Link>,
          <span key="here">{t('title')}</span>,
        ]}
        sub={t('sub')}
      />
      <Panel title={t('form')}>{me && <DraftForm account={me.id} />}</Panel>
    </>
  );
}

function DraftForm({ account }: { readonly account: string }): ReactElement {
  const { t } = useTranslation('draft');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const navigate = useNavigate();
  const { data: procedures } = useQuery(proceduresQuery);
  const { data: units } = useQuery(unitsQuery);
  const draftPlace = { account, subject: 'new', form: 'draft' };
  const form = useForm<DraftValues>({ defaultValues: { procedure: '', kind: '', title: '', bodyId: '', cluster: '' } });
  const keptAt = useDraft(form, draftPlace);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const inForce = (procedures?.items ?? []).filter(({ standing }) => standing === 'in_force');
  const chosen = inForce.find(({ code }) => code === form.watch('procedure'));
  const { data: procedure } = useQuery({
    ...procedureQuery(chosen?.code ?? '', chosen?.version ?? ''),
    enabled: chosen !== undefined,
  });
  const possible = kinds.filter((kind) => procedure === undefined || procedure.kinds.includes(kind));
  const command = useCommand<DraftValues, { readonly id: string; readonly position: string }>({
    place: draftPlace,
    send: ({ cluster, ...values }, headers) =>
      told(
        api.POST('/api/v1/dossiers', {
          params: {} as never,
          headers: { ...headers },
          body: {
            ...values,
            title: values.title.trim(),
            ...(cluster.trim() === '' ? {} : { cluster: cluster.trim() }),
          } as never,
        }),
      ),
    accepted: ({ id, position }) => {
      tell(t('recorded', { position: place(position) }));
      void navigate({ to: '/ho-so/$id', params: { id } });
    },
  });
  const send = () => {
    const values = form.getValues();
    const found = (['procedure', 'kind', 'title', 'bodyId'] as const)
      .filter((name) => values[name].trim() === '')
      .map((name) => ({ field: `draft-${name}`, text: t(`errors.${name}`) }));
    setErrors(found);
    if (found.length === 0) void command.send(values);
  };
  const problem = command.refused;
  const combobox = (name: 'procedure' | 'bodyId', choices: readonly { value: string; label: string }[]) => (
    <Controller
      name={name}
      control={form.control}
      render={({ field: { value, onChange } }) => (
        <ComboboxField
          label={t(`fields.${name}`)}
          required
          id={`draft-${name}`}
          error={errors.find(({ field }) => field === `draft-${name}`)?.text}
          value={value === '' ? [] : [value]}
          onChange={(all) => onChange(all[0] ?? '')}
          choices={choices}
        />
      )}
    />
  );
  return (
    <form
      className="draft-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary
        title={problem ? t('refused') : t('incomplete', { count: errors.length })}
        errors={
          problem
            ? [
                {
                  text: problem.body.details ? say(problem.body.details) : problem.code,
                  source: ground(problem.body),
                },
              ]
            : errors
        }
      />
      {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
      {combobox(
        'procedure',
        inForce
          .map(({ code, names }) => ({ value: code, label: say(names) }))
          .sort((one, other) => one.label.localeCompare(other.label, 'vi')),
      )}
      <Controller
        name="kind"
        control={form.control}
        render={({ field: { value, onChange } }) => (
          <RadioCards
            legend={t('fields.kind')}
            id="draft-kind"
            error={errors.find(({ field }) => field === 'draft-kind')?.text}
            value={value === '' ? undefined : value}
            onChange={onChange}
            choices={possible.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
        )}
      />
      <TextField
        label={t('fields.title')}
        hint={t('fields.titleHint')}
        required
        id="draft-title"
        error={errors.find(({ field }) => field === 'draft-title')?.text}
        {...form.register('title', { setValueAs: (text: string) => composed(text) })}
      />
      {combobox(
        'bodyId',
        [...(units ?? [])]
          .filter(([, { receives }]) => receives)
          .map(([value, names]) => ({ value, label: say(names) }))
          .sort((one, other) => one.label.localeCompare(other.label, 'vi')),
      )}
      <TextField label={t('fields.cluster')} {...form.register('cluster')} />
      <p className="draft-buttons">
        {keptAt && <span className="vd-meta">{t('kept', { at: hour(keptAt) })}</span>}
        <Button type="submit" kind="primary" size="large" busy={command.sending}>
          {t('send')}
        </Button>
      </p>
    </form>
  );
}
