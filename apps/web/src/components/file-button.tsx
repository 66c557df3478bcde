import { type ReactElement, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { StatusLine } from './status-tag.js';
import './file-button.css';

/** A file on its way: how far, whether it is there, or why not. */
export interface FileOnItsWay {
  readonly name: string;
  /** From 0 to 100. */
  readonly percent: number;
  readonly state: 'sending' | 'done' | 'failed';
  /** Why it failed, in the words of the server. */
  readonly error?: string;
}

interface FileButtonProps {
  readonly label: string;
  /** What may be sent, as `.pdf,.docx`. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly files: readonly FileOnItsWay[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRetry?: (name: string) => void;
  readonly refused?: string;
}

/** Files are chosen with a real button; each keeps its name, its way and its reason. One that fails does not drop the others. */
export function FileButton({
  label,
  accept,
  multiple = false,
  files,
  onFiles,
  onRetry,
  refused,
}: FileButtonProps): ReactElement {
  const { t } = useTranslation('components');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="vd-files">
      <input
        ref={input}
        id={id}
        className="vd-hidden"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button icon="upload" refused={refused} onClick={() => input.current?.click()}>
        {label}
      </Button>
      {files.length > 0 && (
        <ul aria-live="polite">
          {files.map(({ name, percent, state, error }) => (
            <li key={name}>
              <span className="vd-file-name">{name}</span>
              {state === 'sending' && (
                <span className="vd-file-way">
                  <progress max={100} value={percent} aria-label={t('file.progress', { name })} />
                  {t('file.percent', { percent })}
                </span>
              )}
              {state === 'done' && (
                <StatusLine status="ok" mark="check">
                  {t('file.done')}
                </StatusLine>
              )}
              {state === 'failed' && (
                <span className="vd-file-way">
                  <StatusLine status="over">{error ?? t('file.failed')}</StatusLine>
                  {onRetry && (
                    <Button size="small" onClick={() => onRetry(name)}>
                      {t('file.again')}
                    </Button>
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
