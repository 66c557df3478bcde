import { eventually } from '#libs/platform/testing';
import type { Page } from '#libs/service/read-models';
import { must, type Problem } from '../support/office-client.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

interface Model {
  readonly projection: string;
  readonly state: string;
  readonly eventsPerSecond: number | null;
  readonly lastError: { readonly code: string } | null;
  readonly rebuild: { readonly state: string; readonly done: number; readonly total: number | null } | null;
}
interface Counts {
  readonly steps: readonly {
    readonly step: string;
    readonly open: number;
    readonly overdue: number;
    readonly soon: number;
  }[];
}
interface Failed {
  readonly deliveryId: string;
  readonly dossierId: string | null;
  readonly award: string | null;
  readonly clock: string | null;
  readonly clockNames: { readonly vi: string } | null;
  readonly code: string | null;
}

describe('The desk of an operator', () => {
  let office: Office;
  let dossier: WayfarerDossier;
  const operator = () => office.as('acc-van-hanh');
  const models = async () => (await must(operator().get<{ items: readonly Model[] }>('/api/v1/read-models'))).items;
  const model = async (name: string) => (await models()).find(({ projection }) => projection === name);

  beforeAll(async () => {
    office = await openOffice();
    dossier = await officeWay(office, 'received', { title: 'Một' });
    await officeWay(office, 'submitted', { title: 'Hai' });
  }, 180_000);
  afterAll(async () => office?.close());

  it('shows each read model with its state, its rate and its last error', async () => {
    const all = await models();
    expect(all.length).toBeGreaterThan(6);
    for (const { state, lastError, rebuild } of all)
      expect([state, lastError, rebuild]).toEqual(['running', null, null]);
    await eventually('a rate is known', async () => (await model('timeline'))?.eventsPerSecond !== null);
  });

  it('rebuilds one on request, once however often it is asked for, and says how far it is', async () => {
    const [one, two] = await Promise.all([
      operator().post<Model['rebuild']>('/api/v1/read-models/statistics/rebuild'),
      operator().post<Model['rebuild']>('/api/v1/read-models/statistics/rebuild'),
    ]);
    expect([one.status, two.status]).toEqual([202, 202]);
    const done = await eventually('it is done', async () => {
      const rebuild = (await model('statistics'))?.rebuild;
      return rebuild?.state === 'done' ? rebuild : undefined;
    });
    expect(done.done).toBeGreaterThan(10);
    const { rows } = await office.foundation.database.query<{ count: number }>(
      `select count(*) from pg_class where relname like 'rm_statistics_v%_old_%'`,
    );
    expect(rows[0]?.count).toBe(1);
    expect((await operator().post<Problem>('/api/v1/read-models/khong-co/rebuild')).status).toBe(404);
    for (const who of ['acc-tham-dinh', 'acc-thanh-tra'])
      expect((await office.as(who).post('/api/v1/read-models/statistics/rebuild')).status).toBe(403);
  });

  it('counts the dossiers at each step of a version, and nothing of what is in them', async () => {
    const { pin } = await office.dossiers.load(dossier.id).then((state) => ({ pin: state?.procedure }));
    const path = `/api/v1/procedures/${pin?.code}/versions/${pin?.version}/counts`;
    const counts = await must(operator().get<Counts>(path));
    const at = (step: string) => counts.steps.find((each) => each.step === step);
    expect(at('appraisal')).toMatchObject({ open: 1, overdue: 0 });
    expect(at('intake')).toMatchObject({ open: 1 });
    expect(JSON.stringify(counts)).not.toContain('Hai');
    // A reader is told of what he may read.
    const others = await must(office.as('acc-uy-vien').get<Counts>(path));
    expect(others.steps.reduce((sum, { open }) => sum + open, 0)).toBe(0);
    office.clock.travelTo('2026-10-05T02:00:00.000Z');
    const later = await must(operator().get<Counts>(path));
    expect(later.steps.find(({ step }) => step === 'appraisal')).toMatchObject({ open: 1, overdue: 1, soon: 0 });
  });

  it('tells what waits to be done by what it means', async () => {
    const { items } = await must(
      operator().get<{ items: readonly { queue: string; means: { vi: string; en: string } }[] }>('/api/v1/queues'),
    );
    expect(items.map(({ queue }) => queue)).toEqual(['misses', 'reminders', 'letters', 'reactions']);
    for (const { means } of items) expect(means.vi).not.toBe(means.en);
  });

  describe('with letters that did not arrive', () => {
    const fail = async (letters: readonly string[]) => {
      const { database } = office.foundation;
      const { rows } = await database.query<{ deadline_id: string; version: number; due_at: string }>(
        `select deadline_id, version, due_at from read.deadlines where dossier_id = $1 and clock = 'appraise'`,
        [dossier.id],
      );
      for (const id of letters) {
        await database.query(
          `insert into ops.letter (id, channel, account_id, form, lane, made_at, not_before, message_id, state, attempts)
           values ($1, 'email', 'acc-tham-dinh', 'single', 'ordinary', now(), now(), $1, 'dead', 5)`,
          [id],
        );
        await database.query(
          `insert into ops.delivery (id, channel, account_id, kind, category, lane, dossier_id, deadline_id, version, rung,
             recipients, due_at, created_at, state, reason, letter_id)
           values ($1, 'email', 'acc-tham-dinh', 'reminder', 'deadline', 'ordinary', $2, $3, $4, 'T-2', '{}', $5, now(), 'dead',
             'SMTP_421', $1)`,
          [id, dossier.id, rows[0]?.deadline_id, rows[0]?.version, rows[0]?.due_at],
        );
      }
    };
    const failed = async () =>
      (await must(operator().get<Page<Failed>>('/api/v1/deliveries/failed'))).items.filter(({ deliveryId }) =>
        deliveryId.startsWith('thu-'),
      );

    it('says which clock of which dossier somebody was not told of', async () => {
      await fail(['thu-1', 'thu-2', 'thu-3']);
      expect(await failed()).toContainEqual(
        expect.objectContaining({
          deliveryId: 'thu-1',
          dossierId: dossier.id,
          award: 'BK_TINH',
          clock: 'appraise',
          clockNames: expect.objectContaining({ vi: 'Thẩm định và trình người có thẩm quyền' }),
          code: 'SMTP_421',
        }),
      );
      expect((await office.as('acc-tham-dinh').get('/api/v1/deliveries/failed')).status).toBe(403);
    });

    it('gives one up with a reason that stays, once', async () => {
      const discard = (body: object) => operator().post<Problem>('/api/v1/deliveries/thu-1/discard', body);
      expect((await discard({})).status).toBe(400);
      expect((await discard({ reason: 'Đã báo qua điện thoại' })).status).toBe(200);
      expect((await discard({ reason: 'Đã báo qua điện thoại' })).status).toBe(200);
      expect((await failed()).map(({ deliveryId }) => deliveryId).sort()).toEqual(['thu-2', 'thu-3']);
      const { items } = await must(
        operator().get<Page<{ id: string; attempts: readonly object[] }>>('/api/v1/deliveries?letter=thu-1'),
      );
      expect(items[0]?.attempts).toEqual([
        expect.objectContaining({ outcome: 'discard', by: 'acc-van-hanh', note: 'Đã báo qua điện thoại' }),
      ]);
      expect((await operator().post<Problem>('/api/v1/deliveries/thu-khong-co/discard', { reason: 'x' })).status).toBe(
        404,
      );
    });

    it('lets all others leave again, and then there is nothing left to do', async () => {
      const all = () => operator().post<{ letters: number }>('/api/v1/deliveries/resend-all', {});
      expect((await must(all())).letters).toBeGreaterThanOrEqual(2);
      expect(await failed()).toEqual([]);
      const discarded = await operator().post<Problem>('/api/v1/deliveries/thu-2/discard', { reason: 'x' });
      expect(discarded.status).toBe(409);
    });
  });
});
