// npm run bench:reminders [-- --count 100000 --people 1000 --queue postgres|redis --json <file>]: a morning on which so many
// rungs are due in one minute. Claimed, in-app rows written, letters gathered per person and handed over; on an embedded server
// of its own with fsync on. Rates travel badly between machines; what grows with the count is what to look at.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '#libs/platform/embedded';
import { startTestRedis, withoutRedis } from '#libs/platform/testing';
import { type Measured, runMorning } from './morning.js';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    people: { type: 'string', default: '1000' },
    queue: { type: 'string' },
    json: { type: 'string' },
  },
});
const asked = { count: Number(options.count), people: Number(options.people) };
if (![asked.count, asked.people].every((n) => Number.isSafeInteger(n) && n > 0)) throw new RangeError('Not a count.');

const say = (text = ''): void => console.log(text);
const results: Measured[] = [];

async function morningOn(kind: 'postgres' | 'redis'): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vinhdanh-bench-'));
  const server = await startEmbeddedPostgres({ dataFolder: folder });
  if (!server.ok) throw new Error(server.error.sentence.en);
  const redis = kind === 'redis' ? await startTestRedis() : undefined;
  try {
    const { url } = server.value;
    const settings = redis
      ? ({ kind: 'redis', url: redis.url } as const)
      : ({ kind: 'postgres', databaseUrl: url } as const);
    const measured = await runMorning({
      ...asked,
      databaseUrl: url,
      queue: settings,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    results.push(measured);
    report(measured);
  } finally {
    await redis?.stop();
    await server.value.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function report(measured: Measured): void {
  const { queue, count, people, ringMs, letterMs, letters, delivered, doubled, peakRssMb } = measured;
  const rate = (n: number, ms: number) => Math.round((n * 1_000) / ms).toLocaleString('en');
  say(`${count.toLocaleString('en')} rungs of ${people.toLocaleString('en')} people, queue in ${queue}`);
  say(`  rung, with in-app rows and messages   ${(ringMs / 1_000).toFixed(1)} s   ${rate(count, ringMs)} per second`);
  say(
    `  gathered into ${letters} letters and sent   ${(letterMs / 1_000).toFixed(1)} s   ${rate(count, letterMs)} messages per second`,
  );
  say(`  messages sent ${delivered}, of ${count}; letters sent twice ${doubled}; memory at most ${peakRssMb} MB`);
}

say(
  `${availableParallelism()} cores, load ${loadavg()
    .map((n) => n.toFixed(1))
    .join(' ')}, Node ${process.version}`,
);
if (options.queue !== 'redis') await morningOn('postgres');
if (options.queue !== 'postgres') {
  if (withoutRedis === undefined) await morningOn('redis');
  else say(`Redis was left out: ${withoutRedis}`);
}
if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
