import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { allowedQuery, type Dossier, documentsQuery, fileAddress, type ListedDocument } from '../../api/dossier.js';
import { Button, Empty, Mark, Panel, useSay } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { bytes } from '../../format/numbers.js';
import { Shown } from '../../shell/shown.js';
import { DocumentViewer } from '../papers/document-viewer.js';
import { shownType } from '../papers/file-query.js';

interface DocumentsPanelProps {
  readonly dossier: Dossier;
  readonly procedure: ProcedureDocument | undefined;
}

/** The papers: those that came, with their files, and those that the next receipt would miss. */
export function DocumentsPanel({ dossier, procedure }: DocumentsPanelProps): ReactElement {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const documents = useQuery(documentsQuery(dossier.id));
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const missing = dossier.finishedAt ? [] : (allowed?.nextReceipt.missing ?? []);
  const nameOf = (code: string): string => {
    const names = procedure?.documents.find((each) => each.code === code)?.names;
    return names ? say(names) : code;
  };
  const count = latestOf(documents.data?.items ?? []).length;
  const [seen, setSeen] = useState<ListedDocument>();
  return (
    <Panel title={t('documents.title')} meta={t('documents.count', { there: count, missing: missing.length })}>
      <Shown query={documents} label={t('documents.title')}>
        {({ items }) =>
          items.length === 0 && missing.length === 0 ? (
            <Empty title={t('documents.none')} />
          ) : (
            <ul className="dossier-documents">
              {latestOf(items).map(({ document, replaced }) => (
                <DocumentLine
                  key={document.document}
                  id={dossier.id}
                  document={document}
                  name={nameOf(document.document)}
                  replaced={replaced}
                  onSee={setSeen}
                />
              ))}
              {missing.map(({ document, format, name }) => (
                <Line
                  key={`${document}.${format ?? ''}`}
                  mark={<Mark name="ring" />}
                  ink="done"
                  meta={t('documents.missing')}
                >
                  {say(name)} {format && <span className="vd-meta">{format}</span>}
                </Line>
              ))}
            </ul>
          )
        }
      </Shown>
      {seen?.sha256 && (
        <DocumentViewer
          key={seen.sha256}
          file={{ of: 'documents', id: dossier.id, sha256: seen.sha256 }}
          title={nameOf(seen.document)}
          onClose={() => setSeen(undefined)}
        />
      )}
    </Panel>
  );
}

/** The last of each kind, in the order in which the kinds came; and how often it replaced one. */
function latestOf(items: readonly ListedDocument[]) {
  const latest = new Map<string, { document: ListedDocument; replaced: number }>();
  for (const document of items) {
    latest.set(document.document, { document, replaced: (latest.get(document.document)?.replaced ?? -1) + 1 });
  }
  return [...latest.values()];
}

function DocumentLine({
  id,
  document,
  name,
  replaced,
  onSee,
}: {
  readonly id: string;
  readonly document: ListedDocument;
  readonly name: string;
  readonly replaced: number;
  readonly onSee: (document: ListedDocument) => void;
}): ReactElement {
  const { t } = useTranslation('dossier');
  const { at, sha256, size, formats, stub, sealed, open, form } = document;
  const details = [
    day(at),
    form && t('documents.form', { number: form.number, decree: form.decree }),
    formats?.join(', ').toUpperCase(),
    size !== undefined && bytes(size),
    replaced > 0 && t('documents.replaced', { count: replaced }),
    stub && t('documents.stub', { number: stub.number, day: day(stub.date), custodian: stub.custodian }),
    sealed && t('documents.sealed'),
  ].filter((text) => typeof text === 'string');
  return (
    <Line
      mark={<Mark name="check" />}
      ink="ok"
      meta={
        open && shownType(document.mediaType) ? (
          <Button kind="quiet" size="small" onClick={() => onSee(document)}>
            {t('documents.see')}
            <span className="vd-hidden"> {name}</span>
          </Button>
        ) : open ? (
          t('documents.file')
        ) : (
          t('documents.noFile')
        )
      }
    >
      {open && sha256 ? (
        <a href={fileAddress(id, sha256)} download>
          {name}
          <span className="vd-hidden">, {t('documents.download')}</span>
        </a>
      ) : (
        name
      )}
      <span className="vd-meta">{details.join(' · ')}</span>
    </Line>
  );
}

const Line = ({
  mark,
  ink,
  children,
  meta,
}: {
  readonly mark: ReactNode;
  readonly ink: string;
  readonly children: ReactNode;
  readonly meta: ReactNode;
}): ReactElement => (
  <li>
    <span className={`vd-ink-${ink}`}>{mark}</span>
    <span>{children}</span>
    <span className="vd-meta">{meta}</span>
  </li>
);
