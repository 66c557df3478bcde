import ICAL from 'ical.js';
import { eventually } from '#libs/platform/testing';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { planted, tells } from '../support/planted-words.js';
import { type Office, openOffice } from '../support/office.js';

describe('a personal calendar of deadlines', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const feedOf = async (account: string): Promise<string> =>
    (await must(office.as(account).post<{ path: string }>('/api/v1/me/calendar-feed'))).path;
  const read = (path: string) => office.as(undefined).get<Problem>(path);
  const entries = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((entry) => ({
      uid: String(entry.getFirstPropertyValue('uid')),
      sequence: Number(entry.getFirstPropertyValue('sequence')),
      status: String(entry.getFirstPropertyValue('status')),
      start: String(entry.getFirstPropertyValue('dtstart')),
      summary: String(entry.getFirstPropertyValue('summary')),
      description: String(entry.getFirstPropertyValue('description')),
      alarms: entry.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    }));

  it('shows the officer what is due, all day, two days ahead, and names nobody', async () => {
    const { id, path } = await officeWay(office, 'received', { title: planted.title });
    const feed = await feedOf('acc-tham-dinh');
    await eventually('the deadline shows', async () => entries((await read(feed)).text).length > 0);
    const { text, headers, status } = await read(feed);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const [entry] = entries(text);
    const { items } = await must(
      office.as('acc-tham-dinh').get<{ items: { dueAt: string; clock: string }[] }>(`/api/v1/deadlines?dossier=${id}`),
    );
    expect(entry).toMatchObject({ status: 'CONFIRMED', start: items[0]?.dueAt.slice(0, 10), alarms: ['-P2D'] });
    expect(entry?.summary).toContain(id.slice(0, 8));
    expect(entry?.description).toContain('17:00');
    expect(tells(text)).toEqual([]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);

    // What stands still is taken out of calendars that had it, under the same id and a higher number.
    const letter = { number: '4/CV', date: office.today() };
    await must(
      office.as('acc-tham-dinh').post(`${path}/suspend`, { ground: 'complaint', reason: 'Đang xác minh', letter }),
    );
    await eventually('it is cancelled', async () => entries((await read(feed)).text)[0]?.status === 'CANCELLED');
    const [after] = entries((await read(feed)).text);
    expect(after?.uid).toBe(entry?.uid);
    expect(after?.sequence).toBeGreaterThan(entry?.sequence ?? 0);
    expect(after?.alarms).toEqual([]);
  });

  it('shows nobody what others have to do', async () => {
    for (const account of ['acc-don-vi', 'acc-van-hanh', 'acc-lanh-dao'])
      expect(entries((await read(await feedOf(account))).text)).toEqual([]);
  });

  it('has one address at a time, which is taken back at once and told nobody', async () => {
    const account = office.as('acc-thu-ky');
    expect(await must(account.get('/api/v1/me/calendar-feed'))).toEqual({ openSince: null });
    const first = await feedOf('acc-thu-ky');
    const second = await feedOf('acc-thu-ky');
    expect(second).not.toBe(first);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    const { openSince } = await must(account.get<{ openSince: string | null }>('/api/v1/me/calendar-feed'));
    expect(openSince).toMatch(/^20\d\d-/);
    const closed = await account.send('DELETE', '/api/v1/me/calendar-feed');
    expect(closed.status).toBe(204);
    expect((await read(second)).status).toBe(404);
    for (const path of [first, second, '/ical/x.ics', `/ical/${'a'.repeat(32)}.ics`, '/ical/..%2f..%2fetc.ics']) {
      const { status, body } = await read(path);
      expect([path, status, body.code]).toEqual([path, 404, 'NOT_FOUND']);
    }
    expect(office.log.some((line) => line.includes(second.slice(6, 30)))).toBe(false);
    const { rows } = await office.foundation.database.query<{ row: string }>(
      'select f::text as row from ops.calendar_feed f',
    );
    expect(rows.every(({ row }) => !row.includes(first.slice(6, 30)))).toBe(true);
  });
});
