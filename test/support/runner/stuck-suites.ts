import { relative } from 'node:path';
import { wholeMatrix } from '../whole-matrix.js';

const SUITE_MINUTES = wholeMatrix ? 60 : 20;

/** What is used of a suite as jest tells its reporters. */
interface Suite {
  readonly path: string;
  readonly context: { readonly config: { readonly rootDir: string } };
}

/** Ends a run in which a suite takes any time: tests and hooks are bounded, but not what is around them, nor a loop that lets nobody in. */
export default class StuckSuites {
  readonly #bells = new Map<string, NodeJS.Timeout>();

  onTestFileStart({ path, context }: Suite): void {
    const bell = setTimeout(() => {
      const suite = relative(context.config.rootDir, path);
      process.stderr.write(`${suite} has been running for ${SUITE_MINUTES} minutes. The run ends here.\n`);
      process.kill(process.pid, 'SIGTERM');
    }, SUITE_MINUTES * 60_000);
    this.#bells.set(path, bell.unref());
  }

  onTestFileResult({ path }: Suite): void {
    clearTimeout(this.#bells.get(path));
  }
}
