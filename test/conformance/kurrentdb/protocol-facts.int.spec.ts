import { randomUUID } from 'node:crypto';
import {
  ANY,
  BACKWARDS,
  END,
  KurrentDBClient,
  NO_STREAM,
  STREAM_EXISTS,
  binaryEvent,
  streamNameFilter,
  type AppendStreamState,
} from '@kurrent/kurrentdb-client';
import { eventually } from '#libs/platform/testing';
import { startKurrentDbForTests, type KurrentDbForTests } from '../../support/kurrentdb-protocol/server-for-tests.js';

const named = process.env['KURRENTDB_URL'];

/** What the adapter rests on, asked of the client without it: the same of the test server and of a real one. */
describe(`the protocol, on ${named ? 'the server that KURRENTDB_URL names' : 'the test server'}`, () => {
  let server: KurrentDbForTests | undefined;
  let client: KurrentDBClient;

  beforeAll(async () => {
    server = named ? undefined : await startKurrentDbForTests();
    client = KurrentDBClient.connectionString(named ?? server?.url ?? '');
  });

  afterAll(async () => {
    await client.dispose();
    await server?.stop();
  });

  const record = (given: { id?: string; type?: string; data?: Buffer } = {}) =>
    binaryEvent({ id: randomUUID(), type: 'Fact', data: Buffer.from('{}'), ...given });
  const records = (count: number) => Array.from({ length: count }, () => record());
  const newStream = () => `facts-${randomUUID()}`;
  const append = async (stream: string, events: ReturnType<typeof records>, streamState: AppendStreamState) =>
    client.appendToStream(stream, events, { streamState }).then(
      ({ nextExpectedRevision, position }) => ({ revision: nextExpectedRevision, position }),
      (error: { type?: string; message: string; actualState?: unknown; maxAppendSize?: number }) => error,
    );
  async function collect<T extends { readonly event?: unknown }>(
    all: AsyncIterable<T>,
  ): Promise<NonNullable<T['event']>[]> {
    const events: NonNullable<T['event']>[] = [];
    for await (const { event } of all) if (event) events.push(event);
    return events;
  }
  const conflict = (actualState: unknown) => ({ type: 'wrong-expected-version', message: '', actualState });

  test.each<[AppendStreamState, unknown, unknown]>([
    [ANY, { revision: 0n }, { revision: 2n }],
    [NO_STREAM, { revision: 0n }, conflict(1n)],
    [STREAM_EXISTS, conflict('no_stream'), { revision: 2n }],
    [0n, conflict('no_stream'), conflict(1n)],
    [1n, conflict('no_stream'), { revision: 2n }],
    [5n, conflict('no_stream'), conflict(1n)],
  ])('expecting %s, without a stream and at revision 1', async (state, without, atOne) => {
    expect(await append(newStream(), records(1), state)).toMatchObject(without as object);
    const stream = newStream();
    await append(stream, records(2), NO_STREAM);
    expect(await append(stream, records(1), state)).toMatchObject(atOne as object);
  });

  test('the same ids again at the same place are the same append; some of them are a conflict', async () => {
    const stream = newStream();
    const [first, second] = [records(2), records(1)];
    const [one, two] = [await append(stream, first, NO_STREAM), await append(stream, second, 1n)];
    for (const state of [NO_STREAM, ANY] as const) expect(await append(stream, first, state)).toEqual(one);
    expect(await append(stream, second, 1n)).toEqual(two);
    for (const state of [NO_STREAM, ANY] as const)
      expect(await append(stream, [...first.slice(0, 1), ...records(1)], state)).toMatchObject(conflict(2n));
    expect(await append(stream, second, 2n)).toMatchObject({ revision: 3n });
  });

  test('an append of more than 1 MiB is refused, whole', async () => {
    const stream = newStream();
    const halves = [524_288, 524_289].map((size) => record({ data: Buffer.alloc(size) }));
    const refusal = { type: 'maximum-append-size-exceeded', message: '', maxAppendSize: 1_048_576 };
    expect(await append(stream, halves, NO_STREAM)).toMatchObject(refusal);
    expect(await append(stream, records(1), NO_STREAM)).toMatchObject({ revision: 0n });
  });

  test('an append of nothing asks for the revision and makes no stream; no id or no type is refused', async () => {
    const stream = newStream();
    expect(await append(stream, [], NO_STREAM)).toMatchObject({ revision: 0n });
    await expect(collect(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
    await append(stream, records(2), NO_STREAM);
    expect(await append(stream, [], 1n)).toMatchObject({ revision: 1n });
    expect(await append(stream, [], 7n)).toMatchObject(conflict(1n));
    for (const empty of [{ id: '00000000-0000-0000-0000-000000000000' }, { type: '' }])
      expect(await append(newStream(), [record(empty)], ANY)).toMatchObject({ type: 'unknown' });
  });

  test('reads begin with the position named, forwards, and before it, backwards', async () => {
    const stream = newStream();
    await append(stream, records(4), NO_STREAM);
    const inStream = await collect(client.readStream(stream));
    const filter = streamNameFilter({ regex: `^${stream}$` });
    const revisions = async (options: Parameters<typeof client.readAll>[0]) =>
      (await collect(client.readAll({ filter, ...options }))).map(({ revision }) => Number(revision));
    const fromPosition = inStream[1]?.position ?? { commit: 0n, prepare: 0n };
    expect(await revisions({ fromPosition })).toEqual([1, 2, 3]);
    expect(await revisions({ fromPosition, direction: BACKWARDS })).toEqual([0]);
    expect(await revisions({ fromPosition: END, direction: BACKWARDS, maxCount: 2 })).toEqual([3, 2]);
    expect(await collect(client.readStream(stream, { fromRevision: 9n }))).toEqual([]);
    expect(await collect(client.readStream(stream, { fromRevision: 9n, direction: BACKWARDS }))).toHaveLength(4);
  });

  test('an append answers the position of its last record, the same everywhere', async () => {
    const stream = newStream();
    const answer = await append(stream, records(3), NO_STREAM);
    const inStream = await collect(client.readStream(stream));
    expect(answer).toMatchObject({ position: inStream[2]?.position });
    const inAll = await collect(client.readAll({ filter: streamNameFilter({ prefixes: [stream] }) }));
    expect(inAll.map(({ position }) => position)).toEqual(inStream.map(({ position }) => position));
  });

  test('a subscription goes on after the position named, and says when it has caught up', async () => {
    const stream = newStream();
    await append(stream, records(3), NO_STREAM);
    const [first] = await collect(client.readStream(stream));
    const seen: unknown[] = [];
    const subscription = client.subscribeToAll({
      fromPosition: first?.position ?? END,
      filter: streamNameFilter({ regex: `^${stream}$` }),
    });
    subscription
      .on('confirmation', () => seen.push('confirmed'))
      .on('caughtUp', () => seen.push('caught up'))
      .on('data', ({ event }) => seen.push(Number(event?.revision)));
    await eventually('it has caught up', () => seen.includes('caught up'));
    await append(stream, records(1), ANY);
    await eventually('the new one is seen', () => seen.includes(3));
    await subscription.unsubscribe();
    expect(seen).toEqual(['confirmed', 1, 2, 'caught up', 3]);
  });
});
