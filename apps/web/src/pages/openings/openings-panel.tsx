import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentsQuery, dossierQuery } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { Button, DataTable, Empty, Panel, Skeleton, useSay } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { Failed } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { dossierOpeningsQuery, type Opening, paperOpeningsQuery } from './openings.query.js';

/** So many lines before somebody asks for more. */
const FIRST = 8;

/** Who opened a dossier, its files, its events and the papers made of it: for auditors, and asked for by nobody else. */
export function DossierOpenings({ id }: { readonly id: string }): ReactElement | null {
  const { standing } = useStanding();
  return hasRole(standing, 'auditor') ? <OfDossier id={id} /> : null;
}

/** Who had a paper of a decision made. */
export function DecisionOpenings({ id }: { readonly id: string }): ReactElement | null {
  const { standing } = useStanding();
  return hasRole(standing, 'auditor') ? <OfDecision id={id} /> : null;
}

function OfDossier({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation('openings');
  const say = useSay();
  const { data: dossier } = useQuery(dossierQuery(id));
  const procedure = useProcedureOf(dossier);
  const { data: documents } = useQuery(documentsQuery(id));
  const opened = useInfiniteQuery(dossierOpeningsQuery(id));
  const papers = useInfiniteQuery(paperOpeningsQuery('dossier', id));
  const decisionId = dossier?.decision?.id;
  const decided = useInfiniteQuery({
    ...paperOpeningsQuery('decision', decisionId ?? ''),
    enabled: decisionId !== undefined,
  });
  const file = (sha256: string | undefined) => {
    const code = documents?.items.find((each) => each.sha256 === sha256)?.document;
    const names = procedure?.documents.find((each) => each.code === code)?.names;
    return names ? say(names) : (code ?? t('aFile'));
  };
  const lists = decisionId === undefined ? [opened, papers] : [opened, papers, decided];
  return <Openings title={t('title')} lists={lists} file={file} />;
}

function OfDecision({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation('openings');
  const papers = useInfiniteQuery(paperOpeningsQuery('decision', id));
  return <Openings title={t('titleOfDecision')} lists={[papers]} file={() => t('aFile')} />;
}

/** A list that is read page by page. */
interface Paged {
  readonly data: { readonly pages: readonly { readonly items: readonly Opening[] }[] } | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

function Openings({
  title,
  lists,
  file,
}: {
  readonly title: string;
  readonly lists: readonly Paged[];
  readonly file: (sha256: string | undefined) => string;
}): ReactElement {
  const { t } = useTranslation('openings');
  const say = useSay();
  const [all, setAll] = useState(false);
  const failed = lists.find(({ error }) => error);
  const read = lists.every(({ data }) => data !== undefined);
  const openings = lists
    .flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? [])
    .sort((one, other) => other.at.localeCompare(one.at));
  const more = lists.some(({ hasNextPage }) => hasNextPage);
  const shown = all ? openings : openings.slice(0, FIRST);
  return (
    <Panel
      title={title}
      meta={read && t(more ? 'countMore' : 'count', { count: openings.length })}
      flush
      id="ai-da-mo"
      className="openings"
    >
      {failed && <Failed error={failed.error} onRetry={() => void failed.refetch()} old={openings.length > 0} />}
      {!read && !failed && <Skeleton label={title} />}
      {read && openings.length === 0 && <Empty title={t('none')} />}
      {openings.length > 0 && (
        <DataTable
          label={title}
          rowKey={({ key }) => key}
          groups={[{ key: 'all', rows: shown }]}
          columns={[
            { key: 'at', header: t('at'), label: t('at'), width: 150, cell: ({ at }) => moment(at) },
            {
              key: 'who',
              header: t('who'),
              rowHeader: true,
              cell: ({ by }) => (
                <>
                  {by.name ?? by.accountId}
                  {(by.position ?? by.unit) && (
                    <span className="vd-meta">
                      {' '}
                      {[by.position, by.unit].flatMap((each) => (each ? [say(each)] : [])).join(', ')}
                    </span>
                  )}
                </>
              ),
            },
            { key: 'what', header: t('what'), label: t('what'), phone: 'wide', cell: what },
          ]}
        />
      )}
      {(openings.length > shown.length || (all && more)) && (
        <div className="vd-panel-foot vd-screen-only">
          <Button
            size="small"
            busy={lists.some(({ isFetchingNextPage }) => isFetchingNextPage)}
            onClick={() => {
              if (all) for (const each of lists) if (each.hasNextPage) each.fetchNextPage();
              setAll(true);
            }}
          >
            {all ? t('older') : t('whole', { count: openings.length })}
          </Button>
        </div>
      )}
    </Panel>
  );

  function what({ what: kind, times, sha256, kind: paper, format, ofDecision }: Opening): string {
    if (kind === 'dossier') return t('dossier', { count: times });
    if (kind === 'log') return t('log', { count: times });
    if (kind === 'document') return t('document', { name: file(sha256) });
    const name = t([`papers.${paper ?? ''}`, 'papers.other'] as never);
    return t(ofDecision ? 'paperOfDecision' : 'paper', { name, format: format?.toUpperCase() ?? '' });
  }
}
