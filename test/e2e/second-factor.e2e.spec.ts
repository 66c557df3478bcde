import { Browser } from '../support/browser.js';
import { must, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { PASSWORD, codeOf, hire, person, signedIn, trySignIn } from '../support/sign-in-desk.js';

interface Enrolled {
  readonly browser: Browser;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

describe('a second factor', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ env: { VINHDANH_TOTP_ROLES: 'authority' } });
  });
  afterAll(() => office.close());

  /** Codes of a step that was used do not count again, so each sign-in happens a little later. */
  const later = (seconds = 30) =>
    office.clock.travelTo(new Date(Date.parse(office.clock.now()) + seconds * 1_000).toISOString());

  const enrol = async (browser: Browser): Promise<Enrolled> => {
    const { secret } = await must(browser.post<{ secret: string; uri: string }>('/api/v1/me/second-factor/start'));
    const { recoveryCodes } = await must(
      browser.post<{ recoveryCodes: string[] }>('/api/v1/me/second-factor/confirm', { code: codeOf(office, secret) }),
    );
    later();
    return { browser, secret, recoveryCodes };
  };
  const hired = async (id: string): Promise<Enrolled> => {
    await hire(office, person(id));
    return enrol(await signedIn(office, id));
  };
  const saidTo = async (login: string, code?: string): Promise<readonly unknown[]> => {
    const { status, body } = await trySignIn(new Browser(office.url), login, code === undefined ? {} : { code });
    return status === 201 ? [201] : [status, body.code];
  };

  it('is set up with an address for an authenticator app and a first code, and sealed at rest', async () => {
    await hire(office, person('mot'));
    const browser = await signedIn(office, 'mot');
    const path = '/api/v1/me/second-factor';
    const early = await browser.post<Problem>(`${path}/confirm`, { code: '123456' });
    expect([early.status, early.body.code]).toEqual([409, 'SECOND_FACTOR_NOT_ON']);
    const { secret, uri } = await must(browser.post<{ secret: string; uri: string }>(`${path}/start`));
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=/);
    const wrong = await browser.post<Problem>(`${path}/confirm`, { code: codeOf(office, secret, 5) });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'SECOND_FACTOR_CODE_WRONG']);
    expect(await saidTo('mot')).toEqual([201]);
    const { recoveryCodes } = await must(
      browser.post<{ recoveryCodes: string[] }>(`${path}/confirm`, { code: codeOf(office, secret) }),
    );
    expect(new Set(recoveryCodes).size).toBe(10);
    const again = await browser.post<Problem>(`${path}/start`);
    expect([again.status, again.body.code]).toEqual([409, 'SECOND_FACTOR_ALREADY_ON']);
    const kept = await office.foundation.database.query(
      `select encode(sealed, 'escape') as sealed, (select string_agg(digest::text, ' ') from ops.recovery_code) as codes
       from ops.second_factor`,
    );
    const text = JSON.stringify(kept.rows);
    expect([secret, ...recoveryCodes].filter((word) => text.includes(word))).toEqual([]);
  });

  it('is asked for at sign-in, a step early or late, and each code counts once', async () => {
    const { secret } = await hired('hai');
    expect(await saidTo('hai')).toEqual([401, 'SECOND_FACTOR_CODE_NEEDED']);
    expect(await saidTo('hai', codeOf(office, secret, 3))).toEqual([401, 'SIGN_IN_FAILED']);
    const code = codeOf(office, secret);
    expect(await saidTo('hai', code)).toEqual([201]);
    expect(await saidTo('hai', code)).toEqual([401, 'SIGN_IN_FAILED']);
    expect(await saidTo('hai', codeOf(office, secret, 1))).toEqual([201]);
    // An older step than one that was used is used up with it.
    expect(await saidTo('hai', codeOf(office, secret, 0))).toEqual([401, 'SIGN_IN_FAILED']);
  });

  it('of two who show the same code at once exactly one comes in', async () => {
    const { secret } = await hired('ba');
    const code = codeOf(office, secret);
    const both = await Promise.all([saidTo('ba', code), saidTo('ba', code)]);
    expect(both.map(([status]) => status).sort()).toEqual([201, 401]);
  });

  it('can be replaced by a recovery code, each once', async () => {
    const { recoveryCodes } = await hired('bon');
    const [first = '', second = ''] = recoveryCodes;
    expect(await saidTo('bon', first.toUpperCase())).toEqual([201]);
    expect(await saidTo('bon', first)).toEqual([401, 'SIGN_IN_FAILED']);
    expect(await saidTo('bon', second.replaceAll('-', ' '))).toEqual([201]);
  });

  it('is switched off with password and code only', async () => {
    const { browser, secret } = await hired('nam');
    const path = '/api/v1/me/second-factor/switch-off';
    const wrong = await browser.post<Problem>(path, { password: 'không phải mật khẩu', code: codeOf(office, secret) });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'SIGN_IN_FAILED']);
    const old = await browser.post<Problem>(path, { password: PASSWORD, code: codeOf(office, secret, 9) });
    expect([old.status, old.body.code]).toEqual([422, 'SECOND_FACTOR_CODE_WRONG']);
    expect((await browser.post(path, { password: PASSWORD, code: codeOf(office, secret) })).status).toBe(204);
    expect(await saidTo('nam')).toEqual([201]);
  });

  it('is not guessed by who has found a session and a password', async () => {
    const { browser, secret } = await hired('tam');
    const seen = [];
    for (let guesses = 0; guesses < 6; guesses++) {
      // A right password, and a new one that is refused, forgets no failure.
      await browser.post('/api/v1/me/password', { old: PASSWORD, new: 'ngắn' });
      const guess = { password: PASSWORD, code: codeOf(office, secret, 10 + guesses) };
      seen.push((await browser.post('/api/v1/me/second-factor/switch-off', guess)).status);
    }
    expect(seen.slice(0, 4)).toEqual([422, 422, 422, 422]);
    expect(seen.at(-1)).toBe(429);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
  });

  it('is reset by an operator for somebody else, whose sessions end', async () => {
    const { browser } = await hired('sau');
    const operator = office.as('acc-van-hanh');
    expect((await operator.post('/api/v1/accounts/acc-van-hanh/reset-second-factor')).status).toBe(409);
    expect((await office.as('acc-tham-dinh').post('/api/v1/accounts/sau/reset-second-factor')).status).toBe(403);
    expect((await operator.post('/api/v1/accounts/sau/reset-second-factor')).status).toBe(204);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect(await saidTo('sau')).toEqual([201]);
  });

  it('is demanded of a role before anything else, and machines are not asked', async () => {
    const { id } = await hire(office, person('chu-tich', ['authority']));
    const browser = await signedIn(office, id);
    expect(browser.answer.incomplete).toBe('SECOND_FACTOR_REQUIRED');
    const reply = await browser.get<Problem>('/api/v1/dossiers');
    expect([reply.status, reply.body.code]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
    const token = await browser.post<Problem>('/api/v1/me/tokens', { name: 'máy quét' });
    expect([token.status, token.body.code]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
    const machine = new Browser(office.url);
    const authorization = `Bearer ${await office.foundation.accounts.issueToken(id)}`;
    expect((await machine.get('/api/v1/dossiers', { headers: { authorization } })).status).toBe(200);
    await enrol(browser);
    expect((await browser.get('/api/v1/dossiers')).status).toBe(200);
  });

  it('that another key has sealed is told to the operator’s attention, not taken for a wrong code', async () => {
    const { secret } = await hired('bay');
    await office.foundation.database.query(
      "update ops.second_factor set sealed = (select sealed from ops.second_factor where account_id = 'mot') where account_id = 'bay'",
    );
    expect(await saidTo('bay', codeOf(office, secret))).toEqual([503, 'SECOND_FACTOR_UNREADABLE']);
  });
});
