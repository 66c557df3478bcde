import { join } from 'node:path';
import { IncomingFiles, openDocumentStore, unreachableFiles } from '#libs/service/documents';
import { sha256Of, upload } from '../support/document-desk.js';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { pdf } from '../support/sample-files.js';

describe('files that no dossier opens', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('are those of secret dossiers and of uploads that were never recorded, once they are old enough', async () => {
    const unit = office.as('acc-don-vi');
    const [open, secret, both, orphan] = [pdf(), pdf(), pdf(), pdf()];
    const plain = await officeWay(office, 'drafted');
    for (const file of [open, both]) await must(upload(unit, plain.path, { document: 'TT' }, file));
    const classified = await officeWay(office, 'drafted');
    for (const file of [secret, both]) await must(upload(unit, classified.path, { document: 'TT' }, file));
    await must(unit.post(`${classified.path}/classify`, { level: 'mat', reason: 'Có nội dung mật' }));
    const { config, store: events } = office.foundation;
    const store = await openDocumentStore(config);
    const incoming = await IncomingFiles.open(join(config.dataFolder, 'documents', 'incoming'));
    const received = await incoming.receive(
      (async function* () {
        yield orphan;
      })(),
    );
    if (!received.ok) throw new Error(received.error.code);
    await store.put(received.value);

    const soon = new Date(Date.now() + 60_000);
    const found = (await unreachableFiles(store, events, soon)).map(({ sha256 }) => sha256);
    expect(found.sort()).toEqual([sha256Of(secret), sha256Of(orphan)].sort());
    expect(await unreachableFiles(store, events, new Date(Date.now() - 60_000))).toEqual([]);
  });
});
