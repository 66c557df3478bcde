import { localDateOf } from '#libs/domain/kernel';
import type { TimelineEntry } from '#libs/service/reading';
import type { Page } from '#libs/service/read-models';
import { must, type OfficeClient } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour } from '../support/other-people.js';

type Told = Page<TimelineEntry> & { readonly position: string; readonly behind: boolean };

describe('the timeline of a dossier, in sentences', () => {
  let office: Office;
  let way: WayfarerDossier;
  let last: string;
  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour], now: '2026-08-24T02:00:00.000Z' });
    way = await officeWay(office, 'archived', { individuals: 2 });
    last = way.answers['archive']?.position ?? '';
  });
  afterAll(() => office.close());

  const ask = (who: OfficeClient, question = '', headers = {}): Promise<Told> =>
    must(who.get<Told>(`${way.path}/timeline?minPosition=${last}&limit=200${question}`, headers));

  it('tells every fact, who did it, when it was recorded and from when it holds', async () => {
    const { items, next, behind } = await ask(office.as('acc-tham-dinh'));
    expect([next, behind]).toEqual([null, false]);
    expect(items[0]).toMatchObject({
      type: 'DossierDrafted',
      group: 'drafting',
      recordedText: expect.stringMatching(/^\d\d:\d\d \d\d\/\d\d\/\d{4}$/) as string,
      by: { accountId: 'acc-don-vi', system: false },
    });
    for (const { backDated, recordedAt, effectiveAt } of items)
      expect(backDated).toBe(localDateOf(effectiveAt) < localDateOf(recordedAt));
    const received = items.find(({ type }) => type === 'DossierReceived');
    expect(received?.sentences.vi).toMatch(/^Tiếp nhận hồ sơ theo BK_TINH .* → Thẩm định/);
    expect(received?.sentences.en).toMatch(/^Received under BK_TINH/);
    expect(received?.sentence).toBe(received?.sentences.vi);
    const system = items.find(({ type }) => type === 'DecisionReceived');
    expect(system?.by).toMatchObject({ system: true, name: null });
    expect(items.some(({ stream, type }) => stream.startsWith('decision-') && type === 'DecisionIssued')).toBe(true);
    expect(new Set(items.map(({ group }) => group)).size).toBeGreaterThan(7);
  });

  it('speaks the reader’s language', async () => {
    const { items } = await ask(office.as('acc-tham-dinh'), '', { 'accept-language': 'en' });
    for (const { sentence, sentences } of items) expect(sentence).toBe(sentences.en);
  });

  it('calls those proposed by their names, as whoever reads the dossier knows them', async () => {
    const { items } = await ask(office.as('acc-don-vi'));
    const approved = items.find(({ type }) => type === 'DossierApproved');
    expect(approved?.sentences.vi).toMatch(/^Phê duyệt 2 đối tượng \(Người Được Đề Nghị 1, Người Được Đề Nghị 2\)/);
    expect(items.flatMap(({ sentences }) => [sentences.vi, sentences.en]).join('\n')).not.toMatch(/\bN\d\b|\bpos-/);
  });

  it('names people only to who may know them', async () => {
    const namesTo = async (who: string): Promise<Map<string | null, string | null>> =>
      new Map((await ask(office.as(who))).items.map(({ by }) => [by.accountId, by.name]));
    const officer = await namesTo('acc-tham-dinh');
    expect(officer.get('acc-don-vi')).toEqual(expect.any(String));
    const unit = await namesTo('acc-don-vi');
    expect(unit.get('acc-don-vi')).toBe(officer.get('acc-don-vi'));
    expect(unit.get('acc-tham-dinh')).toBeNull();
    expect(unit.get('acc-lanh-dao')).toBeNull();
    expect((await namesTo('acc-thanh-tra')).get('acc-tham-dinh')).toBe(officer.get('acc-tham-dinh'));
  });

  it('comes in both orders, page by page, and to nobody else', async () => {
    const officer = office.as('acc-tham-dinh');
    const all = (await ask(officer)).items;
    const seen: TimelineEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Told = await must(
        officer.get<Told>(`${way.path}/timeline?order=newestFirst&limit=4${cursor && `&cursor=${cursor}`}`),
      );
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(seen).toEqual([...all].reverse());
    expect((await office.as(neighbour.id).get(`${way.path}/timeline`)).status).toBe(404);
    expect((await officer.get(`${way.path}/timeline?cursor=x`)).status).toBe(400);
  });
});
