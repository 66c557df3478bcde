import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { stranger } from '../support/other-people.js';

interface Told {
  readonly dueAt?: string;
  readonly missingYear?: number;
  readonly awaiting?: { readonly from: string; readonly to: string };
  readonly steps: readonly { readonly date: string; readonly outcome: string }[];
  readonly sentences: { readonly vi: readonly string[]; readonly en: readonly string[] };
}

describe('a deadline explains itself', () => {
  let office: Office;
  let received: WayfarerDossier;

  beforeAll(async () => {
    office = await openOffice({ accounts: [stranger] });
    received = await officeWay(office, 'received');
  });
  afterAll(() => office.close());

  const compute = (body: unknown) => office.as('acc-don-vi').post<Told & Problem>('/api/v1/calendars/VN/compute', body);

  it('to whoever asks when a limit would end', async () => {
    const { status, body } = await compute({ start: '2026-08-21', limit: { value: 5, unit: 'working_day' } });
    expect([status, body.dueAt]).toEqual([200, '2026-08-27T10:00:00.000Z']);
    expect(body.steps.map(({ date, outcome }) => `${date.slice(-2)} ${outcome}`)).toEqual([
      '21 first',
      '22 counted',
      '23 off',
      '24 counted',
      '25 counted',
      '26 counted',
      '27 counted',
    ]);
    expect(body.sentences.vi).toContain('Đến hạn: 17:00 thứ Năm 27/08/2026.');
    expect(body.sentences.en).toContain('Due: 17:00 Thursday 27/08/2026.');
  });

  it('by naming the days whose notice is awaited, instead of guessing', async () => {
    const { status, body } = await compute({ start: '2027-01-04', limit: { value: 20, unit: 'working_day' } });
    expect([status, body.dueAt, body.missingYear]).toEqual([200, undefined, 2027]);
    expect(body.awaiting).toMatchObject({ from: '2027-01-30', to: '2027-02-21' });
  });

  it('but not by a calendar that is not there, nor for a limit that is none', async () => {
    const limit = { value: 5, unit: 'working_day' };
    const none = await office
      .as('acc-don-vi')
      .post<Problem>('/api/v1/calendars/XX/compute', { start: '2026-08-21', limit });
    expect([none.status, none.body.code]).toEqual([404, 'NOT_FOUND']);
    for (const body of [
      { start: '2026-08-21', limit: { ...limit, value: 0 } },
      { start: 'heute', limit },
      { start: '2026-08-21', limit, pauses: [{ from: '2026-08-25T09:00+07:00', to: '2026-08-24T09:00+07:00' }] },
    ])
      expect((await compute(body)).body.code).toBe('MALFORMED_REQUEST');
  });

  it('in a dossier, to who may read it and to nobody else', async () => {
    const path = `${received.path}/deadlines/appraise-1/explanation`;
    const told = await must(
      office
        .as('acc-tham-dinh')
        .get<{ state: string; dueAt?: string; arithmetic?: Told; sentences: Told['sentences'] }>(path),
    );
    expect(told.dueAt ?? told.arithmetic?.missingYear).toBeDefined();
    expect(told.arithmetic?.dueAt).toBe(told.dueAt);
    expect(told.sentences.vi[0]).toMatch(/^Theo: /);
    expect(told.sentences.en.length).toBeGreaterThan(3);
    expect((await office.as(stranger.id).get<Problem>(path)).status).toBe(404);
    const unknown = await office.as('acc-tham-dinh').get<Problem>(`${received.path}/deadlines/appraise-9/explanation`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'NOT_FOUND']);
  });
});
