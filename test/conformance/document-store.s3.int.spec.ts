import { openDocumentStore } from '#libs/service/documents';
import { startTestBucket } from '../support/test-bucket.js';
import { documentStoreConformance } from './document-store.conformance.js';

documentStoreConformance('S3, on s3rver', async (folder) => {
  const bucket = await startTestBucket();
  const store = await openDocumentStore({ dataFolder: folder, s3Url: bucket.url });
  const close = async (): Promise<void> => {
    await store.close();
    await bucket.close();
  };
  return { store, close };
});

const own = process.env['S3_URL'];
if (own)
  documentStoreConformance('S3, on the server of S3_URL', async (folder) => {
    const store = await openDocumentStore({ dataFolder: folder, s3Url: own });
    return { store, close: () => store.close() };
  });
