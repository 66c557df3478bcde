import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import type { AllowedCommand, Dossier, NomineeProposal } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { Button, ErrorSummary, Mark, Note, PageHead, useSay, useToast, useGround } from '../../components/index.js';
import { hour } from '../../format/dates.js';
import { place } from '../../format/numbers.js';
import { useCommand } from '../../forms/use-command.js';
import { refusedInNames } from '../../forms/refused-in-names.js';
import { useDraft } from '../../forms/use-draft.js';
import { Conflict } from '../act/conflict.js';
import { CriteriaPanel } from './criteria-panel.js';
import { EvidencePanel } from './evidence-panel.js';
import { ReviewVerdicts } from './review-verdicts.js';
import { VerdictPanel } from './verdict-panel.js';
import { bodyOf, emptyVerdict, lackingIn, proposalOf, type VerdictDraft, type Verdicts } from './verdicts.js';

interface AppraisalFormProps {
  readonly dossier: Dossier;
  readonly proposals: ReadonlyMap<string, NomineeProposal>;
  readonly account: string;
  readonly may: AllowedCommand | undefined;
  readonly at: string;
  readonly onGo: (nomineeId: string) => void;
}

/** The place of the check at the end, in the address of the page. */
export const CHECK = 'kiem-tra';

interface Values {
  verdicts: Record<string, VerdictDraft>;
}

/** The sheet of one nominee, or the check of all verdicts before they are recorded together. */
export function AppraisalForm({ dossier, proposals, account, may, at, onGo }: AppraisalFormProps): ReactElement {
  const { t } = useTranslation('appraisal');
  const ground = useGround();
  const say = useSay();
  const tell = useToast();
  const navigate = useNavigate();
  const procedure = useProcedureOf(dossier);
  const draftPlace = { account, subject: dossier.id, form: 'appraise-nominees' };
  const form = useForm<Values>({ defaultValues: { verdicts: {} } });
  const keptAt = useDraft(form, draftPlace);
  const verdicts: Verdicts = form.watch('verdicts');
  const [tried, setTried] = useState(false);
  const nominees = dossier.nominees.filter(({ dropped }) => !dropped);
  const outcomeOf = (nomineeId: string) => {
    const nominee = nominees.find(({ id }) => id === nomineeId);
    return nominee && proposalOf(nominee, proposals)?.outcome;
  };
  const command = useCommand<Verdicts, { readonly position: string }>({
    place: draftPlace,
    revision: dossier.revision,
    send: (values, headers) =>
      told(
        api.POST('/api/v1/dossiers/{id}/appraise-nominees', {
          params: { path: { id: dossier.id } } as never,
          headers: { ...headers },
          body: bodyOf(values, outcomeOf) as never,
        }),
      ),
    accepted: ({ position }) => {
      tell(t('recorded', { position: place(position) }));
      void navigate({ to: '/ho-so/$id', params: { id: dossier.id } });
    },
  });
  const refused = command.refused && refusedInNames(command.refused.body, nominees);
  const index = nominees.findIndex(({ id }) => id === at);
  const nominee = nominees[index];
  const begun = nominees.filter(({ id }) => (verdicts[id]?.verdict ?? '') !== '');
  const lacking = begun.flatMap(({ id, name }) =>
    lackingIn(verdicts[id], outcomeOf(id)).map((what) => ({ id, name, what })),
  );
  const crumbs = [
    <Link key="dossier" lang="vi" to="/ho-so/$id" params={{ id: dossier.id }}>
      {dossier.title}
    </Link>,
    <span key="here">{t('title')}</span>,
  ];
  const kept = keptAt && (
    <span className="vd-meta appraisal-kept">
      <Mark name="check" /> {t('kept', { at: hour(keptAt) })}
    </span>
  );
  if (at === CHECK || !nominee)
    return (
      <>
        <PageHead title={t('check.title')} crumbs={crumbs} actions={kept} />
        {command.refused && (
          <ErrorSummary
            title={t('refused')}
            errors={[
              {
                text: refused ? say(refused) : command.refused.code,
                source: ground(command.refused.body),
              },
            ]}
          />
        )}
        {command.unreachable && <Note kind="soon">{t('unreachable')}</Note>}
        {tried && lacking.length > 0 && (
          <ErrorSummary
            title={t('check.lacking', { count: lacking.length })}
            errors={lacking.map(({ name, what }) => ({ text: `${name}: ${t(`lacking.${what}`)}` }))}
          />
        )}
        <ReviewVerdicts
          nominees={nominees}
          verdicts={verdicts}
          outcomeOf={outcomeOf}
          onGo={onGo}
          sending={command.sending}
          name={may ? say(may.name) : t('send')}
          onSend={() => {
            setTried(true);
            if (lacking.length === 0 && begun.length > 0) void command.send(verdicts);
          }}
        />
        {command.conflict && (
          <Conflict
            dossier={dossier}
            kept={begun[0] && verdicts[begun[0].id]?.reason}
            onClose={command.reset}
            onRedo={(revision) => {
              command.reset();
              void command.send(form.getValues('verdicts'), revision);
            }}
          />
        )}
      </>
    );
  const proposal = proposalOf(nominee, proposals);
  const [before, after] = [nominees[index - 1], nominees[index + 1]];
  return (
    <>
      <PageHead
        key={nominee.id}
        title={nominee.name}
        crumbs={crumbs}
        sub={t('sub', {
          unit: nominee.unit,
          kind: t(`kinds.${nominee.kind}`),
          standing: nominee.standing ? t(`standing.${nominee.standing}`) : '',
          no: index + 1,
          of: nominees.length,
        })}
        actions={
          <>
            {kept}
            {before && (
              <Button icon="left" onClick={() => onGo(before.id)}>
                {t('number', { no: index })}
              </Button>
            )}
            {after && (
              <Button iconAfter="right" onClick={() => onGo(after.id)}>
                {t('number', { no: index + 2 })}
              </Button>
            )}
          </>
        }
      />
      {may && !may.allowed && (
        <Note kind="plain">
          <b>{t('readOnly')}</b> {may.refusal && say(may.refusal.details)}
        </Note>
      )}
      <div className="appraisal">
        <CriteriaPanel
          proposal={proposals.get(nominee.id)}
          fallback={nominee.verdict?.proposal}
          procedure={procedure}
          locked={may?.allowed !== true}
        />
        <VerdictPanel
          key={nominee.id}
          dossier={dossier}
          nominee={nominee}
          outcome={proposal?.outcome}
          draft={verdicts[nominee.id] ?? emptyVerdict}
          locked={may?.allowed !== true}
          onChange={(draft) =>
            form.setValue('verdicts', { ...form.getValues('verdicts'), [nominee.id]: draft }, { shouldDirty: true })
          }
          begun={begun.length}
          onNext={after && (() => onGo(after.id))}
          onCheck={() => onGo(CHECK)}
        />
        <EvidencePanel
          dossier={dossier}
          nominee={nominee}
          history={proposals.get(nominee.id)?.history ?? []}
          procedure={procedure}
        />
      </div>
    </>
  );
}
