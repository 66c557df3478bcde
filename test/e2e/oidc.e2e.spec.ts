import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Browser } from '../support/browser.js';
import { CLIENT, type IdentityProviderForTests, startIdentityProvider } from '../support/identity-provider.js';
import type { Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { codeOf, hire, person, signedIn } from '../support/sign-in-desk.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('signing in at an identity provider', () => {
  let office: Office;
  let provider: IdentityProviderForTests;
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    provider = await startIdentityProvider(`${url}/api/v1/sessions/oidc/callback`);
    office = await openOffice({
      // The provider's clock is the machine's, and a token from the future is not believed.
      now: new Date().toISOString(),
      env: {
        VINHDANH_PORT: String(port),
        VINHDANH_PUBLIC_URL: url,
        VINHDANH_OIDC_ISSUER: provider.issuer,
        VINHDANH_OIDC_CLIENT_ID: CLIENT.id,
        VINHDANH_OIDC_CLIENT_SECRET: CLIENT.secret,
        VINHDANH_TOTP_ROLES: 'authority',
      },
    });
    await hire(office, person('can-bo'));
  });
  afterAll(async () => {
    await office.close();
    await provider.stop();
  });

  const start = async (browser: Browser): Promise<string> => {
    const reply = await browser.get('/api/v1/sessions/oidc/start');
    expect(reply.status).toBe(302);
    expect(reply.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^vinhdanh_oidc=[\w-]{43}; .*HttpOnly.*SameSite=Lax/),
    ]);
    return reply.headers.get('location') ?? '';
  };
  const comeBack = async (subject: string | undefined, browser = new Browser(office.url)) => {
    const address = await provider.visit(await start(browser), subject);
    const reply = await browser.get<Problem>(address);
    return { browser, address, reply, said: [reply.status, reply.body?.code] };
  };
  const count = async (table: 'session' | 'oidc_link' | 'oidc_attempt'): Promise<number> =>
    (await office.foundation.database.query(`select 1 from ops.${table}`)).rows.length;

  it('asks for a code with PKCE, state and nonce, and ends in a session like any other', async () => {
    const address = new URL(await start(new Browser(office.url)));
    expect([...address.searchParams.keys()].sort()).toEqual(
      expect.arrayContaining(['code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'scope', 'state']),
    );
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    provider.people.set('subject-1', { email: 'Can-Bo@thu.example' });
    const { browser, reply } = await comeBack('subject-1');
    expect([reply.status, reply.headers.get('location')]).toEqual([302, '/']);
    expect(reply.headers.getSetCookie()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^vinhdanh_session=.*HttpOnly; SameSite=Strict/)]),
    );
    const { body } = await browser.get<{ id: string; session: { via: string } }>('/api/v1/me');
    expect(body).toMatchObject({ id: 'can-bo', session: { via: 'oidc' } });
  });

  it('knows a linked person again when the address has changed', async () => {
    provider.people.set('subject-1', { email: 'moi@thu.example' });
    expect((await comeBack('subject-1')).reply.status).toBe(302);
    expect(await count('oidc_link')).toBe(1);
  });

  it('lets nobody in whose address is unknown, not verified, of two accounts, or of an account that is linked', async () => {
    await office.foundation.accounts.open({ ...person('doi-1'), email: 'doi@thu.example' }, { sample: false });
    await office.foundation.accounts.open({ ...person('doi-2'), email: 'doi@thu.example' }, { sample: false });
    await office.foundation.accounts.open(person('chua-xac-minh'), { sample: false });
    const sessions = await count('session');
    provider.people.set('subject-2', { email: 'la@thu.example' });
    provider.people.set('subject-3', { email: 'chua-xac-minh@thu.example', verified: false });
    provider.people.set('subject-4', { email: 'doi@thu.example' });
    provider.people.set('subject-5', { email: 'can-bo@thu.example' });
    provider.people.set('subject-6', {});
    for (const subject of ['subject-2', 'subject-3', 'subject-4', 'subject-5', 'subject-6'])
      expect((await comeBack(subject)).said).toEqual([403, 'ACCOUNT_NOT_KNOWN']);
    expect(await count('session')).toBe(sessions);
    expect(await count('oidc_link')).toBe(1);
  });

  it('takes each way back once, from the browser that set out, and with its own state', async () => {
    const sessions = await count('session');
    const unknown = [400, 'OIDC_ATTEMPT_UNKNOWN'];
    const said = async (browser: Browser, address: string) => {
      const { status, body } = await browser.get<Problem>(address);
      return [status, body?.code];
    };
    const browser = new Browser(office.url);
    const address = await provider.visit(await start(browser), 'subject-1');
    const handle = browser.cookies.get('vinhdanh_oidc') ?? '';
    expect(await said(new Browser(office.url), address)).toEqual(unknown);
    // Another attempt of the same browser: its state is not the one that comes back.
    const other = new Browser(office.url);
    await start(other);
    expect(await said(other, address)).toEqual([401, 'OIDC_REFUSED']);
    // The right one, once.
    expect((await browser.get(address)).status).toBe(302);
    expect(browser.cookies.has('vinhdanh_oidc')).toBe(false);
    browser.cookies.set('vinhdanh_oidc', handle);
    expect(await said(browser, address)).toEqual(unknown);
    // A code that was used does not work for an attempt that is still open, also with that one's state.
    const third = new Browser(office.url);
    const next = new URL(await start(third)).searchParams.get('state') ?? '';
    const replayed = new URL(address);
    replayed.searchParams.set('state', next);
    expect(await said(third, replayed.href)).toEqual([401, 'OIDC_REFUSED']);
    expect(await count('session')).toBe(sessions + 1);
  });

  it('refuses who comes back too late, and who was refused there', async () => {
    const sessions = await count('session');
    expect((await comeBack(undefined)).said).toEqual([401, 'OIDC_REFUSED']);
    const browser = new Browser(office.url);
    const address = await provider.visit(await start(browser), 'subject-1');
    const now = office.clock.now();
    office.clock.travelTo(new Date(Date.parse(now) + 11 * 60_000).toISOString());
    const { status, body } = await browser.get<Problem>(address);
    office.clock.travelTo(now);
    expect([status, body.code]).toEqual([400, 'OIDC_ATTEMPT_UNKNOWN']);
    expect(await count('session')).toBe(sessions);
  });

  it('counts what the provider did as the second factor when it says so, and asks for ours otherwise', async () => {
    await hire(office, person('chu-tich', ['authority']));
    provider.people.set('subject-7', { email: 'chu-tich@thu.example', amr: ['pwd', 'mfa'] });
    const strong = await comeBack('subject-7');
    expect((await strong.browser.get('/api/v1/dossiers')).status).toBe(200);

    provider.people.set('subject-7', { email: 'chu-tich@thu.example', amr: ['pwd'] });
    const weak = (await comeBack('subject-7')).browser;
    expect((await weak.get('/api/v1/dossiers')).status).toBe(403);
    const { body } = await weak.post<{ secret: string }>('/api/v1/me/second-factor/start');
    await weak.post('/api/v1/me/second-factor/confirm', { code: codeOf(office, body.secret) });
    expect((await weak.get('/api/v1/dossiers')).status).toBe(200);

    const later = (await comeBack('subject-7')).browser;
    expect((await later.get('/api/v1/dossiers')).status).toBe(403);
    expect((await later.post('/api/v1/me/second-factor/start')).status).toBe(409);
    const code = codeOf(office, body.secret, 1);
    expect((await later.post('/api/v1/sessions/current/second-factor', { code })).status).toBe(200);
    expect((await later.get('/api/v1/dossiers')).status).toBe(200);
  });

  it('does not reach a closed account', async () => {
    await office.as('acc-van-hanh').post('/api/v1/accounts/can-bo/close');
    expect((await comeBack('subject-1')).said).toEqual([403, 'ACCOUNT_NOT_KNOWN']);
    await office.as('acc-van-hanh').post('/api/v1/accounts/can-bo/reopen');
    await signedIn(office, 'can-bo');
  });

  it('leaves neither code nor state nor secret in any log line', async () => {
    const { address } = await comeBack('subject-1');
    const refused = new Browser(office.url);
    await start(refused);
    await refused.get(address);
    const words = [...new URL(address).searchParams.values(), CLIENT.secret].filter((word) => word.length > 12);
    expect(words.length).toBeGreaterThan(2);
    const log = office.log.join('');
    expect(log).toContain('did not confirm');
    expect(words.filter((word) => log.includes(word))).toEqual([]);
    expect(log).not.toMatch(/oidc\/callback\?/);
  });
});

describe('without an identity provider', () => {
  it('says that there is none, and one that does not answer is no reason to wait for ever', async () => {
    const none = await openOffice();
    const { status, body } = await none.as(undefined).get<Problem>('/api/v1/sessions/oidc/start');
    await none.close();
    expect([status, body.code]).toEqual([404, 'OIDC_NOT_CONFIGURED']);
    const silent = await openOffice({
      env: {
        VINHDANH_PUBLIC_URL: 'http://127.0.0.1:1',
        VINHDANH_OIDC_ISSUER: 'http://127.0.0.1:1',
        VINHDANH_OIDC_CLIENT_ID: CLIENT.id,
      },
    });
    const reply = await silent.as(undefined).get<Problem>('/api/v1/sessions/oidc/start');
    await silent.close();
    expect([reply.status, reply.body.code]).toEqual([503, 'OIDC_UNAVAILABLE']);
  });
});
