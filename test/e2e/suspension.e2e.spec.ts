import type { DossierView } from '#libs/domain/dossier';
import type { CommandAnswer } from '#libs/service/commands';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const officer = () => office.as('acc-tham-dinh');
const letter = { number: '12/CV', date: '2026-08-24' };

describe('R18: while something is being verified', () => {
  it.each(['discipline', 'complaint'] as const)(
    'an open %s suspends the dossier, which goes on with the time that was left',
    async (ground) => {
      office.clock.travelTo('2026-08-24T02:00:00.000Z');
      const { path } = await officeWay(office, 'appraised', { individuals: 1 });
      const clock = async () => {
        const { deadlines } = await must(officer().get<DossierView>(path));
        return deadlines.find((each) => each.clock === 'appraise' && each.state !== 'met');
      };
      const before = await clock();
      office.clock.travelTo('2026-08-26T02:00:00.000Z');
      await must(officer().post(`${path}/suspend`, { ground, reason: 'Có đơn', letter }));
      expect(await clock()).toMatchObject({ state: 'paused' });
      const results = [{ nomineeId: 'N1', yes: 17, no: 0, other: 0 }];
      const minutes = { number: '01/BB', date: '2026-08-26' };
      const count = { method: 'minutes', heldOn: '2026-08-26', minutes, members: 17, present: 17, written: 0, results };
      const refused = await office
        .as('acc-thu-ky')
        .post<CommandAnswer & Problem>(`${path}/record-council-result`, count);
      expect([refused.status, refused.body.code, refused.body.rule]).toEqual([409, 'DOSSIER_SUSPENDED', 'R18']);
      // Thu 27/08 and Fri 28/08 are lost; 31/08 and 01–02/09 are no working days.
      office.clock.travelTo('2026-08-28T02:00:00.000Z');
      await must(officer().post(`${path}/resume`, { reason: 'Đã xác minh' }));
      const after = await clock();
      expect(after).toMatchObject({ state: 'running' });
      const working = async (limit: number) => {
        const body = { start: '2026-08-24T09:00:00+07:00', limit: { value: limit, unit: 'working_day' } };
        return (await must(officer().post<{ dueAt: string }>('/api/v1/calendars/VN/compute', body))).dueAt;
      };
      expect([before?.dueAt, after?.dueAt]).toEqual([await working(20), await working(22)]);
      expect((await office.as('acc-thu-ky').post(`${path}/record-council-result`, count)).status).toBe(200);
    },
  );
});
