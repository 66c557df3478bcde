import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/platform/testing';
import { must, type Problem } from '../support/office-client.js';
import { dossierOf, officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type OfficeOnAWire, openOfficeOnAWire } from '../support/office.js';

describe('an office whose database goes away', () => {
  let office: OfficeOnAWire;
  let dossier: WayfarerDossier;
  beforeAll(async () => {
    office = await openOfficeOnAWire();
    dossier = await officeWay(office, 'submitted');
  });
  afterAll(() => office.close());

  const health = async (which: 'live' | 'ready'): Promise<unknown[]> => {
    const { status, body } = await office.as(undefined).get<{ status: string }>(`/health/${which}`);
    return [status, body.status];
  };
  const comeBack = () => eventually('the office is ready again', async () => (await health('ready'))[0] === 200);

  it('is alive and ready while it is there, to everybody who asks', async () => {
    expect([await health('live'), await health('ready')]).toEqual([
      [200, 'ok'],
      [200, 'ready'],
    ]);
  });

  it('is alive, not ready, and answers 503 with when to come again', async () => {
    await office.wire.close();
    try {
      expect([await health('live'), await health('ready')]).toEqual([
        [200, 'ok'],
        [503, 'unavailable'],
      ]);
      const officer = office.as('acc-tham-dinh');
      const replies = await Promise.all([
        officer.get<Problem>('/api/v1/dossiers'),
        officer.get<Problem>(dossier.path),
        officer.get<Problem>('/api/v1/deadlines'),
        officer.post<Problem>(`${dossier.path}/receive`),
        office
          .as('acc-van-thu')
          .post<Problem>('/api/v1/decisions', { dossiers: [{ dossierId: dossier.id, nominees: ['N1'] }] }),
      ]);
      for (const { status, headers, body } of replies) {
        expect([status, body.code]).toEqual([503, 'STORE_UNAVAILABLE']);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    } finally {
      await office.wire.open();
    }
    await comeBack();
  });

  it('obeys the command once it is back, when it is sent again with its key', async () => {
    const officer = office.as('acc-tham-dinh');
    const key = randomUUID();
    await office.wire.close();
    expect((await officer.post(`${dossier.path}/receive`, {}, { key })).status).toBe(503);
    await office.wire.open();
    await comeBack();
    expect((await officer.post(`${dossier.path}/receive`, {}, { key })).status).toBe(200);
    expect((await dossierOf(office, dossier)).step).toBe('appraisal');
  });

  it('does once what was done while its answer got lost', async () => {
    const officer = office.as('acc-tham-dinh');
    const verdicts = [{ nomineeId: 'N1', verdict: 'qualified', reason: 'Đạt', evidence: [] }];
    const before = (await dossierOf(office, dossier)).revision;
    office.wire.loseNextAnswer('es.append');
    const { revision } = await must(officer.post(`${dossier.path}/appraise-nominees`, { verdicts }));
    expect(office.wire.answersLost).toBe(1);
    expect(revision).toBe((await dossierOf(office, dossier)).revision);
    expect(revision).toBe(before + 2);
  });

  it('is found not ready also when the database is there and says nothing', async () => {
    office.wire.silence();
    try {
      const started = performance.now();
      expect(await health('live')).toEqual([200, 'ok']);
      expect(await health('ready')).toEqual([503, 'unavailable']);
      expect(performance.now() - started).toBeLessThan(8_000);
    } finally {
      office.wire.speak();
    }
    await comeBack();
  });

  it('shows everything and reacts again when it is over', async () => {
    const next = await officeWay(office, 'archived', { individuals: 1 });
    const { position = '' } = next.answers['archive'] ?? {};
    const page = await must(
      office
        .as('acc-don-vi')
        .get<{ behind: boolean; items: { id: string; step: string }[] }>(`/api/v1/dossiers?minPosition=${position}`),
    );
    expect(page.behind).toBe(false);
    expect(page.items.find(({ id }) => id === next.id)?.step).toBe('archived');
  });
});
