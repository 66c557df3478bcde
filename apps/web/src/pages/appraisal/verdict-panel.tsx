import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, Nominee } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import {
  Button,
  buttonClass,
  ComboboxField,
  composed,
  MachineProposal,
  type MachineOutcome,
  Note,
  Panel,
  RadioCards,
  StatusLine,
  TextArea,
  useSay,
} from '../../components/index.js';
import { departs, type VerdictDraft } from './verdicts.js';

interface VerdictPanelProps {
  readonly dossier: Dossier;
  readonly nominee: Nominee;
  readonly outcome: MachineOutcome | undefined;
  readonly draft: VerdictDraft;
  readonly locked: boolean;
  readonly onChange: (draft: VerdictDraft) => void;
  /** How many verdicts were begun. */
  readonly begun: number;
  readonly onNext: (() => void) | undefined;
  readonly onCheck: () => void;
}

/** The machine’s proposal, and below it, larger, the verdict of the officer. */
export function VerdictPanel({
  dossier,
  nominee,
  outcome,
  draft,
  locked,
  onChange,
  begun,
  onNext,
  onCheck,
}: VerdictPanelProps): ReactElement {
  const { t } = useTranslation('appraisal');
  const say = useSay();
  const procedure = useProcedureOf(dossier);
  const papers = [...new Set(dossier.documents.map(({ document }) => document))];
  const change = (what: Partial<VerdictDraft>) => onChange({ ...draft, ...what });
  const { verdict } = nominee;
  return (
    <Panel
      title={t('verdict.title')}
      className="appraisal-verdict"
      footer={
        locked ? undefined : (
          <>
            <Link
              to="/ho-so/$id/viec/$act"
              params={{ id: dossier.id, act: 'request-supplement' }}
              className={buttonClass()}
            >
              {t('verdict.supplement')}
            </Link>
            <span className="appraisal-next">
              {onNext && (
                <Button kind={begun === 0 || draft.verdict === '' ? 'usual' : 'primary'} onClick={onNext}>
                  {t('verdict.next')}
                </Button>
              )}
              <Button
                kind={onNext ? 'usual' : 'primary'}
                onClick={onCheck}
                refused={begun === 0 ? t('verdict.nothing') : undefined}
              >
                {t('verdict.check', { count: begun })}
              </Button>
            </span>
          </>
        )
      }
    >
      {outcome && (
        <MachineProposal
          outcome={outcome}
          rule={t('verdict.machineWhole')}
          text={t(`verdict.machine.${outcome}`)}
          evidence={[]}
        />
      )}
      {verdict && (
        <p className="appraisal-before">
          {t('verdict.before')}{' '}
          <StatusLine
            status={verdict.verdict === 'qualified' ? 'ok' : 'fail'}
            mark={verdict.verdict === 'qualified' ? 'check' : 'cross'}
          >
            {t(`verdict.${verdict.verdict}`)}
          </StatusLine>
          <span className="vd-meta"> {verdict.reason}</span>
          {verdict.deviation && (
            <span className="vd-meta"> {t('verdict.deviated', { reason: verdict.deviation })}</span>
          )}
        </p>
      )}
      {!locked && (
        <>
          <RadioCards
            legend={t('verdict.own')}
            value={draft.verdict === '' ? undefined : draft.verdict}
            onChange={(value) => change({ verdict: value })}
            choices={[
              { value: 'qualified', label: t('verdict.qualified') },
              { value: 'not_qualified', label: t('verdict.not_qualified') },
            ]}
          />
          <TextArea
            label={t('verdict.reason')}
            required
            value={draft.reason}
            onChange={(event) => change({ reason: composed(event.target.value) })}
          />
          <ComboboxField
            label={t('verdict.evidence')}
            multiple
            value={draft.evidence}
            onChange={(evidence) => change({ evidence })}
            choices={papers.map((code) => ({
              value: code,
              label: say(procedure?.documents.find((each) => each.code === code)?.names ?? { vi: code, en: code }),
            }))}
          />
          {departs(draft, outcome) && (
            <>
              <Note kind="soon">
                <b>{t('verdict.departs')}</b> {t('verdict.departsMore')}
              </Note>
              <TextArea
                label={t('verdict.deviation')}
                required
                value={draft.deviation}
                onChange={(event) => change({ deviation: composed(event.target.value) })}
              />
            </>
          )}
        </>
      )}
    </Panel>
  );
}
