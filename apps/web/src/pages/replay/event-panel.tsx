import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { claimsText, type NomineeClaims } from '#libs/domain/eligibility';
import type { TimelineEntry } from '../../api/dossier.js';
import { Correction, KeyValues, Panel, useLanguage, useSay } from '../../components/index.js';
import { day, moment, second } from '../../format/dates.js';
import type { EventRow, History } from './history.js';

interface EventPanelProps {
  readonly row: EventRow;
  readonly entry: TimelineEntry | undefined;
  readonly history: History;
}

interface CorrectionData {
  readonly revision: number;
  readonly old?: string;
  readonly new?: string;
  readonly claims?: { readonly old: NomineeClaims; readonly new: NomineeClaims };
  readonly reason: string;
}

/** The fact at which one stands: in words, who, when it was recorded and from when it holds; its bytes last. */
export function EventPanel({ row, entry, history }: EventPanelProps): ReactElement {
  const { t } = useTranslation('replay');
  const say = useSay();
  const language = useLanguage();
  const { revision, recordedAt, effectiveAt, type, data } = row;
  const who = whoOf(entry, say, t('system'));
  const times = t(day(effectiveAt) === day(recordedAt) ? 'event.oneTime' : 'event.twoTimes', {
    recorded: `${second(recordedAt)} ${day(recordedAt)}`,
    effective: moment(effectiveAt),
  });
  const details: (readonly [string, string])[] = [
    [t('event.who'), who],
    [t('event.times'), times],
  ];
  const corrected = type === 'FactCorrected' ? (data as unknown as CorrectionData) : undefined;
  const stated = corrected && history.rows.find((each) => each.revision === corrected.revision);
  return (
    <Panel title={t('event.title', { revision })}>
      {entry && <p className="replay-sentence">{say(entry.sentences)}</p>}
      {corrected ? (
        <Correction
          wasAt={t('event.wasAt', { revision: corrected.revision, day: stated ? day(stated.recordedAt) : '' })}
          was={corrected.claims ? claimsText(corrected.claims.old, language) : (corrected.old ?? '–')}
          isFrom={t('event.isFrom', { day: stated ? day(stated.effectiveAt) : day(effectiveAt) })}
          is={corrected.claims ? claimsText(corrected.claims.new, language) : (corrected.new ?? '–')}
          details={[
            ...details,
            [t('event.why'), corrected.reason],
            [t('event.trace'), t('event.kept', { revision: corrected.revision })],
          ]}
        />
      ) : (
        <KeyValues items={details} />
      )}
      <details className="replay-raw">
        <summary>{t('event.raw')}</summary>
        <pre tabIndex={0}>{JSON.stringify({ type, ...row.data }, null, 2)}</pre>
      </details>
    </Panel>
  );
}

/** Who acted, as the reader may know it. */
function whoOf(
  entry: TimelineEntry | undefined,
  say: (text: { vi: string; en: string }) => string,
  system: string,
): string {
  if (!entry) return '–';
  const { by } = entry;
  if (by.system) return system;
  return (
    [by.name, by.position && say(by.position), by.unit && say(by.unit)].filter(Boolean).join(', ') ||
    (by.accountId ?? '–')
  );
}
