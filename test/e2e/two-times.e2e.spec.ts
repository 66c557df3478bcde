import type { DossierView } from '#libs/domain/dossier';
import type { DossierAnswer } from '../../apps/api/src/dossiers/dossier-view.answers.js';
import type { Page, TimelineRow } from '#libs/service/read-models';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

describe('what held, and what was known', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ now: '2026-08-20T02:00:00.000Z' });
  });
  afterAll(() => office.close());

  it('an act may be recorded later than it took place, with a reason, and says so', async () => {
    office.clock.travelTo('2026-08-20T02:00:00.000Z');
    const { path } = await officeWay(office, 'submitted');
    office.clock.travelTo('2026-08-24T02:00:00.000Z');
    const officer = office.as('acc-tham-dinh');
    const friday = { 'effective-at': '2026-08-21T15:30:00+07:00' };
    const bare = await officer.post<Problem>(`${path}/receive`, {}, { headers: friday });
    expect([bare.status, bare.body.code]).toEqual([422, 'BACKDATING_NEEDS_REASON']);

    const reason = 'Mất điện chiều thứ Sáu';
    const headers = { ...friday, 'backdating-reason': encodeURIComponent(reason.normalize('NFD')) };
    const { position } = await must(officer.post(`${path}/receive`, {}, { headers }));
    const { items } = await must(
      officer.get<Page<TimelineRow>>(`${path}/events?minPosition=${position}&order=newestFirst&limit=3`),
    );
    for (const { effectiveAt } of items) expect(effectiveAt).toBe('2026-08-21T08:30:00.000Z');
    expect(items[0]?.recordedAt).not.toBe(items[0]?.effectiveAt);
    for await (const { type, metadata } of office.foundation.store.readStream(`dossier-${path.split('/')[4]}`))
      if (type === 'DossierReceived') expect(metadata['backdatingReason']).toBe(reason);
  });

  it('an act cannot be dated too far back, into the future, or before what made it possible', async () => {
    office.clock.travelTo('2026-08-24T02:00:00.000Z');
    const { path } = await officeWay(office, 'submitted');
    const officer = office.as('acc-tham-dinh');
    const receiveAt = async (at: string): Promise<unknown[]> => {
      const headers = { 'effective-at': at, 'backdating-reason': 'Quen ghi' };
      const { status, body } = await officer.post<Problem>(`${path}/receive`, {}, { headers });
      return [status, body.code];
    };
    expect(await receiveAt('2026-08-10T09:00:00+07:00')).toEqual([422, 'BACKDATED_TOO_FAR']);
    expect(await receiveAt('2026-08-25T09:00:00+07:00')).toEqual([422, 'EFFECTIVE_DATE_IN_FUTURE']);
    expect(await receiveAt('2026-08-21T09:00:00+07:00')).toEqual([422, 'EFFECTIVE_BEFORE_STEP']);
  });

  it('a dossier is read as the log held it at each revision', async () => {
    const { path, answers } = await officeWay(office, 'appraised');
    const officer = office.as('acc-tham-dinh');
    const at = (revision: number | undefined) => officer.get<DossierView>(`${path}?asRecorded=${revision}`);
    const first = await at(0);
    expect(first.headers.get('etag')).toBe('"0"');
    expect(first.body).toMatchObject({ step: 'drafting', revision: 0, nominees: [] });
    expect((await at(answers['submit']?.revision)).body.step).toBe('intake');
    expect((await at(answers['receive']?.revision)).body).toMatchObject({
      step: 'appraisal',
      counts: { qualified: 0 },
    });
    const now = await officer.get<DossierView>(path);
    expect((await at(now.body.revision)).body).toEqual(now.body);
    expect((await at(9_999)).body).toEqual(now.body);
  });

  it('a dossier is read as the log held it at each moment', async () => {
    const { path, answers } = await officeWay(office, 'received');
    const officer = office.as('acc-tham-dinh');
    const { position = '' } = answers['receive'] ?? {};
    const { items } = await must(officer.get<Page<TimelineRow>>(`${path}/events?minPosition=${position}`));
    const at = (moment: string) => officer.get<DossierView>(`${path}?asRecorded=${encodeURIComponent(moment)}`);
    for (const { recordedAt } of items) {
      // The last one recorded at that moment counts: appends share a millisecond.
      const known = items.filter((item) => item.recordedAt <= recordedAt).at(-1);
      expect((await at(recordedAt)).body.revision).toBe(known?.revision);
    }
    const [oldest] = items;
    const before = new Date(Date.parse(oldest?.recordedAt ?? '') - 1).toISOString();
    expect((await at(before)).status).toBe(404);
    expect((await at('2026-08-24')).status).toBe(400);
  });

  it('a dossier is read as it held on a day, and as it was then known to have held', async () => {
    office.clock.travelTo('2026-08-20T02:00:00.000Z');
    const { path, answers } = await officeWay(office, 'submitted');
    office.clock.travelTo('2026-08-24T02:00:00.000Z');
    const officer = office.as('acc-tham-dinh');
    const headers = { 'effective-at': '2026-08-21T15:30:00+07:00', 'backdating-reason': 'Mat dien' };
    await must(officer.get(path));
    const { revision } = await must(officer.post(`${path}/receive`, {}, { headers }));
    const at = (question: string) => officer.get<DossierAnswer>(`${path}?${question}`);

    const friday = await at('asInForce=2026-08-21');
    expect(friday.body).toMatchObject({ step: 'appraisal', receivedAt: '2026-08-21T08:30:00.000Z' });
    expect(friday.body.asOf).toMatchObject({
      asInForce: '2026-08-21',
      recordedLater: expect.arrayContaining([expect.objectContaining({ type: 'DossierReceived' })]) as unknown,
    });
    expect(friday.headers.get('etag')).toBeNull();
    expect((await at('asInForce=2026-08-20')).body.step).toBe('intake');
    const then = await at(`asInForce=2026-08-21&asRecorded=${answers['submit']?.revision}`);
    expect(then.body).toMatchObject({ step: 'intake', asOf: { asInForce: '2026-08-21' } });
    expect((await at('asInForce=2026-08-19')).status).toBe(404);
    for (const day of ['2026-02-30', 'hôm qua', '2026-08-21T00:00:00Z'])
      expect((await at(`asInForce=${encodeURIComponent(day)}`)).status).toBe(400);
    const now = await must(officer.get<DossierAnswer>(path));
    const { asOf: _asOf, ...future } = (await at('asInForce=2099-12-31')).body;
    expect(future).toEqual(now);
    expect(now.revision).toBeGreaterThanOrEqual(revision);
  });
});
