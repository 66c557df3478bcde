import type { Desks } from '../../support/office.js';
import { must } from '../../support/office-client.js';
import { people, type Role } from './pages.js';
import type { WebOffice } from './web-office.js';

/** The desks of the suites without a browser, before this office: `officeWay` and the like then tell their stories here. */
export const desksOf = (office: WebOffice): Desks => ({
  as(account) {
    const role = (Object.keys(people) as Role[]).find((each) => people[each] === account);
    if (!role) throw new Error(`Nobody here is ${account}.`);
    return office.as(role);
  },
  today: () => office.today(),
});

/** How many facts of a kind the log has of a dossier. */
export async function factsOf(office: WebOffice, dossierId: string, type: string): Promise<number> {
  const { items } = await must<{ items: { type: string }[] }>(
    office.as('auditor').get(`/api/v1/dossiers/${dossierId}/events?limit=200`),
  );
  return items.filter((each) => each.type === type).length;
}
