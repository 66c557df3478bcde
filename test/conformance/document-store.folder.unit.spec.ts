import { join } from 'node:path';
import { openDocumentStore } from '#libs/service/documents';
import { documentStoreConformance } from './document-store.conformance.js';

documentStoreConformance('a folder', async (folder) => {
  const store = await openDocumentStore({ dataFolder: join(folder, 'data') });
  return { store, close: () => store.close() };
});
