import {
  LARGEST_APPEND_BYTES,
  type AppendFailure,
  type ExpectedRevision,
  type JsonObject,
  type NewEvent,
} from '#libs/engine/event-store';
import { valueOf } from '#libs/domain/kernel';
import { useLog, type OpenLog } from './log-under-test.js';
import { command, fact, facts, newStream, readToEnd, readWhole } from './facts.js';

export function describeAppending(open: OpenLog): void {
  describe('appending', () => {
    const store = useLog(open);

    test('a new stream begins at revision 0, and its events are read as they were said', async () => {
      const stream = newStream();
      const events = [fact({ unit: 'Sở Nội vụ' }), fact({}, { type: 'DossierReceived', schemaVersion: 3 })];
      const appended = valueOf(await store().append(stream, 'noStream', events, command()));
      expect(appended).toMatchObject({ stream, firstRevision: 0, lastRevision: 1, repeated: false });

      const read = await readWhole(store(), stream);
      expect(read).toMatchObject(events.map((event, revision) => ({ ...event, stream, revision })));
      expect(read[1]?.position).toBe(appended.position);
      expect(read.map((event) => event.recordedAt)).toEqual([appended.recordedAt, appended.recordedAt]);
      expect(appended.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    test.each<[ExpectedRevision, 'stored' | 'refused', 'stored' | 'refused']>([
      ['any', 'stored', 'stored'],
      ['noStream', 'stored', 'refused'],
      ['exists', 'refused', 'stored'],
      [0, 'refused', 'refused'],
      [1, 'refused', 'stored'],
      [2, 'refused', 'refused'],
    ])('expecting %s: without a stream %s, at revision 1 %s', async (expected, withoutStream, atOne) => {
      for (const [length, outcome] of [
        [0, withoutStream],
        [2, atOne],
      ] as const) {
        const stream = newStream();
        if (length > 0) await store().append(stream, 'noStream', facts(length), command());
        const result = await store().append(stream, expected, facts(3), command());
        const actual = length === 0 ? 'noStream' : length - 1;
        if (outcome === 'stored')
          expect(result).toMatchObject({ ok: true, value: { firstRevision: length, lastRevision: length + 2 } });
        else expect(result).toEqual({ ok: false, error: { code: 'REVISION_CONFLICT', expected, actual } });
        expect(await readWhole(store(), stream)).toHaveLength(outcome === 'stored' ? length + 3 : length);
      }
    });

    test('of 200 officers who saw the same revision exactly one succeeds, and the others learn the actual one', async () => {
      const stream = newStream();
      for (const expected of ['noStream', 0, 1, 2] as const) {
        const results = await Promise.all(
          Array.from({ length: 200 }, async (_, officer) =>
            store().append(stream, expected, [fact({ officer })], command({ account: `officer-${officer}` })),
          ),
        );
        const actual = expected === 'noStream' ? 0 : expected + 1;
        const won = results.filter((result) => result.ok);
        expect(won).toMatchObject([{ value: { firstRevision: actual, lastRevision: actual } }]);
        const lost = results.flatMap((result) => (result.ok ? [] : [result.error]));
        expect(lost).toEqual(Array.from({ length: 199 }, () => ({ code: 'REVISION_CONFLICT', expected, actual })));
      }
      expect((await readWhole(store(), stream)).map((event) => event.revision)).toEqual([0, 1, 2, 3]);
    });

    test('appends to one stream, asked for in one breath, are stored in the order of asking', async () => {
      const stream = newStream();
      const asked = facts(40);
      await Promise.all(asked.map(async (event) => store().append(stream, 'any', [event], command())));
      expect((await readWhole(store(), stream)).map((event) => event.id)).toEqual(asked.map((event) => event.id));
    });

    test('the log has one order, and the clock of the store, where it has one, never runs backwards in it', async () => {
      const before = await store().head();
      const appended = await Promise.all(
        Array.from({ length: 60 }, async (_, n) => store().append(newStream(), 'any', facts(1 + (n % 3)), command())),
      );
      const read = await readToEnd(store(), before);
      expect(read).toHaveLength(120);
      for (const [index, event] of read.slice(1).entries()) {
        const previous = read[index];
        expect(store().comparePositions(event.position, previous?.position ?? '')).toBeGreaterThan(0);
        // A server that checks who writes may take what was sent in one breath in another order; `writer` promises no more.
        if (store().capabilities.clock === 'store') expect(event.recordedAt >= (previous?.recordedAt ?? '')).toBe(true);
      }
      // The events of one append stand together, and its position is that of the last.
      for (const result of appended) {
        const { stream, position, lastRevision } = valueOf(result);
        const at = read.findIndex((event) => event.position === position);
        expect(read.slice(at - lastRevision, at + 1).map((event) => event.stream)).toEqual(
          Array.from({ length: lastRevision + 1 }, () => stream),
        );
      }
    });

    test('what is written after an answer is never recorded before it, in whatever stream', async () => {
      const streams = [newStream(), newStream(), newStream()];
      const times: string[] = [];
      for (let n = 0; n < 30; n++) {
        const stream = streams[n % streams.length] ?? '';
        times.push(valueOf(await store().append(stream, 'any', facts(1), command())).recordedAt);
      }
      expect(times).toEqual(times.toSorted());
    });

    test('the stored text is canonical (RFC 8785), and handed out byte for byte', async () => {
      const stream = newStream();
      // The example of RFC 8785, section 3.2.2, and what trips serialisers: keys like numbers, both Unicode forms of "ễ".
      const data: JsonObject = {
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000_000_000_000_000_000_000_000_001],
        string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
        literals: [null, true, false],
        '10': 1,
        '9': { ['ễ'.normalize('NFD')]: 'Nguyễn'.normalize('NFC') },
      };
      await store().append(stream, 'noStream', [fact(data, { metadata: { b: 1, a: -0 } })], command());
      const [event] = await readWhole(store(), stream);
      expect(event?.dataText).toBe(
        `{"10":1,"9":{"${'ễ'.normalize('NFD')}":"${'Nguyễn'.normalize('NFC')}"},"literals":[null,true,false],` +
          `"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
      );
      expect(event?.metadataText).toBe('{"a":0,"b":1}');
      expect(event?.data).toEqual(data);
      expect((await readToEnd(store(), 'start')).find(({ id }) => id === event?.id)?.dataText).toBe(event?.dataText);
    });
  });

  describe('what can never be stored', () => {
    const store = useLog(open);
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const holes: unknown[] = [1];
    holes[2] = 3;

    test.each<[string, unknown]>([
      ['undefined', { note: undefined }],
      ['a function', { note: () => 'x' }],
      ['a bigint', { amount: 1n }],
      ['NaN', { amount: Number.NaN }],
      ['infinity', { amount: Number.POSITIVE_INFINITY }],
      ['a hole in an array', { list: holes }],
      ['a date object', { at: new Date(0) }],
      ['a map', { map: new Map() }],
      ['an object with toJSON', { odd: { toJSON: () => 1 } }],
      ['an object that contains itself', cycle],
      ['a NUL character', { note: 'a\0b' }],
      ['a NUL character in a key', { 'a\0b': 1 }],
      ['half a surrogate pair', { note: '\ud83d' }],
      ['an array instead of an object', [1]],
      ['null instead of an object', null],
    ])('%s, while its neighbours are stored', async (_, data) => {
      const [poisoned, ...neighbours] = [newStream(), newStream(), newStream()];
      const [refused, ...stored] = await Promise.all([
        store().append(poisoned, 'any', [fact({}), fact(data as JsonObject)], command()),
        ...neighbours.map(async (stream) => store().append(stream, 'any', [fact()], command())),
      ]);
      expect(refused).toMatchObject({ ok: false, error: { code: 'EVENT_NOT_STORABLE' } });
      expect(stored.every((result) => result.ok)).toBe(true);
      expect(await store().streamRevision(poisoned)).toBe('noStream');
    });

    test.each<[string, Partial<NewEvent>]>([
      ['an id that is no UUID', { id: '12345' }],
      ['a day that does not exist', { effectiveAt: '2026-02-31T00:00:00.000Z' }],
      ['a local time', { effectiveAt: '2026-08-21T09:00:00.000+07:00' }],
      ['no type', { type: '' }],
      ['version 0', { schemaVersion: 0 }],
    ])('an event with %s', async (_, given) => {
      const refused = await store().append(newStream(), 'any', [fact({}, given)], command());
      expect(refused).toMatchObject({ ok: false, error: { code: 'EVENT_NOT_STORABLE' } });
    });

    test.each([
      ['', 'no name'],
      ['$stats', 'a name of the store’s own'],
      ['dossier-\0', 'NUL'],
      ['x'.repeat(256), 'a very long name'],
    ])('a stream %j: %s', async (stream) => {
      const refused = await store().append(stream, 'any', [fact()], command());
      expect(refused).toMatchObject({ ok: false, error: { code: 'EVENT_NOT_STORABLE' } });
    });

    test('the reason names the place and never the value', async () => {
      const data = { nominees: [{ name: 'Trần Văn An' }, { name: 'Lê Thị\0' }] };
      const refused = await store().append(newStream(), 'any', [fact(data)], command());
      expect(refused).toMatchObject({ ok: false });
      const reason = refused.ok ? '' : (refused.error as AppendFailure & { reason: string }).reason;
      expect(reason).toBe('DossierSubmitted: data.nominees[1].name holds a NUL character');
    });

    test('an append up to the limit is stored, one byte more is not', async () => {
      const half = fact({ text: 'ễ'.repeat(149_000) }, { metadata: {} });
      const other = (length: number) => fact({ text: 'x'.repeat(length) }, { metadata: {} });
      const weights = valueOf(store().weigh([half, other(0)]));
      const rest = LARGEST_APPEND_BYTES - weights.reduce((sum, each) => sum + each, 0);
      const append = async (length: number) => store().append(newStream(), 'any', [half, other(length)], command());
      expect(await append(rest)).toMatchObject({ ok: true });
      expect(await append(rest + 1)).toMatchObject({ ok: false, error: { code: 'EVENT_NOT_STORABLE' } });
    });

    test('so is one of very many small events, whatever the store writes around them', async () => {
      const small = fact({}, { metadata: {}, type: 'E' });
      const [weight = 0] = valueOf(store().weigh([small]));
      const most = Math.floor(LARGEST_APPEND_BYTES / weight);
      const stream = newStream();
      const events = (count: number) => Array.from({ length: count }, () => fact({}, { metadata: {}, type: 'E' }));
      const key = { ...command(), account: 'ễ'.repeat(85), fingerprint: '"'.repeat(255) };
      expect(await store().append(stream, 'any', events(most), key)).toMatchObject({ ok: true });
      expect(await store().streamRevision(stream)).toBe(most - 1);
      const oneMore = await store().append(newStream(), 'any', events(most + 1), command());
      expect(oneMore).toMatchObject({ ok: false, error: { code: 'EVENT_NOT_STORABLE' } });
    });

    test('what can never be stored is known before anything is written', async () => {
      expect(store().weigh([fact(), fact({ name: '\0' })])).toMatchObject({
        ok: false,
        error: { code: 'EVENT_NOT_STORABLE', reason: 'DossierSubmitted: data.name holds a NUL character' },
      });
    });
  });
}
