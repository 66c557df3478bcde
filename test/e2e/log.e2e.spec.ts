import type { LogEntry, LogPage, LogReading } from '#libs/service/reading';
import type { Page } from '#libs/service/read-models';
import { must } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

describe('the log for auditors', () => {
  let office: Office;
  let way: WayfarerDossier;
  let everything: LogEntry[];
  const ask = (question: string) => must(office.as('acc-thanh-tra').get<LogPage>(`/api/v1/events?${question}`));

  /** All pages of a question. */
  async function all(question: string, limit: number): Promise<LogEntry[]> {
    const items: LogEntry[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: LogPage = await ask(`limit=${limit}${question}${after && `&after=${after}`}`);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items.push(...page.items);
      after = page.next;
    }
    return items;
  }

  beforeAll(async () => {
    office = await openOffice();
    way = await officeWay(office, 'received');
    await officeWay(office, 'drafted');
    everything = await all('', 200);
  });
  afterAll(() => office.close());

  it('holds every event once, in order, however it is paged', async () => {
    const { events } = await office.foundation.store.readAll({ after: 'start', limit: 10_000 });
    expect(everything.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(everything.find(({ type }) => type === 'NomineesAdded')?.data).toMatchObject({
      nominees: [{ name: 'Người Được Đề Nghị 1' }, {}],
    });
    for (const limit of [1, 3, 7]) expect(await all('', limit)).toEqual(everything);
  });

  it('is filtered by stream, type, actor and both times, and no page loses the rest', async () => {
    const of = (is: (entry: LogEntry) => boolean) => everything.filter(is);
    const cases: [string, (entry: LogEntry) => boolean][] = [
      [`&stream=dossier-${way.id}`, ({ stream }) => stream === `dossier-${way.id}`],
      ['&type=DocumentAttached', ({ type }) => type === 'DocumentAttached'],
      ['&actor=acc-tham-dinh', ({ metadata }) => (metadata['actor'] as { id: string }).id === 'acc-tham-dinh'],
      [
        `&recordedFrom=${everything[2]?.recordedAt}&recordedTo=${everything[5]?.recordedAt}`,
        ({ recordedAt }) =>
          recordedAt >= (everything[2]?.recordedAt ?? '') && recordedAt < (everything[5]?.recordedAt ?? ''),
      ],
      ['&effectiveFrom=2999-01-01T00:00:00Z', () => false],
    ];
    for (const [question, is] of cases)
      for (const limit of [1, 200]) expect(await all(question, limit)).toEqual(of(is));
  });

  it('says how far it looked, so that an auditor can go on where nothing matched', async () => {
    const head = await office.foundation.store.head();
    const nothing = await ask('type=AwardCancelled');
    expect(nothing).toEqual({ items: [], position: head, next: null });
    const { position } = await officeWay(office, 'drafted').then(({ answers }) => answers['draft'] ?? { position: '' });
    const news = await ask(`after=${nothing.position}`);
    expect(news.items.map(({ position }) => position)).toEqual([position]);
  });

  it('is for auditors alone, and refuses what it cannot read', async () => {
    for (const who of ['acc-don-vi', 'acc-tham-dinh', 'acc-lanh-dao', 'acc-van-hanh'])
      expect((await office.as(who).get('/api/v1/events')).status).toBe(403);
    expect((await office.as(undefined).get('/api/v1/events')).status).toBe(401);
    for (const question of ['limit=201', 'limit=0', 'after=x', 'recordedFrom=2026-08-24', 'other=1'])
      expect([question, (await office.as('acc-thanh-tra').get(`/api/v1/events?${question}`)).status]).toEqual([
        question,
        400,
      ]);
  });

  it('takes note of who read what, and auditors read that too', async () => {
    await ask(`stream=dossier-${way.id}&limit=2`);
    const { items } = await must(office.as('acc-thanh-tra').get<Page<LogReading>>('/api/v1/events/readings?limit=1'));
    expect(items).toEqual([
      expect.objectContaining({
        account: 'acc-thanh-tra',
        positionId: 'pos-thanh-tra',
        filter: { stream: `dossier-${way.id}` },
        from: 'start',
        events: 2,
      }),
    ]);
    expect((await office.as('acc-van-hanh').get('/api/v1/events/readings')).status).toBe(403);
    await expect(
      office.foundation.database.query('update ops.log_reading set account_id = $1', ['nobody']),
    ).rejects.toThrow(/permission denied/);
    await expect(office.foundation.database.query('delete from ops.log_reading')).rejects.toThrow(/permission denied/);
  });
});
