import { readSecretKey } from '#libs/service/access';
import { signUnsubscription } from '#libs/service/notifications';
import { openOffice, type Office } from '../support/office.js';
import type { Problem } from '../support/office-client.js';

interface Preferences {
  readonly categories: readonly {
    readonly category: string;
    readonly channels: Readonly<Record<string, { readonly choice: string; readonly choices: readonly string[] }>>;
  }[];
}

const PREFERENCES = '/api/v1/me/notification-preferences';

describe('what people get, and what became of it', () => {
  let office: Office;
  beforeAll(async () => void (office = await openOffice()), 120_000);
  afterAll(() => office.close());

  const put = (body: unknown) =>
    office.as('acc-tham-dinh').send<Preferences & Problem>('PUT', PREFERENCES, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const email = async (category: string) => {
    const { body } = await office.as('acc-tham-dinh').get<Preferences>(PREFERENCES);
    return body.categories.find((each) => each.category === category)?.channels['email']?.choice;
  };

  it('somebody may have letters with the daily summary, and cannot switch off what is about a duty', async () => {
    const changed = await put({ choices: [{ category: 'deadline', channel: 'email', choice: 'digest' }] });
    expect(changed.status).toBe(200);
    expect(await email('deadline')).toBe('digest');
    for (const channel of ['in_app', 'email']) {
      const refused = await put({ choices: [{ category: 'overdue', channel, choice: 'off' }] });
      expect([refused.status, refused.body.code]).toEqual([422, 'PREFERENCE_NOT_ALLOWED']);
    }
  });

  it('the link of a letter does nothing when it is followed, and acts when it is posted, signed in or not', async () => {
    const { dataFolder, signIn } = office.foundation.config;
    const secret = await readSecretKey(dataFolder, signIn.secretKey);
    const asked = { accountId: 'acc-tham-dinh', channel: 'email', categories: ['overdue'] } as const;
    const path = `/api/v1/unsubscribe/${signUnsubscription(secret, asked)}`;
    const nobody = office.as(undefined);
    expect((await nobody.get(path)).text).toContain('bản tổng hợp hằng ngày');
    expect(await email('overdue')).toBe('on');
    const form = {
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    };
    expect((await nobody.send('POST', path, form)).status).toBe(200);
    expect(await email('overdue')).toBe('digest');
    expect(await nobody.send('POST', `${path}x`, form)).toMatchObject({
      status: 404,
      body: { code: 'UNSUBSCRIBE_LINK_INVALID' },
    });
    expect((await nobody.send('POST', '/api/v1/dossiers', form)).status).toBe(415);
  });

  it('the delivery log of all is the operators’, one’s own everybody’s, and sending is not held', async () => {
    expect((await office.as('acc-tham-dinh').get('/api/v1/deliveries')).status).toBe(403);
    expect((await office.as('acc-van-hanh').get('/api/v1/deliveries')).body).toEqual({ items: [], next: null });
    expect((await office.as('acc-tham-dinh').get('/api/v1/me/deliveries')).status).toBe(200);
    expect((await office.as('acc-van-hanh').get('/api/v1/sending')).body).toMatchObject({ state: 'open' });
    const resumed = await office
      .as('acc-van-hanh')
      .post<Problem>('/api/v1/sending/resume', { from: '2026-08-24T00:00:00Z' });
    expect([resumed.status, resumed.body.code]).toEqual([409, 'SENDING_NOT_HELD']);
    expect((await office.as('acc-van-hanh').post('/api/v1/deliveries/none/resend')).status).toBe(404);
  });
});
