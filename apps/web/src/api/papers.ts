import { queryOptions } from '@tanstack/react-query';
import { api, told } from './client.js';
import type { components } from './generated/openapi.js';

export type ListedPaper = components['schemas']['ListedPaper'];

/** The papers that the system can make of a dossier now, and why not the others. */
export const dossierPapersQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossier', id, 'papers'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/dossiers/{id}/papers', { params: { path: { id } }, signal })),
  });

export const decisionPapersQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id, 'papers'],
    queryFn: ({ signal }) => told(api.GET('/api/v1/decisions/{id}/papers', { params: { path: { id } }, signal })),
  });

/** Where a paper is made and handed out; each making is recorded. */
export const paperAddress = (
  of: 'dossiers' | 'decisions',
  id: string,
  kind: ListedPaper['kind'],
  format: 'pdf' | 'docx',
): string => `/api/v1/${of}/${id}/papers/${kind}.${format}`;
