import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass, Icon, Note } from '../../components/index.js';
import { Shown } from '../../shell/shown.js';
import { addressOf, shownType, type ViewedFile, viewedFileQuery } from './file-query.js';
import './papers.css';

/**
 * A paper on the page itself: a PDF in the browser’s own viewer, a picture as it is; what a browser cannot show is offered to be
 * saved. It is shown from memory and with a type of our choosing: whatever a file is, nothing in it runs under our name.
 */
export function DocumentViewer({
  file,
  title,
  onClose,
}: {
  readonly file: ViewedFile;
  readonly title: string;
  readonly onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('papers');
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  const query = useQuery(viewedFileQuery(file));
  const address = addressOf(file);
  useEffect(() => {
    section.current?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [address]);
  return (
    <section ref={section} className="vd-viewer" aria-labelledby={heading} tabIndex={-1}>
      <div className="vd-viewer-head">
        <h3 id={heading}>{title}</h3>
        <a className={buttonClass({ size: 'small' })} href={address} download>
          <Icon name="download" size="small" />
          {t('save')}
          <span className="vd-hidden"> {title}</span>
        </a>
        <Button size="small" kind="quiet" icon="close" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
      <Shown query={query} label={title} lines={8}>
        {(blob) => <Content blob={blob} title={title} />}
      </Shown>
    </section>
  );
}

function Content({ blob, title }: { readonly blob: Blob; readonly title: string }): ReactElement {
  const { t } = useTranslation('papers');
  const type = shownType(blob.type.split(';')[0]);
  const url = useObjectUrl(blob, type);
  if (type === undefined) return <Note>{t('notShown')}</Note>;
  if (type === 'application/pdf' && !navigator.pdfViewerEnabled) return <Note>{t('noViewer')}</Note>;
  if (url === undefined) return <></>;
  return type === 'application/pdf' ? (
    <iframe className="vd-viewer-pages" title={title} src={url} />
  ) : (
    <img className="vd-viewer-picture" alt={title} src={url} />
  );
}

/** An address of a blob while it is shown. */
function useObjectUrl(blob: Blob, type: string | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (type === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([blob], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, type]);
  return url;
}
