import { randomUUID } from 'node:crypto';
import { InMemoryEventStore, type JsonObject } from '#libs/engine/event-store';
import { loadLaw } from '#libs/service/law';
import * as acts from '../../../../test/support/dossier-acts.js';
import { archived, received } from '../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../test/support/dossier-spec.js';
import { parseAsRecorded } from './as-recorded.js';
import { type ReplayOrder, replayDossier } from './replay-dossier.js';

const law = (() => {
  const loaded = loadLaw(process.cwd());
  if (!loaded.ok) throw new Error('the law was to be good');
  return loaded.value;
})();

/** A log with one dossier, as a desk left it; each fact is recorded at the moment at which the desk took it. */
async function logAfter(moves: Parameters<typeof deskAfter>[0]) {
  const { facts } = deskAfter(moves, { procedures: law.procedures });
  let now = '';
  const store = new InMemoryEventStore({ now: () => now });
  for (const { type, data, effectiveAt, recordedAt, actor, revision } of facts) {
    now = recordedAt;
    const { roles: _, ...who } = actor;
    const event = {
      id: randomUUID(),
      type,
      schemaVersion: 1,
      effectiveAt,
      data: data as JsonObject,
      metadata: { actor: who },
    };
    const command = { account: actor.id, commandId: randomUUID(), fingerprint: 'test' };
    const done = await store.append('dossier-D1', revision === 0 ? 'noStream' : revision - 1, [event], command);
    if (!done.ok) throw new Error(done.error.code);
  }
  return { store, facts };
}

async function told(moves: Parameters<typeof deskAfter>[0], order: Partial<ReplayOrder> = {}): Promise<string> {
  const { store } = await logAfter(moves);
  const result = await replayDossier(store, law, { dossierId: 'D1', language: 'vi', ...order });
  return result.ok ? result.value.join('\n') : result.error[order.language ?? 'vi'];
}

const wholeWay = [archived({ procedure: 'BK_TINH' })];

describe('a dossier told again from the log', () => {
  test('has a line for each fact, with revision, position, both times, who and what', async () => {
    const { facts } = await logAfter(wholeWay);
    const lines = (await told(wholeWay)).split('\n');
    expect(lines[2]).toMatch(/^bản {2}vị trí {2}có hiệu lực +ghi lúc +người +việc$/);
    expect(lines.slice(3, 3 + facts.length)).toHaveLength(facts.length);
    expect(lines[3]).toMatch(/^ +0 +1 {2}08:01 03\/08\/2026 {2}08:01 03\/08\/2026 {2}account-\w+ +\S/);
    expect(lines[2 + facts.length]).toMatch(/Lưu trữ hồ sơ/);
    expect(lines[3 + facts.length]).toBe('');
  });

  test('ends with how it stands, by the names of the procedure it is bound to', async () => {
    const text = await told(wholeWay);
    expect(text).toContain('Bước: Đã lưu trữ');
    expect(text).toMatch(/Quy trình: Bằng khen của Chủ tịch UBND tỉnh \(BK_TINH R2025\.1, nội dung [0-9a-f]{12}…\)/);
    expect(text).toContain('Quyết định: số 7/QĐ-UBND');
    expect(text).toMatch(/Thời hạn “Thẩm định và trình người có thẩm quyền”: 17:00 thứ .*, đã hoàn thành/);
  });

  test('in English when asked', async () => {
    const text = await told(wholeWay, { language: 'en' });
    expect(text).toContain('Step: Archived');
    expect(text).toContain('As of revision');
    expect(text).not.toContain('Bước');
  });

  test('as the log held it at a revision: nothing later, and the state of then', async () => {
    const text = await told(wholeWay, { asRecorded: { revision: 1 } });
    expect(text).toContain('Trạng thái ở bản 1, vị trí 2');
    expect(text).toContain('Bước: Soạn hồ sơ');
    expect(text).toContain('(tạm thời, chưa tiếp nhận)');
    expect(text).not.toContain('Lưu trữ');
  });

  test('as the log held it at a moment: by when it was recorded, not by when it held', async () => {
    const late = { ...acts.receive(), at: '2026-08-20', recordedAt: '2026-08-24', reason: 'Ghi lại sau' };
    const way = [...received({ on: '2026-08-20' }).slice(0, -1), late];
    const before = await told([way], { asRecorded: { instant: '2026-08-21T00:00:00.000Z' } });
    expect(before).toContain('Bước: Tiếp nhận');
    const after = await told([way], { asRecorded: { instant: '2026-08-24T02:00:00.000Z' } });
    expect(after).toContain('Bước: Thẩm định');
    expect(after).toMatch(/09:00 20\/08\/2026 {2}09:00 24\/08\/2026/);
  });

  test('as it held on a day: what took effect by then, also when it was recorded later', async () => {
    const late = { ...acts.receive(), at: '2026-08-20', recordedAt: '2026-08-24', reason: 'Ghi lại sau' };
    const way = [...received({ on: '2026-08-20' }).slice(0, -1), late];
    const held = await told([way], { asInForce: '2026-08-20' });
    expect(held).toContain('Trạng thái có hiệu lực hết ngày 20/08/2026 (1 việc ghi lùi hoặc đính chính):');
    expect(held).toContain('Bước: Thẩm định');
    const known = await told([way], { asInForce: '2026-08-20', asRecorded: { instant: '2026-08-21T00:00:00.000Z' } });
    expect(known).toContain('Bước: Tiếp nhận');
    expect(await told([way], { asInForce: '2026-01-01', language: 'en' })).toBe(
      'At the end of 01/01/2026 nothing of dossier D1 was in force.',
    );
  });

  test('refuses with a sentence when there is no such dossier, or was none then', async () => {
    expect(await told(wholeWay, { dossierId: 'D2' })).toBe('Không có hồ sơ D2 trong nhật ký.');
    expect(await told(wholeWay, { asRecorded: { instant: '2020-01-01T00:00:00.000Z' }, language: 'en' })).toBe(
      'At that point the log held nothing of dossier D1.',
    );
  });

  test('names steps by their codes when the law’s files are gone', async () => {
    const { store } = await logAfter(wholeWay);
    const result = await replayDossier(store, undefined, { dossierId: 'D1', language: 'vi' });
    expect(result.ok && result.value.join('\n')).toContain('Bước: archived');
  });
});

describe('--as-recorded', () => {
  test('takes a revision or a moment with an offset', () => {
    expect(parseAsRecorded('12')).toEqual({ revision: 12 });
    expect(parseAsRecorded('2026-08-24T09:00+07:00')).toEqual({ instant: '2026-08-24T02:00:00.000Z' });
  });
  test.each(['', '-1', '1.5', 'hôm qua', '2026-08-24', '2026-08-24T09:00'])('and nothing else: %s', (text) => {
    expect(parseAsRecorded(text)).toBeUndefined();
  });
});
