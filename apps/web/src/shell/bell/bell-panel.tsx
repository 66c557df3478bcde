import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { panelQuery } from '../../api/queries.js';
import { Button, Skeleton } from '../../components/index.js';
import { type Message, MessageLine } from '../../pages/notifications/message-line.js';
import { useMarkRead } from '../../pages/notifications/use-mark-read.js';
import { Failed } from '../shown.js';

const groups = ['todo', 'info', 'system'] as const;

interface BellPanelProps {
  readonly id: string;
  /** With whether the focus goes back to the bell: not where a link leads to another page. */
  readonly onClose: (giveFocusBack: boolean) => void;
}

/**
 * The newest messages: what is to be done, what is good to know, what the system says; those of a dossier together. A dialog that
 * leaves the page usable: Escape closes it, Tab leads out of it. No letter does anything here.
 */
export function BellPanel({ id, onClose }: BellPanelProps): ReactElement {
  const { t } = useTranslation(['notifications', 'shell']);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useQuery(panelQuery);
  const mark = useMarkRead();
  useEffect(() => heading.current?.focus(), []);
  const items: readonly Message[] = list.data?.items ?? [];
  return (
    <div id={id} className="vd-bell-panel" role="dialog" aria-labelledby={`${id}-title`}>
      <div className="vd-bell-head">
        <h2 ref={heading} id={`${id}-title`} tabIndex={-1}>
          {t('notifications:title')}
        </h2>
        <Button
          size="small"
          kind="quiet"
          busy={mark.isPending}
          refused={list.data?.unread === 0 ? t('notifications:allRead') : undefined}
          onClick={() => list.data && mark.mutate({ through: list.data.newest })}
        >
          {t('notifications:markAll')}
        </Button>
        <Button
          size="small"
          kind="quiet"
          icon="close"
          aria-label={t('shell:bell.close')}
          onClick={() => onClose(true)}
        />
      </div>
      <div className="vd-bell-body">
        {list.isPending && <Skeleton label={t('notifications:title')} lines={5} />}
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} old={items.length > 0} />}
        {list.data && items.length === 0 && <p className="vd-bell-none">{t('notifications:none')}</p>}
        {groups.map((group) => {
          const own = items.filter((each) => each.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group} aria-labelledby={`${id}-${group}`}>
              <h3 id={`${id}-${group}`}>
                {t(`notifications:groups.${group}`)} <span className="vd-meta">{own.length}</span>
              </h3>
              {byDossier(own).map(({ dossierId, title, messages }) => (
                <div key={dossierId ?? messages[0]?.id} className="vd-bell-dossier">
                  {dossierId !== null && (
                    <Link to="/ho-so/$id" params={{ id: dossierId }} onClick={() => onClose(false)}>
                      {title ?? dossierId.slice(0, 8)}
                    </Link>
                  )}
                  <ul>
                    {messages.map((message) => (
                      <MessageLine
                        key={message.id}
                        message={message}
                        inDossier={dossierId !== null}
                        onRead={() => {
                          // The button goes away with what it did; the focus stays here.
                          heading.current?.focus();
                          mark.mutate({ ids: [message.id] });
                        }}
                      />
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          );
        })}
      </div>
      <div className="vd-bell-foot">
        <Link to="/thong-bao" onClick={() => onClose(false)}>
          {t('shell:bell.all')}
        </Link>
      </div>
    </div>
  );
}

interface OfDossier {
  readonly dossierId: string | null;
  readonly title: string | null;
  readonly messages: Message[];
}

/** Those of one dossier together, where its newest stands; what is about none stands alone. */
function byDossier(messages: readonly Message[]): readonly OfDossier[] {
  const all: OfDossier[] = [];
  for (const message of messages) {
    const { dossierId, dossierTitle } = message;
    const known = dossierId === null ? undefined : all.find((each) => each.dossierId === dossierId);
    if (known) known.messages.push(message);
    else all.push({ dossierId, title: dossierTitle, messages: [message] });
  }
  return all;
}
