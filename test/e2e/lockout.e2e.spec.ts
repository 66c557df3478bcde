import { openDatabase } from '#libs/platform/postgres';
import { startApi, type RunningApi } from '../../apps/api/src/api.js';
import { Browser } from '../support/browser.js';
import { type Office, openOffice } from '../support/office.js';
import { PASSWORD, hire, person, signedIn, trySignIn } from '../support/sign-in-desk.js';

describe('who guesses passwords', () => {
  let office: Office;
  /** A second process in all but name: it shares nothing with the first but the database. */
  let other: RunningApi;
  beforeAll(async () => {
    office = await openOffice({ env: { VINHDANH_TRUSTED_PROXIES: '127.0.0.1' } });
    other = await startApi(office.foundation);
  });
  afterAll(async () => {
    await other.stop();
    await office.close();
  });

  let network = 0;
  /** Tries from an address of its own each time, so that only the account is what is counted. */
  const guess = async (login: string, { password = 'sai mật khẩu rồi', url = office.url, from = '' } = {}) => {
    network += 1;
    const address = from || `198.51.100.${network % 250}`;
    const reply = await new Browser(url).post<{ code?: string }>(
      '/api/v1/sessions',
      { login, password },
      { origin: null, headers: { 'x-forwarded-for': address } },
    );
    return { status: reply.status, code: reply.body?.code, wait: Number(reply.headers.get('retry-after')) };
  };
  /** Lets time pass in the table that all processes count in. */
  const wait = async (seconds: number): Promise<void> => {
    const owner = openDatabase({ url: office.databaseUrl, applicationName: 'test', max: 1 });
    await owner.query(`update ops.sign_in_attempt set expire = expire - $1::bigint where key like '%-turn:%'`, [
      seconds * 1_000,
    ]);
    await owner.close();
  };

  it('waits longer and longer, whichever process he asks, and a right password does not help meanwhile', async () => {
    await hire(office, person('muc-tieu'));
    const inside = await signedIn(office, 'muc-tieu');
    for (const url of [office.url, other.url, office.url, other.url, office.url])
      expect(await guess('muc-tieu', { url })).toMatchObject({ status: 401, code: 'SIGN_IN_FAILED' });
    for (const [waited, url] of [
      [60, office.url],
      [120, other.url],
      [240, office.url],
    ] as const) {
      const locked = await guess('muc-tieu', { url, password: PASSWORD });
      expect(locked).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
      expect(locked.wait).toBeGreaterThan(waited - 30);
      expect(locked.wait).toBeLessThanOrEqual(waited);
      await wait(waited);
      expect(await guess('muc-tieu', { url })).toMatchObject({ status: 401 });
    }
    // Who is inside goes on.
    expect((await inside.get('/api/v1/me')).status).toBe(200);
    await wait(3_600);
    expect(await guess('muc-tieu', { password: PASSWORD })).toMatchObject({ status: 201 });
    // And everything is forgotten.
    for (let tries = 0; tries < 5; tries++) expect(await guess('muc-tieu')).toMatchObject({ status: 401 });
    expect(await guess('muc-tieu')).toMatchObject({ status: 429 });
  });

  it('learns nothing about whether there is such an account', async () => {
    const seen = [];
    for (let tries = 0; tries < 6; tries++) seen.push((await guess('khong-co-ai-ca')).code);
    expect(seen).toEqual([...Array<string>(5).fill('SIGN_IN_FAILED'), 'TOO_MANY_ATTEMPTS']);
  });

  it('wins nothing by asking many times at once', async () => {
    await hire(office, person('nhieu-lan'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess('nhieu-lan')));
    // The one who takes the first turn may be another than the fifth.
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
  });

  it('is stopped at his address when he goes through many accounts', async () => {
    const from = '203.0.113.7';
    const seen = [];
    for (let tries = 0; tries < 21; tries++) seen.push((await guess(`nguoi-${tries}`, { from })).status);
    expect(seen).toEqual([...Array<number>(20).fill(401), 429]);
    expect((await guess('nguoi-khac', { from: '203.0.113.8' })).status).toBe(401);
  });

  it('leaves neither names nor addresses in the table of attempts', async () => {
    const { rows } = await office.foundation.database.query('select key from ops.sign_in_attempt');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/muc-tieu|nguoi|203\.0\.113/);
  });
});

describe('whose word for an address is believed', () => {
  it('is nobody’s, unless the configuration names the proxy', async () => {
    const office = await openOffice();
    try {
      const seen = [];
      for (let tries = 0; tries < 21; tries++) {
        const headers = { 'x-forwarded-for': `203.0.113.${tries}` };
        const body = { login: `nguoi-${tries}`, password: 'sai mật khẩu rồi' };
        seen.push((await new Browser(office.url).post('/api/v1/sessions', body, { origin: null, headers })).status);
      }
      expect(seen.at(-1)).toBe(429);
    } finally {
      await office.close();
    }
  });
});

describe('who asks too often', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ env: { VINHDANH_RATE_PER_MINUTE: '6' } });
  });
  afterAll(() => office.close());

  it('is told when to come back, and nobody else is held up by it', async () => {
    const statuses = [];
    for (let times = 0; times < 7; times++) {
      const reply = await office.as('acc-tham-dinh').get<{ code: string }>('/api/v1/me');
      statuses.push(reply.status);
      if (times < 6) continue;
      expect(reply.body.code).toBe('RATE_LIMITED');
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect((await office.as('acc-don-vi').get('/api/v1/me')).status).toBe(200);
  });

  it('is stopped by address where nobody is signed in, also with tokens that are none', async () => {
    const statuses = [];
    for (let times = 0; times < 7; times++) statuses.push((await office.as(undefined).get('/api/v1/me')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
    expect((await trySignIn(new Browser(office.url), 'acc-don-vi')).status).toBe(429);
  });
});
