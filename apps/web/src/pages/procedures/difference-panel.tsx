import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  differenceSectionNames,
  differenceSections,
  differencesOf,
  parseProcedure,
  type ProcedureDocument,
} from '#libs/domain/procedure';
import { procedureQuery } from '../../api/names.js';
import { FilterSelect, Note, Panel, StatusLine, useSay } from '../../components/index.js';
import { Shown } from '../../shell/shown.js';
import { draftQuery, type ProcedureLife, type Version } from './procedures.queries.js';

/** In what two versions differ, in words: what is new, gone or said otherwise, part by part. Drafts are compared as well. */
export function DifferencePanel({
  life: { code, versions },
  operator,
}: {
  readonly life: ProcedureLife;
  readonly operator: boolean;
}): ReactElement {
  const { t } = useTranslation('procedures');
  const readable = versions.filter(({ standing }) => operator || standing !== 'draft');
  const published = readable.filter(({ standing }) => standing !== 'draft');
  const [chosen, choose] = useState<{ before?: string; after?: string }>({});
  const after = readable.find(({ version }) => version === chosen.after) ?? readable[0];
  const before =
    readable.find(({ version }) => version === chosen.before) ??
    published.find((each) => each !== after) ??
    readable[1];
  const choices = readable.map(({ version, standing }) => ({
    value: version,
    label: standing === 'draft' ? t('difference.draft', { version }) : version,
  }));
  if (!before || !after) return <></>;
  return (
    <Panel
      title={t('difference.title')}
      extra={
        <div className="vd-row">
          <FilterSelect
            label={t('difference.before')}
            choices={choices}
            value={before.version}
            onChange={({ target }) => choose({ ...chosen, before: target.value })}
          />
          <FilterSelect
            label={t('difference.after')}
            choices={choices}
            value={after.version}
            onChange={({ target }) => choose({ ...chosen, after: target.value })}
          />
        </div>
      }
    >
      <Compared code={code} before={before} after={after} />
    </Panel>
  );
}

/** The text of a version; a draft is read as what it would be, if it can be read at all. */
const documentQuery = (code: string, { version, standing, hash, from, until }: Version) => ({
  queryKey: ['procedure-document', code, version, hash, standing === 'draft', from, until],
  queryFn: async (context: { signal: AbortSignal }): Promise<ProcedureDocument | null> => {
    if (standing !== 'draft') {
      const { queryFn } = procedureQuery(code, version);
      return (await (queryFn as (given: unknown) => Promise<unknown>)(context)) as ProcedureDocument;
    }
    const { queryFn } = draftQuery(code, version);
    const read = (await (queryFn as (given: unknown) => Promise<unknown>)(context)) as { document: unknown };
    const parsed = parseProcedure(read.document);
    return parsed.ok ? parsed.value : null;
  },
  // Whoever publishes a draft makes it no draft: what was read of it as one is not read again.
  staleTime: 'static' as const,
});

function Compared({
  code,
  before,
  after,
}: {
  readonly code: string;
  readonly before: Version;
  readonly after: Version;
}): ReactElement {
  const { t } = useTranslation('procedures');
  const say = useSay();
  const [was, is] = [useQuery(documentQuery(code, before)), useQuery(documentQuery(code, after))];
  return (
    <Shown query={was} label={t('difference.title')}>
      {(one) => (
        <Shown query={is} label={t('difference.title')}>
          {(other) => {
            if (!one || !other) return <Note kind="soon">{t('difference.unreadable')}</Note>;
            const differences = differencesOf(one, other);
            if (differences.length === 0) return <p>{t('difference.none')}</p>;
            return (
              <div className="vd-stack">
                {differenceSections
                  .map((section) => ({ section, own: differences.filter((each) => each.section === section) }))
                  .filter(({ own }) => own.length > 0)
                  .map(({ section, own }) => (
                    <section key={section}>
                      <h3>{say(differenceSectionNames[section])}</h3>
                      <ul className="procedures-differences">
                        {own.map(({ kind, path, words }) => (
                          <li key={path}>
                            <StatusLine status={kind === 'added' ? 'ok' : kind === 'removed' ? 'fail' : 'act'}>
                              {t(`difference.kinds.${kind}`)}
                            </StatusLine>
                            <span lang={path.endsWith('.en') ? 'en' : undefined}>
                              {say(words)} <span className="vd-meta vd-mono">{path}</span>
                            </span>
                          </li>
                        ))}
                      </ul>
                    </section>
                  ))}
              </div>
            );
          }}
        </Shown>
      )}
    </Shown>
  );
}
