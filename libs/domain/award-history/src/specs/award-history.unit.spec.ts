import { type Actor, bytesOf, type Decision } from '#libs/domain/kernel';
import {
  type AwardHistoryCommand,
  awardHistoryCommands,
  type AwardHistoryContext,
  awardHistoryDecider,
  awardHistoryEvents,
  type AwardHistoryFact,
  type MaybeAwardHistory,
  type RecordedAwardHistoryFact,
  splitAwardHistoryFact,
} from '../index.js';

const officer: Actor = { id: 'acc-1', positionId: 'P1', unitId: 'U1', roles: ['officer'] };
const someone = { kind: 'individual', name: 'Lò Thị Mẫu', unit: 'Trạm 1', award: 'CSTDCS', meritYear: 2024 } as const;

function recorded(facts: readonly AwardHistoryFact[], from = 0): RecordedAwardHistoryFact[] {
  return facts.map(
    (fact, index) =>
      ({
        type: fact.type,
        data: awardHistoryEvents[fact.type].schema.parse(JSON.parse(JSON.stringify(fact.data))),
        revision: from + index,
        recordedAt: '2026-08-21T02:00:00.000Z',
        effectiveAt: '2026-08-21T02:00:00.000Z',
        actor: { ...officer, roles: [] },
      }) as RecordedAwardHistoryFact,
  );
}

const awards = new Set(['CSTDCS', 'BK_TINH', 'GK', 'KNC']);

/** The lists of one unit, kept by whoever asks. */
class Lists {
  state: MaybeAwardHistory = undefined;
  private imported = 0;

  ask(command: AwardHistoryCommand, context: Partial<AwardHistoryContext> = {}): Decision<readonly AwardHistoryFact[]> {
    this.imported += 1;
    const all = {
      unitId: 'U1',
      actor: officer,
      importId: `I${this.imported}`,
      today: '2026-08-21',
      awards,
      ...context,
    };
    const decided = awardHistoryDecider.decide(command, this.state, all);
    if (decided.ok)
      for (const fact of recorded(decided.value)) this.state = awardHistoryDecider.evolve(this.state, fact);
    return decided;
  }

  import(recipients: readonly object[], more: object = {}, context: Partial<AwardHistoryContext> = {}) {
    const data = awardHistoryCommands.import.parse({ source: 'Sổ cũ', recipients, ...more });
    return this.ask({ type: 'import', data }, context);
  }

  strike(importId: string, line: number) {
    return this.ask({ type: 'strike', data: { importId, line, because: 'wrong', reason: 'Nhập sai' } });
  }
}

const codeOf = (decided: Decision<unknown>) => (decided.ok ? 'ok' : decided.error.code);

describe('A list of earlier awards', () => {
  it('is taken whole, with where it comes from and for which years it is whole', () => {
    const lists = new Lists();
    const covers = { from: 2023, to: 2025 };
    const taken = lists.import([someone, { kind: 'collective', name: 'Tổ Một', unit: 'Trạm 1' }], { covers });
    expect(taken).toMatchObject({
      ok: true,
      value: [
        { type: 'PastAwardsImported', data: { importId: 'I1', source: 'Sổ cũ', covers, lines: 2, firstLine: 1 } },
      ],
    });
  });

  it('with one bad line is taken by nobody, and each bad line is named', () => {
    const lists = new Lists();
    const tested = (lines: readonly object[], more = {}) => {
      const decided = lists.import(lines, more);
      return decided.ok ? 'ok' : [decided.error.code, decided.error.params?.['lines']];
    };
    const { award: _award, ...nothing } = someone;
    expect(tested([someone, nothing])).toEqual(['PAST_AWARD_LINE_FAULTY', ['2']]);
    expect(tested([nothing], { covers: { to: 2025 } })).toEqual(['PAST_AWARD_LINE_FAULTY', ['1']]);
    const born = { ...someone, kind: 'collective', birthDate: '1990-01-01' };
    expect(tested([born])).toEqual(['PAST_AWARD_LINE_FAULTY', ['1']]);
    expect(tested([someone, { ...someone, decidedOn: '2026-08-22' }])).toEqual(['PAST_AWARD_IN_FUTURE', ['2']]);
    expect(tested([someone, { ...someone, meritYear: 2027 }])).toEqual(['PAST_AWARD_MERIT_IN_FUTURE', ['2']]);
    expect(
      tested([
        { ...someone, meritYear: 2026 },
        { ...someone, award: 'CSTDC' },
      ]),
    ).toEqual(['PAST_AWARD_CODE_UNKNOWN', ['2']]);
    expect(tested([someone, { ...someone, name: 'LÒ THỊ MẪU' }])).toEqual(['PAST_AWARD_TWICE', ['2 = 1']]);
    expect(lists.state).toBeUndefined();
  });

  it('that was imported already is not imported again: every award would count twice', () => {
    const lists = new Lists();
    const sha256 = 'a'.repeat(64);
    expect(codeOf(lists.import([someone], { sha256 }))).toBe('ok');
    expect(codeOf(lists.import([someone], { sha256 }))).toBe('PAST_AWARDS_KNOWN_ALREADY');
    expect(codeOf(lists.import([{ ...someone, meritYear: 2025 }]))).toBe('ok');
  });

  it('is kept by the unit’s own officers and by nobody else', () => {
    const lists = new Lists();
    const by = (actor: Partial<Actor>) => codeOf(lists.import([someone], {}, { actor: { ...officer, ...actor } }));
    expect([by({ roles: ['submitter'] }), by({ roles: ['auditor'] }), by({ unitId: 'U2' })]).toEqual([
      'POSITION_NOT_ALLOWED',
      'POSITION_NOT_ALLOWED',
      'OTHER_UNIT',
    ]);
  });

  it('too long for one append comes in parts, each with its first line', () => {
    const lists = new Lists();
    const lines = Array.from({ length: 40 }, (_, index) => ({ ...someone, name: `Người ${index}` }));
    const [fact] = (lists.import(lines) as { value: readonly AwardHistoryFact[] }).value as [AwardHistoryFact];
    const parts = splitAwardHistoryFact(fact, undefined, Math.ceil(bytesOf(fact) / 3));
    expect(parts.length).toBeGreaterThan(2);
    const all = parts.flatMap((part) => (part.type === 'PastAwardsImported' ? part.data.recipients : []));
    expect(all).toEqual(fact.type === 'PastAwardsImported' ? fact.data.recipients : []);
    let next = 1;
    for (const part of parts) {
      if (part.type !== 'PastAwardsImported') continue;
      expect([part.data.firstLine, part.data.lines]).toEqual([next, 40]);
      next += part.data.recipients.length;
    }
    let state: MaybeAwardHistory;
    for (const part of recorded(parts)) state = awardHistoryDecider.evolve(state, part);
    expect(state?.imports.get('I1')).toEqual({ lines: 40, struck: new Set() });
  });
});

describe('A line of a list', () => {
  it('is struck once, with a reason, and only if it is there', () => {
    const lists = new Lists();
    lists.import([someone]);
    expect(['I1', 'I9'].map((importId) => codeOf(lists.strike(importId, 2)))).toEqual([
      'PAST_AWARD_UNKNOWN',
      'PAST_AWARD_UNKNOWN',
    ]);
    expect([codeOf(lists.strike('I1', 1)), codeOf(lists.strike('I1', 1))]).toEqual(['ok', 'PAST_AWARD_STRUCK_ALREADY']);
  });
});

describe('Whose an award is', () => {
  const said = { dossierId: 'D1', nomineeId: 'N1', ref: 'I1/L1', same: true, reason: 'Đối chiếu lý lịch' };
  const dossier = { bodyId: 'U1', nominees: new Set(['N1']) };

  it('a person says, about a nominee before his own body', () => {
    const lists = new Lists();
    const say = (data: object, context: Partial<AwardHistoryContext> = { dossier }) =>
      codeOf(
        lists.ask({ type: 'recognise', data: awardHistoryCommands.recognise.parse({ ...said, ...data }) }, context),
      );
    expect(say({})).toBe('ok');
    expect(say({ same: false })).toBe('ok');
    expect(say({}, {})).toBe('NOT_FOUND');
    expect(say({}, { dossier: { ...dossier, bodyId: 'U2' } })).toBe('OTHER_UNIT');
    expect(say({ nomineeId: 'N2' })).toBe('NOMINEE_UNKNOWN');
    expect(say({ ref: 'D1/N1' })).toBe('RECOGNISED_ITSELF');
    expect(awardHistoryCommands.recognise.safeParse({ ...said, reason: '' }).success).toBe(false);
  });
});
