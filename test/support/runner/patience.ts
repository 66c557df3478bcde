import { addEventHandler, type Event, type State } from 'jest-circus';

/** How long a test or hook may take that names no time of its own: no promise, only the end of waiting. In milliseconds. */
const PATIENCE_MS = 180_000;

/** How long somebody may take to tell what he saw: a browser that does not answer holds nothing up. */
const TELLING_MS = 10_000;

/** Who can tell what there was to be seen when a test fails: on another machine nobody can look. */
export const witnesses = new Set<() => Promise<string>>();

type Work = (this: unknown, ...args: readonly unknown[]) => unknown;

// Whoever started this process has died: what it is running is waited for by nobody.
process.once('disconnect', () => process.exit(1));

/** Bounds what a suite waits for: the runner that suites go through takes any time. Errors then name lines of the sources. */
export default function beginPatience(): void {
  process.setSourceMapsEnabled(true);
  addEventHandler((event: Event, state: State) => {
    if (event.name !== 'add_test' && event.name !== 'add_hook') return;
    const { children, hooks } = state.currentDescribeBlock;
    const added = event.name === 'add_test' ? children.at(-1) : hooks.at(-1);
    if (!added || !('fn' in added) || !added.fn) return;
    added.fn = bounded(added.fn as Work, event.timeout ?? PATIENCE_MS) as typeof added.fn;
  });
}

function bounded(work: Work, milliseconds: number): Work {
  return async function (this: unknown) {
    try {
      return await within(milliseconds, Promise.resolve(work.call(this)));
    } catch (error) {
      const seen = await Promise.all([...witnesses].map(seenBy));
      if (error instanceof Error && seen.length > 0) error.stack = [error.stack, ...seen].join('\n\n');
      throw error;
    }
  };
}

const seenBy = (tell: () => Promise<string>): Promise<string> =>
  within(TELLING_MS, tell()).catch((silent: unknown) => String(silent));

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let bell: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    bell = setTimeout(() => reject(new Error(`It took longer than ${milliseconds} ms.`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(bell));
}
