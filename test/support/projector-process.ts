import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A projector in a process of its own, for tests that kill it. */
export class ProjectorProcess {
  readonly #child: ChildProcess;
  readonly #said: string[] = [];
  #errors = '';

  constructor(options: { readonly url: string; readonly leaseMs: number; readonly batchSize: number }) {
    const program = join(process.cwd(), 'dist', 'test', 'support', 'run-projections.js');
    const { url, leaseMs, batchSize } = options;
    this.#child = spawn(process.execPath, [program, url, String(leaseMs), String(batchSize)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (this.#child.stdout) createInterface(this.#child.stdout).on('line', (line) => this.#said.push(line));
    this.#child.stderr?.on('data', (text) => (this.#errors += String(text)));
  }

  /** The projections that this process has got the lease of, ever. */
  get started(): readonly string[] {
    if (this.#child.exitCode !== null) throw new Error(`The projector ended by itself. ${this.#errors}`);
    return this.#said.filter((line) => line.startsWith('started ')).map((line) => line.slice('started '.length));
  }

  /** It works, or stands by. */
  get ready(): boolean {
    return this.#said.includes('ready');
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
