import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/dossier.js';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { Button, buttonClass, Icon, Note, PageHead, StatusTag, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { ListSteps } from '../../shell/shortcuts/list-steps.js';
import { OnLetter } from './on-letter.js';
import { PrintHead } from './print-head.js';
import { countedIn } from './counted.js';

/** What it is, whose, since when, under which rules; and what holds for the whole of it. */
export function DossierHead({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const unit = useUnitNames();
  const award = useAwardNames();
  const {
    id,
    title,
    submittingUnitId,
    submittedAt,
    counts,
    procedure,
    procedureCode,
    secrecy,
    suspended,
    parentDossierId,
    parentProcedureCode,
  } = dossier;
  return (
    <>
      <PrintHead dossier={dossier} />
      <PageHead
        title={title}
        titleLang="vi"
        crumbs={[
          <Link key="list" to="/ho-so">
            {t('crumbs.dossiers')}
          </Link>,
          <span key="here">
            <span className="vd-mono">{id.slice(0, 8)}</span>
            <ListSteps id={id} />
          </span>,
        ]}
        sub={
          <>
            {say(award(procedureCode))} · {say(unit(submittingUnitId))}
            {submittedAt && t('head.submitted', { day: day(submittedAt) })} · <b>{countedIn(t, counts)}</b> ·{' '}
            {procedure
              ? t('head.procedure', { code: procedure.code, version: procedure.version })
              : t('head.noProcedure')}
            {secrecy !== 'none' && (
              <>
                {' '}
                <StatusTag status="soon">{t(`secrecy.${secrecy}`)}</StatusTag>
              </>
            )}
          </>
        }
        actions={
          <>
            {submittedAt && (
              <Link to="/ho-so/$id/giay-tiep-nhan" params={{ id }} className={buttonClass()}>
                <Icon name="document" size="small" />
                {t('head.receipt')}
              </Link>
            )}
            <Link to="/ho-so/$id/phat-lai" params={{ id }} className={buttonClass()}>
              <Icon name="play" size="small" />
              {t('head.replay')}
            </Link>
            <Button icon="print" onClick={() => window.print()}>
              {t('head.print')}
            </Button>
          </>
        }
      />
      <div className="dossier-notes">
        {suspended && <Note kind="soon">{t('head.suspended')}</Note>}
        {dossier.submission && <OnLetter submission={dossier.submission} />}
        {parentDossierId && (
          <Note>
            {parentProcedureCode
              ? t('head.escalatedFrom', { award: say(award(parentProcedureCode)) })
              : t('head.detachedFrom')}{' '}
            <Link to="/ho-so/$id" params={{ id: parentDossierId }}>
              <span className="vd-mono">{parentDossierId.slice(0, 8)}</span>
            </Link>
          </Note>
        )}
        {dossier.detached.map(({ childDossierId, nominees }) => (
          <Note key={childDossierId}>
            {t('head.detached', { count: nominees.length })}{' '}
            <Link to="/ho-so/$id" params={{ id: childDossierId }}>
              <span className="vd-mono">{childDossierId.slice(0, 8)}</span>
            </Link>
          </Note>
        ))}
        {dossier.escalated.map(({ childDossierId, procedureCode: other, nominees }) => (
          <Note key={childDossierId}>
            {t('head.escalated', { count: nominees.length, award: say(award(other)) })}{' '}
            <Link to="/ho-so/$id" params={{ id: childDossierId }}>
              <span className="vd-mono">{childDossierId.slice(0, 8)}</span>
            </Link>{' '}
            <span className="vd-meta">{t('head.escalatedHint')}</span>
          </Note>
        ))}
        {dossier.warnings.map((warning) => (
          <Note key={warning} kind="soon">
            {t(`warnings.${warning}`)}
          </Note>
        ))}
        {dossier.unfinished && (
          <Note kind="soon">{t('head.unfinished', { part: dossier.unfinished.part, of: dossier.unfinished.of })}</Note>
        )}
      </div>
    </>
  );
}
