import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { procedureQuery, proceduresQuery } from '../../api/names.js';
import { FilterChips, Note, Panel, Skeleton, useCite, useLanguage, useSay } from '../../components/index.js';
import type { Standing } from '../../shell/standing.js';
import { worklistQuery } from '../worklist/worklist.queries.js';
import { stepGuides } from './step-guide.js';

/** So many awards are told of at first sight; the others stand with the procedures. */
const MOST = 4;

/** Mỗi bước làm gì: of the awards that lie on the reader’s desk, the steps at which his position acts. */
export function StepsOfMine({
  standing,
  works,
}: {
  readonly standing: Standing;
  readonly works: boolean;
}): ReactElement | null {
  const { t } = useTranslation('first-day');
  const say = useSay();
  const cite = useCite();
  const language = useLanguage();
  const { data: all } = useQuery(proceduresQuery);
  const { data: work } = useQuery({ ...worklistQuery(standing.positionId, {}), enabled: works });
  const inForce = all?.items.filter(({ standing: now }) => now === 'in_force') ?? [];
  // What is most of the work comes first; who has none yet learns from the awards of which most is known.
  const counts = new Map<string, number>();
  for (const { procedureCode } of work?.items ?? []) counts.set(procedureCode, (counts.get(procedureCode) ?? 0) + 1);
  const codes = [...counts.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  const mine = codes.flatMap((code) => inForce.find((each) => each.code === code) ?? []);
  const known = inForce.toSorted((one, other) => one.unknownFigures.length - other.unknownFigures.length);
  const versions = (mine.length > 0 ? mine : known).slice(0, MOST);
  const read = useQueries({ queries: versions.map(({ code, version }) => procedureQuery(code, version)) });
  const [chosen, setChosen] = useState<string>();
  const at = Math.max(
    0,
    versions.findIndex(({ code }) => code === chosen),
  );
  const version = versions[at];
  const procedure = read[at]?.data;
  if (!all || !version) return null;
  return (
    <Panel
      title={t('steps.title')}
      meta={t('steps.meta')}
      {...(versions.length > 1 && {
        extra: (
          <FilterChips
            label={t('steps.award')}
            value={version.code}
            onChange={setChosen}
            chips={versions.map(({ code, names }) => ({ value: code, label: say(names) }))}
          />
        ),
      })}
    >
      {!procedure && <Skeleton label={t('steps.title')} />}
      {procedure && steps()}
    </Panel>
  );

  function steps(): ReactElement {
    const guides = procedure ? stepGuides(procedure, standing.roles, language) : [];
    if (guides.length === 0) return <p className="vd-meta">{t('steps.none')}</p>;
    return (
      <>
        <ol className="first-day-steps">
          {guides.map(({ step, name, acts, next, limits }) => (
            <li key={step}>
              <h3>{name}</h3>
              <dl>
                <dt>{t('steps.acts')}</dt>
                <dd>{acts.join('; ')}</dd>
                {next.length > 0 && (
                  <>
                    <dt>{t('steps.next')}</dt>
                    <dd>{next.join('; ')}</dd>
                  </>
                )}
                {limits.map(({ text, source, sure }) => (
                  <div key={text}>
                    <dt>{t('steps.limit')}</dt>
                    <dd>
                      {text}
                      <span className="vd-meta">
                        {sure ? cite(source) : t('steps.unsure', { source: cite(source) })}
                      </span>
                    </dd>
                  </div>
                ))}
              </dl>
              {works && (
                <Link to="/viec" search={{ buoc: step, hinhThuc: version?.code ?? '' }}>
                  {t('steps.work')}
                  <span className="vd-hidden"> {name}</span>
                </Link>
              )}
            </li>
          ))}
        </ol>
        <Note>{t('steps.source', { code: version?.code ?? '', version: version?.version ?? '' })}</Note>
      </>
    );
  }
}
