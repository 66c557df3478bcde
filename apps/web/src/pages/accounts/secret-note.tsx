import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, useToast } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import type { Secret } from './account-acts.js';

/** A secret, once: it stands on this page until it is closed, and in no store of the browser. */
export function SecretNote({
  secret: { kind, secret, expiresAt },
  onClose,
}: {
  readonly secret: Secret;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('accounts');
  const tell = useToast();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      tell(t('secret.copied'));
    } catch {
      // Over plain HTTP browsers have no clipboard.
      tell(t('secret.notCopied'), 'over');
    }
  };
  return (
    <div ref={box} className="accounts-secret" role="alert" tabIndex={-1}>
      <b>{t(`secret.${kind}`)}</b>
      <p className="vd-mono">{secret}</p>
      <p className="vd-meta">
        {t('secret.once')} {expiresAt && t('secret.until', { at: moment(expiresAt) })}
      </p>
      <div className="vd-row">
        <Button size="small" onClick={() => void copy()}>
          {t('secret.copy')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('secret.close')}
        </Button>
      </div>
    </div>
  );
}
