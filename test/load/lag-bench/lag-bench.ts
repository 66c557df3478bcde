// npm run bench:lag [-- --seconds <n>] [--rate <events/s>]: how long after an append all read models show it, with a projector
// in a process of its own, on an embedded server with fsync on. Exits 1 when the bound is missed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PostgresEventStore } from '#libs/engine/event-store';
import { startEmbeddedPostgres } from '#libs/platform/embedded';
import { openDatabase, type Database } from '#libs/platform/postgres';
import { migrateDatabase } from '#libs/service/foundation';
import { projections } from '#libs/service/read-models';
import { type Append, newCommand } from '../../support/office-facts.js';
import { officeLog } from '../../support/office-log.js';

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '30' }, rate: { type: 'string', default: '200' } },
});
const SECONDS = Number(options.seconds);
const RATE = Number(options.rate);
const BOUND_MS = 500;
const WARM_UP_EVENTS = 2 * RATE;

interface Written {
  readonly position: number;
  readonly at: number;
}

/** The steps of one dossier and its decision follow each other; different dossiers do not wait. */
const dossierOf = ({ stream, events }: Append): string =>
  /D\d+-\d+/.exec(`${stream} ${JSON.stringify(events[0]?.data)}`)?.[0] ?? stream;

/** Appends at an even rate, and notes when each was acknowledged. */
async function write(store: PostgresEventStore, appends: Iterable<Append>, events: number): Promise<Written[]> {
  const written: Written[] = [];
  const last = new Map<string, Promise<void>>();
  const start = performance.now();
  let sent = 0;
  for (const append of appends) {
    if (sent >= events) break;
    const due = start + (sent / RATE) * 1_000;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    sent += append.events.length;
    const key = dossierOf(append);
    const turn = (last.get(key) ?? Promise.resolve()).then(async () => {
      const appended = await store.append(append.stream, 'any', append.events, newCommand());
      if (!appended.ok) throw new Error(appended.error.code);
      written.push({ position: Number(appended.value.position), at: performance.now() });
    });
    last.set(key, turn);
  }
  await Promise.all(last.values());
  return written;
}

/** Looks every few milliseconds how far the slowest read model is. */
function watch(database: Database) {
  const seen: Written[] = [];
  let watching = true;
  const ended = (async () => {
    while (watching) {
      const { rows } = await database.query<{ least: number; models: number }>(
        `select min(ordinal) as least, count(*) as models from read.checkpoint where place = 'live'`,
      );
      const least = rows[0]?.models === projections.length ? (rows[0]?.least ?? 0) : 0;
      if (least > (seen.at(-1)?.position ?? 0)) seen.push({ position: least, at: performance.now() });
      await delay(2);
    }
  })();
  return {
    seen,
    least: () => seen.at(-1)?.position ?? 0,
    stop: async () => {
      watching = false;
      await ended;
    },
  };
}

function lagsOf(written: readonly Written[], seen: readonly Written[]): number[] {
  const lags: number[] = [];
  let look = 0;
  for (const { position, at } of [...written].sort((a, b) => a.position - b.position)) {
    while (look < seen.length && (seen[look]?.position ?? 0) < position) look++;
    const shown = seen[look];
    if (!shown) throw new Error('An event was never shown.');
    // What the projector showed before the writer heard of it took no time.
    lags.push(Math.max(0, shown.at - at));
  }
  return lags.sort((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** What a process has used of a processor, where the system says so (Linux); else NaN. */
function cpuSecondsOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return NaN;
  }
}

async function bench(url: string, dataFolder: string): Promise<boolean> {
  await migrateDatabase(url);
  const program = join(process.cwd(), 'dist', 'apps', 'projector', 'src', 'main.js');
  const projector = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: { ...process.env, DATABASE_URL: url, VINHDANH_DATA: dataFolder, VINHDANH_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const database = openDatabase({ url, applicationName: 'lag bench', max: 2 });
  const store = new PostgresEventStore({ url, applicationName: 'lag bench' });
  const watcher = watch(database);
  try {
    const log = officeLog(1, Math.ceil((RATE * SECONDS) / 8));
    const caughtUp = async (events: readonly Written[]): Promise<void> => {
      const goal = Math.max(...events.map(({ position }) => position));
      const patience = performance.now() + 120_000;
      while (watcher.least() < goal) {
        if (projector.exitCode !== null || performance.now() > patience)
          throw new Error('The projector does not follow.');
        await delay(10);
      }
    };
    // The first events of a process are another matter; nobody measures them.
    await caughtUp(await write(store, officeLog(2, WARM_UP_EVENTS / 8), WARM_UP_EVENTS));
    const started = performance.now();
    const cpuBefore = cpuSecondsOf(projector.pid);
    const written = await write(store, log, RATE * SECONDS);
    const seconds = (performance.now() - started) / 1_000;
    await caughtUp(written);
    const cpu = cpuSecondsOf(projector.pid) - cpuBefore;
    const lags = lagsOf(written, watcher.seen);
    const [p50, p95, p99, max] = [0.5, 0.95, 0.99, 1].map((share) => Math.round(quantile(lags, share)));
    const events =
      Math.max(...written.map(({ position }) => position)) - Math.min(...written.map(({ position }) => position));
    const met = (p99 ?? Infinity) < BOUND_MS;
    console.log(
      `${new Date().toISOString()}, Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}\n` +
        `${projections.length} read models, ${Math.round(events / seconds)} events/s for ${Math.round(seconds)} s in ${written.length} appends; the projector used ${cpu.toFixed(1)} s of a processor\n` +
        `from acknowledged to visible in all read models: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, max ${max} ms\n` +
        `${met ? 'met' : 'MISSED'}: p99 under ${BOUND_MS} ms`,
    );
    return met;
  } finally {
    await watcher.stop();
    projector.kill('SIGTERM');
    if (projector.exitCode === null) await once(projector, 'exit');
    await store.close();
    await database.close();
  }
}

const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-lag-'));
try {
  const started = await startEmbeddedPostgres({ dataFolder });
  if (!started.ok) throw new Error(started.error.sentence.en);
  try {
    process.exitCode = (await bench(started.value.url, dataFolder)) ? 0 : 1;
  } finally {
    await started.value.stop();
  }
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}
