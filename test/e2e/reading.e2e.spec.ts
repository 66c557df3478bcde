import type { DeadlineItem, DossierListItem, Page, TimelineRow } from '#libs/service/read-models';
import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour, stranger } from '../support/other-people.js';

type Read<Item> = Page<Item> & { readonly position: string; readonly behind: boolean };

describe('the lists of an office', () => {
  let office: Office;
  let drafts: readonly string[];
  let received: WayfarerDossier;
  /** Of the last command of the set-up. */
  let last: string;

  const list = (who: string, question = ''): Promise<Read<DossierListItem>> =>
    must(office.as(who).get(`/api/v1/dossiers?minPosition=${last}${question}`));
  const idsOf = ({ items }: Page<{ readonly id: string }>): string[] => items.map(({ id }) => id);

  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour, stranger] });
    received = await officeWay(office, 'received', { title: 'Tổng kết phong trào Đổi mới' });
    const draft = { procedure: 'BK_TINH', kind: 'dot_xuat', bodyId: 'ubnd-tinh' };
    const begun = await Promise.all(
      [1, 2, 3, 4, 5].map((number) =>
        must(office.as(neighbour.id).post('/api/v1/dossiers', { ...draft, title: `Hồ sơ số ${number}` })),
      ),
    );
    drafts = begun.map(({ id }) => id);
    const elsewhere = { ...draft, title: 'Nơi khác', bodyId: 'ubnd-tinh-khac' };
    last = (await must(office.as(neighbour.id).post('/api/v1/dossiers', elsewhere))).position;
  });
  afterAll(() => office.close());

  it('show each person what his position allows', async () => {
    expect(idsOf(await list('acc-don-vi'))).toEqual([received.id]);
    expect(idsOf(await list(neighbour.id)).sort()).toHaveLength(6);
    // A draft is its unit's own, also where it says before whom it is to go.
    expect(idsOf(await list('acc-tham-dinh'))).toEqual([received.id]);
    expect(idsOf(await list('acc-truong-phong'))).toEqual([received.id]);
    expect(idsOf(await list('acc-uy-vien'))).toEqual([]);
    expect(idsOf(await list(stranger.id))).toEqual([]);
    expect(idsOf(await list('acc-thanh-tra'))).toHaveLength(7);
  });

  it('show the operator none', async () => {
    for (const path of ['/api/v1/dossiers', '/api/v1/deadlines', received.path, `${received.path}/events`]) {
      const { status, body } = await office.as('acc-van-hanh').get<Problem>(path);
      expect([status, body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
    }
  });

  it('hold no filter that widens what a position allows', async () => {
    expect(idsOf(await list('acc-don-vi', '&unit=khoi-thi-dua-9'))).toEqual([]);
    expect(idsOf(await list(stranger.id, '&body=ubnd-tinh'))).toEqual([]);
    for (const path of [received.path, `${received.path}/events`])
      expect((await office.as(neighbour.id).get<Problem>(path)).status).toBe(404);
    const deadlines = await must(
      office.as(neighbour.id).get<Read<DeadlineItem>>(`/api/v1/deadlines?dossier=${received.id}`),
    );
    expect(deadlines.items).toEqual([]);
  });

  it('filter by step, procedure, unit and words, whatever their accents', async () => {
    expect(idsOf(await list('acc-tham-dinh', '&step=appraisal'))).toEqual([received.id]);
    expect(idsOf(await list('acc-thanh-tra', '&step=drafting&body=ubnd-tinh')).sort()).toEqual([...drafts].sort());
    expect(idsOf(await list('acc-tham-dinh', '&procedure=CSTDCS'))).toEqual([]);
    expect(idsOf(await list('acc-tham-dinh', '&unit=khoi-thi-dua-3'))).toEqual([received.id]);
    for (const q of ['doi moi', 'ĐỔI MỚI', 'đổi mới'.normalize('NFD')])
      expect(idsOf(await list('acc-tham-dinh', `&q=${encodeURIComponent(q)}`))).toEqual([received.id]);
    expect(idsOf(await list('acc-tham-dinh', '&q=%25'))).toEqual([]);
  });

  it('come in pages that neither repeat nor leave out', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const page: Read<DossierListItem> = await list('acc-thanh-tra', `&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...idsOf(page));
      cursor = page.next;
      pages++;
    }
    expect(pages).toBe(4);
    expect(new Set(seen).size).toBe(7);
    expect(seen[0]).toBe(received.id);
  });

  it('give a timeline in both directions, page by page', async () => {
    const officer = office.as('acc-tham-dinh');
    const ask = (question: string) => must(officer.get<Read<TimelineRow>>(`${received.path}/events?${question}`));
    const all = await ask(`limit=200&minPosition=${last}`);
    expect(all.items.map(({ revision }) => revision)).toEqual(all.items.map((_, index) => index));
    const newest = await ask('limit=3&order=newestFirst');
    expect(newest.items).toEqual([...all.items].reverse().slice(0, 3));
    const older = await ask(`limit=200&order=newestFirst&cursor=${newest.next}`);
    expect([...newest.items, ...older.items]).toEqual([...all.items].reverse());
    expect(older.next).toBeNull();
  });

  it('show open deadlines, soonest first, and what is overdue once it is', async () => {
    const officer = office.as('acc-tham-dinh');
    const ask = (question: string) => must(officer.get<Read<DeadlineItem>>(`/api/v1/deadlines?${question}`));
    const open = await ask(`minPosition=${last}`);
    expect(open.items.map(({ clock, dossierId }) => [clock, dossierId])).toEqual([
      ['screen', received.id],
      ['appraise', received.id],
    ]);
    expect((await ask('overdue=true')).items).toEqual([]);
    expect((await list('acc-tham-dinh', '&overdue=true')).items).toEqual([]);
  });

  it('show one’s own write to who names its position', async () => {
    const unit = office.as('acc-don-vi');
    for (let turn = 1; turn <= 10; turn++) {
      const { position, revision } = await must(
        unit.post(`${received.path}/classify`, { level: turn % 2 ? 'mat' : 'none', reason: `Lần ${turn}` }),
      );
      const { items, ...asOf } = await must(
        unit.get<Read<DossierListItem>>(`/api/v1/dossiers?minPosition=${position}`),
      );
      expect(items[0]).toMatchObject({ id: received.id, revision });
      expect(asOf.behind).toBe(false);
      expect(office.foundation.store.comparePositions(asOf.position, position)).toBeGreaterThanOrEqual(0);
    }
  });

  it('say that they are behind when the projector stands still, after five seconds, and recover', async () => {
    await office.projector.stop();
    const unit = office.as('acc-don-vi');
    const { position, revision } = await must(
      unit.post(`${received.path}/classify`, { level: 'toi_mat', reason: 'Mật hơn' }),
    );
    const started = performance.now();
    const late = await must(unit.get<Read<DossierListItem>>(`/api/v1/dossiers?minPosition=${position}`));
    const waited = performance.now() - started;
    expect(late).toMatchObject({ behind: true, items: [{ id: received.id, secrecy: 'none' }] });
    expect(office.foundation.store.comparePositions(late.position, position)).toBeLessThan(0);
    expect(waited).toBeGreaterThan(4_900);
    expect(waited).toBeLessThan(8_000);
    // The dossier itself is read from the log, and waits for nobody.
    expect((await must(unit.get<{ revision: number }>(received.path))).revision).toBe(revision);

    await office.projector.start();
    const again = await must(unit.get<Read<DossierListItem>>(`/api/v1/dossiers?minPosition=${position}`));
    expect(again).toMatchObject({ behind: false, items: [{ secrecy: 'toi_mat' }] });
  });
});
