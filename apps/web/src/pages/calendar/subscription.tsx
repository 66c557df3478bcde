import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Button, Note, Panel, useToast } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { Failed, Shown } from '../../shell/shown.js';

/** The deadlines in one's own calendar program, under a secret address that is shown once. */
export function Subscription(): ReactElement {
  const { t } = useTranslation('calendar');
  const tell = useToast();
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: ['me', 'calendar-feed'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/me/calendar-feed', { signal })),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['me', 'calendar-feed'] });
  const open = useMutation({ mutationFn: () => told(api.POST('/api/v1/me/calendar-feed')), onSuccess: again });
  const close = useMutation({
    mutationFn: () => told(api.DELETE('/api/v1/me/calendar-feed')),
    onSuccess: () => {
      open.reset();
      return again();
    },
  });
  const address = open.data && `${window.location.origin}${open.data.path}`;
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      tell(t('feed.copied'));
    } catch {
      // Over plain HTTP browsers have no clipboard; the address stands there to be copied by hand.
      tell(t('feed.notCopied'), 'over');
    }
  };
  return (
    <Panel title={t('feed.title')}>
      <div className="vd-stack">
        <p>{t('feed.what')}</p>
        <Shown query={state} label={t('feed.title')} lines={2}>
          {({ openSince }) => (
            <>
              {openSince && <p className="vd-meta">{t('feed.since', { day: day(openSince) })}</p>}
              {address && (
                <>
                  <Note kind="soon">{t('feed.once')}</Note>
                  <p className="vd-mono vd-feed-address">{address}</p>
                </>
              )}
              <div className="vd-row">
                {address && (
                  <Button size="small" onClick={() => void copy(address)}>
                    {t('feed.copy')}
                  </Button>
                )}
                <Button size="small" busy={open.isPending} onClick={() => open.mutate()}>
                  {openSince ? t('feed.renew') : t('feed.open')}
                </Button>
                {openSince && (
                  <Button size="small" kind="quiet" busy={close.isPending} onClick={() => close.mutate()}>
                    {t('feed.close')}
                  </Button>
                )}
              </div>
              {(open.error ?? close.error) && <Failed error={open.error ?? close.error} />}
            </>
          )}
        </Shown>
      </div>
    </Panel>
  );
}
