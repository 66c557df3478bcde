import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type LocalDate, localDateOf } from '#libs/domain/kernel';
import { eventually } from '#libs/platform/testing';
import { MONDAY_MORNING } from './begun-office.js';

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program of ours that runs in a process of its own. */
export interface RoleProcess {
  readonly pid: number;
  readonly ended: Promise<End>;
  /** What it wrote so far. */
  out(): string;
  err(): string;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<End>;
}

export type Role = 'api' | 'projector' | 'worker' | 'standalone';

const dist = fileURLToPath(new URL('../../', import.meta.url));
const preload = new URL('shifted-clock.process.js', import.meta.url).href;

/** Fixed when the suite begins, so that an office that is killed and started again goes on where its clock was. */
const clockShiftMs = Date.parse(MONDAY_MORNING) - Date.now();

/** The day in the processes that this suite starts. */
export const today = (): LocalDate => localDateOf(new Date(Date.now() + clockShiftMs).toISOString());

/** Starts `node dist/apps/<role>/src/main.js`, as an operator would, on a Monday morning. */
export function startRole(role: Role, env: Readonly<Record<string, string>>): RoleProcess {
  const child = spawn(process.execPath, ['--import', preload, `${dist}apps/${role}/src/main.js`], {
    env: {
      PATH: process.env['PATH'] ?? '',
      VINHDANH_RATE_PER_MINUTE: '1000000',
      ...env,
      VINHDANH_TEST_CLOCK_SHIFT_MS: String(clockShiftMs),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'close').then(([code, signal]): End => {
    running.delete(child);
    return { code: code as number | null, signal: signal as NodeJS.Signals | null };
  });
  const text = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk));
  return {
    pid: child.pid ?? 0,
    ended,
    out: () => text.out,
    err: () => text.err,
    async end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

const running = new Set<ChildProcess>();

/** To be called in `afterAll`: nothing that was started here stays. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }),
  );
}

/** Waits until a program has written something; fails at once when it ends without. */
export async function written(role: RoleProcess, words: string, withinMs = 60_000): Promise<void> {
  let end: End | undefined;
  void role.ended.then((how) => (end = how));
  await eventually(
    `a process wrote «${words}»`,
    () => {
      if (`${role.out()}${role.err()}`.includes(words)) return true;
      return end ? 'ended' : false;
    },
    withinMs,
  );
  if (!`${role.out()}${role.err()}`.includes(words))
    throw new Error(`It ended (${end?.code ?? end?.signal}) without «${words}»:\n${role.err()}`);
}
