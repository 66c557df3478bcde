import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signedOut } from '../api/signed-out.js';
import { meQuery } from '../api/queries.js';
import { Button, Dialog } from '../components/index.js';
import { hour } from '../format/dates.js';

const BEFORE_MS = 120_000;
/** What a browser's timer can hold; longer sessions are looked at again. */
const LONGEST_MS = 2_000_000_000;

/** Two minutes before a session ends for good: sign in again now, with everything kept, or finish first. */
export function SessionEnding(): ReactElement | null {
  const { t } = useTranslation('states');
  const { data: me } = useQuery(meQuery);
  const endsAt = me?.session?.endsAt;
  const [asked, setAsked] = useState<string>();
  useEffect(() => {
    if (endsAt === undefined) return undefined;
    const wait = Math.max(0, Date.parse(endsAt) - BEFORE_MS - Date.now());
    const timer = setTimeout(() => setAsked(endsAt), Math.min(wait, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [endsAt]);
  if (asked === undefined || asked !== endsAt || Date.parse(endsAt) - BEFORE_MS > Date.now()) return null;
  const close = () => setAsked(undefined);
  return (
    <Dialog
      title={t('ending.title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ending.later')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              close();
              signedOut.say();
            }}
          >
            {t('ending.continue')}
          </Button>
        </>
      }
    >
      <p>{t('ending.sentence', { at: hour(endsAt) })}</p>
    </Dialog>
  );
}
