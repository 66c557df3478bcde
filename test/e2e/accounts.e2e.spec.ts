import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueOf } from '#libs/domain/kernel';
import { readConfig } from '#libs/platform/config';
import { announcementOf } from '../../apps/standalone/src/announce.js';
import { runStandalone } from '../../apps/standalone/src/standalone.js';
import { openSampleAccounts } from '../../apps/standalone/src/sample-accounts.js';
import { createTestDatabase } from '#libs/platform/testing';
import { openDatabase } from '#libs/platform/postgres';
import { launch } from '../support/command-line.js';
import { Browser } from '../support/browser.js';
import { must, OfficeClient, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { PASSWORD, hire, person, signedIn, trySignIn } from '../support/sign-in-desk.js';

const ACCOUNTS = '/api/v1/accounts';
const OWN = 'Chín mươi chín bậc cầu thang';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
interface Act {
  readonly act: string;
  readonly actorId: string;
  readonly accountId: string;
}
interface Given {
  readonly password: string;
}

describe('operators and accounts', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const operator = () => office.as('acc-van-hanh');
  const withToken = (token: string) => new OfficeClient({ url: office.url, seen: new Map() }, token);

  it('open one, which comes in with a one-time password and may do nothing but change it', async () => {
    const opened = { id: 'moi', name: 'Đỗ Thị Mới', email: 'moi@thu.example', language: 'en' };
    expect((await operator().post<unknown>(ACCOUNTS, opened)).status).toBe(201);
    const again = await operator().post<Problem>(ACCOUNTS, opened);
    expect([again.status, again.body.code]).toEqual([409, 'ACCOUNT_EXISTS']);
    expect((await trySignIn(new Browser(office.url), 'moi')).status).toBe(401);
    const { password } = await must(operator().post<Given>(`${ACCOUNTS}/moi/one-time-password`));

    const browser = await signedIn(office, 'moi', { password });
    expect(browser.answer).toMatchObject({ incomplete: 'PASSWORD_MUST_CHANGE', account: { language: 'en' } });
    const refused = await browser.get<Problem>('/api/v1/notifications');
    expect([refused.status, refused.body.code]).toEqual([403, 'PASSWORD_MUST_CHANGE']);
    expect((await browser.post('/api/v1/me/password', { old: password, new: OWN })).status).toBe(204);
    expect((await browser.get('/api/v1/me/tokens')).status).toBe(200);
    expect((await trySignIn(new Browser(office.url), 'moi', { password })).status).toBe(401);
    await signedIn(office, 'moi', { password: OWN });
  });

  it('give one-time passwords that are void after 72 hours', async () => {
    await office.foundation.accounts.open(person('cham'), { sample: false });
    const { password } = await must(operator().post<Given>(`${ACCOUNTS}/cham/one-time-password`));
    const now = office.clock.now();
    office.clock.travelTo(new Date(Date.parse(now) + 73 * 3_600_000).toISOString());
    const late = await trySignIn(new Browser(office.url), 'cham', { password });
    office.clock.travelTo(now);
    expect([late.status, late.body.code]).toEqual([401, 'SIGN_IN_FAILED']);
  });

  it('a password is changed with the old one only, and all other sessions end', async () => {
    await hire(office, person('doi-mat-khau'));
    const here = await signedIn(office, 'doi-mat-khau');
    const there = await signedIn(office, 'doi-mat-khau');
    const path = '/api/v1/me/password';
    const said = async (body: unknown) => {
      const reply = await here.post<Problem>(path, body);
      return [reply.status, reply.body?.code];
    };
    expect(await said({ old: OWN, new: OWN })).toEqual([401, 'SIGN_IN_FAILED']);
    expect(await said({ old: PASSWORD, new: 'ngắn' })).toEqual([422, 'PASSWORD_LENGTH']);
    expect(await said({ old: PASSWORD, new: 'password2026!!' })).toEqual([422, 'PASSWORD_COMMON']);
    expect(await said({ old: PASSWORD, new: 'tôi là doi-mat-khau nhé' })).toEqual([422, 'PASSWORD_HOLDS_ACCOUNT']);
    expect((await there.get('/api/v1/me')).status).toBe(200);
    expect(await said({ old: PASSWORD, new: OWN })).toEqual([204, undefined]);
    expect((await here.get('/api/v1/me')).status).toBe(200);
    expect((await there.get('/api/v1/me')).status).toBe(401);
  });

  it('close one: it is refused everywhere at once, and its tokens with it', async () => {
    await hire(office, person('nghi-huu'));
    const browser = await signedIn(office, 'nghi-huu');
    const token = await office.foundation.accounts.issueToken('nghi-huu');
    const machine = withToken(token);
    expect((await machine.get('/api/v1/me')).status).toBe(200);
    expect((await operator().post(`${ACCOUNTS}/nghi-huu/close`)).status).toBe(204);
    expect((await machine.get('/api/v1/me')).status).toBe(401);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect((await trySignIn(browser, 'nghi-huu')).status).toBe(401);
    // Also a token that is given out to it later.
    expect((await withToken(await office.foundation.accounts.issueToken('nghi-huu')).get('/api/v1/me')).status).toBe(
      401,
    );
    expect((await operator().post(`${ACCOUNTS}/nghi-huu/reopen`)).status).toBe(204);
    expect((await machine.get('/api/v1/me')).status).toBe(401);
    await signedIn(office, 'nghi-huu');
    const own = await operator().post<Problem>(`${ACCOUNTS}/acc-van-hanh/close`);
    expect([own.status, own.body.code]).toEqual([409, 'ACCOUNT_IS_OWN']);
    expect((await operator().post(`${ACCOUNTS}/khong-co/close`)).status).toBe(404);
  });

  it('see and end the sessions of an account', async () => {
    await hire(office, person('mat-may'));
    const browser = await signedIn(office, 'mat-may');
    const path = `${ACCOUNTS}/mat-may/sessions`;
    const { items } = await must(operator().get<Page<{ id: string }>>(path));
    expect(items.map(({ id }) => id)).toEqual([browser.answer.session.id]);
    expect((await office.as('acc-tham-dinh').get(path)).status).toBe(403);
    expect((await operator().send('DELETE', `${path}/${items[0]?.id}`)).status).toBe(204);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect((await operator().send('DELETE', `${path}/${items[0]?.id}`)).status).toBe(404);
  });

  it('machines have named tokens that expire, are shown once, listed and revoked', async () => {
    await hire(office, person('nguoi-co-may'));
    const browser = await signedIn(office, 'nguoi-co-may');
    const path = '/api/v1/me/tokens';
    const issue = (days: number) => browser.post<{ id: string; token: string }>(path, { name: 'máy quét', days });
    const { id, token } = await must(issue(30));
    const short = await must(issue(1));
    const machine = withToken(token);
    expect((await machine.get('/api/v1/me')).status).toBe(200);
    const listed = await browser.get<Page<{ id: string; name: string; lastUsedAt: string | null }>>(path);
    expect(listed.body.items.map((each) => each.id).sort()).toEqual([id, short.id].sort());
    expect(listed.body.items.find((each) => each.id === id)?.lastUsedAt).toMatch(/:00:00\.000Z$/);
    expect(listed.text).not.toContain(token);
    const { rows } = await office.foundation.database.query('select * from ops.access_token');
    expect(JSON.stringify(rows)).not.toContain(token);
    // A token makes no tokens.
    const more = await machine.post<Problem>(path, { name: 'thêm' });
    expect([more.status, more.body.code]).toEqual([403, 'SESSION_NEEDED']);
    const now = office.clock.now();
    office.clock.travelTo(new Date(Date.parse(now) + 25 * 3_600_000).toISOString());
    expect((await withToken(short.token).get('/api/v1/me')).status).toBe(401);
    expect((await machine.get('/api/v1/me')).status).toBe(200);
    office.clock.travelTo(now);
    expect((await browser.delete(`${path}/${id}`)).status).toBe(204);
    expect((await machine.get('/api/v1/me')).status).toBe(401);
  });

  it('see all accounts page by page, and nothing secret of them', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 50; pages++) {
      const path = `${ACCOUNTS}?limit=3${cursor && `&cursor=${cursor}`}`;
      const { items, next } = await must(operator().get<Page<{ id: string }>>(path));
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(expect.arrayContaining(['acc-don-vi', 'moi', 'nghi-huu']));
    expect((await operator().get(`${ACCOUNTS}?limit=200`)).text).not.toMatch(/argon2|digest|secret"/);
    expect((await office.as('acc-thanh-tra').get(ACCOUNTS)).status).toBe(403);
  });

  it('leave a record of each act that operators and auditors read and nobody changes', async () => {
    const { items } = await must(office.as('acc-thanh-tra').get<Page<Act>>(`${ACCOUNTS}/acts?limit=200`));
    const about = (accountId: string) =>
      items.filter((each) => each.accountId === accountId).map(({ act, actorId }) => [act, actorId]);
    expect(about('moi')).toEqual([
      ['one-time-password', 'acc-van-hanh'],
      ['opened', 'acc-van-hanh'],
    ]);
    expect(about('nghi-huu').map(([act]) => act)).toEqual(['reopened', 'closed']);
    expect(about('nguoi-co-may').map(([act]) => act)).toEqual(['token-revoked', 'token-issued', 'token-issued']);
    expect((await operator().get(`${ACCOUNTS}/acts`)).status).toBe(200);
    expect((await office.as('acc-tham-dinh').get(`${ACCOUNTS}/acts`)).status).toBe(403);
    const { database } = office.foundation;
    await expect(database.query('update ops.account_act set act = act')).rejects.toThrow(/permission denied/);
    await expect(database.query('delete from ops.account_act')).rejects.toThrow(/permission denied/);
  });

  it('the command line opens accounts on the database itself', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-cli-'));
    const env = { DATABASE_URL: office.databaseUrl, VINHDANH_DATA: dataFolder };
    try {
      const line = ['account', 'open', 'van-hanh-1', '--name', 'Mai Văn Hành'];
      const { code, out, err } = await launch(line, env);
      expect([code, err]).toEqual([0, expect.stringContaining('mật khẩu dùng một lần')]);
      const browser = await signedIn(office, 'van-hanh-1', { password: out.trim() });
      expect(browser.answer.incomplete).toBe('PASSWORD_MUST_CHANGE');
      const token = await launch(['account', 'token', 'van-hanh-1', '--name', 'kiểm tra', '--days', '2'], env);
      expect((await withToken(token.out.trim()).get('/api/v1/me')).status).toBe(200);
      // Without a position he may do nothing: that is given by `office begin`, or by an operator.
      expect((await withToken(token.out.trim()).get(ACCOUNTS)).status).toBe(403);
      expect((await launch(['account', 'close', 'van-hanh-1'], env)).code).toBe(0);
      expect((await withToken(token.out.trim()).get('/api/v1/me')).status).toBe(401);
      const again = await launch(line, env);
      expect([again.code, again.err]).toEqual([1, expect.stringContaining('Đã có tài khoản van-hanh-1')]);
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  }, 300_000);

  it('no password, token or code reaches a log line', () => {
    const log = office.log.join('');
    for (const word of [PASSWORD, OWN, 'argon2', 'Bearer', '@thu.example']) expect(log).not.toContain(word);
  });
});

describe('sample accounts', () => {
  it('are not opened where others can reach the system, and neither are sample dossiers; the start says so', async () => {
    const database = await createTestDatabase();
    const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-public-'));
    const owner = openDatabase({ url: database.url, applicationName: 'test', max: 1 });
    try {
      const config = readConfig({
        DATABASE_URL: database.url,
        VINHDANH_DATA: dataFolder,
        VINHDANH_PORT: '0',
        VINHDANH_LOG_LEVEL: 'silent',
        VINHDANH_PUBLIC_URL: 'https://khen-thuong.example',
      });
      const system = await runStandalone({ config: valueOf(config) });
      const said = announcementOf(system).join('\n');
      await system.stop();
      expect(said).toContain('sample accounts are neither opened nor let in');
      expect(said).toContain('không mở và không nhận tài khoản mẫu');
      expect(said).not.toContain('Bearer');
      expect((await owner.query('select 1 from ops.account')).rows).toEqual([]);
      expect((await readdir(dataFolder)).filter((name) => name.startsWith('sample'))).toEqual([]);
      expect((await stat(join(dataFolder, 'secret.key'))).mode & 0o777).toBe(0o600);
    } finally {
      await owner.close();
      await rm(dataFolder, { recursive: true, force: true });
      await database.drop();
    }
  }, 180_000);

  it('are refused wherever others can reach the system, also those that were opened before', async () => {
    const office = await openOffice({ env: { VINHDANH_PUBLIC_URL: 'http://khen-thuong.example' } });
    try {
      expect((await office.as('acc-tham-dinh').get('/api/v1/me')).status).toBe(401);
      const file = await readFile(join(office.foundation.config.dataFolder, 'sample-accounts.json'), 'utf8');
      const { password } = (JSON.parse(file) as Record<string, Given>)['acc-tham-dinh'] ?? { password: '' };
      expect(password).not.toBe('');
      const body = { login: 'acc-tham-dinh', password };
      const reply = await new Browser(office.url).post<Problem>('/api/v1/sessions', body, { origin: null });
      expect([reply.status, reply.body.code]).toEqual([401, 'SIGN_IN_FAILED']);
      await hire(office, person('that'));
      expect(
        (
          await new Browser(office.url).post(
            '/api/v1/sessions',
            { login: 'that', password: PASSWORD },
            { origin: null },
          )
        ).status,
      ).toBe(201);
    } finally {
      await office.close();
    }
  });

  it('come in with the password of their file, which only its owner reads; an older file keeps its tokens', async () => {
    const office = await openOffice();
    const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-old-'));
    try {
      const file = join(folder, 'sample-accounts.json');
      await writeFile(file, JSON.stringify({ 'acc-don-vi': 'mot-ma-truy-cap-cu-da-co' }), { mode: 0o600 });
      const { accounts, passwords } = office.foundation;
      await office.foundation.database.query("delete from ops.password where account_id = 'acc-don-vi'");
      const opened = await openSampleAccounts(accounts, passwords, folder);
      const unit = opened.find(({ account }) => account.id === 'acc-don-vi');
      expect(unit?.token).toBe('mot-ma-truy-cap-cu-da-co');
      await signedIn(office, 'acc-don-vi', { password: unit?.password ?? '' });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await openSampleAccounts(accounts, passwords, folder)).toEqual(opened);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await office.close();
    }
  });
});
