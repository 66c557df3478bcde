import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Nominee } from '../../api/dossier.js';
import { StatusLine } from '../../components/index.js';

/** The furthest that people have come with a nominee; what the council said stays below it. */
export function NomineeStanding({ nominee }: { readonly nominee: Nominee }): ReactElement {
  const { t } = useTranslation('dossier');
  const { conferred, decided, approval, vote, verdict, evidenceLost } = nominee;
  const council = vote && t(vote.passed ? 'nominees.passed' : 'nominees.notPassed', { yes: vote.yes });
  const under = council !== undefined && <span className="vd-meta dossier-vote">{council}</span>;
  if (conferred === true || decided === true)
    return (
      <>
        {yesOrNo(true, t(conferred ? 'nominees.conferred' : 'nominees.decided'))}
        {under}
      </>
    );
  if (approval)
    return (
      <>
        {yesOrNo(approval.approved, t(approval.approved ? 'nominees.approved' : 'nominees.refused'))}
        {under}
      </>
    );
  if (vote) return yesOrNo(vote.passed, council ?? '');
  if (!verdict) return <span className="vd-mute">{t('nominees.noVerdict')}</span>;
  const qualified = verdict.verdict === 'qualified';
  return (
    <>
      {yesOrNo(qualified, t(qualified ? 'nominees.qualified' : 'nominees.notQualified'))}
      {evidenceLost && <StatusLine status="soon">{t('nominees.evidenceLost')}</StatusLine>}
    </>
  );
}

const yesOrNo = (yes: boolean, text: string): ReactElement =>
  yes ? (
    <StatusLine status="ok" mark="check">
      {text}
    </StatusLine>
  ) : (
    <StatusLine status="fail">{text}</StatusLine>
  );
