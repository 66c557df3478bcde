// npm run bench:append [-- --quick] [--json <file>]: how fast the log takes events, beside what one would write at first and
// beside the limit, on an embedded server of its own with fsync on. See docs for how to read it; ratios travel, figures do not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '#libs/platform/embedded';
import type { Contender } from './contender.js';
import { copyContender } from './copy.contender.js';
import { medianOf, type Cell, type Measured, type Timing } from './load.js';
import { naiveContender } from './naive.contender.js';
import { comparison, costs, expectations } from './report.js';
import { vinhdanhContender, WITHOUT } from './vinhdanh.contender.js';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const ROUNDS = options.quick ? 1 : 3;
const TIMING: Timing = options.quick ? { warmUpMs: 300, measureMs: 700 } : { warmUpMs: 700, measureMs: 2_000 };
const CELLS: readonly Cell[] = [1, 16, 64, 256].flatMap((concurrency) =>
  [1, 3].map((eventsPerAppend) => ({ concurrency, eventsPerAppend })),
);
const COST_CELLS = CELLS.filter((cell) => cell.concurrency === 64);

const say = (text = ''): void => console.log(text);

/** Every contender in turn, several times over: what disturbs the machine disturbs all of them. */
async function interleaved(contenders: readonly Contender[], cell: Cell): Promise<Measured[]> {
  const runs = new Map<Contender, Measured[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const contender of contenders) runs.get(contender)?.push(await contender.run(cell, TIMING));
  return [...runs.values()].map(medianOf);
}

async function bench(urlFor: (name: string) => string): Promise<readonly Measured[]> {
  const ours = await vinhdanhContender(urlFor, { name: 'vinhdanh' });
  const contenders = [await naiveContender(urlFor), ours, await copyContender(urlFor)];
  const stripped = await Promise.all(WITHOUT.map(async (variant) => vinhdanhContender(urlFor, variant)));
  try {
    // The first run of a server is another matter; nobody measures it.
    for (const contender of [...contenders, ...stripped])
      await contender.run({ concurrency: 16, eventsPerAppend: 3 }, { warmUpMs: 0, measureMs: 300 });
    const results: Measured[] = [];
    for (const cell of CELLS) {
      results.push(...(await interleaved(contenders, cell)));
      process.stderr.write(`measured ${cell.concurrency} × ${cell.eventsPerAppend}\n`);
    }
    const costRuns: Measured[][] = [];
    for (const cell of COST_CELLS) costRuns.push(await interleaved([ours, ...stripped], cell));
    say(comparison(results));
    say('\nWhat each guarantee costs, at 64 appenders');
    say(
      costs(
        costRuns.map((run) => run[0] as Measured),
        WITHOUT.map((_, variant) => costRuns.map((run) => run[variant + 1] as Measured)),
      ),
    );
    say(`\n${expectations(results)}`);
    return results;
  } finally {
    for (const contender of [...contenders, ...stripped]) await contender.close();
  }
}

const dataFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-bench-'));
try {
  const started = await startEmbeddedPostgres({ dataFolder });
  if (!started.ok) throw new Error(started.error.sentence.en);
  try {
    say(
      `${new Date().toISOString()}, Node ${process.versions.node}, embedded PostgreSQL with fsync, ${availableParallelism()} cores, ` +
        `load ${loadavg()[0]?.toFixed(1)}; median of ${ROUNDS} interleaved runs of ${TIMING.measureMs / 1_000} s\n`,
    );
    const results = await bench((name) => started.value.urlFor(name));
    if (options.json) await writeFile(options.json, `${JSON.stringify({ results }, undefined, 2)}\n`);
  } finally {
    await started.value.stop();
  }
} finally {
  await rm(dataFolder, { recursive: true, force: true });
}
