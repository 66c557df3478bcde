import type { Page, Screened } from '#libs/service/read-models';
import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

interface Person {
  readonly accountId: string;
  readonly name: string | null;
  readonly position: { readonly vi: string } | null;
}
type Answer = Page<Omit<Screened, 'actorId' | 'actorPositionId'> & { readonly by: Person | null }> & {
  readonly found: number;
  readonly seed?: string;
  readonly days?: number;
};
interface Opening {
  readonly by: Person;
  readonly what: string;
  readonly account: string;
  readonly times: number;
}

describe('What auditors look for', () => {
  let office: Office;
  const dossiers: WayfarerDossier[] = [];
  const nth = (index: number): WayfarerDossier => dossiers[index]!;

  beforeAll(async () => {
    office = await openOffice();
    for (const title of ['Một', 'Hai', 'Ba']) dossiers.push(await officeWay(office, 'received', { title }));
    const { path } = nth(0);
    // Verdicts first, then a new report: what was judged is not what lies there.
    const { nominees } = await must(office.as('acc-tham-dinh').get<{ nominees: readonly { id: string }[] }>(path));
    const verdicts = nominees.map(({ id }) => ({ nomineeId: id, verdict: 'qualified', reason: 'Đủ', evidence: [] }));
    await must(office.as('acc-tham-dinh').post(`${path}/appraise-nominees`, { verdicts }));
    await must(
      office.as('acc-tham-dinh').post(`${path}/request-supplement`, { items: [{ note: 'x' }], reason: 'Thiếu' }),
    );
    await must(office.as('acc-don-vi').post(`${path}/attach-document`, { document: 'BB' }));
    await must(office.as('acc-don-vi').post(`${path}/supplement`, {}));
    const { deadlines } = await must(
      office.as('acc-lanh-dao').get<{ deadlines: readonly { deadlineId: string; clock: string }[] }>(nth(1).path),
    );
    const { deadlineId } = deadlines.find(({ clock }) => clock === 'appraise') ?? { deadlineId: '' };
    const extension = { units: 3, letter: { number: '7/UBND', date: office.today() }, reason: 'Hội đồng họp muộn' };
    await must(office.as('acc-lanh-dao').post(`${nth(1).path}/deadlines/${deadlineId}/extend`, extension));
  }, 180_000);
  afterAll(async () => office?.close());

  const ask = async (question: string, query = '') => {
    const head = encodeURIComponent(await office.foundation.store.head());
    return must(office.as('acc-thanh-tra').get<Answer>(`/api/v1/screening/${question}?minPosition=${head}${query}`));
  };
  const found = async (question: string, query = '') =>
    (await ask(question, query)).items.map(({ dossierId }) => dossierId);

  it('stands in prepared questions, for auditors alone', async () => {
    const head = encodeURIComponent(await office.foundation.store.head());
    const list = await must(
      office
        .as('acc-thanh-tra')
        .get<{ items: readonly { question: string; found: number }[] }>(`/api/v1/screening?minPosition=${head}`),
    );
    expect(list.items).toHaveLength(8);
    // Each with how many cases it finds, which are as many as its list has.
    for (const { question, found: counted } of list.items) {
      const { items, found: all } = await ask(question, '&limit=200');
      expect([question, items.length, all]).toEqual([question, counted, counted]);
    }
    expect((await office.as('acc-tham-dinh').get('/api/v1/screening')).status).toBe(403);
    expect((await office.as('acc-thanh-tra').get<Problem>('/api/v1/screening/khac')).status).toBe(404);
  });

  it('is a deadline that was changed by hand, with from when to when and why', async () => {
    const { items } = await ask('deadline-changed');
    expect(items).toEqual([
      expect.objectContaining({
        dossierId: nth(1).id,
        by: expect.objectContaining({
          accountId: 'acc-lanh-dao',
          name: expect.any(String),
          position: expect.anything(),
        }),
        about: expect.objectContaining({ units: 3, reason: 'Hội đồng họp muộn' }),
      }),
    ]);
  });

  it('is a document that was replaced after the appraisal, and no document that came before', async () => {
    const { items } = await ask('replaced-after-appraisal');
    expect(items.map(({ dossierId, about }) => [dossierId, about['document']])).toEqual([[nth(0).id, 'BB']]);
  });

  it('is a random sample, the same one for the same seed and page by page', async () => {
    const first = await ask('sample', '&seed=thanh-tra-2026');
    expect(first.seed).toBe('thanh-tra-2026');
    expect(first.items.map(({ dossierId }) => dossierId).sort()).toEqual(dossiers.map(({ id }) => id).sort());
    expect(await found('sample', '&seed=thanh-tra-2026')).toEqual(first.items.map(({ dossierId }) => dossierId));
    const one = await ask('sample', '&seed=thanh-tra-2026&limit=1');
    const two = await ask('sample', `&seed=thanh-tra-2026&limit=2&cursor=${encodeURIComponent(one.next ?? '')}`);
    expect([...one.items, ...two.items].map(({ dossierId }) => dossierId)).toEqual(
      first.items.map(({ dossierId }) => dossierId),
    );
    expect((await ask('sample')).seed).toMatch(/^[0-9a-f]{12}$/);
  });

  it('is what was signed after hours, and nothing that was signed within', async () => {
    const within = await officeWay(office, 'voted', { title: 'Trong giờ' });
    const after = await officeWay(office, 'voted', { title: 'Ngoài giờ' });
    const approve = async ({ path, nominees }: WayfarerDossier) =>
      must(office.as('acc-lanh-dao').post(`${path}/approve`, { approved: nominees }));
    await approve(within);
    // 20:30 in the office.
    office.clock.travelTo(`${office.today()}T13:30:00.000Z`);
    await approve(after);
    expect(await found('outside-working-hours')).toEqual([after.id]);
  });

  it('is who signed what he had appraised himself, and where a replay shows it', async () => {
    const { items } = await ask('same-officer');
    // Whoever approved above was the authority, and the officer had appraised.
    expect(items).toEqual([]);
    const { items: after } = await ask('outside-working-hours');
    const { replayAt, dossierId } = after[0]!;
    const { items: events } = await must(
      office
        .as('acc-thanh-tra')
        .get<{ items: readonly { type: string; revision: number }[] }>(
          `/api/v1/dossiers/${dossierId}/events?limit=200`,
        ),
    );
    expect(events.find(({ revision }) => revision === replayAt)?.type).toBe('DossierApproved');
  });

  it('is who opened a dossier that nobody gave him, and neither its officer nor an auditor', async () => {
    await must(office.as('acc-thu-ky').get(nth(1).path));
    await must(office.as('acc-tham-dinh').get(nth(1).path));
    await must(office.as('acc-thanh-tra').get(nth(1).path));
    const { items } = await ask('without-assignment');
    const own = items.filter(({ dossierId }) => dossierId === nth(1).id).map(({ by }) => by?.accountId);
    expect(own).toContain('acc-thu-ky');
    expect(own).not.toContain('acc-tham-dinh');
    expect(own).not.toContain('acc-thanh-tra');
  });

  it('is what is overdue by more than so many working days', async () => {
    expect(await found('overdue', '&days=3')).toEqual([]);
    office.clock.travelTo('2026-09-10T02:00:00.000Z');
    const late = await found('overdue', '&days=3');
    expect(late).toContain(nth(1).id);
    expect(await found('overdue', '&days=200')).toEqual([]);
  });

  it('is who opened a dossier, its files and its events, in one list', async () => {
    const { path, id } = nth(2);
    await must(office.as('acc-tham-dinh').get(path));
    await must(office.as('acc-tham-dinh').get(path));
    await must(office.as('acc-thanh-tra').get(`/api/v1/events?stream=dossier-${id}`));
    const { items } = await must(office.as('acc-thanh-tra').get<Page<Opening>>(`${path}/openings`));
    expect(items.map(({ what }) => what)).toContain('log');
    const officer = items.find(({ what, account }) => what === 'dossier' && account === 'acc-tham-dinh');
    expect(officer?.times).toBeGreaterThan(1);
    expect(officer?.by.name).toMatch(/\S/);
    expect((await office.as('acc-tham-dinh').get(`${path}/openings`)).status).toBe(403);
    // Who may not see it has opened nothing.
    await office.as('acc-van-hanh').get(path);
    // Nor who asks how it was before it began: there is nothing to show.
    expect((await office.as('acc-lanh-dao').get(`${path}?asInForce=2020-01-01`)).status).toBe(404);
    const after = await must(office.as('acc-thanh-tra').get<Page<Opening>>(`${path}/openings?limit=50`));
    const openers = after.items.map(({ account }) => account);
    expect(openers).not.toContain('acc-van-hanh');
    expect(openers).not.toContain('acc-lanh-dao');
  });
});
