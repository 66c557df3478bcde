import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A free port below those that the system gives to outgoing connections (from 32,768 on Linux). For servers that go away and
 * come back at the same address: while they are away, a client that knocks again and again from a port of that range would
 * sooner or later knock from that very port, be connected with itself, and keep the server out.
 */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const probe = createServer();
    probe.listen(port, '127.0.0.1');
    const free = await Promise.race([
      once(probe, 'listening').then(() => true),
      once(probe, 'error').then(() => false),
    ]).catch(() => false);
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
