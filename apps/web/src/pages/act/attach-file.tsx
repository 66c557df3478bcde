import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allowedQuery, type Dossier, dossierQuery } from '../../api/dossier.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { buttonClass, FileButton, type FileOnItsWay, SelectField, useSay } from '../../components/index.js';
import { newKey } from '../../forms/keys.js';
import { sendFile } from './send-file.js';

/** A paper with its file. One after the other, for each is a fact of its own; one that fails does not drop the rest. */
export function AttachFile({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('act');
  const say = useSay();
  const queries = useQueryClient();
  const procedure = useProcedureOf(dossier);
  const [document, setDocument] = useState('');
  const [files, setFiles] = useState<readonly (FileOnItsWay & { readonly file: File; readonly key: string })[]>([]);
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const missing = allowed?.nextReceipt.missing.map((each) => each.document) ?? [];
  // What the next receipt asks for stands first, whether it is there already or not: nothing moves under the hands.
  const asks = ({ code, optional = false }: { readonly code: string; readonly optional?: boolean | undefined }) =>
    missing.includes(code) || (!optional && dossier.documents.some((each) => each.document === code));
  const known = procedure?.documents ?? [];
  const papers = (['asked', 'other'] as const).flatMap((group) =>
    known
      .filter((each) => asks(each) === (group === 'asked'))
      .map(({ code, names }) => ({ value: code, label: say(names), group: t(`papers.${group}`) })),
  );
  const paper = known.find(({ code }) => code === document);
  const change = (key: string, what: Partial<FileOnItsWay>) =>
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...what } : each)));
  const send = async (file: File, key: string) => {
    const { revision } = await queries.fetchQuery({ ...dossierQuery(dossier.id), staleTime: 0 });
    const answer = await sendFile({
      id: dossier.id,
      document,
      form: paper?.form ?? undefined,
      file,
      key,
      revision,
      onProgress: (percent) => change(key, { percent }),
    });
    change(
      key,
      answer.ok
        ? { state: 'done', percent: 100 }
        : { state: 'failed', error: answer.details ? say(answer.details) : t('unreachable') },
    );
    await queries.invalidateQueries({ queryKey: ['dossier', dossier.id] });
  };
  const begin = async (chosen: readonly File[]) => {
    const begun = chosen.map((file) => ({
      file,
      key: newKey(),
      name: file.name,
      percent: 0,
      state: 'sending' as const,
    }));
    setFiles((all) => [...all, ...begun]);
    for (const { file, key } of begun) await send(file, key);
  };
  return (
    <div className="act-form">
      <p className="act-help">{t('acts.attach-document.help')}</p>
      <SelectField
        label={t('fields.document')}
        required
        value={document}
        onChange={(event) => setDocument(event.target.value)}
        placeholder={t('choose')}
        choices={papers}
      />
      {paper?.form && (
        <p className="vd-hint act-help">
          {t('form_of', { number: paper.form.number, decree: paper.form.decree ?? '' })}
        </p>
      )}
      <div className="act-file">
        <FileButton
          label={t('chooseFile')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          files={files}
          onFiles={(chosen) => void begin(chosen)}
          onRetry={(name) => {
            const failed = files.find((each) => each.name === name && each.state === 'failed');
            if (!failed) return;
            change(failed.key, { state: 'sending', percent: 0 });
            void send(failed.file, failed.key);
          }}
          {...(document === '' && { refused: t('documentFirst') })}
        />
      </div>
      {files.some(({ state }) => state === 'done') && (
        <p className="act-buttons">
          <span className="vd-meta">
            {missing.length === 0 ? t('papers.all') : t('papers.left', { count: missing.length })}
          </span>
          <Link className={buttonClass()} to="/ho-so/$id" params={{ id: dossier.id }}>
            {t('papers.back')}
          </Link>
        </p>
      )}
    </div>
  );
}
