import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '#libs/platform/config';
import { StartFailure } from './start-failure.js';

/** Who says nothing for so long is away: who watches must not have to wait for the silence to end. */
const ANSWERS_WITHIN_MS = 2_000;

/** Resolves when what the role stands on answers; rejects or is silent when not. */
export type AskForHealth = () => Promise<unknown>;

export interface HealthPort {
  readonly port: number;
  /** From now on not ready: the role is stopping, and still alive. */
  stopping(): void;
  close(): Promise<void>;
}

/**
 * Answers whoever watches a role that serves no HTTP: `/health/live` as long as the process runs, `/health/ready` while all that
 * it stands on answers, with the words of the API. Nothing else, and nothing about why: that is in the log.
 * @returns nothing when the configuration names no port.
 * @throws StartFailure when the port cannot be had.
 */
export async function openHealthPort(
  { host, healthPort }: Pick<Config, 'host' | 'healthPort'>,
  asks: readonly AskForHealth[],
): Promise<HealthPort | undefined> {
  if (healthPort === 0) return undefined;
  let stopping = false;
  const server = createServer((request, response) => {
    if (request.url === '/health/live') answer(response, 200, 'ok');
    else if (request.url !== '/health/ready') answer(response, 404, 'unknown');
    else if (stopping) answer(response, 503, 'stopping');
    else void allAnswer(asks).then((good) => answer(response, good ? 200 : 503, good ? 'ready' : 'unavailable'));
  });
  server.listen(healthPort, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartFailure(`VINHDANH_HEALTH_PORT: ${host}:${healthPort} cannot be listened on (${code}).`, {
      cause: error,
    });
  }
  return {
    port: healthPort,
    stopping: () => void (stopping = true),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ status: word }));
}

async function allAnswer(asks: readonly AskForHealth[]): Promise<boolean> {
  const enough = new AbortController();
  const answers = Promise.all(asks.map(async (ask) => ask())).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answers, sleep(ANSWERS_WITHIN_MS, false, { signal: enough.signal })]);
  } finally {
    enough.abort();
  }
}
