import { createEventCodec, START, type EventCodec, type Upcasters } from '#libs/engine/event-store';
import { valueOf } from '#libs/domain/kernel';
import { useLog, type OpenLog } from './log-under-test.js';
import { command, fact, facts, newStream, readToEnd, readWhole } from './facts.js';

export function describeReading(open: OpenLog): void {
  describe('reading a stream', () => {
    const store = useLog(open);
    const stream = newStream();
    const LENGTH = 1_203;

    beforeAll(async () => {
      for (let length = 0; length < LENGTH;) {
        const events = facts(Math.min(300, LENGTH - length));
        await store().append(stream, length === 0 ? 'noStream' : length - 1, events, command());
        length += events.length;
      }
    });

    const revisions = async (options: Parameters<typeof readWhole>[2]) =>
      (await readWhole(store(), stream, options)).map((event) => event.revision);
    const range = (from: number, count: number, step: number) =>
      Array.from({ length: count }, (_, n) => from + n * step);

    test('forwards and backwards, however long it is', async () => {
      expect(await revisions({})).toEqual(range(0, LENGTH, 1));
      expect(await revisions({ direction: 'backwards' })).toEqual(range(LENGTH - 1, LENGTH, -1));
    });

    test.each([
      [{ from: 1_000, limit: 3 }, [1_000, 1_001, 1_002]],
      [{ from: LENGTH - 1 }, [LENGTH - 1]],
      [{ from: LENGTH }, []],
      [{ limit: 0 }, []],
      [{ direction: 'backwards', from: 2 }, [2, 1, 0]],
      [{ direction: 'backwards', from: 5_000, limit: 1 }, [LENGTH - 1]],
      [{ direction: 'backwards', limit: 2 }, [LENGTH - 1, LENGTH - 2]],
    ] as const)('from a revision on, up to a limit: %j', async (options, expected) => {
      expect(await revisions(options)).toEqual(expected);
    });

    test('a limit larger than a page is kept', async () => {
      expect(await revisions({ from: 7, limit: 901 })).toEqual(range(7, 901, 1));
    });

    test('its end is known, and a stream that is not there is empty', async () => {
      expect(await store().streamRevision(stream)).toBe(LENGTH - 1);
      expect(await store().streamRevision(newStream())).toBe('noStream');
      expect(await readWhole(store(), newStream())).toEqual([]);
      expect(await readWhole(store(), newStream(), { direction: 'backwards' })).toEqual([]);
    });
  });

  describe('reading the log', () => {
    const store = useLog(open);

    test('in pieces, each going on where the last one ended, nothing is missed or doubled', async () => {
      const before = await store().head();
      const ids: string[] = [];
      for (let n = 0; n < 7; n++) {
        const events = facts(3);
        await store().append(newStream(), 'noStream', events, command());
        ids.push(...events.map((event) => event.id));
      }
      for (const limit of [1, 2, 5, 21, 100])
        expect((await readToEnd(store(), before, limit)).map((event) => event.id)).toEqual(ids);
      const head = await store().head();
      expect(await store().readAll({ after: head, limit: 10 })).toEqual({ events: [], scannedTo: head });
    });

    test('by beginnings of stream names and by types; the last position looked at is told', async () => {
      const before = await store().head();
      const [dossier, decision] = [newStream('dossier'), newStream('decision')];
      await store().append(dossier, 'any', [fact(), fact({}, { type: 'DossierReceived' })], command());
      await store().append(decision, 'any', [fact({}, { type: 'DecisionIssued' })], command());
      await store().append(dossier, 'any', [fact({}, { type: 'AwardConferred' })], command());
      const head = await store().head();
      const typesFor = async (filter: { streamPrefixes?: string[]; types?: string[] }) => {
        const batch = await store().readAll({ after: before, filter, limit: 100 });
        expect(batch.scannedTo).toBe(head);
        return batch.events.map((event) => event.type);
      };
      expect(await typesFor({ streamPrefixes: ['dossier-'] })).toEqual([
        'DossierSubmitted',
        'DossierReceived',
        'AwardConferred',
      ]);
      expect(await typesFor({ types: ['AwardConferred', 'DecisionIssued'] })).toEqual([
        'DecisionIssued',
        'AwardConferred',
      ]);
      expect(await typesFor({ streamPrefixes: ['dossier-', 'decision-'], types: ['DecisionIssued'] })).toEqual([
        'DecisionIssued',
      ]);
      expect(await typesFor({ streamPrefixes: ['dossier-'], types: ['DecisionIssued'] })).toEqual([]);
      // No pattern characters: a prefix means what it says.
      expect(await typesFor({ streamPrefixes: ['dossier_', '%', 'd.*'] })).toEqual([]);
      expect(await typesFor({ types: [] })).toEqual([]);
    });

    test('with a limit a filtered read ends at its last event, and goes on from there', async () => {
      const before = await store().head();
      const wanted = { types: ['DossierArchived'] };
      for (let n = 0; n < 3; n++)
        await store().append(newStream(), 'any', [fact(), fact({}, { type: 'DossierArchived' }), fact()], command());
      const first = await store().readAll({ after: before, filter: wanted, limit: 2 });
      expect(first.events).toHaveLength(2);
      expect(first.scannedTo).toBe(first.events[1]?.position);
      const rest = await store().readAll({ after: first.scannedTo, filter: wanted, limit: 2 });
      expect(rest.events).toHaveLength(1);
      expect(rest.scannedTo).toBe(await store().head());
    });

    test('positions are compared by the store that gave them', async () => {
      const { position: first } = valueOf(await store().append(newStream(), 'any', facts(1), command()));
      // Far enough apart that a comparison as text would be wrong somewhere.
      await store().append(newStream(), 'any', facts(120), command());
      const { position: last } = valueOf(await store().append(newStream(), 'any', facts(1), command()));
      expect(store().comparePositions(first, last)).toBeLessThan(0);
      expect(store().comparePositions(last, first)).toBeGreaterThan(0);
      expect(store().comparePositions(last, last)).toBe(0);
      expect(store().comparePositions(START, first)).toBeLessThan(0);
      expect(await store().head()).toBe(last);
      expect(await store().health()).toEqual({ ok: true, head: last });
    });
  });

  describe('reading what older programs wrote', () => {
    const upcasters: Upcasters = {
      DossierSubmitted: [
        (data) => ({ ...data, unit: { name: data['unit'] ?? null } }),
        (data, metadata) => ({ ...data, submittedBy: metadata['actor'] ?? null }),
      ],
    };
    // Writes as the older program did, reads as the newer one.
    const olderThenNewer: EventCodec = {
      encode: createEventCodec().encode,
      decode: createEventCodec(upcasters).decode,
    };
    const store = useLog(open, olderThenNewer);

    test('everybody sees the newest shape, and the stored text stays as it was', async () => {
      const stream = newStream();
      await store().append(
        stream,
        'noStream',
        [
          fact({ unit: 'Phòng Thi đua' }),
          fact({ unit: { name: 'Sở Y tế' } }, { schemaVersion: 2 }),
          fact({}, { type: 'DossierReceived', schemaVersion: 4 }),
        ],
        command(),
      );
      const inStream = await readWhole(store(), stream);
      expect(inStream).toMatchObject([
        {
          schemaVersion: 3,
          storedVersion: 1,
          data: { unit: { name: 'Phòng Thi đua' }, submittedBy: 'account-officer' },
          dataText: '{"unit":"Phòng Thi đua"}',
        },
        {
          schemaVersion: 3,
          storedVersion: 2,
          data: { unit: { name: 'Sở Y tế' } },
          dataText: '{"unit":{"name":"Sở Y tế"}}',
        },
        { schemaVersion: 4, storedVersion: 4, data: {} },
      ]);
      expect((await readToEnd(store(), START)).filter((event) => event.stream === stream)).toEqual(inStream);
    });
  });
}
