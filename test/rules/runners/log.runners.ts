import { createHash } from 'node:crypto';
import { createEventCodec, InMemoryEventStore, type JsonObject } from '#libs/engine/event-store';
import { type Runners, runs } from '../runner.js';

interface Canonical {
  readonly eventData: JsonObject;
}

interface Stored {
  readonly canonicalText: string;
  readonly sha256: string;
  readonly storedBytesChanged: number;
}

const canonical = runs<Canonical, Stored>(async ({ data, then }) => {
  const [renamed] = Object.keys(data.eventData).sort();
  const next = createEventCodec({
    DossierVoted: [({ [renamed ?? '']: value, ...rest }) => ({ ...rest, newName: value ?? null })],
  });
  let codec = createEventCodec();
  // The log stays; the software that reads it is started anew with another version of the shape.
  const store = new InMemoryEventStore({
    codec: { encode: (...given) => codec.encode(...given), decode: (...given) => codec.decode(...given) },
  });
  const event = {
    id: '7b1f0c52-6a0b-4d0e-8d61-2f5d0f1f6b1e',
    type: 'DossierVoted',
    schemaVersion: 1,
    effectiveAt: '2026-08-03T01:00:00.000Z',
    data: data.eventData,
    metadata: {},
  };
  const key = { account: 'case', commandId: event.id, fingerprint: 'case' };
  expect(await store.append('dossier-D1', 'noStream', [event], key)).toMatchObject({ ok: true });
  const read = async () => {
    for await (const recorded of store.readStream('dossier-D1')) return recorded;
    throw new Error('It was stored.');
  };
  const before = await read();
  codec = next;
  const after = await read();
  expect(after.data).toHaveProperty('newName');
  expect(after.data).not.toHaveProperty(renamed ?? '');
  const bytes = Buffer.from(after.dataText, 'utf8');
  expect({
    canonicalText: after.dataText,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    storedBytesChanged: Buffer.compare(Buffer.from(before.dataText, 'utf8'), bytes),
  }).toEqual(then.value);
});

export const logRunners: Runners = { canonical };
