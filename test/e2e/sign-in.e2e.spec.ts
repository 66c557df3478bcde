import { Browser } from '../support/browser.js';
import type { Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { PASSWORD, hire, person, signedIn, trySignIn } from '../support/sign-in-desk.js';

const HOUR_MS = 3_600_000;

interface Me {
  readonly id: string;
  readonly language: string;
  readonly roles: readonly string[];
  readonly session: { readonly id: string } | null;
}

describe('signing in with a browser', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ now: '2026-08-24T02:00:00.000Z' });
    await hire(office, person('can-bo'));
    await hire(office, person('dong-nghiep'));
  });
  afterAll(() => office.close());

  it('takes an account’s id or its e-mail address, and says who came in', async () => {
    for (const login of ['can-bo', 'CAN-BO@thu.example']) {
      const browser = await signedIn(office, login);
      expect(browser.answer.account).toEqual({ id: 'can-bo', name: 'Trần Văn Thử', language: 'vi' });
      expect(browser.answer.incomplete).toBeNull();
      const { body } = await browser.get<Me>('/api/v1/me');
      expect(body).toMatchObject({ id: 'can-bo', roles: ['officer'], session: { id: browser.answer.session.id } });
      expect((await browser.get('/api/v1/dossiers')).status).toBe(200);
    }
  });

  it('takes the password however the keyboard composed it', async () => {
    await signedIn(office, 'can-bo', { password: PASSWORD.normalize('NFD') });
  });

  it('gives a cookie that no script reads and no other site sends, and keeps only its digest', async () => {
    const browser = new Browser(office.url);
    const reply = await trySignIn(browser, 'can-bo');
    const [cookie = ''] = reply.headers.getSetCookie();
    const [pair = '', ...flags] = cookie.split('; ');
    const [name, secret = ''] = pair.split('=');
    expect(name).toBe('vinhdanh_session');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Strict']);
    expect(reply.text).not.toContain(secret);
    const { rows } = await office.foundation.database.query('select * from ops.session');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('gives a new session each time, ends the one before, and adopts none that was planted', async () => {
    const browser = await signedIn(office, 'can-bo');
    const before = browser.cookies.get('vinhdanh_session') ?? '';
    expect((await trySignIn(browser, 'can-bo')).status).toBe(201);
    const after = browser.cookies.get('vinhdanh_session') ?? '';
    expect(after).not.toBe(before);
    const old = new Browser(office.url);
    old.cookies.set('vinhdanh_session', before);
    expect((await old.get('/api/v1/me')).status).toBe(401);

    const planted = 'A'.repeat(43);
    const victim = new Browser(office.url);
    victim.cookies.set('vinhdanh_session', planted);
    await trySignIn(victim, 'can-bo');
    expect(victim.cookies.get('vinhdanh_session')).not.toBe(planted);
    old.cookies.set('vinhdanh_session', planted);
    expect((await old.get('/api/v1/me')).status).toBe(401);
  });

  it('says the same to a wrong password, an unknown account, one without a password and a closed one', async () => {
    await office.foundation.accounts.open(person('khong-mat-khau'), { sample: false });
    await hire(office, person('da-dong'));
    await office.foundation.database.query("update ops.account set closed_at = now() where id = 'da-dong'");
    const browser = new Browser(office.url);
    const replies = [
      await trySignIn(browser, 'can-bo', { password: 'sai hoàn toàn rồi nhé' }),
      await trySignIn(browser, 'khong-co-ai'),
      await trySignIn(browser, 'khong-mat-khau'),
      await trySignIn(browser, 'da-dong'),
    ];
    const said = replies.map(({ body }) => ({ ...body, instance: '' }));
    expect(said[0]).toMatchObject({ status: 401, code: 'SIGN_IN_FAILED' });
    expect(new Set(said.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(replies.map(({ headers }) => headers.get('www-authenticate'))).toEqual(Array(4).fill('Bearer'));
  });

  describe('acts only for pages of this system', () => {
    const speak = { language: 'en' };
    const path = '/api/v1/me/language';
    const refusedFor = async (browser: Browser, sent: Parameters<Browser['post']>[2]) => {
      const { status, body } = await browser.post<Problem>(path, speak, sent);
      return [status, body?.code];
    };

    it('refuses to change anything without an origin or for a foreign one', async () => {
      const browser = await signedIn(office, 'can-bo');
      const refused = [403, 'ORIGIN_NOT_ALLOWED'];
      expect(await refusedFor(browser, { origin: null })).toEqual(refused);
      expect(await refusedFor(browser, { origin: 'https://evil.example' })).toEqual(refused);
      expect(await refusedFor(browser, { origin: 'null' })).toEqual(refused);
      expect(await refusedFor(browser, { origin: office.url.replace(/:\d+$/, ':1') })).toEqual(refused);
      expect(await refusedFor(browser, { origin: null, headers: { 'sec-fetch-site': 'same-site' } })).toEqual(refused);
      const foreign = { origin: 'https://evil.example', headers: { 'sec-fetch-site': 'same-origin' } };
      expect(await refusedFor(browser, foreign)).toEqual(refused);
      expect((await browser.get<Me>('/api/v1/me')).body.language).toBe('vi');
    });

    it('obeys its own pages, and whoever the browser says is one', async () => {
      const browser = await signedIn(office, 'can-bo');
      expect((await browser.post(path, speak)).status).toBe(204);
      const said = { origin: null, headers: { 'sec-fetch-site': 'same-origin' } };
      expect((await browser.post(path, { language: 'vi' }, said)).status).toBe(204);
    });

    it('asks machines with an access token for no origin, and the token wins over a cookie', async () => {
      const browser = await signedIn(office, 'can-bo');
      const token = await office.foundation.accounts.issueToken('dong-nghiep');
      const both = { origin: null, headers: { authorization: `Bearer ${token}` } };
      const { body } = await browser.get<Me>('/api/v1/me', both);
      expect(body).toMatchObject({ id: 'dong-nghiep', session: null });
      expect((await browser.post(path, speak, both)).status).toBe(204);
      const wrong = { headers: { authorization: 'Bearer khong-phai-ma-nao-ca' } };
      expect((await browser.get('/api/v1/me', wrong)).status).toBe(401);
    });

    it('lets no foreign page sign anybody in', async () => {
      const reply = await new Browser(office.url).post<Problem>(
        '/api/v1/sessions',
        { login: 'can-bo', password: PASSWORD },
        { origin: 'https://evil.example' },
      );
      expect([reply.status, reply.body.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    });
  });

  it('lists one’s own sessions, and a session that was ended is refused at once', async () => {
    const here = await signedIn(office, 'dong-nghiep');
    const there = await signedIn(office, 'dong-nghiep');
    const stranger = await signedIn(office, 'can-bo');
    const list = async () =>
      (await here.get<{ items: { id: string; current: boolean; userAgent: string }[] }>('/api/v1/sessions')).body.items;
    const mine = await list();
    expect(mine.map(({ id, current }) => [id, current])).toEqual(
      expect.arrayContaining([
        [here.answer.session.id, true],
        [there.answer.session.id, false],
      ]),
    );
    const path = `/api/v1/sessions/${there.answer.session.id}`;
    expect((await stranger.delete(path)).status).toBe(404);
    expect((await there.get('/api/v1/me')).status).toBe(200);
    expect((await here.delete(path)).status).toBe(204);
    expect((await there.get('/api/v1/me')).status).toBe(401);
    expect((await here.delete('/api/v1/sessions/current')).status).toBe(204);
    expect(here.cookies.size).toBe(0);
  });

  it('ends a session after eight hours without a request, and after seven days in any case', async () => {
    const idle = await signedIn(office, 'can-bo');
    const busy = await signedIn(office, 'can-bo');
    const began = Date.parse(office.clock.now());
    const at = (hours: number) => office.clock.travelTo(new Date(began + hours * HOUR_MS).toISOString());
    at(7.9);
    expect((await busy.get('/api/v1/me')).status).toBe(200);
    at(8.1);
    expect((await idle.get('/api/v1/me')).status).toBe(401);
    for (let hours = 15; hours < 168; hours += 7) {
      at(hours);
      expect((await busy.get('/api/v1/me')).status).toBe(200);
    }
    at(168.1);
    expect((await busy.get('/api/v1/me')).status).toBe(401);
  });
});

describe('behind TLS', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({
      env: { VINHDANH_PUBLIC_URL: 'https://localhost', VINHDANH_ORIGINS: 'https://web.example' },
    });
    await hire(office, person('can-bo'));
  });
  afterAll(() => office.close());

  it('the cookie is marked for it, under a name that browsers give to nobody else', async () => {
    const browser = new Browser(office.url);
    const { headers, status } = await browser.post(
      '/api/v1/sessions',
      { login: 'can-bo', password: PASSWORD },
      { origin: 'https://localhost' },
    );
    expect(status).toBe(201);
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-vinhdanh_session=[\w-]{43}; .*Secure/)]);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    const plain = new Browser(office.url);
    plain.cookies.set('vinhdanh_session', browser.cookies.get('__Host-vinhdanh_session') ?? '');
    expect((await plain.get('/api/v1/me')).status).toBe(401);
  });

  it('pages of the origins that the configuration names may act', async () => {
    const browser = new Browser(office.url);
    const credentials = { login: 'can-bo', password: PASSWORD };
    expect((await browser.post('/api/v1/sessions', credentials, { origin: 'https://web.example' })).status).toBe(201);
    const speak = (origin: string) => browser.post('/api/v1/me/language', { language: 'en' }, { origin });
    expect((await speak('https://web.example')).status).toBe(204);
    expect((await speak('https://localhost')).status).toBe(204);
    expect((await speak('https://other.example')).status).toBe(403);
  });
});
