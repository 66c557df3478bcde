import { START } from '#libs/engine/event-store';
import { loadSampleProvince } from '../../apps/standalone/src/sample-province.js';
import type { Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';

describe('an office whose procedures have ended and have no successor', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ now: '2027-03-02T02:00:00.000Z' });
  });
  afterAll(() => office.close());

  it('starts all the same, without the sample dossiers, and says so', async () => {
    await loadSampleProvince(office.foundation);
    const { events } = await office.foundation.store.readAll({ after: START, limit: 1_000 });
    expect(events.filter(({ stream }) => stream.startsWith('dossier-'))).toEqual([]);
    expect(events).not.toEqual([]);
    expect(office.log.filter((line) => line.includes('NO_PROCEDURE_IN_FORCE')).length).toBeGreaterThan(0);
  });

  it('takes no new dossier (R3)', async () => {
    const draft = { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng', bodyId: 'ubnd-tinh' };
    const { status, body } = await office.as('acc-don-vi').post<Problem>('/api/v1/dossiers', draft);
    expect([status, body.code, body.rule]).toEqual([422, 'NO_PROCEDURE_IN_FORCE', 'R3']);
  });
});
