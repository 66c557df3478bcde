import { PostgresEventStore } from '#libs/engine/event-store';
import { CitingOffice } from '../../../../../test/support/citing-dossiers.js';
import { lawWith, restorable } from '../../../../../test/support/law-with-criteria.js';
import { openReadSide, type ReadSide } from '../../../../../test/support/read-side.js';

const RACES = 20;

describe('two processes whose dossiers cite the same initiatives, in PostgreSQL', () => {
  let side: ReadSide;
  let second: PostgresEventStore;

  beforeEach(async () => {
    side = await openReadSide();
    second = new PostgresEventStore({ url: side.url, applicationName: 'second process' });
  });
  afterEach(async () => {
    await second.close();
    await side.dispose();
  });

  it('R16: exactly one of two receipts gets it, each time, with one fact about it', async () => {
    const [one, other] = [new CitingOffice(side.store), new CitingOffice(second)];
    const won = { one: 0, other: 0 };
    for (let race = 0; race < RACES; race++) {
      const claims = [{ initiatives: [{ id: `I-${race}` }], achievements: [`A-${race}`] }];
      await one.submitted(`D${race}a`, claims);
      await other.submitted(`D${race}b`, claims);
      const answers = await Promise.all([one.receive(`D${race}a`), other.receive(`D${race}b`)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const [loser] = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.rule]));
      expect(['R15', 'R16']).toContain(loser);
      won[answers[0].ok ? 'one' : 'other'] += 1;
      for (const stream of [`initiative-I-${race}`, `achievement-A-${race}`])
        expect(await one.factsOf(stream)).toEqual(['ReservationTaken']);
    }
    expect(won.one + won.other).toBe(RACES);
  });

  it('also where the one that had it ends at the same moment', async () => {
    const [one, other] = [new CitingOffice(side.store), new CitingOffice(second)];
    const claims = [{ initiatives: [{ id: 'I-1' }] }];
    for (const id of ['D0', 'D1', 'D2']) await one.submitted(id, claims);
    await one.receive('D0');
    await one.withdraw('D0');
    const answers = await Promise.all([one.receive('D1'), other.receive('D2')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await one.factsOf('initiative-I-1')).toEqual([
      'ReservationTaken',
      'ReservationReleased',
      'ReservationTaken',
    ]);
  });

  it('R55: of a receipt and a restoration that want the same exactly one gets it, each time', async () => {
    const law = lawWith({ 'BK_TINH.R2025.1': restorable });
    const [one, other] = [new CitingOffice(side.store, law.home), new CitingOffice(second, law.home)];
    const won = { restored: 0, received: 0 };
    for (let race = 0; race < RACES; race++) {
      const claims = [{ achievements: [`A-${race}`] }];
      const [granted, decision, wanting] = [`D${race}a`, `Q${race}`, `D${race}b`];
      await one.submitted(granted, claims);
      await one.receive(granted);
      await one.decided(granted, ['N1']);
      await one.granted(decision, granted, ['N1']);
      await one.cancel(decision, granted, 'N1');
      await other.submitted(wanting, claims);
      const [restored, received] = await Promise.all([one.restore(decision, granted, 'N1'), other.receive(wanting)]);
      expect([restored.ok, received.ok].filter(Boolean)).toHaveLength(1);
      won[restored.ok ? 'restored' : 'received'] += 1;
      expect([restored, received].find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ACHIEVEMENT_TAKEN' } });
    }
    expect(won.restored + won.received).toBe(RACES);
    law.drop();
  });
});

describe('two processes whose decisions take places of the year, in PostgreSQL', () => {
  const law = lawWith({
    'BK_TINH.R2025.1': {
      ...restorable,
      criteria: { quota: { perYear: 3, source: 'HN 71/2025', confidence: 'verified' } },
    },
  });
  let side: ReadSide;
  let second: PostgresEventStore;

  beforeEach(async () => {
    side = await openReadSide();
    second = new PostgresEventStore({ url: side.url, applicationName: 'second process' });
  });
  afterEach(async () => {
    await second.close();
    await side.dispose();
  });
  afterAll(() => law.drop());

  it('R23: never more than there are; what is given up or cancelled is free again', async () => {
    const [one, other] = [new CitingOffice(side.store, law.home), new CitingOffice(second, law.home)];
    for (const id of ['D1', 'D2', 'D3']) {
      await one.submitted(id, [{}, {}]);
      await one.receive(id);
      await one.decided(id, ['N1', 'N2']);
      await one.drafted(`Q${id}`, id, ['N1', 'N2']);
    }
    const answers = await Promise.all([one.issue('QD1'), other.issue('QD2')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: { code: 'QUOTA_EXCEEDED', rule: 'R23', params: { left: 1, asked: 2 } } });
    // A refused decision leaves no gap in the register (R45).
    expect(await one.factsOf('register-ubnd-tinh-qd--51c490-2026')).toEqual(['NumberTaken']);
    const [winner, dossier] = answers[0].ok ? (['QD1', 'D1'] as const) : (['QD2', 'D2'] as const);
    await one.cancel(winner, dossier, 'N1');
    expect((await one.issue('QD3')).ok).toBe(true);
  });

  it('R55: a restoration takes a place again while there is one, and never one that another decision has', async () => {
    const [one, other] = [new CitingOffice(side.store, law.home), new CitingOffice(second, law.home)];
    for (const id of ['D1', 'D2']) {
      await one.submitted(id, [{}, {}]);
      await one.receive(id);
      await one.decided(id, ['N1', 'N2']);
    }
    await one.granted('Q1', 'D1', ['N1', 'N2']);
    // 2 of 3 are taken; cancelled and restored as often as one likes, it stays at 2.
    for (const _time of [1, 2]) {
      await one.cancel('Q1', 'D1', 'N1');
      expect((await one.restore('Q1', 'D1', 'N1')).ok).toBe(true);
    }
    await one.drafted('Q2', 'D2', ['N1', 'N2']);
    expect(await one.issue('Q2')).toMatchObject({ error: { code: 'QUOTA_EXCEEDED', params: { left: 1, asked: 2 } } });
    // The last two places: for a decision of two, or for the restored one and nobody else.
    await one.cancel('Q1', 'D1', 'N1');
    const answers = await Promise.all([one.issue('Q2'), other.restore('Q1', 'D1', 'N1')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'QUOTA_EXCEEDED', rule: 'R23' } });
  });
});
