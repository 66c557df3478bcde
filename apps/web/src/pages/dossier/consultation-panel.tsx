import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/dossier.js';
import { Panel, type Status, StatusLine } from '../../components/index.js';
import { day, moment } from '../../format/dates.js';

const standings: Readonly<Record<Dossier['opinions'][number]['standing'], Status>> = {
  awaited: 'soon',
  unanswered: 'late',
  answered: 'ok',
  withdrawn: 'done',
};

/** Whom was asked and what they answered; where the list hung out and what was said about it. Nothing where nobody was asked. */
export function ConsultationPanel({ dossier }: { readonly dossier: Dossier }): ReactElement | null {
  const { t } = useTranslation('dossier');
  const { opinions, notices, objections, copies } = dossier;
  if (opinions.length + notices.length + objections.length + copies.length === 0) return null;
  return (
    <Panel title={t('consultation.title')}>
      <ul className="dossier-lines">
        {opinions.map((opinion) => (
          <li key={opinion.opinionId}>
            <span>
              <b>{opinion.body.name}</b> <span className="vd-meta">{opinion.question}</span>
              {opinion.answer?.text && <span className="vd-meta">“{opinion.answer.text}”</span>}
            </span>
            <span className="dossier-line-end">
              <StatusLine status={standings[opinion.standing]}>
                {opinion.answer
                  ? t(`consultation.answers.${opinion.answer.answer}`)
                  : t(`consultation.standing.${opinion.standing}`)}
              </StatusLine>
              <span className="vd-meta">
                {opinion.answer ? day(opinion.answer.at) : t('consultation.asked', { day: day(opinion.askedAt) })}
              </span>
            </span>
          </li>
        ))}
        {notices.map((notice) => (
          <li key={notice.noticeId}>
            <span>
              <b>{t('consultation.notice')}</b>{' '}
              <span className="vd-meta">
                {t('consultation.where', { where: notice.where, count: notice.nominees.length })}
              </span>
            </span>
            <span className="dossier-line-end">
              <StatusLine status={notice.closedAt ? 'done' : 'soon'}>
                {notice.closedAt ? t('consultation.closed') : t('consultation.hangs')}
              </StatusLine>
              <span className="vd-meta">
                {notice.closedAt
                  ? day(notice.closedAt)
                  : notice.lastPostingDay
                    ? t('consultation.lastDay', { day: day(notice.lastPostingDay) })
                    : day(notice.openedAt)}
              </span>
            </span>
          </li>
        ))}
        {objections.map((objection) => (
          <li key={objection.objectionId}>
            <span>
              <b>{t(`consultation.objection.${objection.kind}`)}</b>{' '}
              <span className="vd-meta">
                {objection.nominees?.join(', ') ?? t('consultation.wholeList')} · {moment(objection.at)}
              </span>
            </span>
            <StatusLine status={objection.resolved ? 'done' : 'over'}>
              {objection.resolved
                ? t(`consultation.outcome.${objection.resolved.outcome}`)
                : t('consultation.unresolved')}
            </StatusLine>
          </li>
        ))}
        {copies.map((copy) => (
          <li key={copy.copyId}>
            <span>
              <b>{t('consultation.copy')}</b>{' '}
              <span className="vd-meta">{(copy.corrected.at(-1)?.to ?? copy.to).name}</span>
            </span>
            <span className="vd-meta">{day(copy.corrected.at(-1)?.sentOn ?? copy.sentOn)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
