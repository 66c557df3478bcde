import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import type { AllowedCommand } from '../../api/dossier.js';
import { peopleQuery } from '../../api/units.js';
import {
  Button,
  ConfirmDialog,
  ErrorSummary,
  type FormError,
  Note,
  Panel,
  SelectField,
  useSay,
  useToast,
  useGround,
} from '../../components/index.js';
import { day, hour, isoDay } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { dropDraft } from '../../forms/drafts.js';
import { useCommand } from '../../forms/use-command.js';
import { useDraft } from '../../forms/use-draft.js';
import { sentenceCase } from '../act/act-place.js';
import { DecisionConflict } from './decision-conflict.js';
import { DecisionFields } from './decision-fields.js';
import { DecisionSum } from './decision-sum.js';
import { actOf, bodyOf, type DecisionValues, missingIn } from './decision-values.js';
import type { DecisionRead, Recipients } from './decisions.js';

interface DecisionFormProps {
  readonly decision: DecisionRead;
  readonly commands: readonly AllowedCommand[];
  readonly recipients: Recipients | undefined;
  readonly account: string;
}

/** What may be done with a decision; each act names what it will do before it is done. */
export function DecisionForm(props: DecisionFormProps): ReactElement {
  const { t } = useTranslation('decisions');
  const say = useSay();
  const may = props.commands.filter(({ allowed }) => allowed);
  if (may.length > 0) return <FormOf {...props} may={may} />;
  const reasons = props.commands.flatMap(({ allowed, refusal }) => (!allowed && refusal ? [say(refusal.details)] : []));
  return (
    <Panel title={t('acts')}>
      <p className="vd-meta">{t('noActs')}</p>
      {[...new Set(reasons)].slice(0, 3).map((reason) => (
        <p key={reason} className="vd-meta">
          {reason}
        </p>
      ))}
    </Panel>
  );
}

function FormOf({
  decision,
  may,
  recipients,
  account,
}: DecisionFormProps & { readonly may: readonly AllowedCommand[] }): ReactElement {
  const { t } = useTranslation('decisions');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const typed = { account, subject: decision.id, form: 'decision' };
  const form = useForm<DecisionValues>({ defaultValues: beginning(decision.award) });
  const keptAt = useDraft(form, typed);
  const values = { ...form.watch(), act: actOf(form.watch('act'), may) };
  const { act } = values;
  const [asked, setAsked] = useState(false);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { data: people } = useQuery({ ...peopleQuery(decision.bodyId), enabled: act === 'issue', retry: false });
  const names = new Map(
    (people?.positions ?? []).flatMap(({ people: here, title }) =>
      here.map(({ accountId, name }) => [accountId, { name: name ?? accountId, title: say(title) }] as const),
    ),
  );
  const command = useCommand<DecisionValues, { readonly position: string }>({
    place: { account, subject: decision.id, form: act },
    revision: decision.revision,
    send: (all, headers) =>
      told(
        api.POST(`/api/v1/decisions/{id}/${all.act}` as '/api/v1/decisions/{id}/give-up', {
          params: { path: { id: decision.id } } as never,
          headers: { ...headers },
          body: bodyOf(all, names) as never,
        }),
      ),
    accepted: ({ position }) => {
      dropDraft(typed);
      form.reset(beginning(decision.award));
      tell(t('recorded', { position: place(position) }));
    },
  });
  const problem = command.refused;
  const current = may.find(({ command: name }) => name === act);
  const name = current ? sentenceCase(say(current.name)) : t('acts');
  const check = () => {
    const missing = missingIn(values).map((field) => ({
      field: `decision-${field}`,
      text: t('missing', { what: t(`fields.${field}` as never) }),
    }));
    setErrors(missing);
    if (missing.length === 0) setAsked(true);
  };
  return (
    <Panel title={t('acts')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <ErrorSummary
          title={problem ? t('refused') : t('incomplete')}
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
        {may.length > 1 && (
          <SelectField
            label={t('fields.act')}
            required
            choices={may.map(({ command: each, name: words }) => ({ value: each, label: sentenceCase(say(words)) }))}
            value={act}
            onChange={(event) => {
              setErrors([]);
              form.setValue('act', event.target.value as DecisionValues['act']);
              // Whose award may be cancelled is not whose may be restored.
              form.setValue('recipient', '');
            }}
          />
        )}
        <DecisionFields act={act} form={form} decision={decision} recipients={recipients?.items ?? []} names={names} />
        <p className="decisions-send">
          {keptAt && <span className="vd-meta">{t('kept', { at: hour(keptAt) })}</span>}
          <Button type="submit" kind="primary" size="large" wide busy={command.sending}>
            {name}
          </Button>
        </p>
      </form>
      {asked && (
        <ConfirmDialog
          title={name}
          confirm={name}
          busy={command.sending}
          onClose={() => setAsked(false)}
          onConfirm={() => void command.send(values).finally(() => setAsked(false))}
        >
          {act === 'issue' && <DecisionSum decision={decision} prizes={recipients?.prizes ?? null} />}
          <p>
            {act === 'issue'
              ? t('confirm.issue', {
                  count: decision.recipients.length,
                  day: values.date === '' ? '' : day(values.date),
                  signer: names.get(values.signer)?.name ?? '',
                })
              : t(`confirm.${act}`)}
          </p>
        </ConfirmDialog>
      )}
      {command.conflict && (
        <DecisionConflict
          decision={decision}
          kept={act === 'issue' ? undefined : values.reason}
          onClose={command.reset}
          onRedo={(revision) => {
            command.reset();
            void command.send(values, revision);
          }}
        />
      )}
    </Panel>
  );
}

const beginning = (award: string): DecisionValues => ({
  act: 'issue',
  date: isoDay(new Date()),
  sign: 'QĐ-UBND',
  signer: '',
  capacity: 'none',
  mandateNumber: '',
  mandateDate: '',
  mandateFrom: '',
  mandateTo: '',
  mandateScope: [award],
  redelegated: false,
  recipient: '',
  ground: '',
  reason: '',
});
