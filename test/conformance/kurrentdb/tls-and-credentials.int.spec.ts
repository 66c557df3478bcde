import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { KurrentDbEventStore } from '#libs/engine/event-store';
import { startKurrentDbForTests, type KurrentDbForTests } from '../../support/kurrentdb-protocol/server-for-tests.js';
import { command, facts, newStream } from '../facts.js';

const pathOf = (name: string) => fileURLToPath(new URL(`../../../../test/fixtures/tls/${name}`, import.meta.url));

describe('a KurrentDB behind TLS that asks who we are', () => {
  const credentials = { user: 'vinhdanh', password: 'Mật khẩu: @1/2' };
  const opened: { server: KurrentDbForTests; store?: KurrentDbEventStore }[] = [];

  afterEach(async () => {
    for (const { server, store } of opened.splice(0)) {
      await store?.close();
      await server.stop();
    }
  });

  async function open(
    certificate: string,
    change: (url: string) => string = (url) => url,
  ): Promise<KurrentDbEventStore> {
    const [cert, key] = await Promise.all([
      readFile(pathOf(`${certificate}.pem`)),
      readFile(pathOf(`${certificate}.key`)),
    ]);
    const authority = certificate === 'server' ? 'ca' : certificate;
    const server = await startKurrentDbForTests({
      tls: { certificate: cert, key },
      credentials,
      query: `tls=true&tlsCaFile=${pathOf(`${authority}.pem`)}`,
    });
    const url = change(server.url);
    const store = new KurrentDbEventStore({
      url,
      applicationName: 'tls',
      answerTimeoutMs: 2_000,
      appendTimeoutMs: 3_000,
    });
    opened.push({ server, store });
    return store;
  }

  test('reads, writes and follows with the authority and the credentials of the connection string', async () => {
    const store = await open('server');
    expect(await store.health()).toMatchObject({ ok: true });
    const stream = newStream();
    expect(await store.append(stream, 'noStream', facts(2), command())).toMatchObject({ ok: true });
    expect(await store.streamRevision(stream)).toBe(1);
    const subscription = store.subscribe({ after: 'start' }, async () => {});
    expect(await subscription.caughtUp).toBe(true);
    await subscription.stop();
  });

  test('with a wrong password it is not healthy, an append throws, and the password is told to nobody', async () => {
    const store = await open('server', (url) => url.replace(/:[^:@]*@/, ':geheim@'));
    const health = await store.health();
    expect(health).toMatchObject({ ok: false });
    expect(JSON.stringify(health)).toContain('access-denied');
    const refused = await store.append(newStream(), 'any', facts(1), command()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ type: 'access-denied' });
    expect(`${JSON.stringify(health)} ${String(refused)}`).not.toContain('geheim');
  });

  test('a certificate that only signs itself lets writes pass and reads fail: health says so', async () => {
    expect(await (await open('self-signed')).health()).toMatchObject({ ok: false });
  });

  test('without the authority it is not healthy', async () => {
    const store = await open('server', (url) => url.replace(/&tlsCaFile=.*/, ''));
    expect(await store.health()).toMatchObject({ ok: false });
  });
});

/** Set, the same is asked of a real server that was started with TLS and passwords. */
const named = process.env['KURRENTDB_URL'] ?? '';

if (/@.*tls(=true|CaFile=)/.test(named)) {
  describe('the server that KURRENTDB_URL names, behind TLS', () => {
    let store: KurrentDbEventStore | undefined;
    const open = (url: string) =>
      (store = new KurrentDbEventStore({
        url,
        applicationName: 'tls',
        answerTimeoutMs: 5_000,
        appendTimeoutMs: 8_000,
      }));
    afterEach(() => store?.close());

    test('reads, writes and follows with the authority and the credentials of the connection string', async () => {
      const log = open(named);
      expect(await log.health()).toMatchObject({ ok: true });
      const after = await log.head();
      const stream = newStream();
      expect(await log.append(stream, 'noStream', facts(2), command())).toMatchObject({ ok: true });
      const subscription = log.subscribe({ after }, async () => {});
      expect(await subscription.caughtUp).toBe(true);
      await subscription.stop();
    });

    test('refuses a wrong password, and it is told to nobody', async () => {
      const log = open(named.replace(/:[^:@]*@/, ':geheim@'));
      const health = await log.health();
      expect(health).toMatchObject({ ok: false });
      const refused = await log.append(newStream(), 'any', facts(1), command()).catch((error: unknown) => error);
      expect(refused).not.toMatchObject({ ok: true });
      expect(`${JSON.stringify(health)} ${JSON.stringify(refused)} ${String(refused)}`).not.toContain('geheim');
    });

    test('is not healthy without its authority', async () => {
      expect(await open(named.replace(/&?tlsCaFile=[^&]*/, '')).health()).toMatchObject({ ok: false });
    });
  });
}
