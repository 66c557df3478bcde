import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Faults } from './faults.js';
import { quietPort } from '../quiet-port.js';
import { ProtocolServer, type ProtocolServerOptions } from './protocol-server.js';

/** A test server with a folder of its own. */
export interface KurrentDbForTests {
  readonly url: string;
  /** Of the server that runs now. */
  readonly faults: () => Faults;
  /** Takes the server away and brings it back at the same address, with what was on disk. */
  readonly restart: (whileAway?: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startKurrentDbForTests(
  options: Omit<ProtocolServerOptions, 'folder' | 'port'> & { readonly query?: string } = {},
): Promise<KurrentDbForTests> {
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-kurrentdb-'));
  const port = await quietPort();
  let server = await ProtocolServer.start({ folder, port, ...options });
  const who = options.credentials
    ? `${options.credentials.user}:${encodeURIComponent(options.credentials.password)}@`
    : '';
  return {
    url: `kurrentdb://${who}127.0.0.1:${port}?${options.query ?? 'tls=false'}`,
    faults: () => server.faults,
    async restart(whileAway) {
      await server.stop();
      await whileAway?.();
      server = await ProtocolServer.start({ folder, port, ...options });
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
