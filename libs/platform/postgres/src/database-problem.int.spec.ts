import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createTestDatabase, type TestDatabase } from '#libs/platform/testing';
import { refuseOldServer } from './database.js';
import { openDatabase, runMigrations, type DatabaseOptions } from './index.js';

describe('when the database cannot be used, the operator is told why', () => {
  let server: TestDatabase;

  beforeAll(async () => {
    server = await createTestDatabase();
  });

  afterAll(async () => {
    await server.drop();
  });

  const complaint = async (change: (url: URL) => void, options: Partial<DatabaseOptions> = {}): Promise<unknown> => {
    const url = new URL(server.url);
    change(url);
    const database = openDatabase({ url: url.href, applicationName: 'x', connectTimeoutMs: 500, ...options });
    try {
      return await database.ready().then(
        () => 'usable',
        (error: unknown) => error,
      );
    } finally {
      await database.close();
    }
  };

  const listening = async (): Promise<{ server: Server; port: number }> => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return { server: listener, port: (listener.address() as AddressInfo).port };
  };

  test('nothing, when it can', async () => {
    expect(await complaint(() => {})).toBe('usable');
  });

  test('nobody listens there', async () => {
    const { server: listener, port } = await listening();
    await new Promise((resolve) => listener.close(resolve));
    const error = await complaint((url) => (url.port = String(port)));
    expect(error).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining(`127.0.0.1:${port}`),
    });
  });

  test('somebody listens and never answers', async () => {
    const { server: listener, port } = await listening();
    const error = await complaint((url) => (url.port = String(port)));
    expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    listener.close();
  });

  test('the password is wrong, and is not repeated', async () => {
    const error = await complaint((url) => (url.password = 'a-wrong-secret'));
    expect(error).toMatchObject({
      code: 'DATABASE_PASSWORD_WRONG',
      message: expect.not.stringContaining('a-wrong-secret'),
    });
  });

  test('there is no such database', async () => {
    expect(await complaint((url) => (url.pathname = '/nowhere'))).toMatchObject({ code: 'DATABASE_MISSING' });
  });

  test('the address is none', () => {
    expect(() => openDatabase({ url: 'localhost:5432', applicationName: 'x' })).toThrow(
      expect.objectContaining({ code: 'DATABASE_URL_INVALID' }),
    );
  });

  test('the login may not take the role', async () => {
    await runMigrations(server.url, []);
    const admin = openDatabase({ url: server.url, applicationName: 'x' });
    const login = `clerk_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
    await admin.query(`create role ${login} login password 'secret'`);
    const asClerk = (url: URL): void => {
      url.username = login;
      url.password = 'secret';
    };
    expect(await complaint(asClerk, { role: 'vinhdanh_app' })).toMatchObject({ code: 'DATABASE_RIGHT_MISSING' });
    const url = new URL(server.url);
    asClerk(url);
    await expect(runMigrations(url.href, [])).rejects.toMatchObject({
      code: 'DATABASE_RIGHT_MISSING',
      message: expect.stringContaining(`grant vinhdanh_owner, vinhdanh_app, vinhdanh_reader to "${login}"`),
    });
    await admin.query(`drop role ${login}`);
    await admin.close();
  });

  test('the server is too old', () => {
    const url = 'postgres://u:p@db.example:5432/vinhdanh';
    expect(() => refuseOldServer(150_000, url)).not.toThrow();
    expect(() => refuseOldServer(140_019, url)).toThrow(
      expect.objectContaining({
        code: 'DATABASE_SERVER_TOO_OLD',
        message: 'The database server at db.example:5432 is PostgreSQL 14; version 15 or newer is needed.',
      }),
    );
  });
});
