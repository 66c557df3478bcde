import { randomUUID } from 'node:crypto';
import type { DossierCommand } from '#libs/domain/dossier';
import { type Actor, type Clock, type Instant, localDateOf, valueOf } from '#libs/domain/kernel';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { sampleActor, systemActor } from '#libs/service/access';
import { home } from '#libs/service/foundation';
import { canonicalProcedure, type Law, loadLaw } from '#libs/service/law';
import { lawFile } from '../../../../../test/support/law-files.js';
import type { CommandRequest } from '../command-request.js';
import { Dossiers } from '../dossiers.js';
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

const request = (actor: Actor): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId };
};
const give = (id: string, command: DossierCommand, actor: Actor) => dossiers.execute(id, command, request(actor));

const papers = ['TT', 'BC_CT_CN', 'BB_PHIEU', 'SK'];

/** A dossier that a unit has filled and handed in. */
async function submitted(id: string): Promise<void> {
  const people = ['Người Một', 'Người Hai'].map((name) => ({ kind: 'individual' as const, name, unit: 'Sở Mẫu' }));
  const way: readonly DossierCommand[] = [
    { type: 'draft', data: { procedure: 'CSTDCS', kind: 'cong_trang', title: 'Đợt', bodyId: officer.unitId } },
    { type: 'add-nominees', data: { nominees: people } },
    ...papers.map((document): DossierCommand => ({ type: 'attach-document', data: { document } })),
    { type: 'submit', data: {} },
  ];
  for (const command of way) valueOf(await give(id, command, unit));
}
const receive = (id: string) => give(id, { type: 'receive', data: {} }, officer);

beforeEach(async () => {
  store = new InMemoryEventStore();
  law = valueOf(loadLaw(home));
  lives = new ProcedureLives(store, law, clock);
  dossiers = new Dossiers(store, law, clock);
  now = '2026-01-05T02:00:00.000Z';
  valueOf(await enterShippedProcedures(store, clock, law));
});

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
  it('R2 decides by the later rule alone: half of the votes pass, and all else is as the receipt bound it', async () => {
    now = '2026-09-15T02:00:00.000Z';
    await submitted('d1');
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
