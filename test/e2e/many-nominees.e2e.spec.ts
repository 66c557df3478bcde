import { randomUUID } from 'node:crypto';
import { listInTwoParts } from '../support/long-lists.js';
import { must, type Problem } from '../support/office-client.js';
import { dossierOf, nomineesOf, officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

describe('a list of 2,000 people', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('comes in with one command, goes to the archive, and is one decision', async () => {
    const dossier = await officeWay(office, 'archived', { individuals: 2_000 });
    expect(dossier.answers['add-nominees']?.events).toEqual(['NomineesAdded']);
    const { counts, step } = await dossierOf(office, dossier);
    expect([counts.total, counts.conferred, step]).toEqual([2_000, 2_000, 'archived']);
  }, 180_000);

  it('is refused when it is one longer, in one command or two', async () => {
    const { path } = await officeWay(office, 'drafted');
    const unit = office.as('acc-don-vi');
    const nominees = nomineesOf({ individuals: 2_001 });
    const atOnce = await unit.post<Problem>(`${path}/add-nominees`, { nominees });
    expect([atOnce.status, atOnce.body.code]).toEqual([400, 'MALFORMED_REQUEST']);
    await must(unit.post(`${path}/add-nominees`, { nominees: nominees.slice(0, 2_000) }));
    const oneMore = await unit.post<Problem>(`${path}/add-nominees`, { nominees: nominees.slice(2_000) });
    expect([oneMore.status, oneMore.body.code]).toEqual([422, 'TOO_MANY_NOMINEES']);
    expect(oneMore.body.params).toEqual({ limit: 2_000 });
  });

  it('with long names of places is kept in two parts and answered as one, and so are long findings', async () => {
    const { path } = await officeWay(office, 'drafted');
    const [unit, officer] = [office.as('acc-don-vi'), office.as('acc-tham-dinh')];
    const key = randomUUID();
    const { data } = listInTwoParts();
    const added = await must(unit.post(`${path}/add-nominees`, data, { key, ifMatch: 0 }));
    expect(added).toMatchObject({ revision: 2, events: ['NomineesAdded', 'NomineesAdded'] });
    expect(await must(unit.post(`${path}/add-nominees`, data, { key, ifMatch: 0 }))).toEqual(added);
    const other = { nominees: data.nominees.slice(1) };
    const reused = await unit.post<Problem>(`${path}/add-nominees`, other, { key, ifMatch: 0 });
    expect([reused.status, reused.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const dossier = await dossierOf(office, { path });
    expect([dossier.counts.total, dossier.unfinished]).toEqual([2_000, undefined]);

    for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB'])
      await must(unit.post(`${path}/attach-document`, { document }));
    await must(unit.post(`${path}/submit`, { letter: { number: '12/TTr', date: office.today() } }));
    await must(officer.post(`${path}/receive`));
    const reason = 'Có minh chứng đầy đủ, đã đối chiếu với sổ theo dõi của đơn vị và ý kiến của tập thể. '
      .repeat(5)
      .slice(0, 285);
    const verdicts = dossier.nominees.map(({ id }) => ({
      nomineeId: id,
      verdict: 'qualified',
      reason,
      evidence: ['BC_CT_CN'],
    }));
    const appraised = await must(officer.post(`${path}/appraise-nominees`, { verdicts }));
    expect(appraised.events.filter((type) => type === 'NomineesAppraised')).toHaveLength(2);
    expect((await dossierOf(office, { path })).counts.qualified).toBe(2_000);
  }, 180_000);
});
