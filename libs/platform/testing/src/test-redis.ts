import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '#libs/platform/embedded';

/** A Redis server of a test's own: empty, in memory, on loopback. */
export interface TestRedis {
  readonly url: string;
  /** Forgets every key, as a server that lost its disk. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** Why suites that need Redis are skipped here, if they are. */
export const withoutRedis: string | undefined = process.env['VINHDANH_TEST_WITHOUT_REDIS'];

/** Starts `redis-server` (Debian's package) on a free port; resolves when it answers. */
export async function startTestRedis(): Promise<TestRedis> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const deadline = Date.now() + 10_000;
  while ((await ask(port, 'PING').catch(() => '')) !== '+PONG') {
    if (Date.now() > deadline || server.exitCode !== null) throw new Error('redis-server did not start.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async empty() {
      await ask(port, 'FLUSHALL');
    },
    async stop() {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

/** One command over the wire, and the first line of the answer: enough for tests, and no client library. */
async function ask(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString('utf8').split('\r\n')[0] ?? '';
  } finally {
    socket.destroy();
  }
}
