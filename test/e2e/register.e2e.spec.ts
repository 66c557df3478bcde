import type { RegisterEntry } from '#libs/service/commands';
import type { Page } from '#libs/service/read-models';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { person } from '../support/other-people.js';

const elsewhere = person('acc-van-thu-khac', 'ubnd-tinh-khac', 'clerk');
const REGISTER = `/api/v1/registers/ubnd-tinh/${encodeURIComponent('QĐ')}`;

describe('R45: the register of a body', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [elsewhere] });
  });
  afterAll(() => office.close());

  it('lists its numbers of a year without a gap, each with what became of it, in pages of any size', async () => {
    const first = await officeWay(office, 'issued', { individuals: 2 });
    const second = await officeWay(office, 'issued', { individuals: 1 });
    const clerk = office.as('acc-van-thu');
    const { items, next } = await must(clerk.get<Page<RegisterEntry>>(`${REGISTER}/2026`));
    const issued = { state: 'issued', reason: null, cancelled: 0, date: office.today() };
    expect(items).toMatchObject([
      { number: 1, decisionId: first.decisionId, recipients: 2, ...issued },
      { number: 2, decisionId: second.decisionId, recipients: 1, ...issued },
    ]);
    expect(next).toBeNull();
    const page = await must(clerk.get<Page<RegisterEntry>>(`${REGISTER}/2026?limit=1`));
    const rest = await must(clerk.get<Page<RegisterEntry>>(`${REGISTER}/2026?limit=1&cursor=${page.next}`));
    expect([...page.items, ...rest.items]).toEqual(items);
  });

  it('begins anew each year and in each series, and is for the body and auditors only', async () => {
    const clerk = office.as('acc-van-thu');
    expect((await must(clerk.get<Page<RegisterEntry>>(`${REGISTER}/2027`))).items).toEqual([]);
    expect((await must(clerk.get<Page<RegisterEntry>>('/api/v1/registers/ubnd-tinh/QD/2026'))).items).toEqual([]);
    expect((await must(office.as('acc-thanh-tra').get<Page<RegisterEntry>>(`${REGISTER}/2026`))).items).toHaveLength(2);
    for (const other of [elsewhere.id, 'acc-don-vi'])
      expect((await office.as(other).get(`${REGISTER}/2026`)).status).toBe(404);
    expect((await clerk.get(`${REGISTER}/26`)).status).toBe(400);
  });
});
