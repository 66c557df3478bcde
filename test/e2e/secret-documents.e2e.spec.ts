import { documentsOf, download, filesOf, sha256Of, upload } from '../support/document-desk.js';
import { must, type Problem, type Reply } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { pdf } from '../support/sample-files.js';

const TT = { document: 'TT', form: '01', decree: '152/2025/NĐ-CP' };

const saying = ({ status, body: { code, rule } }: Reply<Problem>) => ({ status, code, rule });

describe('a file of a secret dossier (R9)', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const unit = () => office.as('acc-don-vi');
  const secret = (path: string, level = 'mat') =>
    must(unit().post(`${path}/classify`, { level, reason: 'Có nội dung mật' }));

  it('does not come in; a stub of it does', async () => {
    const { path } = await officeWay(office, 'drafted');
    await secret(path);
    const file = pdf();
    const reply = await upload<Problem>(unit(), path, TT, file);
    expect(saying(reply)).toEqual({ status: 422, code: 'DOSSIER_IS_SECRET', rule: 'R9' });
    expect(reply.body.source).toBeTruthy();
    expect((await filesOf(office.foundation)).kept).not.toContain(sha256Of(file));
    const stub = { number: '7/TTr', date: '2026-08-20', custodian: 'Văn thư' };
    await must(unit().post(`${path}/attach-document`, { document: 'TT', stub }));
    expect(await documentsOf(unit(), path)).toMatchObject([{ document: 'TT', stub, open: false }]);
  });

  it('opens to nobody from the declaration on, and stays shut when it is lifted', async () => {
    const { path } = await officeWay(office, 'drafted');
    const file = pdf();
    await must(upload(unit(), path, TT, file));
    const address = `${path}/documents/${sha256Of(file)}`;
    expect((await download(unit(), path, sha256Of(file))).response.status).toBe(200);
    for (const level of ['tuyet_mat', 'none']) {
      await secret(path, level);
      for (const who of ['acc-don-vi', 'acc-thanh-tra']) {
        const reply = await office.as(who).get<Problem>(address);
        expect(saying(reply)).toEqual({ status: 422, code: 'DOSSIER_IS_SECRET', rule: 'R9' });
      }
      // A draft is its unit's own: to the officer there is none.
      expect(saying(await office.as('acc-tham-dinh').get<Problem>(address))).toMatchObject({ status: 404 });
      expect(await documentsOf(unit(), path)).toMatchObject([{ sealed: true, open: false }]);
    }
    await must(upload(unit(), path, TT, file));
    expect((await download(unit(), path, sha256Of(file))).bytes.equals(file)).toBe(true);
  });
});
