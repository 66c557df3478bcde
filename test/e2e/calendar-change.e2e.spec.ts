import type { DeadlineItem, Page } from '#libs/service/read-models';
import { eventually } from '#libs/platform/testing';
import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

interface Preview {
  readonly dossiers: number;
  readonly changes: readonly {
    readonly dossierId: string;
    readonly deadlineId: string;
    readonly from?: string;
    readonly dueAt: string;
  }[];
}

const calendar = '/api/v1/calendars/VN';
const notice = (noticeId: string, date: string) => ({
  noticeId,
  year: Number(date.slice(0, 4)),
  days: [{ date, kind: 'decision', effect: 'off', names: { vi: 'Nghỉ tránh bão', en: 'Closed for a storm' } }],
  source: 'Công điện của UBND tỉnh',
  confidence: 'verified',
});

describe('R50: a day is declared off while dossiers run', () => {
  let office: Office;
  let running: readonly WayfarerDossier[];
  let approved: WayfarerDossier;

  beforeAll(async () => {
    office = await openOffice();
    running = [await officeWay(office, 'received'), await officeWay(office, 'received')];
    approved = await officeWay(office, 'approved');
  });
  afterAll(() => office.close());

  const deadlinesOf = async ({ id }: { readonly id: string }) =>
    (await must(office.as('acc-tham-dinh').get<Page<DeadlineItem>>(`/api/v1/deadlines?dossier=${id}`))).items;
  const dueOf = async (dossier: WayfarerDossier, deadlineId: string) =>
    (await deadlinesOf(dossier)).find((each) => each.deadlineId === deadlineId)?.dueAt;

  it('the preview lists each deadline with its old and its new moment, and what is done stays', async () => {
    const body = { command: 'enter-notice', data: notice('bao', '2026-09-08') };
    const preview = await must(office.as('acc-van-hanh').post<Preview>(`${calendar}/preview`, body));
    expect(preview.dossiers).toBe(2);
    expect(preview.changes.map(({ dossierId }) => dossierId).sort()).toEqual(running.map(({ id }) => id).sort());
    for (const { deadlineId, from, dueAt } of preview.changes)
      expect([deadlineId, from, dueAt]).toEqual(['appraise-1', '2026-09-24T10:00:00.000Z', '2026-09-25T10:00:00.000Z']);
    expect(preview.changes.some(({ dossierId }) => dossierId === approved.id)).toBe(false);
    const refused = await office.as('acc-tham-dinh').post<Problem>(`${calendar}/preview`, body);
    expect([refused.status, refused.body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
  });

  it('and so it happens, by an event in each dossier, whose clock explains itself by the new calendar', async () => {
    await must(office.as('acc-van-hanh').get(calendar));
    await must(office.as('acc-van-hanh').post(`${calendar}/enter-notice`, notice('bao', '2026-09-08')));
    for (const dossier of running) {
      await eventually(
        'the deadline has moved',
        async () => (await dueOf(dossier, 'appraise-1')) === '2026-09-25T10:00:00.000Z',
      );
      const path = `${dossier.path}/deadlines/appraise-1/explanation`;
      type Told = { readonly sentences: { readonly vi: readonly string[] } };
      const { sentences } = await must(office.as('acc-tham-dinh').get<Told>(path));
      expect(sentences.vi).toContain(
        'Không tính thứ Ba 08/09/2026, nghỉ theo quyết định: Nghỉ tránh bão (Công điện của UBND tỉnh).',
      );
      expect(sentences.vi).toContain('Đến hạn: 17:00 thứ Sáu 25/09/2026.');
    }
    type Events = Page<{ readonly type: string }>;
    const { items } = await must(office.as('acc-tham-dinh').get<Events>(`${approved.path}/events`));
    expect(items.some(({ type }) => type === 'DeadlineMoved')).toBe(false);
  });

  it('the authority may give more time, in writing; nobody else may', async () => {
    const [dossier] = running;
    if (!dossier) throw new Error('No dossier.');
    const body = { units: 3, letter: { number: '21/UBND', date: '2026-08-24' }, reason: 'Phải xác minh thêm' };
    const path = `${dossier.path}/deadlines/appraise-1/extend`;
    const refused = await office.as('acc-tham-dinh').post<Problem>(path, body);
    expect([refused.status, refused.body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
    await must(office.as('acc-lanh-dao').get(dossier.path));
    const done = await must(office.as('acc-lanh-dao').post(path, body));
    expect(done.events).toEqual(['DeadlineExtended']);
    await eventually(
      'there is more time',
      async () => (await dueOf(dossier, 'appraise-1')) === '2026-09-30T10:00:00.000Z',
    );
  });

  it('a clock that waits for Tết is set when Tết is entered', async () => {
    office.clock.travelTo('2027-01-12T02:00:00.000Z');
    const waiting = await officeWay(office, 'received');
    await eventually('it waits', async () => (await deadlinesOf(waiting)).some((each) => each.state === 'awaited'));
    await must(office.as('acc-van-hanh').get(calendar));
    const first = { ...notice('tet', '2027-02-05'), completesYear: true };
    await must(office.as('acc-van-hanh').post(`${calendar}/enter-notice`, first));
    await eventually('it is set', async () => (await dueOf(waiting, 'appraise-1')) === '2027-02-10T10:00:00.000Z');
  });
});
