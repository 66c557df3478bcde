import { randomUUID } from 'node:crypto';
import type { DossierCommand } from '#libs/domain/dossier';
import { type Actor, type Clock, valueOf } from '#libs/domain/kernel';
import type { ProcedureCommand } from '#libs/domain/procedure';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { sampleActor, systemActor } from '#libs/service/access';
import { home } from '#libs/service/foundation';
import { canonicalProcedure, Law, loadLaw } from '#libs/service/law';
import { lawFile } from '../../../../../test/support/law-files.js';
import type { CommandRequest } from '../command-request.js';
import { Dossiers } from '../dossiers.js';
import { enterShippedProcedures } from './enter-shipped-procedures.js';
import { ExpiryWatch } from './expiry-watch.js';
import { ProcedureLives } from './procedure-lives.js';
import { PublishedProcedures } from './published-procedures.js';

const unit = sampleActor('acc-don-vi');
const officer = sampleActor('acc-tham-dinh');
const operator = sampleActor('acc-van-hanh');
const second: Actor = { ...operator, id: 'acc-van-hanh-2' };

let now: string;
const clock: Clock = { now: () => now };
let store: InMemoryEventStore;
let law: Law;
let lives: ProcedureLives;
let dossiers: Dossiers;

const request = (actor: Actor, more: Partial<CommandRequest> = {}): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId, ...more };
};

/** The version that follows, with an appraisal of other days. */
const next = {
  ...(lawFile('../procedures/BK_TINH.R2026.1.json') as object),
  code: 'BK_TINH',
  version: 'R2027.1',
  carriedOver: null,
};
const { hash } = canonicalProcedure(next);

const tell = (command: ProcedureCommand, actor = operator, more: Partial<CommandRequest> = {}) =>
  lives.execute('BK_TINH', command, request(actor, more));

async function drafted(): Promise<void> {
  valueOf(await tell({ type: 'save-draft', data: { document: next } }));
  const data = { version: 'R2027.1', hash, runId: 'run', dossiers: 0, otherOutcome: 0, otherDeadline: 0 };
  valueOf(await tell({ type: 'record-dry-run', data }, systemActor));
}

const publish = (from: string): ProcedureCommand => ({
  type: 'publish',
  data: { version: 'R2027.1', hash, from, until: null },
});

async function received(id: string, by = dossiers): Promise<string | undefined> {
  const attach = (document: string): DossierCommand => ({ type: 'attach-document', data: { document } });
  const nominees = [{ kind: 'collective' as const, name: 'Tập thể Một', unit: 'Sở Mẫu' }];
  const way: readonly (readonly [Actor, DossierCommand])[] = [
    [unit, { type: 'draft', data: { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Đợt 1', bodyId: 'ubnd-tinh' } }],
    [unit, { type: 'add-nominees', data: { nominees } }],
    ...['TT', 'DS', 'BC_CT_TT', 'BB'].map((document) => [unit, attach(document)] as const),
    [unit, { type: 'submit', data: {} }],
    [officer, { type: 'receive', data: {} }],
  ];
  for (const [actor, command] of way) valueOf(await by.execute(id, command, request(actor)));
  return (await by.load(id))?.procedure?.version;
}

beforeEach(async () => {
  now = '2026-11-20T02:00:00.000Z';
  store = new InMemoryEventStore();
  law = valueOf(loadLaw(home));
  lives = new ProcedureLives(store, law, clock);
  dossiers = new Dossiers(store, law, clock);
});

describe('the procedures that came along', () => {
  it('are entered once, each award in one stream, and change nothing of the law', async () => {
    const before = law.procedures.map(({ code, version, hash: was }) => `${code} ${version} ${was}`);
    valueOf(await enterShippedProcedures(store, clock, law));
    valueOf(await enterShippedProcedures(store, clock, valueOf(loadLaw(home))));
    const { events } = await store.readAll({ after: 'start', limit: 1_000 });
    expect(new Set(events.map(({ stream }) => stream)).size).toBe(new Set(law.shipped.map(({ code }) => code)).size);
    expect(events).toHaveLength(law.shipped.length);
    await new PublishedProcedures(store, law).read();
    expect(law.procedures.map(({ code, version, hash: is }) => `${code} ${version} ${is}`)).toEqual(before);
  });

  it('are read again from their texts, word for word, by a program whose files are others', async () => {
    valueOf(await enterShippedProcedures(store, clock, law));
    const { prizes, ladders, notifications, calendar } = law;
    const bare = new Law([], calendar, ladders, prizes, notifications);
    await new PublishedProcedures(store, bare).read();
    expect(bare.procedures).toEqual(law.procedures);
  });
});

describe('a version that is published', () => {
  beforeEach(async () => {
    valueOf(await enterShippedProcedures(store, clock, law));
  });

  it('binds the dossiers received from its day on; an older one ends under its own (R1)', async () => {
    expect(await received('before')).toBe('R2026.1');
    await drafted();
    valueOf(await tell(publish('2026-12-01'), second));
    expect(await received('meanwhile')).toBe('R2026.1');
    now = '2026-12-01T02:00:00.000Z';
    expect(await received('after')).toBe('R2027.1');
    const old = await dossiers.load('before');
    valueOf(
      await dossiers.execute(
        'before',
        {
          type: 'appraise-nominees',
          data: { verdicts: [{ nomineeId: 'N1', verdict: 'qualified', reason: 'Đủ', evidence: [] }] },
        },
        request(officer),
      ),
    );
    expect(old?.procedure?.version).toBe('R2026.1');
  });

  it('is seen by a process that started before it', async () => {
    const otherLaw = valueOf(loadLaw(home));
    const others = new Dossiers(store, otherLaw, clock);
    expect(await received('before', others)).toBe('R2026.1');
    await drafted();
    valueOf(await tell(publish('2026-12-01'), second));
    now = '2026-12-01T02:00:00.000Z';
    expect(await received('after', dossiers)).toBe('R2027.1');
    const seen = await others.load('after');
    expect(seen?.procedure && otherLaw.procedureByPin(seen.procedure)?.version).toBe('R2027.1');
    expect(await received('there', others)).toBe('R2027.1');
  });

  it('is published by one of two who do it at once', async () => {
    await drafted();
    const ifMatch = (await new PublishedProcedures(store, law).life('BK_TINH'))?.revision ?? 0;
    const done = await Promise.all([
      tell(publish('2026-12-01'), second, { ifMatch }),
      tell(publish('2027-01-01'), { ...second, id: 'acc-van-hanh-3' }, { ifMatch }),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.flatMap((each) => (each.ok ? [] : [each.error.code]))).toEqual(['REVISION_STALE']);
  });

  it('is refused to who wrote it', async () => {
    await drafted();
    expect(await tell(publish('2026-12-01'))).toMatchObject({ ok: false, error: { code: 'PROCEDURE_OWN_DRAFT' } });
  });
});

describe('R3 a version that ends soon with nothing to follow it', () => {
  const noted = async () => {
    const { events } = await store.readAll({ after: 'start', filter: { types: ['ProcedureExpiryNoted'] }, limit: 500 });
    return events.map(({ stream }) => stream);
  };

  it('is noted once from 60 days before its end, and no more once a successor was published', async () => {
    valueOf(await enterShippedProcedures(store, clock, law));
    const procedures = new PublishedProcedures(store, law);
    const watch = new ExpiryWatch(procedures, lives, law, clock);
    now = '2026-12-30T02:00:00.000Z';
    await watch.lookOnce();
    expect(await noted()).toEqual([]);
    await drafted();
    valueOf(await tell({ ...publish('2027-03-01') }, second));
    now = '2026-12-31T02:00:00.000Z';
    await watch.lookOnce();
    await watch.lookOnce();
    const streams = await noted();
    expect(new Set(streams).size).toBe(streams.length);
    expect(streams).toContain('procedure-CSTDCS');
    expect(streams).not.toContain('procedure-BK_TINH');
  });
});
