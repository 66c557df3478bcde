import { join } from 'node:path';
import type { Config } from '#libs/platform/config';
import type { DocumentStore } from './document-store.port.js';
import { FolderDocumentStore } from './folder/folder.adapter.js';

type Place = Pick<Config, 'dataFolder' | 's3Url'>;

/** Where files come in, also on their way to a bucket. */
export const incomingFolderOf = ({ dataFolder }: Place): string => join(dataFolder, 'documents', 'incoming');

/** The store that the configuration names. The S3 client is loaded only by who needs it: it is the largest thing here. */
export async function openDocumentStore({ dataFolder, s3Url }: Place): Promise<DocumentStore> {
  if (s3Url === undefined) return FolderDocumentStore.open(join(dataFolder, 'documents'));
  const { S3DocumentStore } = await import('./s3/s3.adapter.js');
  return S3DocumentStore.at(s3Url);
}
