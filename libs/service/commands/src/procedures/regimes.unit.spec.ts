import { randomUUID } from 'node:crypto';
import type { DossierCommand } from '#libs/domain/dossier';
import { type Actor, type Clock, type Instant, localDateOf, toInstant, valueOf } from '#libs/domain/kernel';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { sampleActor, systemActor } from '#libs/service/access';
import { home } from '#libs/service/foundation';
import { canonicalProcedure, type Law, loadLaw } from '#libs/service/law';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { lawFile } from '../../../../../test/support/law-files.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';
import type { CommandRequest } from '../command-request.js';
import { Dossiers } from '../dossiers.js';
import { dossierStream } from '../ids.js';
import { enterShippedProcedures } from './enter-shipped-procedures.js';
import { ProcedureLives } from './procedure-lives.js';

const unit = sampleActor('acc-don-vi');
const officer = sampleActor('acc-tham-dinh');
const operator = sampleActor('acc-van-hanh');
const second: Actor = { ...operator, id: 'acc-van-hanh-2' };

let now: Instant;
const clock: Clock = { now: () => now };
let store: InMemoryEventStore;
let law: Law;
let lives: ProcedureLives;
let dossiers: Dossiers;

const moment = (text: string): Instant => toInstant(text) ?? text;
const before = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) - minutes * 60_000).toISOString();

const request = (actor: Actor): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId };
};
const give = (id: string, command: DossierCommand, actor: Actor) => dossiers.execute(id, command, request(actor));

/** The papers that each award asks for, with those forms that are the same under every regime left out. */
const papers: Readonly<Record<string, readonly string[]>> = {
  CSTDCS: ['TT', 'BC_CT_CN', 'BB_PHIEU', 'SK'],
  BK_TINH: ['TT', 'DS', 'BC_CT_CN', 'BB'],
};

/** A dossier that a unit has filled and handed in. */
async function submitted(id: string, award: string): Promise<void> {
  const people = ['Người Một', 'Người Hai'].map((name) => ({ kind: 'individual' as const, name, unit: 'Sở Mẫu' }));
  const way: readonly DossierCommand[] = [
    { type: 'draft', data: { procedure: award, kind: 'cong_trang', title: 'Đợt', bodyId: officer.unitId } },
    { type: 'add-nominees', data: { nominees: people } },
    ...(papers[award] ?? []).map((document): DossierCommand => ({ type: 'attach-document', data: { document } })),
    { type: 'submit', data: {} },
  ];
  for (const command of way) valueOf(await give(id, command, unit));
}
const receive = (id: string) => give(id, { type: 'receive', data: {} }, officer);
const regimeOf = (version = ''): string => version.split('.')[0] ?? '';

beforeEach(async () => {
  store = new InMemoryEventStore();
  law = valueOf(loadLaw(home));
  lives = new ProcedureLives(store, law, clock);
  dossiers = new Dossiers(store, law, clock);
  now = '2026-01-05T02:00:00.000Z';
  valueOf(await enterShippedProcedures(store, clock, law));
});

interface RegimeCase {
  readonly award: string;
  readonly receivedAt: string;
  readonly decideAt: string;
  readonly submittedAt?: string;
  readonly detachedAt?: string;
}

describe('R1 a dossier is bound by its receipt', () => {
  it.each(casesOf<RegimeCase, { regime: string }>('R1', 'regime'))('R1 $id: $title', async ({ data, then }) => {
    const receivedAt = moment(data.receivedAt);
    now = data.submittedAt === undefined ? before(receivedAt, 1) : moment(data.submittedAt);
    await submitted('d1', data.award);
    now = receivedAt;
    valueOf(await receive('d1'));
    let judged = 'd1';
    if (data.detachedAt !== undefined) {
      now = moment(data.detachedAt);
      const leave: DossierCommand = { type: 'detach-nominees', data: { nominees: ['N1'], reason: 'Có khiếu nại' } };
      valueOf(await give('d1', leave, officer));
      judged = (await dossiers.load('d1'))?.detached[0]?.childDossierId ?? '';
      const opened: DossierCommand = { type: 'open-detached', data: { parentDossierId: 'd1', nominees: ['N1'] } };
      valueOf(await give(judged, opened, systemActor));
    }
    now = moment(data.decideAt);
    const verdicts = [{ nomineeId: 'N1', verdict: 'qualified' as const, reason: 'Đủ', evidence: [] }];
    valueOf(await give(judged, { type: 'appraise-nominees', data: { verdicts } }, officer));
    const pin = (await dossiers.load(judged))?.procedure;
    expect(regimeOf(pin?.version)).toBe(then.value?.regime);
    let last: unknown;
    for await (const event of store.readStream(dossierStream(judged))) last = event.metadata['procedure'];
    expect(last).toEqual(pin);
  });
});

interface FavourableCase {
  readonly pinned: string;
  readonly newer: string;
  readonly rule: string;
  readonly moreFavourable: boolean;
  readonly reason: string;
}

/** What the cases call a rule, and where it stands. */
const rulePaths: Readonly<Record<string, string>> = {
  'vote threshold': 'votes.ballot.threshold',
  threshold: 'votes.ballot.threshold',
  quorum: 'votes.ballot.quorum',
  'time limit': 'clocks.appraise.limit',
  appraisal: 'clocks.appraise.limit',
};

/** Publishes a newer version of CSTĐ cơ sở with half of the votes, marked as more favourable or not. */
async function publishNewer(version: string, rule: string, marked: boolean): Promise<void> {
  const base = lawFile('../procedures/CSTDCS.R2026.1.json') as {
    votes: { ballot: { threshold: object } };
  };
  const mark = { rule, source: 'Điều khoản chuyển tiếp', confidence: 'design' };
  const document = {
    ...base,
    code: 'CSTDCS',
    version,
    carriedOver: null,
    votes: {
      ballot: { ...base.votes.ballot, threshold: { ...base.votes.ballot.threshold, numerator: 1, denominator: 2 } },
    },
    ...(marked ? { moreFavourable: [mark] } : {}),
  };
  const { hash } = canonicalProcedure(document);
  const tell = (command: Parameters<ProcedureLives['execute']>[1], actor: Actor) =>
    lives.execute('CSTDCS', command, request(actor));
  valueOf(await tell({ type: 'save-draft', data: { document } }, operator));
  const run = { version, hash, runId: 'run', dossiers: 0, otherOutcome: 0, otherDeadline: 0 };
  valueOf(await tell({ type: 'record-dry-run', data: run }, systemActor));
  valueOf(await tell({ type: 'publish', data: { version, hash, from: '2026-11-01', until: null } }, second));
}

describe('R2 a more favourable rule is applied by an explicit fact', () => {
  it.each(casesOf<FavourableCase, { ruleVersion: string; otherRules: string }>('R2', 'favourable'))(
    'R2 $id: $title',
    async ({ data, then }) => {
      const rule = rulePaths[data.rule] ?? data.rule;
      now = '2026-09-15T02:00:00.000Z';
      await submitted('d1', 'CSTDCS');
      valueOf(await receive('d1'));
      await publishNewer(data.newer, rule, data.moreFavourable);
      now = '2026-11-02T02:00:00.000Z';
      const before = await store.streamRevision(dossierStream('d1'));
      const asked = { rule, version: data.newer, reason: data.reason };
      const done = await give('d1', { type: 'apply-favourable', data: asked }, officer);
      expect(done.ok).toBe(then.allowed);
      const state = await dossiers.load('d1');
      expect(regimeOf(state?.procedure?.version)).toBe(data.pinned);
      if (!done.ok) {
        expect(done.error.rule).toBe(then.rule);
        expect(await store.streamRevision(dossierStream('d1'))).toBe(before);
        return;
      }
      expect(done.value.events).toEqual(['FavourableRuleApplied']);
      expect(state?.favourable.map(({ version }) => version.version)).toEqual([then.value?.ruleVersion]);
      expect(regimeOf(state?.procedure?.version)).toBe(then.value?.otherRules);
    },
  );

  it('R2 decides by the later rule alone: half of the votes pass, and all else is as the receipt bound it', async () => {
    now = '2026-09-15T02:00:00.000Z';
    await submitted('d1', 'CSTDCS');
    valueOf(await receive('d1'));
    await publishNewer('R2026-fixture', 'votes.ballot.threshold', true);
    now = '2026-11-02T02:00:00.000Z';
    const asked = { rule: 'votes.ballot.threshold', version: 'R2026-fixture', reason: 'Có lợi hơn' };
    for (const [actor, code] of [
      [unit, 'POSITION_NOT_ALLOWED'],
      [{ ...officer, unitId: 'khac' }, 'OTHER_UNIT'],
    ] as const) {
      expect(await give('d1', { type: 'apply-favourable', data: asked }, actor)).toMatchObject({ error: { code } });
    }
    const other = { ...asked, rule: 'votes.ballot.quorum' };
    expect(await give('d1', { type: 'apply-favourable', data: other }, officer)).toMatchObject({
      error: { code: 'NOT_MORE_FAVOURABLE', rule: 'R2' },
    });
    valueOf(await give('d1', { type: 'apply-favourable', data: asked }, officer));
    const verdicts = ['N1', 'N2'].map((nomineeId) => ({
      nomineeId,
      verdict: 'qualified' as const,
      reason: 'Đủ',
      evidence: [],
    }));
    valueOf(await give('d1', { type: 'appraise-nominees', data: { verdicts } }, officer));
    valueOf(await give('d1', { type: 'complete-appraisal', data: {} }, officer));
    const on = localDateOf(now);
    const count = (nomineeId: string, yes: number) => ({ nomineeId, yes, no: 17 - yes, other: 0 });
    const counted: DossierCommand = {
      type: 'record-council-result',
      data: {
        method: 'ballot',
        heldOn: on,
        minutes: { number: '1/BB', date: on },
        members: 17,
        present: 17,
        written: 0,
        tellers: ['a', 'b'],
        results: [count('N1', 9), count('N2', 8)],
        differingOpinions: [],
      },
    };
    valueOf(await give('d1', counted, sampleActor('acc-thu-ky')));
    const state = await dossiers.load('d1');
    expect([...(state?.nominees.values() ?? [])].map(({ vote }) => vote?.passed)).toEqual([true, false]);
    expect(state?.procedure?.version).toBe('R2025.1');
  });
});

interface ExpiryCase {
  readonly regimeTo: string;
  readonly award: string;
  readonly receivedAt: string;
  readonly successorLoaded: boolean;
}

describe('R3 an expired regime takes no new dossier', () => {
  it.each(casesOf<ExpiryCase, { warning: boolean }>('R3', 'expiry'))('R3 $id: $title', async ({ data, then }) => {
    const receivedAt = moment(data.receivedAt);
    const inForce = law.procedures.findLast(({ code }) => code === data.award);
    expect(inForce?.effective.until).toBe(data.regimeTo);
    // It was handed in while there was a version, and is received on the day of the case.
    now = '2027-01-15T02:00:00.000Z';
    await submitted('d1', data.award);
    now = receivedAt;
    const done = await receive('d1');
    expect(done.ok).toBe(then.allowed);
    if (!done.ok) return expect(done.error.rule).toBe(then.rule);
    const warnings = (await dossiers.load('d1'))?.warnings ?? [];
    expect(warnings.includes('EXPIRES_SOON')).toBe(then.value?.warning ?? false);
  });
});
