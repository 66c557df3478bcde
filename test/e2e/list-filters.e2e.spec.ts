import type { DossierListItem, Page } from '#libs/service/read-models';
import { must, type OfficeClient } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

type Read = Page<DossierListItem> & { readonly position: string };

describe('the list of dossiers, as people look for something', () => {
  let office: Office;
  let last = '';
  const ids: Record<string, string> = {};
  const unit = (): OfficeClient => office.as('acc-don-vi');
  const list = (question: string): Promise<Read> =>
    must(office.as('acc-thanh-tra').get<Read>(`/api/v1/dossiers?limit=200&minPosition=${last}${question}`));
  const found = async (question: string): Promise<string[]> => {
    const { items } = await list(question);
    return Object.keys(ids).filter((name) => items.some(({ id }) => id === ids[name]));
  };

  beforeAll(async () => {
    office = await openOffice({ now: '2026-08-19T02:00:00.000Z' });
    ids['draft'] = (await officeWay(office, 'drafted')).id;
    ids['granted'] = (await officeWay(office, 'decided')).id;
    office.clock.travelTo('2026-08-20T02:00:00.000Z');
    ids['collective'] = (
      await officeWay(office, 'received', { collectives: 1, individuals: 0, documents: ['TT', 'DS', 'BC_CT_TT', 'BB'] })
    ).id;
    office.clock.travelTo('2026-08-21T16:59:00.000Z');
    const late = await officeWay(office, 'received');
    ids['late'] = late.id;
    await must(unit().get(late.path));
    last = (await must(unit().post(`${late.path}/classify`, { level: 'mat', reason: 'Mật' }))).position;
  }, 180_000);
  afterAll(() => office.close());

  it('by outcome, secrecy and kind of nominee', async () => {
    expect(await found('&outcome=granted')).toEqual(['granted']);
    expect(await found('&outcome=rejected')).toEqual([]);
    expect(await found('&secrecy=mat')).toEqual(['late']);
    expect(await found('&nominees=collective')).toEqual(['collective']);
    expect(await found('&nominees=individual')).toEqual(['granted', 'late']);
  });

  it('by days of the office, both counted: 23:59 on Friday is Friday', async () => {
    expect(await found('&receivedFrom=2026-08-20&receivedTo=2026-08-20')).toEqual(['collective']);
    expect(await found('&receivedFrom=2026-08-21&receivedTo=2026-08-21')).toEqual(['late']);
    expect(await found('&submittedTo=2026-08-19')).toEqual(['granted']);
    const { items } = await list('&dueFrom=2026-08-21');
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([ids['collective'], ids['late']]));
    const [{ nextDueAt } = { nextDueAt: null }] = items;
    const day = new Date(Date.parse(nextDueAt ?? '') + 7 * 3_600_000).toISOString().slice(0, 10);
    expect((await list(`&dueFrom=${day}&dueTo=${day}`)).items[0]?.id).toBe(items[0]?.id);
  });

  it('what has changed last comes first, and who turns pages meets nobody twice while dossiers change', async () => {
    const recent = (await list('&sort=recent')).items;
    expect(recent.map(({ updatedAt }) => updatedAt)).toEqual(
      recent
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .reverse(),
    );
    expect(recent[0]?.id).toBe(ids['late']);
    const auditor = office.as('acc-thanh-tra');
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let level = 0; cursor !== null; level++) {
      const page: Read = await must(
        auditor.get<Read>(`/api/v1/dossiers?sort=recent&limit=1&minPosition=${last}${cursor && `&cursor=${cursor}`}`),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
      // One that was shown already changes, and moves to the front.
      const path = `/api/v1/dossiers/${ids['late']}`;
      await must(unit().get(path));
      last = (await must(unit().post(`${path}/classify`, { level: level % 2 ? 'mat' : 'toi_mat', reason: 'Lại' })))
        .position;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort()).toEqual(recent.map(({ id }) => id).sort());
  });

  it('a cursor of one order is refused in the other', async () => {
    const { next } = await must(office.as('acc-thanh-tra').get<Read>('/api/v1/dossiers?limit=1'));
    expect((await office.as('acc-thanh-tra').get(`/api/v1/dossiers?limit=1&sort=recent&cursor=${next}`)).status).toBe(
      400,
    );
    expect((await office.as('acc-thanh-tra').get('/api/v1/dossiers?sort=name')).status).toBe(400);
  });
});
