import { randomUUID } from 'node:crypto';
import { KurrentDBClient, binaryEvent } from '@kurrent/kurrentdb-client';
import { KurrentDbEventStore } from '#libs/engine/event-store';
import { valueOf } from '#libs/domain/kernel';
import { startKurrentDbForTests, type KurrentDbForTests } from '../../support/kurrentdb-protocol/server-for-tests.js';
import { command, fact, facts, newStream, readToEnd, readWhole } from '../facts.js';

const named = process.env['KURRENTDB_URL'];

describe('several processes on one KurrentDB', () => {
  let server: KurrentDbForTests | undefined;
  let url: string;
  let here: KurrentDbEventStore;
  let there: KurrentDbEventStore;

  beforeAll(async () => {
    server = named ? undefined : await startKurrentDbForTests();
    url = named ?? server?.url ?? '';
    [here, there] = [
      new KurrentDbEventStore({ url, applicationName: 'conformance' }),
      new KurrentDbEventStore({ url, applicationName: 'conformance' }),
    ];
  });

  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await server?.stop();
  });

  test('one command given to both is obeyed once, and one of them learns that it was the second', async () => {
    for (let round = 0; round < 20; round++) {
      const [stream, submit, event] = [newStream(), command(), fact()];
      const answers = await Promise.all(
        [here, there].map(async (store) => store.append(stream, 'noStream', [event], submit)),
      );
      const [one, other] = answers.map((answer) => valueOf(answer));
      expect([one?.repeated, other?.repeated].toSorted()).toEqual([false, true]);
      expect({ ...one, repeated: true }).toEqual({ ...other, repeated: true });
      expect(await readWhole(here, stream)).toHaveLength(1);
    }
  });

  test('a command is known to a process that was not there, however much came after it', async () => {
    const [stream, submit, nothing] = [newStream(), command(), command()];
    const first = valueOf(await here.append(stream, 'noStream', facts(2), submit));
    const none = valueOf(await here.append(stream, 1, [], nothing));
    for (let n = 0; n < 60; n++) await here.append(stream, 'any', facts(10), command());
    const later = new KurrentDbEventStore({ url, applicationName: 'conformance' });
    try {
      expect(valueOf(await later.append(stream, 'noStream', facts(2), submit))).toEqual({ ...first, repeated: true });
      expect(valueOf(await later.append(stream, 7, [], nothing))).toEqual({ ...none, repeated: true });
      expect(await later.append(stream, 'any', facts(1), { ...submit, fingerprint: 'other' })).toEqual({
        ok: false,
        error: { code: 'COMMAND_ID_REUSED' },
      });
      expect(await later.findCommand(stream, nothing.account, nothing.commandId)).toMatchObject({
        appended: none.repeated ? none : { ...none, repeated: true },
      });
    } finally {
      await later.close();
    }
  });

  test('both write to one stream as fast as they can: nothing is lost, and revisions stand without a gap', async () => {
    const stream = newStream();
    const writers = [here, there].flatMap((store) =>
      Array.from({ length: 30 }, async (_, n) => store.append(stream, 'any', n % 5 === 0 ? [] : facts(2), command())),
    );
    expect((await Promise.all(writers)).every((answer) => answer.ok)).toBe(true);
    const events = await readWhole(here, stream);
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 96 }, (_, n) => n));
    const backwards = await readWhole(there, stream, { direction: 'backwards', from: 40, limit: 5 });
    expect(backwards.map(({ revision }) => revision)).toEqual([40, 39, 38, 37, 36]);
    const forwards = await readWhole(there, stream, { from: 40, limit: 5 });
    expect(forwards.map(({ revision }) => revision)).toEqual([40, 41, 42, 43, 44]);
  });

  test('a conflict tells what the other process has written meanwhile', async () => {
    const stream = newStream();
    await here.append(stream, 'noStream', facts(1), command());
    await there.append(stream, 0, facts(3), command());
    expect(await here.append(stream, 0, facts(1), command())).toEqual({
      ok: false,
      error: { code: 'REVISION_CONFLICT', expected: 0, actual: 3 },
    });
    await there.append(stream, 3, facts(2), command());
    expect(await here.append(stream, 7, facts(1), command())).toEqual({
      ok: false,
      error: { code: 'REVISION_CONFLICT', expected: 7, actual: 5 },
    });
    expect(await here.append(stream, 5, facts(1), command())).toMatchObject({ ok: true, value: { firstRevision: 6 } });
  });

  test('what is no fact is passed over: signs of health, remembered commands, records of other programs', async () => {
    const before = await here.head();
    const other = KurrentDBClient.connectionString(url);
    const stream = newStream();
    try {
      await here.append(stream, 'noStream', facts(1), command());
      const foreign = (type: string) =>
        binaryEvent({ id: randomUUID(), type, data: Buffer.from('{}'), metadata: Buffer.from('{"x":1}') });
      await other.appendToStream(stream, [foreign('Foreign')]);
      await other.appendToStream(
        newStream('foreign'),
        Array.from({ length: 40 }, () => foreign('Foreign')),
      );
      await here.append(stream, 0, [], command());
      const { position } = valueOf(await here.append(stream, 0, facts(1), command()));
      await other.appendToStream(newStream('foreign'), [foreign('Foreign')]);
      expect(await there.health()).toEqual({ ok: true, head: position });
      expect((await readWhole(there, stream)).map(({ revision }) => revision)).toEqual([0, 1]);
      expect((await readToEnd(there, before, 1)).map(({ stream: name }) => name)).toEqual([stream, stream]);
      expect((await readToEnd(there, before)).at(-1)?.position).toBe(position);
      const [last] = await readWhole(there, stream, { direction: 'backwards', limit: 1 });
      expect(last?.position).toBe(position);
    } finally {
      await other.dispose();
    }
  });

  test('many small events whose envelopes would make the append too large for the server are refused, not lost', async () => {
    const stream = newStream();
    const refused = await here.append(stream, 'noStream', facts(6_000), command());
    expect(refused).toMatchObject({ ok: false, error: { code: 'EVENT_NOT_STORABLE' } });
    expect(await here.streamRevision(stream)).toBe('noStream');
  });
});
