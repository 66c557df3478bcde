import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dossier, documentsQuery, dossierQuery } from '../../api/dossier.js';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { paperAddress } from '../../api/papers.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { Button, buttonClass, Empty, Icon, KeyValues, PageHead } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { countedIn } from '../dossier/counted.js';
import { ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { PrintHead } from '../dossier/print-head.js';
import '../dossier/dossier.css';
import './receipt.css';

const route = getRouteApi('/framed/ho-so/$id/giay-tiep-nhan');

/** Giấy tiếp nhận và hẹn trả: what was handed in, when it was received and until when it is to be done; to be printed. */
export function ReceiptPage(): ReactElement {
  const { t } = useTranslation('receipt');
  const { id } = route.useParams();
  const query = useQuery(dossierQuery(id));
  useTitle(t('title'));
  return (
    <ShownPage query={query} label={t('title')} lines={8}>
      {(dossier) => <Receipt dossier={dossier} />}
    </ShownPage>
  );
}

function Receipt({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation(['receipt', 'dossier']);
  const { id, submittedAt, receivedAt } = dossier;
  const title = t(receivedAt ? 'receipt:title' : 'receipt:submitted');
  return (
    <>
      <PrintHead dossier={dossier} />
      <PageHead
        title={title}
        crumbs={[
          <Link key="dossier" to="/ho-so/$id" params={{ id }}>
            {dossier.title}
          </Link>,
          <span key="here">{title}</span>,
        ]}
        actions={
          submittedAt && (
            <>
              {receivedAt &&
                (['pdf', 'docx'] as const).map((format) => (
                  <a
                    key={format}
                    className={buttonClass()}
                    href={paperAddress('dossiers', id, 'receipt', format)}
                    download
                  >
                    <Icon name="download" size="small" />
                    {format.toUpperCase()}
                    <span className="vd-hidden"> {title}</span>
                  </a>
                ))}
              <Button kind="primary" icon="print" onClick={() => window.print()}>
                {t('receipt:print')}
              </Button>
            </>
          )
        }
      />
      {submittedAt ? <Sheet dossier={dossier} /> : <Empty title={t('receipt:notYet')} />}
    </>
  );
}

/** The paper itself: always Vietnamese, as it is handed out. */
function Sheet({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { i18n } = useTranslation('receipt');
  const t = i18n.getFixedT('vi', 'receipt');
  const words = i18n.getFixedT('vi', 'dossier');
  const unit = useUnitNames();
  const award = useAwardNames();
  const procedure = useProcedureOf(dossier);
  const { data: documents } = useQuery(documentsQuery(dossier.id));
  const { counts, submittedAt, receivedAt, receiptCode } = dossier;
  const papers = [...new Set((documents?.items ?? []).map(({ document }) => document))].map(
    (code) => procedure?.documents.find((each) => each.code === code)?.names.vi ?? code,
  );
  const lines = dossier.deadlines
    .filter(({ state }) => state === 'running' || state === 'paused' || state === 'missed')
    .map(({ clock: code, dueAt, state }) => {
      const clock = procedure?.clocks[code]?.names.vi ?? code;
      return state === 'paused' ? t('paused', { clock }) : t('dueLine', { clock, at: moment(dueAt) });
    });
  // Two bodies that are asked on one day answer by one moment.
  const due = [...new Set(lines)];
  return (
    <div className="receipt" lang="vi">
      <KeyValues
        items={[
          [t('id'), <span className="vd-mono">{dossier.id}</span>],
          ...(receiptCode === undefined
            ? []
            : [[t('code'), <b className="receipt-code vd-mono">{receiptCode}</b>] as const]),
          [t('dossier'), dossier.title],
          [t('award'), award(dossier.procedureCode).vi],
          [t('unit'), unit(dossier.submittingUnitId).vi],
          [t('body'), unit(dossier.bodyId).vi],
          [t('submittedAt'), submittedAt ? moment(submittedAt) : ''],
          [t('receivedAt'), receivedAt ? moment(receivedAt) : t('awaited')],
          [t('nominees'), countedIn(words, counts)],
          [
            t('papers'),
            <ol className="receipt-papers">
              {papers.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ol>,
          ],
          [
            t('due'),
            due.length === 0
              ? t('noDue')
              : due.map((line) => (
                  <span key={line} className="receipt-due">
                    {line}
                  </span>
                )),
          ],
        ]}
      />
      {receiptCode !== undefined && <p className="vd-meta">{t('lookUp')}</p>}
      <div className="receipt-signs">
        {(['giver', 'taker'] as const).map((side) => (
          <p key={side}>
            <b>{t(side)}</b>
            <br />
            <i>{t('sign')}</i>
          </p>
        ))}
      </div>
    </div>
  );
}
