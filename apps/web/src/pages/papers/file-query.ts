import { queryOptions } from '@tanstack/react-query';
import { api, told } from '../../api/client.js';
import { paperAddress, type ListedPaper } from '../../api/papers.js';
import { fileAddress } from '../../api/dossier.js';

/** A file that can be looked at: one that came with a dossier, or a paper that the system makes. */
export type ViewedFile =
  | { readonly of: 'documents'; readonly id: string; readonly sha256: string }
  | { readonly of: 'dossiers' | 'decisions'; readonly id: string; readonly paper: ListedPaper['kind'] };

/** Kinds that a browser shows by itself and in which no script runs under our name. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type ShownType = (typeof SHOWN)[number];

export const shownType = (mediaType: string | undefined): ShownType | undefined =>
  SHOWN.find((each) => each === mediaType);

export const addressOf = (file: ViewedFile): string =>
  file.of === 'documents' ? fileAddress(file.id, file.sha256) : paperAddress(file.of, file.id, file.paper, 'pdf');

/** The file itself, read once while it is looked at: each reading is recorded as an opening. */
export const viewedFileQuery = (file: ViewedFile) =>
  queryOptions({
    queryKey: ['file', addressOf(file)],
    queryFn: async ({ signal }): Promise<Blob> => (await read(file, signal)) as Blob,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

const read = (file: ViewedFile, signal: AbortSignal): Promise<unknown> => {
  const asked = { parseAs: 'blob', signal } as const;
  if (file.of === 'documents')
    return told(
      api.GET('/api/v1/dossiers/{id}/documents/{sha256}', {
        params: { path: { id: file.id, sha256: file.sha256 } },
        ...asked,
      }),
    );
  const path = { id: file.id, file: `${file.paper}.pdf` };
  return file.of === 'dossiers'
    ? told(api.GET('/api/v1/dossiers/{id}/papers/{file}', { params: { path }, ...asked }))
    : told(api.GET('/api/v1/decisions/{id}/papers/{file}', { params: { path }, ...asked }));
};
