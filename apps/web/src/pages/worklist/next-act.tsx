import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ClaimButton } from './claim-button.js';
import type { WorkItem, WorkListName } from './worklist.queries.js';

/** What can be done next with a piece of work: take it where nobody has it, else go on with it. */
export function NextAct({ item, list }: { readonly item: WorkItem; readonly list: WorkListName }): ReactElement {
  const { t } = useTranslation('worklist');
  if (list === 'free') return <ClaimButton item={item} />;
  return (
    <Link className="vd-button vd-button-small" to="/ho-so/$id" params={{ id: item.dossierId }}>
      {t(item.here && list === 'mine' ? 'goOn' : 'open')}
      <span className="vd-hidden"> {item.title}</span>
    </Link>
  );
}
