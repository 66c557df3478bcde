import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { allowedQuery, dossierQuery } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { meQuery } from '../../api/queries.js';
import { ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { CouncilForm } from './council-form.js';
import './council.css';

const route = getRouteApi('/framed/ho-so/$id/kiem-phieu');

/** Ghi kết quả Hội đồng: the minutes, or what two tellers counted, with the arithmetic of the bar before and after. */
export function CouncilPage(): ReactElement {
  const { t } = useTranslation('council');
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  const { data: allowed } = useQuery(allowedQuery(id));
  const { data: me } = useQuery(meQuery);
  const procedure = useProcedureOf(query.data);
  useTitle(t('title'));
  return (
    <ShownPage query={query} label={t('title')} lines={8}>
      {(dossier) =>
        procedure && me ? (
          <CouncilForm
            dossier={dossier}
            procedure={procedure}
            account={me.id}
            may={allowed?.commands.find(({ command }) => command === 'record-council-result')}
          />
        ) : null
      }
    </ShownPage>
  );
}
