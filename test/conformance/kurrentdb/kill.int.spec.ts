import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KurrentDbEventStore, type RecordedEvent } from '#libs/engine/event-store';
import { eventually } from '#libs/platform/testing';
import { quietPort } from '../../support/quiet-port.js';
import { command, facts, newStream, readToEnd, readWhole } from '../facts.js';

const PROGRAM = fileURLToPath(new URL('../../support/kurrentdb-protocol/server.process.js', import.meta.url));
const WRITERS = 16;
const ROUNDS = 3;

describe('a KurrentDB that is killed while officers write', () => {
  let folder: string;
  let child: ChildProcess;
  let port = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vinhdanh-kurrentdb-kill-'));
    port = await quietPort();
    await start();
  });

  afterAll(async () => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    child = fork(PROGRAM, [folder, String(port)]);
    await once(child, 'message');
  }

  async function kill(): Promise<void> {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  test('keeps every acknowledged append whole, obeys each command once, and followers see each event once', async () => {
    const store = new KurrentDbEventStore({
      url: `kurrentdb://127.0.0.1:${port}?tls=false`,
      applicationName: 'kill',
      appendTimeoutMs: 20_000,
    });
    const seen: RecordedEvent[] = [];
    const subscription = store.subscribe({ after: 'start' }, async ({ events }) => void seen.push(...events));
    const acknowledged: { stream: string; ids: string[]; position: string }[] = [];
    let writing = true;
    const writers = Array.from({ length: WRITERS }, async () => {
      const stream = newStream();
      let revision = -1;
      while (writing) {
        const events = facts(3);
        // The revision read before: a second writing of the same facts would be a conflict, and fail the test.
        const answer = await store.append(stream, revision < 0 ? 'noStream' : revision, events, command());
        if (!answer.ok) throw new Error(`${stream} at ${revision}: ${JSON.stringify(answer.error)}`);
        revision = answer.value.lastRevision;
        acknowledged.push({ stream, ids: events.map(({ id }) => id), position: answer.value.position });
      }
    });
    for (let round = 1; round <= ROUNDS; round++) {
      const enough = acknowledged.length + 150;
      await eventually('officers write', () => acknowledged.length >= enough, 20_000);
      await kill();
      // What a write that was cut off leaves behind.
      await appendFile(join(folder, 'log'), '0123456789abcdef {"at":"77","str');
      await start();
    }
    const enough = acknowledged.length + 50;
    await eventually('officers write again', () => acknowledged.length >= enough, 20_000);
    writing = false;
    await Promise.all(writers);

    const log = await readToEnd(store, 'start');
    const at = new Map(log.map((event, index) => [event.id, index]));
    for (const { ids, position } of acknowledged) {
      const first = at.get(ids[0] ?? '') ?? Number.NaN;
      expect(ids.map((id) => at.get(id))).toEqual([first, first + 1, first + 2]);
      expect(log[first + 2]?.position).toBe(position);
    }
    expect(log).toHaveLength(acknowledged.length * 3);
    for (const stream of new Set(acknowledged.map((append) => append.stream))) {
      const revisions = (await readWhole(store, stream)).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: revisions.length }, (_, n) => n));
    }
    await eventually('the follower is there', () => subscription.position === log.at(-1)?.position, 15_000);
    expect(seen.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
    await store.close();
  }, 180_000);
});
