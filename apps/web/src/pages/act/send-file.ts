import type { Bilingual } from '#libs/domain/kernel';
import { actingPosition, rememberWrite } from '../../api/tab.js';

interface FileSent {
  readonly id: string;
  readonly document: string;
  readonly form: { readonly number: string; readonly decree?: string | null } | undefined;
  readonly file: File;
  /** The `Idempotency-Key`: the same when it is tried again. */
  readonly key: string;
  readonly revision: number;
  readonly onProgress: (percent: number) => void;
}

export interface FileAnswer {
  readonly ok: boolean;
  /** Why not; nothing where nobody answered. */
  readonly details?: Bilingual;
}

/** Sends a file and tells how far it is, which `fetch` cannot. Never rejects. */
export function sendFile({ id, document, form, file, key, revision, onProgress }: FileSent): Promise<FileAnswer> {
  const query = new URLSearchParams({ document });
  if (form) query.set('form', form.number);
  if (form?.decree) query.set('decree', form.decree);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/v1/dossiers/${id}/documents?${query}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('if-match', `"${revision}"`);
    const position = actingPosition();
    if (position !== undefined) request.setRequestHeader('position', position);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : Math.round((loaded / total) * 100)),
    );
    request.addEventListener('error', () => resolve({ ok: false }));
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status < 300 && answer?.position) rememberWrite(answer.position);
      resolve({ ok: request.status < 300, ...(answer?.details && { details: answer.details }) });
    });
    request.send(file);
  });
}

function parsed(text: string): { readonly position?: string; readonly details?: Bilingual } | undefined {
  try {
    return JSON.parse(text) as { readonly position?: string; readonly details?: Bilingual };
  } catch {
    return undefined;
  }
}
