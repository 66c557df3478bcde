import { constants } from 'node:os';
import type { TestServer } from '#libs/platform/testing';

let server: TestServer | undefined;

/** Ctrl-C comes twice, from the terminal and from the program that started us: every one is heard, the first one ends the server. */
function endWith(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  const code = 128 + constants.signals[signal];
  server?.stop().then(
    () => process.exit(code),
    () => process.exit(code),
  );
}

/** The server of this run, handed from the set-up to the teardown. */
export const runningServer = {
  keep(started: TestServer): void {
    server = started;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endWith);
  },
  async stop(): Promise<void> {
    await server?.stop();
  },
};
