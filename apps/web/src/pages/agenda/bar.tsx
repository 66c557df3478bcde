import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useProcedureOf } from '../../api/procedure-of.js';
import { useThresholdWords, useGround } from '../../components/index.js';
import { barOf } from '../council/threshold.js';
import type { Listed, Outlook, Session } from './agenda.queries.js';

interface BarProps {
  readonly outlook: Outlook | undefined;
  readonly session: Session;
  readonly planned: boolean;
  readonly dossier: Listed | undefined;
}

/** What the bar of an award means for the session: needed, possible, how many may withhold their yes. Without a session, the share. */
export function Bar({ outlook, session, planned, dossier }: BarProps): ReactElement {
  const { t } = useTranslation('agenda');
  const ground = useGround();
  const words = useThresholdWords();
  const procedure = useProcedureOf(
    dossier && {
      procedureCode: dossier.procedureCode,
      ...(dossier.procedureVersion === null
        ? {}
        : { procedure: { code: dossier.procedureCode, version: dossier.procedureVersion, hash: '' } }),
    },
  );
  const bar = procedure && dossier ? barOf(procedure, [dossier.step]) : undefined;
  const source = ground(bar ?? {});
  const vote = outlook?.votes[0];
  if (bar && !bar.threshold) return <span className="agenda-bar vd-mute">{t('bar.unknown')}</span>;
  if (!planned || !vote?.outlook || !vote.threshold)
    return (
      <span className="agenda-bar vd-mute" title={source}>
        {bar?.threshold && words(bar.threshold, 0, undefined)}
      </span>
    );
  const { of, needed, possible, reachable, spare, quorum } = vote.outlook;
  return (
    <span className="agenda-bar" title={source}>
      {words(vote.threshold, of, needed)}{' '}
      <span className={reachable ? 'vd-mute' : 'vd-ink-fail'}>
        {reachable ? t('bar.spare', { possible, count: spare }) : t('bar.unreachable', { possible })}
      </span>{' '}
      {!quorum.reached && (
        <span className="vd-ink-fail">{t('bar.noQuorum', { present: session.present, needed: quorum.needed })}</span>
      )}
    </span>
  );
}
