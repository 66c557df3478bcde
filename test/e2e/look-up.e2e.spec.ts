import type { PublicStanding } from '#libs/service/reading';
import { eventually } from '#libs/platform/testing';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour } from '../support/other-people.js';

interface WithCode {
  readonly receiptCode?: string;
}

const TITLE = 'Đề nghị có tên riêng Trần Thị Bí Mật';

describe('the public look-up by receipt code', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour] });
  });
  afterAll(() => office.close());

  const lookUp = (code: string) => office.as(undefined).get<PublicStanding & Problem>(`/api/v1/look-up/${code}`);

  async function received(): Promise<{ readonly path: string; readonly code: string }> {
    const { path } = await officeWay(office, 'submitted', { title: TITLE });
    const officer = office.as('acc-tham-dinh');
    await must(officer.get(path));
    const { receiptCode = '' } = await must(officer.post<WithCode>(`${path}/receive`));
    expect(receiptCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    return { path, code: receiptCode };
  }

  it('says step, state, receipt and next date, and nothing that names anybody', async () => {
    const { code } = await received();
    const { status, body, text } = await lookUp(code);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      receivedOn: office.today(),
      step: { vi: 'Thẩm định' },
      state: 'in_progress',
      stateText: { vi: 'Đang xử lý', en: 'In progress' },
      next: { what: { vi: expect.any(String) as string }, text: { vi: expect.stringMatching(/^17:00 thứ/) as string } },
    });
    expect(Object.keys(body).sort()).toEqual(['body', 'next', 'receivedOn', 'state', 'stateText', 'step']);
    for (const word of ['Trần Thị', 'Người Được', 'khoi-thi-dua', 'acc-']) expect(text).not.toContain(word);
  });

  it('takes the code as people type it', async () => {
    const { code } = await received();
    const typed = [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('0', 'O').replaceAll('1', 'l')];
    for (const each of typed) expect([each, (await lookUp(each)).status]).toEqual([each, 200]);
  });

  it('shows the code to the unit and the body, not before the receipt, and to nobody else', async () => {
    const drafted = await officeWay(office, 'submitted');
    expect((await must(office.as('acc-don-vi').get<WithCode>(drafted.path))).receiptCode).toBeUndefined();
    const { path, code } = await received();
    for (const who of ['acc-don-vi', 'acc-tham-dinh', 'acc-van-thu'])
      expect((await must(office.as(who).get<WithCode>(path))).receiptCode).toBe(code);
    expect((await must(office.as('acc-thanh-tra').get<WithCode>(path))).receiptCode).toBeUndefined();
  });

  it('keeps the code when the read models are built anew: it is no read model', async () => {
    const { path, code } = await received();
    const { rows } = await office.foundation.database.query<{ schema: string }>(
      `select table_schema as schema from information_schema.tables where table_name = 'receipt_code'`,
    );
    expect(rows).toEqual([{ schema: 'ops' }]);
    expect((await must(office.as('acc-don-vi').get<WithCode>(path))).receiptCode).toBe(code);
  });

  it('tells an unknown code and a secret dossier alike, and a slip from both', async () => {
    const { path, code } = await received();
    await must(office.as('acc-tham-dinh').post(`${path}/classify`, { level: 'mat', reason: 'Có nội dung mật' }));
    const stable = ({ status, body }: Awaited<ReturnType<typeof lookUp>>) => ({ ...body, status, instance: '' });
    const secret = stable(await lookUp(code));
    expect(secret).toMatchObject({ status: 404, code: 'RECEIPT_CODE_UNKNOWN' });
    expect(stable(await lookUp('0000-0000-0000'))).toEqual(secret);
    await eventually('the list knows that it is secret', async () => {
      const { items } = await must(
        office.as('acc-tham-dinh').get<{ items: { id: string; secrecy: string }[] }>('/api/v1/dossiers?limit=200'),
      );
      return items.find(({ id }) => path.endsWith(id))?.secrecy === 'mat';
    });
    expect(stable(await lookUp(code))).toEqual(secret);
    const slip = `${code[0] === '2' ? '3' : '2'}${code.slice(1)}`;
    for (const typed of [slip, 'abc', '%20', code.slice(1)])
      expect((await lookUp(typed)).body).toMatchObject({ status: 400, code: 'RECEIPT_CODE_MISTYPED' });
  });

  it('counts attempts by outcome, and keeps neither codes nor addresses', async () => {
    const counts = async (): Promise<Record<string, number>> => {
      const { rows } = await office.foundation.database.query<{ outcome: string; count: number }>(
        'select outcome, count from ops.look_up_count',
      );
      return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
    };
    const before = await counts();
    await lookUp('0000-0000-0000');
    await lookUp('0000-0000-0001');
    const after = await counts();
    expect(after['unknown']).toBe((before['unknown'] ?? 0) + 1);
    expect(after['mistyped']).toBe((before['mistyped'] ?? 0) + 1);
  });

  it('has a small budget for each address', async () => {
    const { code } = await received();
    const limited = await eventually('it is used up', async () => {
      const reply = await lookUp(code);
      return reply.status === 429 && reply;
    });
    expect(limited.body.code).toBe('RATE_LIMITED');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    // Others are served all the same.
    expect((await office.as(undefined).get('/health/live')).status).toBe(200);
  });
});
