import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { Button, useToast } from '../../components/index.js';
import { useCommand } from '../../forms/use-command.js';
import type { WorkItem } from './worklist.queries.js';

/** Takes a dossier from what is free. Giving it back asks for a reason, and is done on its own page. */
export function ClaimButton({ item }: { readonly item: WorkItem }): ReactElement {
  const { t, i18n } = useTranslation('worklist');
  const tell = useToast();
  const { data: me } = useQuery(meQuery);
  const { send, sending } = useCommand<Record<string, never>, { readonly position: string }>({
    place: { account: me?.id ?? '', subject: item.dossierId, form: 'claim' },
    withoutForm: true,
    revision: item.revision,
    send: (_nothing, headers) =>
      told(
        api.POST('/api/v1/dossiers/{id}/claim', {
          params: { path: { id: item.dossierId }, header: headers as never },
          body: {} as never,
        }),
      ),
    accepted: () => tell(t('claimDone')),
    refused: (problem) => tell(problem?.sentence(i18n.language) ?? t('unreachable'), 'over'),
  });
  return (
    <Button size="small" busy={sending} onClick={() => void send({})}>
      {t('claim')}
      <span className="vd-hidden"> {item.title}</span>
    </Button>
  );
}
