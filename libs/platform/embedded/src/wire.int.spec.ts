import { createServer, type Server, type Socket } from 'node:net';
import { cleanUp, newFolder, start } from '../../../../test/support/embedded-server.js';
import { freePort } from './loopback-port.js';
import { ask, type Login } from './wire.js';

describe('asking a server without a client library', () => {
  let login: Login;
  beforeAll(async () => {
    const { url, port } = await start({ dataFolder: await newFolder() });
    login = { port, role: 'postgres', password: new URL(url).password, database: 'vinhdanh' };
  });
  afterAll(cleanUp);

  it('signs in, and answers the first column of the rows', async () => {
    expect(await ask(login)).toEqual({ ok: true, value: [] });
    expect(await ask(login, `select 'hồ sơ ' || n, 'other' from generate_series(1, 2) n`)).toEqual({
      ok: true,
      value: ['hồ sơ 1', 'hồ sơ 2'],
    });
    expect(await ask(login, 'select null')).toEqual({ ok: true, value: [''] });
    const many = await ask(login, 'select repeat(md5(n::text), 100) from generate_series(1, 1000) n');
    expect(many.ok && many.value.every((value) => value.length === 3200) && many.value.length).toBe(1000);
  });

  it('answers the server’s own code for what it refuses', async () => {
    expect(await ask({ ...login, password: 'wrong' })).toMatchObject({ ok: false, error: { code: '28P01' } });
    expect(await ask({ ...login, role: 'stranger' })).toMatchObject({ ok: false, error: { code: '28P01' } });
    expect(await ask({ ...login, database: 'absent' })).toMatchObject({ ok: false, error: { code: '3D000' } });
    expect(await ask(login, 'selec 1')).toMatchObject({ ok: false, error: { code: '42601' } });
  });

  it('says that nobody is there', async () => {
    expect(await ask({ ...login, port: await freePort() })).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  describe('does not trust', () => {
    let stranger: Server;
    const listen = async (answer: (socket: Socket) => void): Promise<Login> => {
      stranger = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => answer(socket));
      });
      const port = await freePort();
      await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
      return { ...login, port };
    };
    afterEach(() => new Promise((resolve) => stranger.close(resolve)));

    const authenticationOk = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
    const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

    it('a program on our port that lets everybody in', async () => {
      const there = await listen((socket) => socket.write(Buffer.concat([authenticationOk, readyForQuery])));
      expect(await ask(there)).toMatchObject({ ok: false, error: { code: 'stranger' } });
    });

    it('one that asks for the password in clear text', async () => {
      const there = await listen((socket) => socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])));
      expect(await ask(there)).toMatchObject({ ok: false, error: { code: 'stranger' } });
    });

    it('one that hangs up, speaks another language or never answers', async () => {
      const silent = await listen((socket) => socket.end());
      expect(await ask(silent)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
      stranger.close();
      const web = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
      expect(await ask(web)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
      stranger.close();
      const broken = await listen((socket) => socket.write(Buffer.from([0x53, 0xff, 0xff, 0xff, 0xff])));
      expect(await ask(broken)).toMatchObject({ ok: false, error: { message: 'not a PostgreSQL server' } });
      stranger.close();
      const dumb = await listen(() => undefined);
      expect(await ask(dumb, undefined, 50)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    });
  });
});
