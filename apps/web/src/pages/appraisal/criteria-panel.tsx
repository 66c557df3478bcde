import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureDocument } from '#libs/domain/procedure';
import type { NomineeProposal } from '../../api/dossier.js';
import { MachineWord, Panel, useCite, useSay } from '../../components/index.js';

interface CriteriaPanelProps {
  readonly proposal: NomineeProposal | undefined;
  readonly fallback: NomineeProposal['proposal'];
  readonly procedure: ProcedureDocument | undefined;
  /** Only read: nobody is told that the verdict is his. */
  readonly locked: boolean;
}

/** Each criterion with the machine’s word, its evidence in sentences, and where the criterion stands written. */
export function CriteriaPanel({ proposal, fallback, procedure, locked }: CriteriaPanelProps): ReactElement {
  const { t } = useTranslation('appraisal');
  const say = useSay();
  const cite = useCite();
  const findings = (proposal?.proposal ?? fallback)?.findings ?? [];
  const all = [...(procedure?.criteria?.prerequisites ?? []), ...(procedure?.criteria?.conditions ?? [])];
  return (
    <Panel
      title={t('criteria.title')}
      extra={<span className="vd-meta">{t('criteria.count', { count: findings.length })}</span>}
      className="appraisal-criteria"
      {...(locked ? {} : { footer: t('criteria.footer') })}
    >
      {findings.length === 0 ? (
        <p className="vd-meta">{t('criteria.none')}</p>
      ) : (
        <ol>
          {findings.map(({ criterion, rule, outcome }, at) => {
            const own = all.find(({ id }) => id === criterion);
            const told = proposal?.told[at];
            return (
              <li key={criterion}>
                <p className="appraisal-criterion">
                  {own
                    ? say(own.names)
                    : t(`common.${criterion}` as never, { defaultValue: told ? say(told) : criterion })}
                </p>
                <p>
                  <MachineWord outcome={outcome} /> <span className="vd-meta">{t('criteria.rule', { rule })}</span>
                </p>
                {told && <p className="vd-meta">{say(told)}</p>}
                {own?.source && <p className="vd-meta">{cite(own.source)}</p>}
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
