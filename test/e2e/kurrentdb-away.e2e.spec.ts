import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/platform/testing';
import { must, type Problem } from '../support/office-client.js';
import { dossierOf, issueOn, officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

describe('an office whose KurrentDB is restarted while all roles run', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ log: 'kurrentdb' });
  });
  afterAll(() => office.close());

  const ready = async () => (await office.as(undefined).get<{ status: string }>('/health/ready')).status;
  const restart = (whileAway: () => Promise<void>) => {
    if (!office.kurrentDb) throw new Error('The log is elsewhere.');
    return office.kurrentDb.restart(whileAway);
  };

  it('says 503 meanwhile, obeys the same command afterwards, and shows it', async () => {
    const dossier = await officeWay(office, 'submitted');
    const officer = office.as('acc-tham-dinh');
    const key = randomUUID();
    await restart(async () => {
      await eventually('it is not ready', async () => (await ready()) === 503, 30_000);
      const refused = await officer.post<Problem>(`${dossier.path}/receive`, {}, { key });
      expect([refused.status, refused.body.code]).toEqual([503, 'STORE_UNAVAILABLE']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    });
    await eventually('it is ready again', async () => (await ready()) === 200, 30_000);
    const received = await officer.post(`${dossier.path}/receive`, {}, { key });
    expect(received.status).toBe(200);
    // The projector follows again by itself.
    await eventually(
      'the list shows it',
      async () => {
        const path = `/api/v1/dossiers?minPosition=${encodeURIComponent(received.body.position)}`;
        const { body } = await officer.get<{ behind?: boolean; items: { id: string; step: string }[] }>(path);
        return body.behind !== true && body.items.some(({ id, step }) => id === dossier.id && step === 'appraisal');
      },
      30_000,
    );
  }, 180_000);

  it('has the worker react to a decision that was issued after the restart', async () => {
    const dossier = await officeWay(office, 'entered');
    await restart(async () => {
      await eventually('it is not ready', async () => (await ready()) === 503, 30_000);
    });
    await eventually('it is ready again', async () => (await ready()) === 200, 30_000);
    await must(office.as('acc-van-thu').post(`/api/v1/decisions/${dossier.decisionId}/issue`, issueOn(office.today())));
    await eventually(
      'the dossier heard of it',
      async () => (await dossierOf(office, dossier)).decision !== undefined,
      60_000,
    );
  }, 180_000);
});
