import { createEventCodec } from '../event-codec.js';
import { prepareAppend } from '../prepared-append.js';
import { COMMAND_WITHOUT_EVENTS, readRecord, recordsOf, type Writing } from './stored-record.js';

const command = { account: 'acc-an', commandId: 'c-1', fingerprint: 'f' };
const event = (id: string) => ({
  id,
  type: 'DossierSubmitted',
  schemaVersion: 2,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  data: { unit: 'Sở Nội vụ\n', '9': 1 },
  metadata: { b: '\n', a: 1 },
});
const IDS = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
const writing: Writing = { firstRevision: 4, recordedAt: '2026-11-21T02:00:00.123Z', attempt: 'x', head: '7/7' };

function recordsFor(ids: readonly string[], given: Partial<Writing> = {}) {
  const prepared = prepareAppend(createEventCodec(), 'dossier-1', 'any', ids.map(event), command);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  return recordsOf(prepared.value, { ...writing, ...given });
}

const read = (record: ReturnType<typeof recordsFor>[number] | undefined, revision: bigint) =>
  record && readRecord({ streamId: 'dossier-1', revision, position: { commit: 9n, prepare: 8n }, ...record });

describe('a fact in KurrentDB', () => {
  test('comes back as it went, texts byte for byte', () => {
    const [first, second] = recordsFor(IDS);
    expect(read(first, 6n)).toEqual({
      serverRevision: 6n,
      revision: 4,
      recordedAt: writing.recordedAt,
      fact: {
        id: IDS[0],
        type: 'DossierSubmitted',
        schemaVersion: 2,
        effectiveAt: '2026-08-21T02:00:00.000Z',
        stream: 'dossier-1',
        revision: 4,
        position: '9/8',
        recordedAt: writing.recordedAt,
        dataText: '{"9":1,"unit":"Sở Nội vụ\\n"}',
        metadataText: '{"a":1,"b":"\\n"}',
      },
    });
    expect(read(second, 7n)).toMatchObject({ revision: 5, command: { ...command, events: 2, position: '9/8' } });
  });

  test('a command without events leaves a record without a fact, with the head of that moment', () => {
    const [only, ...more] = recordsFor([]);
    expect([only?.type, more]).toEqual([COMMAND_WITHOUT_EVENTS, []]);
    expect(read(only, 6n)).toEqual({
      serverRevision: 6n,
      revision: 3,
      recordedAt: writing.recordedAt,
      command: { ...command, events: 0, position: '7/7' },
    });
  });

  test('record ids follow from command and attempt, and from nothing else', () => {
    const ids = (given: Partial<Writing> = {}) => recordsFor(IDS, given).map(({ id }) => id);
    expect(ids({ recordedAt: '2027-01-01T00:00:00.000Z' })).toEqual(ids());
    expect(new Set([...ids(), ...ids({ attempt: 'y' })]).size).toBe(4);
  });

  test('what somebody else wrote is none of ours', () => {
    const [record] = recordsFor(IDS);
    for (const metadata of [
      undefined,
      {},
      new Uint8Array(),
      Buffer.from('{"format":"other/1"}\n{}'),
      Buffer.from('{}'),
    ])
      expect(readRecord({ streamId: 's', type: 'T', revision: 0n, data: record?.data, metadata })).toBeUndefined();
  });

  test('a server that tells no positions within streams is named as too old', () => {
    const [record] = recordsFor(IDS);
    const ask = () => record && readRecord({ streamId: 'dossier-1', revision: 0n, ...record });
    expect(ask).toThrow('EventStoreDB 23.10 or newer is needed');
  });
});
