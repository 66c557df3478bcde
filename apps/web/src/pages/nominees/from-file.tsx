import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import type { components } from '../../api/generated/openapi.js';
import { isProblem } from '../../api/problem.js';
import { Button, FileButton, Note, useSay } from '../../components/index.js';
import sampleList from './danh-sach-mau.csv?url';
import type { NomineeInput } from './nominee-input.js';

type Preview = components['schemas']['NomineeListPreview'];

/** A list from CSV or Excel: looked through by the server, each fault with its line; taken over only when there is none. */
export function FromFile({
  id,
  onTake,
}: {
  readonly id: string;
  readonly onTake: (nominees: readonly NomineeInput[]) => void;
}): ReactElement {
  const { t } = useTranslation('nominees');
  const say = useSay();
  const [preview, setPreview] = useState<Preview>();
  const [failed, setFailed] = useState<string>();
  const look = async (file: File) => {
    setFailed(undefined);
    setPreview(undefined);
    try {
      setPreview(
        await told(
          api.POST('/api/v1/dossiers/{id}/preview-nominees', {
            params: { path: { id } },
            headers: { 'content-type': 'application/octet-stream' },
            body: file as never,
            bodySerializer: (body) => body,
          }),
        ),
      );
    } catch (error) {
      setFailed(isProblem(error) && error.body.details ? say(error.body.details) : t('file.failed'));
    }
  };
  return (
    <>
      <p className="vd-meta nominees-help">
        {t('file.help')}{' '}
        <a href={sampleList} download="danh-sach-mau.csv">
          {t('file.sample')}
        </a>
      </p>
      <FileButton
        label={t('file.choose')}
        accept=".csv,.xlsx"
        files={[]}
        onFiles={([file]) => file && void look(file)}
      />
      {failed && <Note kind="over">{failed}</Note>}
      {preview && (
        <div className="nominees-preview" role="status">
          <p>
            <b>{t('file.lines', { count: preview.lines.length })}</b>
            {preview.errors.length > 0 && `, ${t('file.faults', { count: preview.errors.length })}`}
          </p>
          {preview.refusal && <Note kind="over">{say(preview.refusal.sentence)}</Note>}
          {preview.errors.length > 0 && (
            <ul>
              {preview.errors.slice(0, 20).map(({ line, column, code, sentence }) => (
                <li key={`${line} ${column} ${code}`}>
                  <b>{t('file.line', { line })}</b> {say(sentence)}
                </li>
              ))}
            </ul>
          )}
          <ol className="nominees-lines">
            {preview.lines.slice(0, 8).map(({ line, nominee }) => (
              <li key={line}>
                {nominee.name}, <span className="vd-meta">{nominee.unit}</span>
              </li>
            ))}
          </ol>
          {preview.lines.length > 8 && <p className="vd-meta">{t('file.more', { count: preview.lines.length - 8 })}</p>}
          <Button
            kind="primary"
            refused={
              preview.errors.length > 0 ? t('file.repair') : preview.lines.length === 0 ? t('nothing') : undefined
            }
            onClick={() => {
              onTake(preview.lines.map(({ nominee }) => nominee as NomineeInput));
              setPreview(undefined);
            }}
          >
            {t('file.take', { count: preview.lines.length })}
          </Button>
        </div>
      )}
    </>
  );
}
