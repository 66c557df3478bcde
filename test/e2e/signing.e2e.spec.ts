import type { DossierListItem, Page } from '#libs/service/read-models';
import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

interface Listed {
  readonly id: string;
  readonly recipients: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly symbol: string | null;
  readonly prizes: {
    readonly total: number;
    readonly preview: boolean;
    readonly each: Readonly<Record<string, number>>;
  } | null;
}
interface Outlook {
  readonly candidates: number;
  readonly votes: readonly {
    readonly step: string;
    readonly threshold: { readonly rule: string; readonly source: string } | null;
    readonly outlook: {
      readonly needed: number;
      readonly of: number;
      readonly reachable: boolean;
      readonly spare: number;
    };
  }[];
}

describe('Before a council votes and an authority signs', () => {
  let office: Office;
  let waiting: WayfarerDossier;
  let draft: WayfarerDossier;
  let issued: WayfarerDossier;

  beforeAll(async () => {
    office = await openOffice();
    waiting = await officeWay(office, 'appraised', { title: 'Chờ Hội đồng', individuals: 3 });
    draft = await officeWay(office, 'entered', { title: 'Dự thảo', individuals: 2, collectives: 1 });
    issued = await officeWay(office, 'decided', { title: 'Đã ban hành', individuals: 2 });
  }, 180_000);
  afterAll(async () => office?.close());

  const list = async (who: string, query = '') => {
    const head = encodeURIComponent(await office.foundation.store.head());
    return must(office.as(who).get<Page<Listed>>(`/api/v1/decisions?minPosition=${head}${query}`));
  };

  it('drafts that wait for a signature are listed with who receives and what it would cost', async () => {
    const { items } = await list('acc-lanh-dao');
    expect(items.map(({ id }) => id)).toEqual([draft.decisionId]);
    const [first] = items;
    expect(first).toMatchObject({ recipients: 3, kinds: { individual: 2, collective: 1 }, symbol: null });
    const { each, total, preview } = first?.prizes ?? { each: {}, total: 0, preview: false };
    expect(preview).toBe(true);
    expect(total).toBe(2 * (each['individual'] ?? 0) + (each['collective'] ?? 0));
    expect(total).toBeGreaterThan(0);
  });

  it('what was issued is listed apart, with its number and what it did cost', async () => {
    const { items } = await list('acc-van-thu', '&stage=issued');
    expect(items).toEqual([
      expect.objectContaining({ id: issued.decisionId, symbol: expect.stringMatching(/^1\//), recipients: 2 }),
    ]);
    expect(items[0]?.prizes?.preview).toBe(false);
  });

  it('units and operators see no decision, and pages of one come one after the other', async () => {
    expect((await list('acc-don-vi')).items).toEqual([]);
    expect((await office.as('acc-van-hanh').get('/api/v1/decisions')).status).toBe(403);
    const more = await officeWay(office, 'entered', { title: 'Dự thảo hai' });
    const first = await list('acc-lanh-dao', '&limit=1');
    const second = await list('acc-lanh-dao', `&limit=1&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
      [draft.decisionId, more.decisionId].sort(),
    );
    expect(second.next).toBeNull();
  });

  it('everybody in a decision is named, in the order of the golden book', async () => {
    const path = `/api/v1/decisions/${draft.decisionId}/recipients`;
    const { items } = await must(
      office.as('acc-lanh-dao').get<{
        items: readonly { name: string; goldenBookNumber: number; prize: number | null }[];
      }>(path),
    );
    expect(items.map(({ goldenBookNumber }) => goldenBookNumber)).toEqual([1, 2, 3]);
    for (const { name, prize } of items) expect([name !== '', (prize ?? 0) > 0]).toEqual([true, true]);
    // What stands beside the names is what the total is made of: as a draft, and as it was issued.
    for (const { decisionId } of [draft, issued]) {
      const told = await must(
        office.as('acc-lanh-dao').get<{
          items: readonly { prize: number | null }[];
          prizes: { total: number };
        }>(`/api/v1/decisions/${decisionId}/recipients`),
      );
      expect(told.items.reduce((sum, { prize }) => sum + (prize ?? 0), 0)).toBe(told.prizes.total);
    }
    expect((await office.as('acc-don-vi').get(path)).status).toBe(404);
  });

  it('the agenda holds the dossiers that wait for a council', async () => {
    const { items } = await must(office.as('acc-thu-ky').get<Page<DossierListItem>>('/api/v1/dossiers?stepKind=vote'));
    expect(items.map(({ id }) => id)).toEqual([waiting.id]);
    const signing = await must(office.as('acc-thu-ky').get<Page<DossierListItem>>('/api/v1/dossiers?stepKind=sign'));
    expect(signing.items.map(({ id }) => id)).toContain(draft.id);
    const voted = await must(
      office.as('acc-thu-ky').get<Page<DossierListItem>>('/api/v1/dossiers?leftStepKind=vote&sort=recent'),
    );
    expect(voted.items.map(({ id }) => id)).toEqual(expect.arrayContaining([draft.id, issued.id]));
    expect(voted.items.map(({ id }) => id)).not.toContain(waiting.id);
  });

  it('the arithmetic is told before the vote: needed, of how many, by which rule, and whether it can be reached', async () => {
    const ask = (query: string) =>
      office.as('acc-thu-ky').get<Outlook & Problem>(`${waiting.path}/vote-outlook?${query}`);
    const { candidates, votes } = await must(ask('members=17&present=12&written=1'));
    expect(candidates).toBe(3);
    expect(votes).toHaveLength(1);
    expect(votes[0]).toMatchObject({
      step: 'council',
      threshold: { rule: 'R37', source: expect.any(String) },
      outlook: { of: 17, needed: 9, reachable: true, spare: 4 },
    });
    const few = await must(ask('members=17&present=8'));
    expect(few.votes[0]?.outlook).toMatchObject({ needed: 9, reachable: false });
    const impossible = await ask('members=17&present=17&written=1');
    expect([impossible.status, impossible.body.code]).toEqual([422, 'COUNCIL_COUNTS_IMPOSSIBLE']);
  });
});
