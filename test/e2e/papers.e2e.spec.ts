import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListedPaper, PaperOpening } from '#libs/service/papers';
import type { Page } from '#libs/service/read-models';
import { launch } from '../support/command-line.js';
import { must, type OfficeClient, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { openPdf } from '../support/open-pdf.js';
import { neighbour, stranger } from '../support/other-people.js';

describe('papers made by the system', () => {
  let office: Office;
  let issued: WayfarerDossier;
  let decision: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-papers-'));
    office = await openOffice({ accounts: [neighbour, stranger] });
    issued = await officeWay(office, 'issued', { individuals: 2, collectives: 1 });
    decision = `/api/v1/decisions/${issued.decisionId}`;
  });
  afterAll(async () => {
    await office.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function download({ line, token }: OfficeClient, path: string) {
    const response = await fetch(`${line.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  const listOf = async (who: string, path: string): Promise<readonly ListedPaper[]> =>
    (await must(office.as(who).get<{ items: readonly ListedPaper[] }>(`${path}/papers`))).items;

  it('are listed with why some cannot be made', async () => {
    const items = await listOf('acc-don-vi', issued.path);
    expect(items.map(({ kind, possible, refusal }) => [kind, possible || refusal?.code])).toEqual([
      ['submission', true],
      ['receipt', true],
      ['supplement-request', 'PAPER_NEEDS_SUPPLEMENT_REQUEST'],
      ['minutes', true],
      ['forwarding', 'PAPER_NEEDS_FORWARDING'],
      ['summary', true],
    ]);
    expect((await listOf('acc-van-thu', decision)).map(({ kind, possible }) => [kind, possible])).toEqual([
      ['decision', true],
    ]);
  });

  it('come as files with a name in Vietnamese, to be saved and never shown in our name', async () => {
    const { response, bytes } = await download(office.as('acc-van-thu'), `${decision}/papers/decision.pdf`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="decision.pdf"; filename*=UTF-8''${encodeURIComponent('Quyết định 01-QĐ-UBND')}.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    const { text, pages } = await openPdf(bytes);
    expect(pages).toHaveLength(2);
    for (const name of ['Tổ chuyên môn số 1', 'Người Được Đề Nghị 1', 'Người Được Đề Nghị 2', 'Đặng Văn Thành'])
      expect(text).toContain(name);
    expect(text).toContain('Số: 01/QĐ-UBND');
    // The chair is who signed, by the position that he holds.
    expect(text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH');
  });

  it('are the same to the last byte for whoever asks again', async () => {
    for (const file of ['submission.pdf', 'minutes.docx', 'receipt.pdf']) {
      const one = await download(office.as('acc-don-vi'), `${issued.path}/papers/${file}`);
      const other = await download(office.as('acc-don-vi'), `${issued.path}/papers/${file}`);
      expect([one.response.status, Buffer.compare(one.bytes, other.bytes)]).toEqual([200, 0]);
    }
  });

  it('bear the look-up code for those who may hand the receipt out, and for nobody else', async () => {
    const { receiptCode } = await must(office.as('acc-don-vi').get<{ receiptCode: string }>(issued.path));
    const textFor = async (who: string) =>
      (await openPdf((await download(office.as(who), `${issued.path}/papers/receipt.pdf`)).bytes)).text;
    expect(await textFor('acc-don-vi')).toContain(receiptCode);
    expect(await textFor('acc-thanh-tra')).not.toContain(receiptCode);
  });

  it('are for those who may read the dossier, and for the body that decides', async () => {
    const paper = `${issued.path}/papers/submission.pdf`;
    for (const { id } of [neighbour, stranger]) {
      expect((await office.as(id).get<Problem>(paper)).status).toBe(404);
      expect((await office.as(id).get<Problem>(`${issued.path}/papers`)).status).toBe(404);
      expect((await office.as(id).get<Problem>(`${decision}/papers/decision.pdf`)).status).toBe(404);
    }
    expect((await office.as('acc-don-vi').get(`${decision}/papers/decision.pdf`)).status).toBe(404);
    expect((await office.as('acc-van-hanh').get(paper)).status).toBe(403);
    expect((await office.as(undefined).get(paper)).status).toBe(401);
    for (const wrong of ['submission.odt', 'submission', 'decision.pdf', 'x.pdf', 'submission.pdf.pdf', '..%2fx.pdf'])
      expect((await office.as('acc-don-vi').get(`${issued.path}/papers/${wrong}`)).status).toBe(404);
  });

  it('are not made before what they state has happened, of a draft that was given up, or of a secret dossier (R9)', async () => {
    const refused = async (who: string, path: string) => {
      const { status, body } = await office.as(who).get<Problem>(path);
      return [status, body.code];
    };
    expect(await refused('acc-don-vi', `${issued.path}/papers/supplement-request.pdf`)).toEqual([
      409,
      'PAPER_NEEDS_SUPPLEMENT_REQUEST',
    ]);
    const entered = await officeWay(office, 'entered');
    const draft = `/api/v1/decisions/${entered.decisionId}`;
    await must(office.as('acc-van-thu').post(`${draft}/give-up`, { reason: 'Lập trùng' }));
    expect(await refused('acc-van-thu', `${draft}/papers/decision.pdf`)).toEqual([409, 'PAPER_OF_GIVEN_UP_DECISION']);
    const { path } = await officeWay(office, 'drafted');
    await must(office.as('acc-don-vi').post(`${path}/classify`, { level: 'mat', reason: 'Có nội dung mật' }));
    expect(await refused('acc-don-vi', `${path}/papers/submission.pdf`)).toEqual([422, 'DOSSIER_IS_SECRET']);
  });

  it('and each is recorded, for auditors to read', async () => {
    const { path } = await officeWay(office, 'submitted');
    await download(office.as('acc-tham-dinh'), `${path}/papers/submission.docx`);
    await download(office.as('acc-don-vi'), `${path}/papers/summary.pdf`);
    await download(office.as(stranger.id), `${path}/papers/summary.pdf`);
    const { items } = await must(office.as('acc-thanh-tra').get<Page<PaperOpening>>(`${path}/paper-openings`));
    expect(items.map(({ account, kind, format }) => [account, kind, format])).toEqual([
      ['acc-don-vi', 'summary', 'pdf'],
      ['acc-tham-dinh', 'submission', 'docx'],
    ]);
    expect((await office.as('acc-don-vi').get(`${path}/paper-openings`)).status).toBe(403);
  });

  it('are made from the command line, too', async () => {
    const token = await office.foundation.accounts.issueToken('acc-don-vi');
    const paper = (kind: string, out: string) =>
      launch(['dossier', 'paper', issued.id, kind, '--out', out, '--url', office.url], { VINHDANH_TOKEN: token });
    const out = join(folder, 'bien-ban.pdf');
    expect(await paper('minutes', out)).toMatchObject({ code: 0, err: '', out: `${out}\n` });
    const { bytes } = await download(office.as('acc-don-vi'), `${issued.path}/papers/minutes.pdf`);
    expect(Buffer.compare(await readFile(out), bytes)).toBe(0);
    const missing = await paper('forwarding', join(folder, 'x.docx'));
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('chưa được trình lên cấp trên')]);
    expect((await paper('minutes', join(folder, 'x.txt'))).code).toBe(2);
  });
});
