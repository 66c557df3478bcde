import { InMemoryEventStore, type NewEvent } from '#libs/engine/event-store';
import type { DossierCommand } from '#libs/domain/dossier';
import { type Actor, type Clock, valueOf } from '#libs/domain/kernel';
import { sampleActor, systemActor } from '#libs/service/access';
import { loadLaw } from '#libs/service/law';
import { home } from '#libs/service/foundation';
import { randomUUID } from 'node:crypto';
import type { CommandRequest } from './command-request.js';
import { Dossiers } from './dossiers.js';
import { dossierStream } from './ids.js';

const law = valueOf(loadLaw(home));
const NOW = '2026-08-21T02:00:00.000Z';
const clock: Clock = { now: () => NOW };

const who = sampleActor;
const unit = who('acc-don-vi');
const officer = who('acc-tham-dinh');

let store: InMemoryEventStore;
let dossiers: Dossiers;

const request = (actor: Actor, more: Partial<CommandRequest> = {}): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId, ...more };
};

const draft: DossierCommand = {
  type: 'draft',
  data: { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Khen thưởng năm 2026', bodyId: 'ubnd-tinh' },
} as const;
const addOne = (name: string): DossierCommand => ({
  type: 'add-nominees',
  data: { nominees: [{ kind: 'collective', name, unit: 'Sở Mẫu' }] },
});
const attach = (document: string): DossierCommand => ({ type: 'attach-document', data: { document } });

/** A dossier that waits for the officer; answers its revision. */
async function submitted(id: string): Promise<number> {
  let revision = -1;
  for (const command of [
    draft,
    addOne('Tập thể Một'),
    ...['TT', 'DS', 'BC_CT_TT', 'BB'].map(attach),
    { type: 'submit', data: {} } satisfies DossierCommand,
  ]) {
    revision = valueOf(await dossiers.execute(id, command, request(unit))).revision;
  }
  return revision;
}

/** A clock event, as the sweep would append it between a reader's look and his command. */
const clockEvent = (type: string): NewEvent => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  effectiveAt: NOW,
  data: { deadlineId: 'appraise-1', dueAt: NOW },
  metadata: { actor: { id: systemActor.id, positionId: 'system', unitId: 'system' } },
});

describe('commands to dossiers', () => {
  beforeEach(() => {
    store = new InMemoryEventStore();
    dossiers = new Dossiers(store, law, clock);
  });

  it('keeps with every fact who did it, in which position, by which command and under which procedure', async () => {
    await submitted('d1');
    const asked = request(officer);
    valueOf(await dossiers.execute('d1', { type: 'receive', data: {} }, asked));
    const { events } = await store.readAll({ after: 'start', limit: 100 });
    const received = events.find((event) => event.type === 'DossierReceived');
    expect(received?.metadata).toMatchObject({
      commandId: asked.commandId,
      correlationId: asked.correlationId,
      actor: { id: officer.id, positionId: officer.positionId, unitId: officer.unitId },
    });
    expect(JSON.stringify(events.map((event) => event.metadata))).not.toContain('roles');
  });

  it('answers a command that is sent twice as it answered it first, and does it once', async () => {
    const asked = request(unit);
    const first = valueOf(await dossiers.execute('d1', draft, asked));
    const again = valueOf(await dossiers.execute('d1', draft, asked));
    expect(again).toEqual(first);
    expect(await store.streamRevision(dossierStream('d1'))).toBe(first.revision);
  });

  it('refuses a command id that comes with another content', async () => {
    const asked = request(unit);
    valueOf(await dossiers.execute('d1', draft, asked));
    const other = await dossiers.execute('d1', draft, { ...asked, fingerprint: 'other' });
    expect(other).toMatchObject({ ok: false, error: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('does not remember a refusal: the same command may be sent again when it has become possible', async () => {
    const asked = request(unit);
    expect(await dossiers.execute('d1', addOne('Tập thể Một'), asked)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    valueOf(await dossiers.execute('d1', draft, request(unit)));
    expect(await dossiers.execute('d1', addOne('Tập thể Một'), asked)).toMatchObject({ ok: true });
  });

  it('refuses a decision that rests on an older revision, and says what has happened since', async () => {
    const revision = valueOf(await dossiers.execute('d1', draft, request(unit))).revision;
    valueOf(await dossiers.execute('d1', addOne('Tập thể Một'), request(unit)));
    const late = await dossiers.execute('d1', addOne('Tập thể Hai'), request(unit, { ifMatch: revision }));
    expect(late).toMatchObject({
      error: {
        code: 'REVISION_STALE',
        params: { expected: revision, actual: revision + 1, events: ['NomineesAdded'] },
      },
    });
  });

  it('refuses a revision that does not exist yet, and a dossier that does not exist', async () => {
    valueOf(await dossiers.execute('d1', draft, request(unit)));
    const ahead = await dossiers.execute('d1', addOne('Tập thể Một'), request(unit, { ifMatch: 99 }));
    expect(ahead).toMatchObject({ error: { code: 'REVISION_STALE' } });
    const nowhere = await dossiers.execute('d2', addOne('Tập thể Một'), request(unit, { ifMatch: 0 }));
    expect(nowhere).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('decides again silently when only clocks ran since the reader looked: nobody loses a form at midnight', async () => {
    await submitted('d1');
    const seen = valueOf(await dossiers.execute('d1', { type: 'receive', data: {} }, request(officer))).revision;
    await store.append(dossierStream('d1'), seen, [clockEvent('DeadlineMissed')], {
      account: 'system',
      commandId: randomUUID(),
      fingerprint: 'sweep',
    });
    const verdict = { nomineeId: 'N1', verdict: 'qualified' as const, reason: 'Đủ tiêu chuẩn', evidence: ['BC_CT_TT'] };
    const done = await dossiers.execute(
      'd1',
      { type: 'appraise-nominees', data: { verdicts: [verdict] } },
      request(officer, { ifMatch: seen }),
    );
    expect(done).toMatchObject({ ok: true });
  });

  it('lets exactly one of two officers win who decide on the same revision at the same moment', async () => {
    const seen = await submitted('d1');
    const both = await Promise.all([
      dossiers.execute('d1', { type: 'receive', data: {} }, request(officer, { ifMatch: seen })),
      dossiers.execute(
        'd1',
        { type: 'return', data: { reason: 'Thiếu xác nhận' } },
        request(officer, { ifMatch: seen }),
      ),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'REVISION_STALE' } });
  });

  it('shows a dossier as the log held it at an earlier revision', async () => {
    const revision = await submitted('d1');
    expect((await dossiers.loadAsRecorded('d1', 0))?.nominees.size).toBe(0);
    expect((await dossiers.loadAsRecorded('d1', revision))?.nominees.size).toBe(1);
    expect(await dossiers.loadAsRecorded('d1', '2000-01-01T00:00:00.000Z')).toBeUndefined();
  });
});
