import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A rebuild in a process of its own, for tests that kill it. */
export class ChildRebuild {
  readonly #child: ChildProcess;
  #done = 0;
  #errors = '';

  constructor({ url, name, batchSize }: { readonly url: string; readonly name: string; readonly batchSize: number }) {
    const program = join(process.cwd(), 'dist', 'test', 'support', 'run-rebuild.js');
    this.#child = spawn(process.execPath, [program, url, name, String(batchSize)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (this.#child.stdout) createInterface(this.#child.stdout).on('line', (line) => (this.#done = Number(line)));
    this.#child.stderr?.on('data', (text) => (this.#errors += String(text)));
  }

  /** How many events it has taken in. */
  get done(): number {
    if (this.#child.exitCode !== null) throw new Error(`The rebuild ended by itself. ${this.#errors}`);
    return this.#done;
  }

  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
