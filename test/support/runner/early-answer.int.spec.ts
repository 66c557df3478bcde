import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const library = createRequire(import.meta.url).resolve('jest-light-runner');
const pool = createRequire(library).resolve('tinypool');
const WORKER = join(dirname(pool), 'entry', 'process.js');
const RUNNER = join(dirname(library), 'worker-runner.js');
const KEEPER = new URL('./early-answer.js', import.meta.url).href;
const SUITE = fileURLToPath(new URL('../../web/list-place.unit.spec.js', import.meta.url));

const fromPool = { filename: pathToFileURL(RUNNER).href, name: 'default', __tinypool_worker_message__: true };
const noTransforms = {
  transform: [],
  transformIgnorePatterns: [],
  extensionsToTreatAsEsm: [],
  moduleFileExtensions: ['js'],
};
const answer = {
  type: 'jest-light-runner-worker-data',
  workerData: {
    globalConfig: { testNamePattern: null, expand: false, updateSnapshot: 'none' },
    projectConfig: {
      rootDir: dirname(SUITE),
      setupFiles: [],
      setupFilesAfterEnv: [],
      snapshotSerializers: [],
      ...noTransforms,
    },
    runtime: 'child_process',
  },
};

interface Told {
  readonly ready?: boolean;
  readonly taskId?: number;
  readonly error?: { readonly message: string } | null;
  readonly result?: { readonly numPassingTests: number };
}

let worker: ChildProcess;

beforeEach(() => {
  worker = fork(WORKER, { execArgv: ['--import', KEEPER], env: { ...process.env, TINYPOOL_WORKER_ID: '1' } });
});

afterEach(async () => {
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
});

const told = async (which: (message: Told) => boolean): Promise<Told> => {
  for (;;) {
    const [message] = (await once(worker, 'message')) as [Told];
    if (which(message)) return message;
  }
};

describe('a worker that is told what it is to run with before it asks', () => {
  it('runs its suite', async () => {
    worker.send({ ...fromPool, source: 'pool' });
    await told(({ ready }) => ready === true);

    // Both lie in its pipe when it wakes: it reads them in one go, as on a busy machine.
    worker.kill('SIGSTOP');
    const done = told(({ taskId }) => taskId === 1);
    worker.send({ ...fromPool, source: 'port', taskId: 1, task: SUITE });
    worker.send(answer);
    worker.kill('SIGCONT');

    const { error, result } = await done;
    expect(error).toBeNull();
    expect(result?.numPassingTests).toBeGreaterThan(0);
  }, 30_000);
});
