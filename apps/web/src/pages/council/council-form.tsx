import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { presentNeeded, votesNeeded } from '#libs/domain/council';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { api, told } from '../../api/client.js';
import type { AllowedCommand, Dossier } from '../../api/dossier.js';
import {
  Button,
  ErrorSummary,
  type FormError,
  Mark,
  Note,
  PageHead,
  Panel,
  useSay,
  useToast,
  useGround,
} from '../../components/index.js';
import { hour } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { useCommand } from '../../forms/use-command.js';
import { useClosed } from '../../forms/use-closed.js';
import { useDraft } from '../../forms/use-draft.js';
import { Conflict } from '../act/conflict.js';
import { CountTable } from './count-table.js';
import { type CouncilValues, noValues } from './council-values.js';
import { countedOf, emptyCount, lineState } from './counts.js';
import { SessionFields } from './session-fields.js';
import { SessionFacts } from './session-facts.js';
import { barOf } from './threshold.js';

interface CouncilFormProps {
  readonly dossier: Dossier;
  readonly procedure: ProcedureDocument;
  readonly account: string;
  readonly may: AllowedCommand | undefined;
}

/** Session, counts, result; nothing is recorded while two tellers differ. No member’s choice is asked for anywhere. */
export function CouncilForm({ dossier, procedure, account, may }: CouncilFormProps): ReactElement {
  const { t } = useTranslation('council');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const navigate = useNavigate();
  const bar = barOf(procedure, dossier.places);
  const draftPlace = { account, subject: dossier.id, form: 'record-council-result' };
  const form = useForm<CouncilValues>({ defaultValues: { ...noValues, method: bar.method } });
  const keptAt = useDraft(form, draftPlace);
  const closed = useClosed(may, keptAt !== undefined);
  const values = form.watch();
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const nominees = dossier.nominees.filter(({ dropped, verdict }) => !dropped && verdict?.verdict !== 'not_qualified');
  const [members, present, written] = [values.members, values.present, values.written].map((text) =>
    /^\d{1,4}$/.test(text) ? Number(text) : 0,
  ) as [number, number, number];
  const whole = bar.threshold?.of === 'present' ? present : members;
  const needed = bar.threshold && whole > 0 ? votesNeeded(bar.threshold, whole) : undefined;
  const quorum = bar.quorum && members > 0 ? presentNeeded(bar.quorum, members) : undefined;
  const states = new Map(
    nominees.map(({ id }) => [
      id,
      lineState(
        values.first[id] ?? emptyCount,
        values.method === 'ballot' ? (values.second[id] ?? emptyCount) : undefined,
        present + written,
      ),
    ]),
  );
  const open = [...states.values()].filter((state) => state !== 'agreed').length;
  const command = useCommand<CouncilValues, { readonly position: string }>({
    place: draftPlace,
    revision: dossier.revision,
    send: (all, headers) =>
      told(
        api.POST('/api/v1/dossiers/{id}/record-council-result', {
          params: { path: { id: dossier.id } } as never,
          headers: { ...headers },
          body: {
            method: all.method,
            heldOn: all.heldOn,
            minutes: { number: all.minutesNumber.trim().normalize('NFC'), date: all.minutesDate },
            members,
            present,
            written,
            tellers: all.method === 'ballot' ? [...all.tellers] : [],
            results: nominees.map(({ id }) => ({ nomineeId: id, ...countedOf(all.first[id] ?? emptyCount) })),
            differingOpinions: all.opinions
              .split('\n')
              .map((line) => line.trim().normalize('NFC'))
              .filter((line) => line !== ''),
          } as never,
        }),
      ),
    accepted: ({ position }) => {
      tell(t('recorded', { position: place(position) }));
      void navigate({ to: '/ho-so/$id', params: { id: dossier.id } });
    },
  });
  const check = (): boolean => {
    const found: FormError[] = [
      ...(['heldOn', 'minutesDate'] as const)
        .filter((name) => !values[name])
        .map((name) => ({ field: `council-${name}`, text: t(`errors.${name}`) })),
      ...(values.minutesNumber.trim() === ''
        ? [{ field: 'council-minutesNumber', text: t('errors.minutesNumber') }]
        : []),
      ...(members === 0 ? [{ field: 'council-members', text: t('errors.members') }] : []),
      ...(present === 0 ? [{ field: 'council-present', text: t('errors.present') }] : []),
      ...(values.method === 'ballot' && values.tellers.length < 2
        ? [{ field: 'council-tellers', text: t('errors.tellers') }]
        : []),
      ...nominees
        .filter(({ id }) => states.get(id) !== 'agreed')
        .slice(0, 5)
        .map(({ id, name }) => ({
          field: `council-first-${id}-yes`,
          text: `${name}: ${t(`states.${states.get(id) ?? 'empty'}`)}`,
        })),
    ];
    setErrors(found);
    return found.length === 0;
  };
  const problem = command.refused;
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          <Link key="dossier" lang="vi" to="/ho-so/$id" params={{ id: dossier.id }}>
            {dossier.title}
          </Link>,
          <span key="here">{t('crumb')}</span>,
        ]}
        actions={
          keptAt && (
            <span className="vd-meta council-kept">
              <Mark name="check" /> {t('kept', { at: hour(keptAt) })}
            </span>
          )
        }
      />
      {may && !may.allowed && (
        <Note kind="plain">
          <b>{t('notNow')}</b> {may.refusal && say(may.refusal.details)}
        </Note>
      )}
      {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
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
      {!closed && (
        <>
          <SessionFacts members={members} present={present} written={written} quorum={quorum} fraction={bar.quorum} />
          <Panel title={t('session')}>
            <SessionFields form={form} dossier={dossier} />
          </Panel>
          <CountTable
            dossier={dossier}
            nominees={nominees}
            form={form}
            states={states}
            threshold={bar.threshold}
            whole={whole}
            needed={needed}
            source={ground(bar) ?? ''}
            unsure={bar.confidence === 'unknown'}
          />
          <p className="council-send">
            <span className="vd-meta">{t(open === 0 ? 'ready' : 'open', { count: open })}</span>
            <Button
              kind="primary"
              size="large"
              busy={command.sending}
              refused={may?.allowed === false ? t('notNow') : undefined}
              onClick={() => {
                if (check()) void command.send(form.getValues());
              }}
            >
              {t('send')}
            </Button>
          </p>
        </>
      )}
      {command.conflict && (
        <Conflict
          dossier={dossier}
          kept={values.opinions}
          onClose={command.reset}
          onRedo={(revision) => {
            command.reset();
            void command.send(form.getValues(), revision);
          }}
        />
      )}
    </>
  );
}
