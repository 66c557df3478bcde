import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { eventually } from '#libs/platform/testing';
import { beginUpload, documentsOf, filesOf, sha256Of, upload } from '../support/document-desk.js';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { pdf } from '../support/sample-files.js';

const TT = { document: 'TT' };
const MEGABYTE = 1_048_576;

describe('a file on its way', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const unit = () => office.as('acc-don-vi');
  const nothingHalf = () =>
    eventually('nothing half is left', async () => (await filesOf(office.foundation)).half.length === 0);
  const listOf = (path: string) => documentsOf(unit(), path);

  it('of fifty megabytes passes through little memory', async () => {
    const { path } = await officeWay(office, 'drafted');
    const begun = beginUpload(unit(), path, TT);
    const piece = pdf(MEGABYTE);
    const before = outside();
    let peak = 0;
    for (let sent = 1; sent <= 50; sent++) {
      await begun.send(piece);
      if (sent % 5 === 0) peak = Math.max(peak, outside() - before);
    }
    begun.line.end();
    expect((await begun.answered).status).toBe(200);
    const [document] = await listOf(path);
    expect(document?.size).toBe(50 * MEGABYTE);
    expect(peak).toBeLessThan(16 * MEGABYTE);
  }, 180_000);

  it('of more is cut off where the limit lies: 413, and the line is closed', async () => {
    const { path } = await officeWay(office, 'drafted');
    const begun = beginUpload(unit(), path, TT);
    let answered = false;
    void begun.answered.finally(() => (answered = true)).catch(() => {});
    const piece = pdf(MEGABYTE);
    let sent = 0;
    while (!answered && sent < 500) {
      await begun.send(piece);
      sent++;
    }
    const { status, headers, body } = await begun.answered;
    expect([status, (body as Problem).code]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
    expect(headers.connection).toBe('close');
    expect(sent).toBeGreaterThan(49);
    // What lies in the buffers of both ends of the line comes on top.
    expect(sent).toBeLessThan(80);
    begun.line.destroy();
    await nothingHalf();
    expect(await listOf(path)).toEqual([]);
  }, 180_000);

  it('that says itself that it is too large is refused before a byte of it was sent', async () => {
    const { path } = await officeWay(office, 'drafted');
    const headers = { 'content-length': String(50 * MEGABYTE + 1) };
    const begun = beginUpload(unit(), path, TT, { headers });
    const { status, body } = await begun.answered;
    expect([status, (body as Problem).code]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
    begun.line.destroy();
  });

  it('that may not come, or is nothing we take, is refused while it is still being sent', async () => {
    const { path } = await officeWay(office, 'drafted');
    const forbidden = beginUpload(office.as('acc-tham-dinh'), path, TT, { ifMatch: 0 });
    expect(await forbidden.answered).toMatchObject({ status: 403, headers: { connection: 'close' } });
    forbidden.line.destroy();
    const wrong = beginUpload(unit(), path, TT, { ifMatch: 0 });
    await wrong.send(Buffer.from('<html><body>'));
    expect(await wrong.answered).toMatchObject({ status: 415, headers: { connection: 'close' } });
    wrong.line.destroy();
    await nothingHalf();
  });

  it('whose sender goes away leaves nothing, and may be sent again', async () => {
    const { path } = await officeWay(office, 'drafted');
    const begun = beginUpload(unit(), path, TT);
    const file = pdf(3 * MEGABYTE);
    await begun.send(file.subarray(0, MEGABYTE));
    await eventually('half of it is there', async () => (await filesOf(office.foundation)).half.length === 1);
    begun.line.destroy();
    await nothingHalf();
    expect((await filesOf(office.foundation)).kept).not.toContain(sha256Of(file));
    expect(await listOf(path)).toEqual([]);
    await must(upload(unit(), path, TT, new Uint8Array(file)));
    expect(office.log.join('\n')).not.toContain('a request failed');
  });

  it('into a dossier that is declared secret meanwhile is not kept (R9)', async () => {
    const { path } = await officeWay(office, 'drafted');
    const begun = beginUpload(unit(), path, TT);
    const file = pdf(MEGABYTE);
    await begun.send(file.subarray(0, 1_000));
    await eventually('half of it is there', async () => (await filesOf(office.foundation)).half.length === 1);
    await must(unit().post(`${path}/classify`, { level: 'mat', reason: 'Có nội dung mật' }));
    begun.line.end(file.subarray(1_000));
    expect((await begun.answered).status).toBe(412);
    await nothingHalf();
    expect((await filesOf(office.foundation)).kept).not.toContain(sha256Of(file));
  });

  it('out again breaks off when the disk has spoilt it, and never ends well', async () => {
    const { path } = await officeWay(office, 'drafted');
    const file = pdf(MEGABYTE);
    await must(upload(unit(), path, TT, new Uint8Array(file)));
    const sha256 = sha256Of(file);
    const place = join(
      office.foundation.config.dataFolder,
      'documents',
      sha256.slice(0, 2),
      sha256.slice(2, 4),
      sha256,
    );
    const spoilt = Buffer.from(file);
    spoilt[500_000] = (spoilt[500_000] ?? 0) ^ 1;
    await writeFile(place, spoilt);
    const open = () =>
      fetch(`${office.url}${path}/documents/${sha256}`, { headers: { authorization: `Bearer ${unit().token}` } });
    await expect(open().then((response) => response.arrayBuffer())).rejects.toMatchObject({
      name: 'TypeError',
    });
    await rm(place);
    const gone = await unit().get<Problem>(`${path}/documents/${sha256}`);
    expect([gone.status, gone.body.code]).toEqual([503, 'DOCUMENT_NOT_IN_STORE']);
    // Put again, it is healed.
    await must(upload(unit(), path, TT, new Uint8Array(file)));
    expect(Buffer.from(await (await open()).arrayBuffer()).equals(file)).toBe(true);
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that somebody still holds outside the heap: where the pieces of a body lie. */
function outside(): number {
  collectGarbage();
  return process.memoryUsage().external;
}
