import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour, stranger } from '../support/other-people.js';

interface Notification {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  readonly type?: string;
  readonly dossierId: string;
  readonly open?: boolean;
  readonly read: boolean;
  readonly sentence?: { readonly vi: string; readonly en: string };
}
interface Inbox {
  readonly items: readonly Notification[];
  readonly next: string | null;
  readonly newest: string;
  readonly unread: number;
}
interface Figures {
  readonly groups: readonly { readonly by: Readonly<Record<string, string>>; readonly nominees: number }[];
  readonly total: { readonly nominees: number; readonly outcomes: Readonly<Record<string, number>> };
}

describe('what an office is told and counts', () => {
  let office: Office;
  let dossier: WayfarerDossier;
  let last: string;

  /** Without what tells people of their own appointments: the sample office is established first. */
  const inbox = async (who: string, question = ''): Promise<Inbox> => {
    const page = await must(office.as(who).get<Inbox>(`/api/v1/notifications?minPosition=${last}${question}`));
    return { ...page, items: page.items.filter(({ type }) => type !== 'AppointmentMade') };
  };
  const typesOf = ({ items }: Inbox): (string | undefined)[] => items.map(({ type }) => type);

  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour, stranger] });
    dossier = await officeWay(office, 'decided', { title: '=Tổng kết', individuals: 3, collectives: 1 });
    const draft = { procedure: 'BK_TINH', kind: 'dot_xuat', bodyId: 'ubnd-tinh', title: 'Hồ sơ khác' };
    last = (await must(office.as(neighbour.id).post('/api/v1/dossiers', draft))).position;
  }, 180_000);
  afterAll(() => office.close());

  it('tells each side of what happened to its dossiers, newest first, in sentences', async () => {
    const unit = await inbox('acc-don-vi');
    expect(typesOf(unit)).toEqual([
      'DecisionReceived',
      'DossierApproved',
      'DossierAppraised',
      'DossierReceived',
      'DossierSubmitted',
    ]);
    for (const { sentence } of unit.items) {
      expect(sentence?.vi).not.toBe('');
      expect(sentence?.en).not.toBe(sentence?.vi);
    }
    // Nominees by name: whoever is told of a dossier sees it.
    const { nominees } = await must(
      office.as('acc-don-vi').get<{ nominees: readonly { name: string }[] }>(`/api/v1/dossiers/${dossier.id}`),
    );
    expect(unit.items[0]?.sentence?.vi).toContain(nominees[0]?.name ?? '?');
    expect(JSON.stringify(unit.items)).not.toMatch(/\bN\d+\b/);
    const officer = await inbox('acc-tham-dinh');
    expect(typesOf(officer)).toContain('DossierSubmitted');
    // Done long ago: the dossier was received.
    expect(officer.items.filter(({ group, open }) => group === 'todo' && open)).toEqual([]);
    expect(typesOf(await inbox('acc-lanh-dao'))).toEqual(['DecisionReceived', 'DecisionDrafted', 'DossierVoted']);
  });

  it('tells nothing to whom it does not concern or who may not see it', async () => {
    for (const who of [neighbour.id, stranger.id, 'acc-van-hanh', 'acc-thanh-tra'])
      expect((await inbox(who)).items).toEqual([]);
  });

  it('comes in pages, each message once', async () => {
    const whole = await inbox('acc-don-vi');
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Inbox = await inbox('acc-don-vi', `&limit=2${next ? `&cursor=${next}` : ''}`);
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(ids).toEqual(whole.items.map(({ id }) => id));
  });

  it('is marked as read once, by the one who read it, and only what he may see', async () => {
    const { items, unread } = await inbox('acc-don-vi');
    // One more tells of his own appointment.
    expect(unread).toBe(items.length + 1);
    const [first, second] = items;
    const ids = [first?.id, second?.id];
    for (let turn = 0; turn < 2; turn++)
      expect(await must(office.as('acc-don-vi').post<object>('/api/v1/notifications/read', { ids }))).toEqual({
        unread: unread - 2,
      });
    const after = await inbox('acc-don-vi');
    expect(after.items.map(({ read }) => read)).toEqual([true, true, ...items.slice(2).map(() => false)]);
    const officer = await inbox('acc-tham-dinh');
    expect(officer.unread).toBe(officer.items.length + 1);
    await must(office.as(stranger.id).post('/api/v1/notifications/read', { ids }));
    const { rows } = await office.foundation.database.query<{ account: string }>(
      'select distinct account_id as account from ops.read_mark',
    );
    expect(rows).toEqual([{ account: 'acc-don-vi' }]);
    const wrong = await office.as('acc-don-vi').post<Problem>('/api/v1/notifications/read', { ids: ['x'] });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('comes by group, and what is marked of one group leaves the others', async () => {
    const whole = await inbox('acc-lanh-dao');
    const todo = await inbox('acc-lanh-dao', '&group=todo&limit=1');
    expect(todo.next).not.toBeNull();
    const more = await inbox('acc-lanh-dao', `&group=todo&limit=200&cursor=${todo.next}`);
    expect([...todo.items, ...more.items].map(({ id }) => id)).toEqual(
      whole.items.filter(({ group }) => group === 'todo').map(({ id }) => id),
    );
    expect((await inbox('acc-lanh-dao', '&group=system')).items).toEqual([]);
    await must(office.as('acc-lanh-dao').post('/api/v1/notifications/read', { through: todo.newest, group: 'todo' }));
    const after = await inbox('acc-lanh-dao');
    expect(after.items.some(({ group }) => group === 'info')).toBe(true);
    expect(after.items.map(({ read }) => read)).toEqual(after.items.map(({ group }) => group === 'todo'));
  });

  it('is marked as read up to what a page showed: what came since is not', async () => {
    const first = await inbox('acc-tham-dinh', '&limit=1');
    const second = await inbox('acc-tham-dinh', `&limit=1&cursor=${first.next}`);
    const through = (newest: string) =>
      office.as('acc-tham-dinh').post<object>('/api/v1/notifications/read', { through: newest });
    expect(await must(through(second.newest))).toEqual({ unread: 1 });
    const after = await inbox('acc-tham-dinh');
    expect(after.items.map(({ read }) => read)).toEqual([false, true, true, true, true]);
    // Older than what is read already: nothing changes.
    expect(await must(through(second.newest))).toEqual({ unread: 1 });
    expect(await must(through(first.newest))).toEqual({ unread: 0 });
    const wrong = await office.as('acc-tham-dinh').post<Problem>('/api/v1/notifications/read', { through: 'x' });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
  });

  it('a reminder that is not shown in the position one acts in is not marked there', async () => {
    const { database } = office.foundation;
    const { rows: told } = await database.query<{ id: number }>(
      `insert into ops.notification (account_id, dossier_id, deadline_id, version, rung, channel, clock, due_at, working_days_left, category, rung_at)
       values ($1, $2, 'D-1', 1, 'due', 'in_app', 'appraise', now(), 0, 'deadline', now()) returning id`,
      [stranger.id, dossier.id],
    );
    const { items, newest } = await inbox(stranger.id);
    expect(items).toEqual([]);
    await must(office.as(stranger.id).post('/api/v1/notifications/read', { through: newest }));
    await must(office.as(stranger.id).post('/api/v1/notifications/read', { ids: [`reminder:${told[0]?.id}`] }));
    const { rows } = await database.query('select from ops.read_mark where item = $1', [`reminder:${told[0]?.id}`]);
    expect(rows).toEqual([]);
  });

  it('counts within what the position allows, as JSON and as a table', async () => {
    const count = (who: string, question: string) =>
      must(office.as(who).get<Figures>(`/api/v1/statistics?minPosition=${last}${question}`));
    const { groups, total } = await count('acc-tham-dinh', '&by=award,kind');
    expect(groups.map(({ by, nominees }) => [by['award'], by['kind'], nominees])).toEqual([
      ['BK_TINH', 'collective', 1],
      ['BK_TINH', 'individual', 3],
    ]);
    expect(total.outcomes['granted']).toBe(4);
    expect((await count(neighbour.id, '')).total.nominees).toBe(0);
    const table = await office
      .as('acc-thanh-tra')
      .get(`/api/v1/statistics?by=unit,outcome&minPosition=${last}`, { accept: 'text/csv' });
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [heading, row] = table.text.split('\r\n');
    expect(heading).toMatch(/^unit,outcome,nominees,open,granted,/);
    expect(row).toMatch(/^khoi-thi-dua-3,granted,4,0,4,/);
    const operator = await office.as('acc-van-hanh').get<Problem>('/api/v1/statistics');
    expect(operator.status).toBe(403);
    for (const wrong of ['by=name', 'by=award,unit,body,level,kind', 'from=gestern', 'outcome=lost'])
      expect((await office.as('acc-thanh-tra').get(`/api/v1/statistics?${wrong}`)).status).toBe(400);
  });

  it('finds a dossier by a nominee, and only for whom he concerns', async () => {
    const find = async (who: string, q: string) =>
      (
        await must(
          office
            .as(who)
            .get<{ items: { id: string }[] }>(`/api/v1/dossiers?minPosition=${last}&q=${encodeURIComponent(q)}`),
        )
      ).items.map(({ id }) => id);
    const { nominees } = await must(office.as('acc-tham-dinh').get<{ nominees: { name: string }[] }>(dossier.path));
    const name = nominees[0]?.name ?? '';
    expect(await find('acc-tham-dinh', name.toUpperCase())).toEqual([dossier.id]);
    expect(await find('acc-tham-dinh', dossier.id.slice(0, 8))).toEqual([dossier.id]);
    expect(await find(neighbour.id, name)).toEqual([]);
  });

  it('tells the operator how far the read models are, and nobody else', async () => {
    const { items } = await must(
      office.as('acc-van-hanh').get<{ items: { projection: string; deadLetters: number }[] }>('/api/v1/read-models'),
    );
    expect(items.map(({ projection }) => projection)).toContain('statistics');
    expect(items.every(({ deadLetters }) => deadLetters === 0)).toBe(true);
    expect((await office.as('acc-tham-dinh').get('/api/v1/read-models')).status).toBe(403);
  });
});
