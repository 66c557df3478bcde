import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { allowedQuery, type Dossier, dossierQuery } from '../../api/dossier.js';
import { meQuery } from '../../api/queries.js';
import { Empty } from '../../components/index.js';
import { Shown, ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { useProposals } from '../dossier/use-proposals.js';
import { AppraisalForm } from './appraisal-form.js';
import './appraisal.css';

const route = getRouteApi('/framed/ho-so/$id/tham-dinh');

/** Phiếu thẩm định: one nominee after the other, the machine’s proposal beside the officer’s own verdict, then one check of all. */
export function AppraisalPage(): ReactElement {
  const { t } = useTranslation('appraisal');
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  useTitle(t('title'));
  return (
    <ShownPage query={query} label={t('title')} lines={8}>
      {(dossier) => <Appraisal dossier={dossier} />}
    </ShownPage>
  );
}

function Appraisal({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('appraisal');
  const { doiTuong } = route.useSearch();
  const navigate = route.useNavigate();
  const proposals = useProposals(dossier);
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const { data: me } = useQuery(meQuery);
  const first = dossier.nominees[0];
  if (!first) return <Empty title={t('none')} />;
  const may = allowed?.commands.find(({ command }) => command === 'appraise-nominees');
  return (
    <Shown query={proposals} label={t('proposals')}>
      {(found) =>
        me && (
          <AppraisalForm
            dossier={dossier}
            proposals={found}
            account={me.id}
            may={may}
            at={doiTuong ?? dossier.nominees.find(({ verdict }) => verdict === undefined)?.id ?? first.id}
            onGo={(to) => void navigate({ search: { doiTuong: to }, resetScroll: true })}
          />
        )
      }
    </Shown>
  );
}
