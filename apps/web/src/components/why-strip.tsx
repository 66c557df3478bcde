import type { ReactElement, ReactNode } from 'react';
import type { Bilingual } from '#libs/domain/kernel';
import { useTranslation } from 'react-i18next';
import { useSay } from './say.js';
import './why-strip.css';

interface WhoActs {
  readonly act: string;
  readonly name: Bilingual;
  readonly outcomeName?: Bilingual | undefined;
  readonly by: readonly {
    readonly roleName: Bilingual;
    readonly unit: Bilingual;
    readonly unitId: string;
    readonly role: string;
  }[];
}

interface WhyLine {
  readonly place: string;
  readonly sentences: Bilingual;
  readonly acts: readonly WhoActs[];
}

/** What `/dossiers/{id}/blocked-by` answers, as far as this strip tells it. */
export interface BlockedToldHere {
  readonly ended?: { readonly sentences: Bilingual } | undefined;
  readonly lines: readonly WhyLine[];
}

/** Why a dossier waits, and who does what next: names the waiting party, since when, until when. */
export function WhyStrip({
  blocked,
  next,
}: {
  readonly blocked: BlockedToldHere;
  readonly next?: ReactNode;
}): ReactElement {
  const { t } = useTranslation('components');
  const say = useSay();
  const { ended, lines } = blocked;
  return (
    <section className="vd-why" aria-label={t('why.label')}>
      <div>
        <h2>{ended ? t('why.ended') : t('why.why')}</h2>
        {ended && <p>{say(ended.sentences)}</p>}
        {lines.map((line) => (
          <p key={line.place}>{say(line.sentences)}</p>
        ))}
      </div>
      <div>
        <h2>{t('why.next')}</h2>
        {ended && <p>{t('why.nobody')}</p>}
        {!ended && lines.every(({ acts }) => acts.length === 0) && <p>{t('why.time')}</p>}
        <ul>
          {parties(lines).map(({ key, who, acts }) => (
            <li key={key}>
              <b>{capital(say(who))}</b>: {acts.map(say).join('; ')}
            </li>
          ))}
        </ul>
        {next}
      </div>
    </section>
  );
}

interface Party {
  readonly key: string;
  readonly who: Bilingual;
  readonly acts: readonly Bilingual[];
}

/** By whom, not by what: a reader looks for himself. At most four parties, four acts each. */
function parties(lines: readonly WhyLine[]): readonly Party[] {
  const found = new Map<string, { readonly who: Bilingual; readonly acts: Map<string, Bilingual> }>();
  for (const { act, name, outcomeName, by } of lines.flatMap(({ acts }) => acts)) {
    for (const { role, roleName, unit, unitId } of by) {
      const key = `${role} ${unitId}`;
      const who = { vi: `${roleName.vi}, ${unit.vi}`, en: `${roleName.en}, ${unit.en}` };
      const party = found.get(key) ?? { who, acts: new Map<string, Bilingual>() };
      party.acts.set(`${act} ${outcomeName?.vi ?? ''}`, withOutcome(name, outcomeName));
      found.set(key, party);
    }
  }
  return [...found].slice(0, 4).map(([key, { who, acts }]) => ({ key, who, acts: [...acts.values()].slice(0, 4) }));
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const withOutcome = (name: Bilingual, outcome: Bilingual | undefined): Bilingual =>
  outcome ? { vi: `${name.vi} (${outcome.vi})`, en: `${name.en} (${outcome.en})` } : name;
