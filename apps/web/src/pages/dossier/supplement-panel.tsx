import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { allowedQuery, type Dossier } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { buttonClass, Note, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';

interface Asked {
  readonly items: readonly { readonly document?: string; readonly note?: string }[];
  readonly reason: string;
  readonly answerBy?: string;
}

const LATELY = '50';

/** What the unit is asked to bring, above everything else, while it may answer. */
export function SupplementPanel({ dossier }: { readonly dossier: Dossier }): ReactElement | null {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const procedure = useProcedureOf(dossier);
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const may = allowed?.commands.some(({ command, allowed: now }) => command === 'supplement' && now) ?? false;
  const { data } = useQuery({
    queryKey: ['dossier', dossier.id, 'supplement-asked', dossier.revision],
    enabled: may,
    queryFn: async ({ signal }) => {
      const { items } = await told(
        api.GET('/api/v1/dossiers/{id}/events', {
          params: { path: { id: dossier.id }, query: { order: 'newestFirst', limit: LATELY } as never },
          signal,
        }),
      );
      return items.find(({ type }) => type === 'SupplementRequested') ?? null;
    },
  });
  if (!may || !data) return null;
  const { items, reason, answerBy } = data.data as unknown as Asked;
  const nameOf = (code: string | undefined) => {
    const names = procedure?.documents.find((each) => each.code === code)?.names;
    return names ? say(names) : code;
  };
  return (
    <Note kind="soon">
      <h2 className="dossier-asked">{t('supplement.title')}</h2>
      <p>
        {reason}{' '}
        <span className="vd-meta">
          {answerBy === undefined
            ? t('supplement.asked', { day: day(data.effectiveAt) })
            : t('supplement.by', { day: day(answerBy) })}
        </span>
      </p>
      <ul className="dossier-asked-items">
        {items.map(({ document, note }, at) => (
          <li key={at}>{[nameOf(document), note].filter(Boolean).join(': ')}</li>
        ))}
      </ul>
      <p className="vd-row">
        <Link
          to="/ho-so/$id/viec/$act"
          params={{ id: dossier.id, act: 'supplement' }}
          className={buttonClass({ kind: 'primary', size: 'small' })}
        >
          {t('supplement.answer')}
        </Link>
        <Link
          to="/ho-so/$id/viec/$act"
          params={{ id: dossier.id, act: 'attach-document' }}
          className={buttonClass({ size: 'small' })}
        >
          {t('supplement.attach')}
        </Link>
      </p>
    </Note>
  );
}
