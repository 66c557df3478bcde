import { StreamMemories, StreamMemory } from './stream-memory.js';

const obeyed = (commandId: string, serverRevision: bigint, revision: number, events: number) => ({
  serverRevision,
  revision,
  recordedAt: '2026-11-21T02:00:00.000Z',
  command: { account: 'an', commandId, fingerprint: 'f', events, position: `${serverRevision}/0` },
});

describe('what a stream remembers', () => {
  test('each command with its first answer; facts count, remembered commands do not', () => {
    const memory = new StreamMemory('dossier-1');
    memory.take(obeyed('1', 1n, 1, 2));
    memory.take(obeyed('2', 2n, 1, 0));
    memory.passOver(3n);
    memory.take(obeyed('3', 4n, 2, 1));
    expect([memory.serverRevision, memory.revision]).toEqual([4n, 2]);
    expect(memory.find('an', '1')?.appended).toMatchObject({ firstRevision: 0, lastRevision: 1, repeated: true });
    expect(memory.find('an', '2')?.appended).toMatchObject({ firstRevision: 2, lastRevision: 1, position: '2/0' });
    expect(memory.find('an', '3')?.appended).toMatchObject({ firstRevision: 2, lastRevision: 2 });
    expect(memory.find('binh', '1')).toBeUndefined();
  });

  test('a command that stands twice keeps its first answer', () => {
    const memory = new StreamMemory('dossier-1');
    memory.take(obeyed('1', 0n, 0, 1));
    memory.take(obeyed('1', 1n, 1, 1));
    expect(memory.find('an', '1')?.appended.lastRevision).toBe(0);
  });

  test('only so much is kept, and what was used last stays', () => {
    const memories = new StreamMemories(6);
    const read = (stream: string): StreamMemory => {
      const memory = memories.of(stream);
      if (memory.size === 0) memory.take(obeyed('1', 0n, 0, 1));
      memories.keep(memory);
      return memory;
    };
    const [a, b, c] = [read('a'), read('b'), read('c')];
    expect(read('a')).toBe(a);
    read('d');
    expect(memories.of('a')).toBe(a);
    expect(memories.of('c')).toBe(c);
    expect(memories.of('b')).not.toBe(b);
  });
});
