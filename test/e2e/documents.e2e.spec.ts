import { randomUUID } from 'node:crypto';
import type { DossierView } from '#libs/domain/dossier';
import { eventually } from '#libs/platform/testing';
import { documentsOf, download, filesOf, sha256Of, upload } from '../support/document-desk.js';
import { must, type Problem, type Reply } from '../support/office-client.js';
import { nomineesOf, officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour, stranger } from '../support/other-people.js';
import { archive, docx, jpeg, pdf, png, xlsx } from '../support/sample-files.js';

const TT = { document: 'TT', form: '01', decree: '152/2025/NĐ-CP' };

const saying = ({ status, body: { code, rule } }: Reply<Problem>) => ({ status, code, rule });

describe('a file of a dossier', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour, stranger] });
  });
  afterAll(() => office.close());

  const unit = () => office.as('acc-don-vi');
  const listOf = (path: string) => documentsOf(unit(), path);
  const bytesOf = (path: string, sha256: string, who = unit()) => download(who, path, sha256);

  describe('comes in', () => {
    it('and the dossier says form, hash, size, kind, when and who', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf(300_000);
      const answer = await must(upload(unit(), path, TT, file));
      expect(answer.events).toEqual(['DocumentAttached']);
      const sha256 = sha256Of(file);
      expect(await listOf(path)).toEqual([
        {
          document: 'TT',
          form: { number: '01', decree: '152/2025/NĐ-CP' },
          formats: ['pdf'],
          sha256,
          size: 300_000,
          mediaType: 'application/pdf',
          sealed: false,
          at: expect.stringMatching(/^2\d{3}-.*Z$/),
          by: 'acc-don-vi',
          open: true,
        },
      ]);
      const { documents } = await must(unit().get<DossierView>(path));
      expect(documents).toMatchObject([{ document: 'TT', sha256, size: 300_000, mediaType: 'application/pdf' }]);
      expect((await filesOf(office.foundation)).kept).toContain(sha256);
    });

    it.each([
      ['a Word document', docx(), ['docx']],
      ['a sheet', xlsx(), undefined],
      ['a PNG', png(), undefined],
      ['a photograph', jpeg(), undefined],
      ['a Word document of Word on the web', archive('[Content_Types].xml', 'word/document2.xml'), ['docx']],
    ])('as %s, whatever it is called', async (_name, file, formats) => {
      const { path } = await officeWay(office, 'drafted');
      await must(upload(unit(), path, { document: 'DS' }, file, { headers: { 'content-type': 'text/html' } }));
      const [listed] = await listOf(path);
      expect(listed?.formats).toEqual(formats);
    });

    it('once, when the same request comes again: later, or at the same moment', async () => {
      const { path, answers } = await officeWay(office, 'drafted');
      const file = pdf();
      const asked = { key: randomUUID(), ifMatch: answers['draft']?.revision ?? -1 };
      const twins = await Promise.all([0, 1, 2].map(() => must(upload(unit(), path, TT, file, asked))));
      const again = await must(upload(unit(), path, TT, file, asked));
      for (const twin of twins) expect(twin).toEqual(again);
      // The dossier goes on; what was answered stays answered.
      await must(unit().post(`${path}/attach-document`, { document: 'DS' }));
      expect(await must(upload(unit(), path, TT, file, asked))).toEqual(again);
      expect(await listOf(path)).toHaveLength(2);
      const kept = (await filesOf(office.foundation)).kept.filter((name) => name === sha256Of(file));
      expect(kept).toHaveLength(1);
    });

    it('not under a key that brought another file', async () => {
      const { path, answers } = await officeWay(office, 'drafted');
      const asked = { key: randomUUID(), ifMatch: answers['draft']?.revision ?? -1 };
      await must(upload(unit(), path, TT, pdf(), asked));
      const other = pdf();
      const reply = await upload<Problem>(unit(), path, TT, other, asked);
      expect(saying(reply)).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
      expect((await filesOf(office.foundation)).kept).not.toContain(sha256Of(other));
    });

    it('for one of two who saw the same revision', async () => {
      const { path, answers } = await officeWay(office, 'drafted');
      const file = pdf();
      const asked = { ifMatch: answers['draft']?.revision ?? -1 };
      const replies = await Promise.all([0, 1].map(() => upload<Problem>(unit(), path, TT, file, asked)));
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(await listOf(path)).toHaveLength(1);
    });

    it('in Word and in PDF as two documents of one component (R6)', async () => {
      const { path } = await officeWay(office, 'drafted');
      await must(upload(unit(), path, TT, docx()));
      await must(upload(unit(), path, TT, pdf()));
      expect((await listOf(path)).flatMap(({ formats = [] }) => formats)).toEqual(['docx', 'pdf']);
    });
  });

  describe('stays out', () => {
    const programs: readonly (readonly [string, Buffer | string])[] = [
      ['a web page', '<!doctype html><script>alert(1)</script>'],
      ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4_000)])],
      ['a PDF behind other bytes', `GIF89a;;;;${pdf().toString('latin1')}`],
      ['any archive', archive('[Content_Types].xml', 'readme.txt')],
      ['a Word document with macros', docx('word/vbaProject.bin')],
      ['a broken archive', docx().subarray(0, 200)],
      ['three letters', 'abc'],
    ];
    it.each(programs)('when it is %s: 415', async (_name, file) => {
      const { path } = await officeWay(office, 'drafted');
      const bytes = typeof file === 'string' ? file : new Uint8Array(file);
      const reply = await upload<Problem>(unit(), path, TT, bytes, { headers: { 'content-type': 'application/pdf' } });
      expect(saying(reply)).toMatchObject({ status: 415, code: 'DOCUMENT_TYPE_NOT_ALLOWED' });
      expect(reply.body.params).toEqual({ allowed: ['PDF', 'DOCX', 'XLSX', 'PNG', 'JPG'] });
      expect(await listOf(path)).toEqual([]);
      expect((await filesOf(office.foundation)).half).toEqual([]);
    });

    it('when it is JSON, and when it is nothing', async () => {
      const { path } = await officeWay(office, 'drafted');
      const json = await upload<Problem>(unit(), path, TT, '{}', { headers: { 'content-type': 'application/json' } });
      expect(saying(json)).toMatchObject({ status: 415, code: 'DOCUMENT_TYPE_NOT_ALLOWED' });
      expect(saying(await upload<Problem>(unit(), path, TT, ''))).toMatchObject({
        status: 400,
        code: 'DOCUMENT_EMPTY',
      });
    });

    it('on the form of another decree, or of none (R11)', async () => {
      const { path } = await officeWay(office, 'drafted');
      for (const form of [{ form: '01', decree: '98/2023/NĐ-CP' }, { form: '01' }]) {
        const reply = await upload<Problem>(unit(), path, { document: 'TT', ...form }, pdf());
        expect(saying(reply)).toMatchObject({ status: 422, code: 'DOCUMENT_FORM_WRONG', rule: 'R11' });
      }
    });

    it('as a component that the procedure does not know (R5), and without saying as which', async () => {
      const { path } = await officeWay(office, 'drafted');
      const unknown = await upload<Problem>(unit(), path, { document: 'XYZ' }, pdf());
      expect(saying(unknown)).toMatchObject({ status: 422, code: 'DOCUMENT_UNKNOWN' });
      for (const paper of [{}, { document: 'TT', decree: 'x' }, { document: 'TT', name: 'a.pdf' }] as const) {
        const reply = await upload<Problem>(unit(), path, paper, pdf());
        expect(saying(reply)).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
      }
    });

    it('without key or revision, with an old one, and for a dossier that is not there', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf();
      const put = (asked: Parameters<typeof upload>[4]) => upload<Problem>(unit(), path, TT, file, asked);
      expect(saying(await put({ key: null }))).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
      expect(saying(await put({ ifMatch: null }))).toMatchObject({ status: 428 });
      expect(saying(await put({ ifMatch: 7 }))).toMatchObject({ status: 412, code: 'REVISION_STALE' });
      const gone = await upload<Problem>(unit(), `/api/v1/dossiers/${randomUUID()}`, TT, file, { ifMatch: 0 });
      expect(saying(gone)).toMatchObject({ status: 404 });
      expect((await filesOf(office.foundation)).kept).not.toContain(sha256Of(file));
    });

    it('from another unit, from an officer while it is drafted, and from nobody', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf();
      const asked = { ifMatch: 0 };
      const put = (who: string | undefined) => upload<Problem>(office.as(who), path, TT, file, asked);
      expect(saying(await put(neighbour.id))).toMatchObject({ status: 403, code: 'OTHER_UNIT' });
      expect(saying(await put('acc-tham-dinh'))).toMatchObject({ status: 403, code: 'OTHER_UNIT' });
      expect(saying(await put(undefined))).toMatchObject({ status: 401 });
      expect((await filesOf(office.foundation)).kept).not.toContain(sha256Of(file));
    });

    it('once the dossier was handed in', async () => {
      const { path } = await officeWay(office, 'submitted');
      expect(saying(await upload<Problem>(unit(), path, TT, pdf()))).toMatchObject({ status: 409 });
    });

    it('of other routes: there JSON stays the one language', async () => {
      const { path } = await officeWay(office, 'drafted');
      for (const type of ['application/octet-stream', 'application/pdf', 'text/plain']) {
        const reply = await office.as('acc-don-vi').send<Problem>('POST', `${path}/submit`, {
          body: '{}',
          headers: { 'content-type': type, 'idempotency-key': randomUUID(), 'if-match': '"0"' },
        });
        expect(saying(reply)).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
      }
    });
  });

  describe('goes out', () => {
    it('byte for byte, to be saved under a name made here', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf(1_000_000);
      await must(upload(unit(), path, TT, file));
      const sha256 = sha256Of(file);
      const { response, bytes } = await bytesOf(path, sha256, unit());
      expect(bytes.equals(file)).toBe(true);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': '1000000',
        'content-disposition': `attachment; filename="TT-${sha256.slice(0, 8)}.pdf"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    });

    it('to nobody outside, who does not even learn that it is there', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf();
      await must(upload(unit(), path, TT, file));
      const address = `${path}/documents/${sha256Of(file)}`;
      for (const { id } of [neighbour, stranger]) {
        expect(saying(await office.as(id).get<Problem>(address))).toMatchObject({ status: 404 });
        expect(saying(await office.as(id).get<Problem>(`${path}/documents`))).toMatchObject({ status: 404 });
      }
      expect((await office.as('acc-van-hanh').get(address)).status).toBe(403);
      expect((await office.as(undefined).get(address)).status).toBe(401);
      for (const wrong of ['0'.repeat(64), 'x', '..%2f..%2fpostgres'])
        expect((await unit().get(`${path}/documents/${wrong}`)).status).toBe(404);
    });

    it('not to who only knows its hash and names it in a dossier of his own', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf();
      await must(upload(unit(), path, TT, file));
      const sha256 = sha256Of(file);
      const own = await must(
        office.as(neighbour.id).post('/api/v1/dossiers', {
          procedure: 'BK_TINH',
          kind: 'cong_trang',
          title: 'Khen thưởng',
          bodyId: 'ubnd-tinh',
        }),
      );
      const other = `/api/v1/dossiers/${own.id}`;
      await must(office.as(neighbour.id).post(`${other}/attach-document`, { document: 'TT', sha256 }));
      const reply = await office.as(neighbour.id).get<Problem>(`${other}/documents/${sha256}`);
      expect(saying(reply)).toMatchObject({ status: 404 });
      for (const claim of [{ size: 2_000 }, { mediaType: 'application/pdf' }]) {
        const forged = { document: 'TT', sha256, ...claim };
        const refused = await office.as(neighbour.id).post<Problem>(`${other}/attach-document`, forged);
        expect(saying(refused)).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
      }
    });

    it('from a dossier that was detached, which has its parent’s files', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf();
      await must(unit().post(`${path}/add-nominees`, { nominees: nomineesOf({ individuals: 2 }) }));
      for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB']) await must(upload(unit(), path, { document }, file));
      await must(unit().post(`${path}/submit`));
      const officer = office.as('acc-tham-dinh');
      await must(officer.post(`${path}/receive`));
      await must(officer.post(`${path}/detach-nominees`, { nominees: ['N2'], reason: 'Có đơn về một người' }));
      const { detached } = await must(officer.get<DossierView>(path));
      const child = `/api/v1/dossiers/${detached[0]?.childDossierId}`;
      await eventually('the child is there', async () => (await officer.get(child)).status === 200, 20_000);
      expect((await listOf(child)).map(({ document, open }) => [document, open])).toEqual([
        ['TT', true],
        ['DS', true],
        ['BC_CT_CN', true],
        ['BB', true],
      ]);
      expect((await bytesOf(child, sha256Of(file), officer)).bytes.equals(file)).toBe(true);
    });

    it('and each opening is recorded, for auditors to read page by page', async () => {
      const { path } = await officeWay(office, 'drafted');
      const file = pdf();
      await must(upload(unit(), path, TT, file));
      const sha256 = sha256Of(file);
      // A draft is its unit's own: the officer's attempt opens nothing, and is not recorded.
      for (const who of ['acc-don-vi', 'acc-don-vi', 'acc-tham-dinh', 'acc-thanh-tra'])
        await bytesOf(path, sha256, office.as(who));
      await office.as(neighbour.id).get(`${path}/documents/${sha256}`);
      const address = `${path}/documents/${sha256}/openings`;
      interface Openings {
        items: { account: string; at: string }[];
        next: string | null;
      }
      const auditor = office.as('acc-thanh-tra');
      const first = await must(auditor.get<Openings>(`${address}?limit=2`));
      expect(first.items.map(({ account }) => account)).toEqual(['acc-thanh-tra', 'acc-don-vi']);
      expect(first.items[0]?.at.slice(0, 10)).toBe(office.clock.now().slice(0, 10));
      const rest = await must(auditor.get<Openings>(`${address}?limit=2&cursor=${first.next}`));
      expect(rest).toMatchObject({ items: [{ account: 'acc-don-vi' }], next: null });
      expect(saying(await unit().get<Problem>(address))).toMatchObject({ status: 403, code: 'POSITION_NOT_ALLOWED' });
    });
  });
});
