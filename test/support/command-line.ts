import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `vinhdanh …` as a process of its own, as compiled, and waits for its end. */
export const launch = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  runNode([join('dist', 'apps', 'cli', 'src', 'main.js'), ...args], env);

/** The same through the committed launcher, as `npx vinhdanh …` does. */
export const launchFromClone = (args: readonly string[]): Promise<Ended> =>
  runNode([join('bin', 'vinhdanh.mjs'), ...args], {});

function runNode(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const { DATABASE_URL: _, REDIS_URL: __, SMTP_URL: ___, ...rest } = process.env;
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: { ...rest, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject).once('close', (code) => resolve({ code, out, err }));
  });
}
