import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/platform/testing';
import { beginUpload, documentsOf, filesOf, sha256Of, upload } from '../support/document-desk.js';
import { must } from '../support/office-client.js';
import { type OfficeOfProcesses, openOfficeOfProcesses } from '../support/office-of-processes.js';
import { officeWay } from '../support/office-way.js';
import { pdf } from '../support/sample-files.js';

describe('an API that is killed while a file comes in', () => {
  let office: OfficeOfProcesses;
  beforeAll(async () => {
    office = await openOfficeOfProcesses();
  }, 180_000);
  afterAll(() => office.close(), 60_000);

  it('keeps nothing half; the next start cleans up, and the same request brings it in', async () => {
    const { path } = await officeWay(office, 'drafted');
    const unit = office.as('acc-don-vi');
    const file = pdf(4_000_000);
    const asked = { key: randomUUID(), ifMatch: 0 };
    const begun = beginUpload(unit, path, { document: 'TT' }, asked);
    await begun.send(file.subarray(0, 2_000_000));
    await eventually('half of it is there', async () => (await filesOf(office.foundation)).half.length === 1);
    await office.killAndRestart('api');
    begun.line.destroy();
    expect(await filesOf(office.foundation)).toEqual({ kept: [], half: [] });
    const documents = () => documentsOf(unit, path);
    expect(await documents()).toEqual([]);
    await must(upload(unit, path, { document: 'TT' }, new Uint8Array(file), asked));
    expect(await filesOf(office.foundation)).toEqual({ kept: [sha256Of(file)], half: [] });
    expect(await documents()).toMatchObject([{ sha256: sha256Of(file), size: 4_000_000 }]);
  }, 180_000);
});
