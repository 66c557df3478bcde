import type { DossierListItem, Page } from '#libs/service/read-models';
import { must } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

interface Group {
  readonly award?: string;
  readonly clock?: string;
  readonly step?: string;
  readonly cluster?: string | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly unknown?: number;
  readonly medianSeconds?: number;
  readonly stays?: number;
  readonly count?: number;
  readonly lists: { readonly numerator?: string; readonly denominator: string; readonly unknown?: string };
}
interface Figures {
  readonly figures: readonly {
    readonly key: string;
    readonly formula: { readonly vi: string; readonly en: string };
    readonly total?: Group;
    readonly groups: readonly Group[];
  }[];
  readonly reasons: readonly { readonly dossierId: string; readonly reason: string }[];
  readonly behind: boolean;
}

describe('The figures of an office', () => {
  let office: Office;
  let late: WayfarerDossier;
  let returned: WayfarerDossier;
  let figures: Figures;

  const figure = (key: string) => figures.figures.find((each) => each.key === key);
  const lines = async <T>(path: string): Promise<readonly T[]> => {
    const items: T[] = [];
    for (let cursor = ''; ;) {
      const page = await must(
        office.as('acc-thanh-tra').get<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`),
      );
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
  };

  beforeAll(async () => {
    office = await openOffice();
    late = await officeWay(office, 'received', { title: 'Trễ rồi mới xong' });
    await officeWay(office, 'received', { title: 'Đúng hạn' }).then((dossier) => appraise(dossier));
    returned = await officeWay(office, 'received', { title: 'Bị trả' });
    await must(office.as('acc-tham-dinh').post(`${returned.path}/return`, { reason: 'Chưa đủ số người dự họp' }));
    // Two weeks later the first clock has run out; then its work is done all the same.
    office.clock.travelTo('2026-09-08T02:00:00.000Z');
    await appraise(late);
    const head = encodeURIComponent(await office.foundation.store.head());
    figures = await must(office.as('acc-thanh-tra').get<Figures>(`/api/v1/statistics/figures?minPosition=${head}`));
  }, 180_000);
  afterAll(async () => office?.close());

  async function appraise({ path }: WayfarerDossier): Promise<void> {
    const { nominees } = await must(office.as('acc-tham-dinh').get<{ nominees: readonly { id: string }[] }>(path));
    const verdicts = nominees.map(({ id }) => ({ nomineeId: id, verdict: 'qualified', reason: 'Đủ', evidence: [] }));
    await must(office.as('acc-tham-dinh').post(`${path}/appraise-nominees`, { verdicts }));
  }

  it('say what was done in time and what late, and a clock that was missed counts late for ever', async () => {
    expect(figures.behind).toBe(false);
    const group = figure('onTime')?.groups.find(({ clock }) => clock === 'screen');
    // In time: one appraised, one returned. Late: the third, which was appraised two weeks afterwards.
    expect(group).toMatchObject({ award: 'BK_TINH', numerator: 2, denominator: 3 });
    expect(await lines(group?.lists.denominator ?? '')).toHaveLength(3);
    const kept = await lines<{ dossierId: string }>(group?.lists.numerator ?? '');
    expect(kept).toHaveLength(2);
    expect(kept.map(({ dossierId }) => dossierId)).not.toContain(late.id);
  });

  it('of direct workers lead to those individuals, one by one and without a name', async () => {
    for (const key of ['directWorkersByAward', 'directWorkersByCluster']) {
      const groups = figure(key)?.groups ?? [];
      expect(groups.length).toBeGreaterThan(0);
      for (const { numerator = 0, denominator = 0, unknown = 0, lists } of groups) {
        const counted = await Promise.all(
          [lists.numerator, lists.denominator, lists.unknown].map((list) => lines<object>(list ?? '')),
        );
        expect(counted.map(({ length }) => length)).toEqual([numerator, denominator, unknown]);
        for (const one of counted.flat()) expect(one).not.toHaveProperty('name');
      }
    }
  });

  it('tell what is on its way and what of that is overdue, and how many dossiers of an award a cluster has', async () => {
    const running = figure('running')?.total;
    expect(running?.denominator).toBeGreaterThan(0);
    expect(await lines(running?.lists.denominator ?? '')).toHaveLength(running?.denominator ?? -1);
    expect(await lines(running?.lists.numerator ?? '')).toHaveLength(running?.numerator ?? -1);
    for (const { count, lists } of figure('byCluster')?.groups ?? [])
      expect(await lines(lists.denominator)).toHaveLength(count ?? -1);
  });

  it('of a year count what was received in it, and so do their lists', async () => {
    const of = (year: number) =>
      must(
        office
          .as('acc-thanh-tra')
          .get<Figures>(`/api/v1/statistics/figures?receivedFrom=${year}-01-01&receivedTo=${year}-12-31`),
      );
    const [last, other] = [await of(2026), await of(2025)];
    const totalOf = ({ figures: all }: Figures, key: string) => all.find((each) => each.key === key)?.total;
    for (const key of ['onTime', 'running', 'byCluster', 'returned']) {
      const total = totalOf(last, key);
      const none = totalOf(other, key);
      expect([key, none?.denominator ?? none?.count]).toEqual([key, 0]);
      expect(total?.lists.denominator).toContain('receivedFrom=2026-01-01');
      expect(await lines(total?.lists.denominator ?? '')).toHaveLength(total?.denominator ?? total?.count ?? -1);
    }
  });

  it('tell how long dossiers stayed at a step, of the stays that have ended', async () => {
    const stays = figure('medianStay')?.groups ?? [];
    const drafting = stays.find(({ step }) => step === 'drafting');
    expect(drafting?.stays).toBe(3);
    expect(await lines(drafting?.lists.denominator ?? '')).toHaveLength(3);
    const appraisal = stays.find(({ step }) => step === 'appraisal');
    expect(appraisal?.stays).toBe(1);
  });

  it('tell what was returned and why', async () => {
    expect(figure('returned')?.total?.count).toBe(1);
    expect(figures.reasons).toEqual([
      expect.objectContaining({ dossierId: returned.id, reason: 'Chưa đủ số người dự họp' }),
    ]);
    expect(
      (await lines<DossierListItem>(figure('returned')?.total?.lists.denominator ?? '')).map(({ id }) => id),
    ).toEqual([returned.id]);
  });

  it('say in both languages how they are made', () => {
    for (const { formula } of figures.figures) {
      expect(formula.vi).not.toBe(formula.en);
      expect(formula.vi.length).toBeGreaterThan(20);
    }
  });

  it('are those of what the reader may see', async () => {
    const other = await must(office.as('acc-uy-vien').get<Figures>('/api/v1/statistics/figures'));
    expect(other.figures.flatMap(({ groups }) => groups)).toEqual([]);
  });
});
