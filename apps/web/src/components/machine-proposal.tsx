import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, type MarkName } from './mark.js';
import { type Status, StatusLine, StatusTag } from './status-tag.js';
import './machine-proposal.css';

/** What the machine proposes. Where evidence is missing it does not know; that is not a no. */
export type MachineOutcome = 'pass' | 'fail' | 'unknown';

const looks: Readonly<Record<MachineOutcome, { readonly status: Status; readonly mark: MarkName }>> = {
  pass: { status: 'ok', mark: 'check' },
  fail: { status: 'fail', mark: 'cross' },
  unknown: { status: 'soon', mark: 'unknown' },
};

/** The machine's word in a table: smaller than the officer's. */
export function MachineWord({
  outcome,
  count,
}: {
  readonly outcome: MachineOutcome;
  readonly count?: string;
}): ReactElement {
  const { t } = useTranslation('components');
  const { status, mark } = looks[outcome];
  return (
    <StatusLine status={status} mark={mark}>
      {count ? t(`machine.count.${outcome}`, { count }) : t(`machine.short.${outcome}`)}
    </StatusLine>
  );
}

export interface EvidenceLine {
  readonly key: string;
  readonly outcome: MachineOutcome;
  readonly text: ReactNode;
}

/** What one criterion says, on what evidence, by which rule. The verdict of a person stands below it, and larger. */
export function MachineProposal({
  outcome,
  rule,
  text,
  evidence,
  source,
}: {
  readonly outcome: MachineOutcome;
  /** The rule and its version. */
  readonly rule: ReactNode;
  readonly text: ReactNode;
  readonly evidence: readonly EvidenceLine[];
  readonly source?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('components');
  const { status, mark } = looks[outcome];
  return (
    <section className="vd-machine" aria-label={t('machine.label')}>
      <p className="vd-machine-head">
        <StatusTag status={status} mark={mark}>
          {t(`machine.${outcome}`)}
        </StatusTag>
        <span className="vd-meta">{rule}</span>
      </p>
      <p>{text}</p>
      {evidence.length > 0 && (
        <ul>
          {evidence.map(({ key, outcome: own, text: words }) => (
            <li key={key}>
              <span className={`vd-ink-${looks[own].status}`}>
                <Mark name={looks[own].mark} label={t(`machine.short.${own}`)} />
              </span>
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
      {source !== undefined && <p className="vd-meta">{source}</p>}
    </section>
  );
}
