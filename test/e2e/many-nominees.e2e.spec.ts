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
  }, 60_000);

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
});
