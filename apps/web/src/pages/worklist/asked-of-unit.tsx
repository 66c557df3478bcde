import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepNames } from '../../api/names.js';
import { Panel, useSay } from '../../components/index.js';
import { DueCell } from './due-cell.js';
import { worklistQuery } from './worklist.queries.js';

const MOST = 3;

/** What the unit is asked for, above its own list: who submits answers first. */
export function AskedOfUnit({ position }: { readonly position: string }): ReactElement | null {
  const { t } = useTranslation('worklist');
  const say = useSay();
  const { data } = useQuery(worklistQuery(position, { ds: 'waiting' }));
  const asked = data?.items.filter(({ receivedAt, submittedAt }) => (receivedAt ?? submittedAt) !== null) ?? [];
  const step = useStepNames(asked);
  if (asked.length === 0) return null;
  return (
    <Panel
      title={t('asked.title', { count: asked.length })}
      extra={
        <Link to="/viec" search={{ ds: 'waiting' }}>
          {t('asked.all')}
        </Link>
      }
      className="vd-asked"
    >
      <ul>
        {asked.slice(0, MOST).map((item) => (
          <li key={item.dossierId}>
            <DueCell item={item} />
            <Link to="/ho-so/$id" params={{ id: item.dossierId }}>
              {item.title}
              <span className="vd-meta">{say(step(item))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
