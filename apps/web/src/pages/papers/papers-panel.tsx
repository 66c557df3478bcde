import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decisionPapersQuery, dossierPapersQuery, type ListedPaper, paperAddress } from '../../api/papers.js';
import { Button, Panel, useSay } from '../../components/index.js';
import { Shown } from '../../shell/shown.js';
import { DocumentViewer } from './document-viewer.js';
import './papers.css';

/** Văn bản: what the system makes of the facts now, to be looked at or saved as PDF and DOCX; and why the rest cannot be made yet. */
export function PapersPanel({ of, id }: { readonly of: 'dossiers' | 'decisions'; readonly id: string }): ReactElement {
  const { t } = useTranslation('papers');
  const say = useSay();
  const dossier = useQuery({ ...dossierPapersQuery(id), enabled: of === 'dossiers' });
  const decision = useQuery({ ...decisionPapersQuery(id), enabled: of === 'decisions' });
  const query = of === 'dossiers' ? dossier : decision;
  const [seen, setSeen] = useState<ListedPaper>();
  const [all, setAll] = useState(false);
  return (
    <Panel title={t('title')} meta={t('form')}>
      <Shown query={query} label={t('title')}>
        {({ items }) => {
          const not = items.filter(({ possible }) => !possible);
          return (
            <>
              <ul className="vd-papers">
                {items
                  .filter(({ possible }) => possible)
                  .map((paper) => (
                    <li key={paper.kind}>
                      <button type="button" className="vd-papers-see" onClick={() => setSeen(paper)}>
                        {say(paper.name)}
                        <span className="vd-hidden">, {t('see')}</span>
                      </button>
                      <span className="vd-papers-files">
                        {(['pdf', 'docx'] as const).map((format) => (
                          <a key={format} href={paperAddress(of, id, paper.kind, format)} download>
                            {format.toUpperCase()}
                            <span className="vd-hidden"> {say(paper.name)}</span>
                          </a>
                        ))}
                      </span>
                    </li>
                  ))}
              </ul>
              {not.length === items.length && <p className="vd-meta">{t('none')}</p>}
              {not.length > 0 && (
                <p>
                  <Button kind="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
                    {t('not', { count: not.length })}
                  </Button>
                </p>
              )}
              {all && (
                <ul className="vd-papers">
                  {not.map(({ kind, name, refusal }) => (
                    <li key={kind}>
                      <span>
                        {say(name)}
                        {refusal && <span className="vd-meta">{say(refusal.details)}</span>}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Shown>
      {seen && (
        <DocumentViewer
          key={seen.kind}
          file={{ of, id, paper: seen.kind }}
          title={say(seen.name)}
          onClose={() => setSeen(undefined)}
        />
      )}
    </Panel>
  );
}
