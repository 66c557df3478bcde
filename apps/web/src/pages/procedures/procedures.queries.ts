import { queryOptions } from '@tanstack/react-query';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { api, told } from '../../api/client.js';
import type { operations } from '../../api/generated/openapi.js';

export type ProcedureLife = operations['readProcedureLife']['responses'][200]['content']['application/json'];
export type Version = ProcedureLife['versions'][number];
export type DryRun = operations['readDryRun']['responses'][200]['content']['application/json'];
export type DraftRead = Omit<
  operations['readProcedureDraft']['responses'][200]['content']['application/json'],
  'document'
> & { readonly document: unknown };

export const EVERY_MS = 1_000;
const FINDINGS_AT_ONCE = 50;

/** The versions of an award’s procedure, and where each stands today. */
export const lifeQuery = (code: string) =>
  queryOptions({
    queryKey: ['procedure-life', code],
    queryFn: ({ signal }) => told(api.GET('/api/v1/procedures/{id}', { params: { path: { id: code } }, signal })),
  });

/** A draft as its second person reads it, and what is wrong with it. */
export const draftQuery = (code: string, version: string) =>
  queryOptions({
    queryKey: ['procedure-draft', code, version],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/procedures/{id}/versions/{version}/draft', {
          params: { path: { id: code, version } },
          signal,
        }),
      ) as Promise<DraftRead>,
  });

/** How far a dry run is and what it found; asked for again until it is done. */
export const dryRunQuery = (code: string, version: string) =>
  queryOptions({
    queryKey: ['dry-run', code, version],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/procedures/{id}/versions/{version}/dry-run', {
          params: { path: { id: code, version }, query: { limit: String(FINDINGS_AT_ONCE) } },
          signal,
        }),
      ),
    retry: false,
    refetchInterval: ({ state: { data } }) => (data === undefined || data.run.state === 'done' ? false : EVERY_MS),
  });

/** How many dossiers are at each step of a version. */
export const countsQuery = (code: string, version: string) =>
  queryOptions({
    queryKey: ['step-counts', code, version],
    queryFn: ({ signal }) =>
      told(
        api.GET('/api/v1/procedures/{code}/versions/{version}/counts', {
          params: { path: { code, version } } as never,
          signal,
        }),
      ),
    refetchInterval: 10_000,
  });

/** A document to begin the next version with: that of the last, without what the system adds. */
export function nextDocument(last: ProcedureDocument & { readonly hash?: string }): string {
  const { hash: _hash, ...document } = last;
  const version = document.version.replace(/(\d+)$/, (number) => String(Number(number) + 1));
  return `${JSON.stringify({ ...document, version, carriedOver: null }, null, 2)}\n`;
}
