import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { type Dossier, documentsQuery, fileAddress, type Nominee, type NomineeProposal } from '../../api/dossier.js';
import { useAwardNames } from '../../api/names.js';
import { Button, KeyValues, Panel, StatusLine, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { DocumentViewer } from '../papers/document-viewer.js';
import { shownType } from '../papers/file-query.js';

interface EvidencePanelProps {
  readonly dossier: Dossier;
  readonly nominee: Nominee;
  readonly history: NomineeProposal['history'];
  readonly procedure: ProcedureDocument | undefined;
}

/** What the unit states, what is known of earlier awards, and the papers to look into. */
export function EvidencePanel({ dossier, nominee, history, procedure }: EvidencePanelProps): ReactElement {
  const { t } = useTranslation('appraisal');
  const say = useSay();
  const award = useAwardNames();
  const { data: documents } = useQuery(documentsQuery(dossier.id));
  const [seen, setSeen] = useState<{ readonly sha256: string; readonly title: string }>();
  const nameOf = (code: string) =>
    say(procedure?.documents.find((each) => each.code === code)?.names ?? { vi: code, en: code });
  const files = (documents?.items ?? []).filter(({ open, sha256 }) => open && sha256 !== undefined);
  return (
    <Panel title={t('evidence.title')} className="appraisal-evidence">
      <h3>{t('evidence.claims')}</h3>
      {nominee.claims ? (
        <KeyValues items={claimLines(nominee.claims, t)} />
      ) : (
        <p className="vd-meta">{t('evidence.noClaims')}</p>
      )}
      <h3>{t('evidence.history')}</h3>
      {history.length === 0 ? (
        <p className="vd-meta">{t('evidence.noHistory')}</p>
      ) : (
        <ul>
          {history.map(({ by, pastAward }) => (
            <li key={pastAward.ref}>
              <b>{pastAward.award ? say(award(pastAward.award)) : t('evidence.noAward')}</b>
              {pastAward.meritYear !== undefined && ` ${pastAward.meritYear}`}
              <span className="vd-meta">
                {[pastAward.decision, pastAward.decidedOn && day(pastAward.decidedOn)].filter(Boolean).join(', ')}
              </span>
              {by === 'namesake' && <StatusLine status="soon">{t('evidence.namesake')}</StatusLine>}
              {pastAward.cancelled && <StatusLine status="fail">{t('evidence.cancelled')}</StatusLine>}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('evidence.papers')}</h3>
      {files.length === 0 ? (
        <p className="vd-meta">{t('evidence.noPapers')}</p>
      ) : (
        <ul>
          {files.map(({ document, sha256 = '', mediaType }) => (
            <li key={sha256}>
              {shownType(mediaType) ? (
                <Button
                  kind="quiet"
                  size="small"
                  icon="document"
                  onClick={() => setSeen({ sha256, title: nameOf(document) })}
                >
                  {nameOf(document)}
                </Button>
              ) : (
                <a href={fileAddress(dossier.id, sha256)} download>
                  {nameOf(document)}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {seen && (
        <DocumentViewer
          key={seen.sha256}
          file={{ of: 'documents', id: dossier.id, sha256: seen.sha256 }}
          title={seen.title}
          onClose={() => setSeen(undefined)}
        />
      )}
    </Panel>
  );
}

type Claims = NonNullable<Nominee['claims']>;
type Words = TFunction<'appraisal'>;

function claimLines(claims: Claims, t: Words): readonly (readonly [string, string])[] {
  const { meritYear, meritPeriod, composition, achievements, initiatives, discipline, existence } = claims;
  const lines: (readonly [string, string] | undefined)[] = [
    meritYear === undefined ? undefined : [t('claims.meritYear'), String(meritYear)],
    meritPeriod && [t('claims.meritPeriod'), `${day(meritPeriod.from)} – ${day(meritPeriod.to)}`],
    composition && [t('claims.members'), String(composition.members)],
    achievements && achievements.length > 0 ? [t('claims.achievements'), achievements.join(', ')] : undefined,
    initiatives && initiatives.length > 0
      ? [
          t('claims.initiatives'),
          initiatives.map(({ id, share }) => (share === undefined ? id : `${id} (${share} %)`)).join(', '),
        ]
      : undefined,
    discipline && [
      t('claims.discipline'),
      discipline.none ? t('claims.noDiscipline') : t('claims.disciplineEnded', { day: day(discipline.endedOn ?? '') }),
    ],
    existence?.from ? [t('claims.existsFrom'), day(existence.from)] : undefined,
  ];
  return lines.filter((line) => line !== undefined);
}
