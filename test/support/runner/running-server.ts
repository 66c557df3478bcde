import { constants } from 'node:os';
import type { TestServer } from '#libs/platform/testing';

let server: TestServer | undefined;

function end(code: number): void {
  const exit = (): never => process.exit(code);
  server?.stop().then(exit, exit);
}

/** Ctrl-C comes twice, from the terminal and from the program that started us: every one is heard, the first one ends the server. */
const endWith = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void => end(128 + constants.signals[signal]);

/** A worker that dies between two suites takes the run with it: the server does not stay behind. */
function endAfter(error: Error): void {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  end(1);
}

/** The server of this run, handed from the set-up to the teardown. */
export const runningServer = {
  keep(started: TestServer): void {
    server = started;
    process.once('uncaughtException', endAfter);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endWith);
  },
  async stop(): Promise<void> {
    await server?.stop();
  },
};
