import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { type Database, migrationsOf, openDatabase, runMigrations } from '#libs/platform/postgres';
import { Accounts } from '../accounts.js';
import { Attempts } from '../limits/attempts.js';
import { type PasswordHasher, argon2id, isWeaker } from '../passwords/password-hash.js';
import { Passwords } from '../passwords/passwords.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { SecretBox } from '../second-factor/secret-box.js';
import { PasswordIdentity } from './password-identity.js';

const PASSWORD = 'một mật khẩu đủ dài';
const clock = { now: () => '2026-08-24T02:00:00.000Z' };

describe('who is this, by account and password', () => {
  let test: TestDatabase;
  let database: Database;
  let identity: PasswordIdentity;
  let passwords: Passwords;
  let work: string[] = [];

  const counting: PasswordHasher = {
    hash: (password) => argon2id.hash(password),
    verify: (hash, password) => {
      work.push('verify');
      return argon2id.verify(hash, password);
    },
  };

  beforeAll(async () => {
    test = await createTestDatabase();
    await runMigrations(test.url, [migrationsOf('libs/service/access')]);
    const opened = openDatabase({ url: test.url, applicationName: 'test', role: 'vinhdanh_app' });
    database = new Proxy(opened, {
      get: (target, name) => {
        if (name === 'query')
          return (text: unknown, values?: readonly unknown[]) => {
            work.push('query');
            return target.query(text as string, values);
          };
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const accounts = new Accounts(database, { clock, admitSamples: false });
    passwords = new Passwords(database, clock, counting);
    const counts = {
      byAccount: new Attempts(database, 'account', { free: 5 }),
      byAddress: new Attempts(database, 'address', { free: 1_000 }),
    };
    const factors = new SecondFactors(database, clock, new SecretBox(Buffer.alloc(32, 7).toString('base64')));
    identity = new PasswordIdentity(accounts, passwords, factors, counts);
    const account = { name: 'Thử', language: 'vi' } as const;
    for (const id of ['co-mat-khau', 'khong-mat-khau', 'da-dong'])
      await accounts.open({ ...account, id }, { sample: false });
    await accounts.open({ ...account, id: 'mau' }, { sample: true });
    for (const id of ['co-mat-khau', 'da-dong', 'mau']) await passwords.set(id, PASSWORD);
    const owner = openDatabase({ url: test.url, applicationName: 'test', max: 1 });
    await owner.query("update ops.account set closed_at = now() where id = 'da-dong'");
    await owner.close();
    await identity.identify({ login: 'ai-do', password: 'x', address: '192.0.2.1' });
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const workFor = async (login: string, password: string): Promise<readonly string[]> => {
    work = [];
    const answer = await identity.identify({ login, password, address: '192.0.2.1' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'SIGN_IN_FAILED' } });
    return work;
  };

  it('does the same work for every no, so that the time it takes tells nothing', async () => {
    const wrong = await workFor('co-mat-khau', 'sai mật khẩu rồi');
    expect(wrong.filter((each) => each === 'verify')).toHaveLength(1);
    for (const login of ['khong-co-ai', 'khong-mat-khau', 'da-dong', 'mau'])
      expect(await workFor(login, PASSWORD)).toEqual(wrong);
  });

  it('replaces a hash of weaker parameters at the next sign-in, and no other', async () => {
    const { hash } = await import('@node-rs/argon2');
    const hashOf = async () =>
      (await database.query<{ hash: string }>("select hash from ops.password where account_id = 'co-mat-khau'")).rows[0]
        ?.hash ?? '';
    const good = await hashOf();
    expect(good).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.match('co-mat-khau', PASSWORD)).toEqual({ mustChange: false });
    expect(await hashOf()).toBe(good);
    const weak = await hash(PASSWORD.normalize('NFC'), { memoryCost: 8_192, timeCost: 1 });
    expect([isWeaker(weak), isWeaker(good)]).toEqual([true, false]);
    await database.query("update ops.password set hash = $1 where account_id = 'co-mat-khau'", [weak]);
    expect(await passwords.match('co-mat-khau', 'sai mật khẩu rồi')).toBeUndefined();
    expect(await hashOf()).toBe(weak);
    expect(await passwords.match('co-mat-khau', PASSWORD)).toEqual({ mustChange: false });
    expect(isWeaker(await hashOf())).toBe(false);
    expect(await passwords.match('co-mat-khau', PASSWORD)).toEqual({ mustChange: false });
  });
});
