import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { operations } from '../../api/generated/openapi.js';
import { Button, StatusLine, useSay } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import './notifications.css';

type Page = operations['listNotifications']['responses'][200]['content']['application/json'];
export type Message = Page['items'][number];

/** One message: what, when, the way to its dossier. What is still to be done cannot be waved away, only read. */
export function MessageLine({
  message,
  inDossier = false,
  onRead,
}: {
  readonly message: Message;
  /** It stands under its dossier, which leads there already. */
  readonly inDossier?: boolean;
  readonly onRead: () => void;
}): ReactElement {
  const { t } = useTranslation('notifications');
  const say = useSay();
  return (
    <li className={message.read ? 'vd-message' : 'vd-message vd-message-new'}>
      <div>
        {message.dossierTitle !== null && !inDossier && <p className="vd-message-dossier">{message.dossierTitle}</p>}
        <p className="vd-message-what">{sentence()}</p>
        <p className="vd-meta">
          <time dateTime={message.at}>{moment(message.at)}</time>
          {' · '}
          {t([`categories.${message.category}`, 'categories.other'])}
          {message.kind === 'event' && message.open && (
            <>
              {' · '}
              <StatusLine status="soon">{t('stillOpen')}</StatusLine>
            </>
          )}
        </p>
      </div>
      <div className="vd-row">
        {message.dossierId && !inDossier && (
          <Link
            className="vd-button vd-button-small"
            to="/ho-so/$id"
            params={{ id: message.dossierId }}
            onClick={onRead}
          >
            {t('open')}
            <span className="vd-hidden"> {sentence()}</span>
          </Link>
        )}
        {!message.read && (
          <Button kind="quiet" size="small" onClick={onRead}>
            {t('mark')}
            <span className="vd-hidden"> {sentence()}</span>
          </Button>
        )}
      </div>
    </li>
  );

  function sentence(): string {
    if (message.kind === 'event') return say(message.sentence);
    if (message.kind === 'alarm') return t('letterFailed', { code: message.code });
    const days = message.workingDaysLeft;
    const when = { at: moment(message.dueAt), count: Math.abs(days), days: Math.abs(days) };
    const told = days < 0 ? t('late', when) : days === 0 ? t('dueToday', when) : t('dueIn', when);
    return message.note === 'position_vacant' ? `${told} ${t('vacant')}` : told;
  }
}
