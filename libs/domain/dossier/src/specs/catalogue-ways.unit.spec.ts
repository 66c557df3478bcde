import { type DossierCommand, viewDossier } from '#libs/domain/dossier';
import type { Actor } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { type AwardDesk, takenTo } from '../../../../../test/support/award-desk.js';
import { people } from '../../../../../test/support/dossier-desk.js';
import { catalogue } from '../../../../../test/support/procedures.js';

const file = (code: string): Procedure => {
  const found = catalogue.find((each) => each.code === code && each.regime === 'R2025');
  if (!found) throw new Error(code);
  return found;
};
const merit = (procedure: Procedure) => ({ procedure, kind: 'cong_trang' as const, subject: 'individual' as const });

/** One more act at an office that stopped; the code of its refusal, or nothing. */
function asked(office: AwardDesk, by: Actor, type: string, data: object = {}): string | undefined {
  const done = office.desk.take({ command: { type, data } as unknown as DossierCommand, by });
  return done.ok ? undefined : `${done.error.code} ${done.error.rule ?? ''}`.trim();
}

const letter = { number: '1/BB', date: '2026-03-02' };
const session = (members: number, present: number, written = 0) => ({
  heldOn: '2026-03-02',
  minutes: letter,
  members,
  present,
  written,
});

describe('A council whose answer is written down', () => {
  const order = merit(file('HCLD3'));
  const answer = async (outcome: string, given?: object) => {
    const office = await takenTo('base-council', order);
    const secretary = office.actor({ role: 'secretary', level: 'BASE' });
    const more = outcome === 'not_held' ? { reason: 'Vắng chủ tịch' } : {};
    return asked(office, secretary, 'complete-step', { outcome, ...more, ...(given ? { session: given } : {}) });
  };

  it('R24 met with two thirds of its members, as one whose votes are counted; letters are no presence', async () => {
    expect(await answer('passed')).toBe('SESSION_MISSING R24');
    expect(await answer('passed', session(17, 11))).toBe('QUORUM_MISSING R24');
    expect(await answer('none_passed', session(17, 11, 6))).toBe('QUORUM_MISSING R24');
    expect(await answer('passed', session(17, 12))).toBeUndefined();
  });

  it('R29 has no more answers than members', async () => {
    expect(await answer('passed', session(9, 9, 1))).toBe('COUNCIL_COUNTS_IMPOSSIBLE R29');
  });

  it('says of no session where it did not meet', async () => {
    expect(await answer('not_held')).toBeUndefined();
    expect(await answer('not_held', session(9, 9))).toBe('SESSION_NOT_HERE');
  });

  it('R25 of the central council needs nine tenths of its members for a hero', async () => {
    const office = await takenTo('central-council', merit(file('AHLD')));
    const secretary = office.actor({ role: 'secretary', level: 'MOHA' });
    const count = (present: number) => ({
      method: 'ballot',
      heldOn: office.today(),
      minutes: letter,
      members: 17,
      present,
      written: 17 - present,
      tellers: ['K1', 'K2'],
      results: [{ nomineeId: 'N1', yes: 17, no: 0, other: 0 }],
      differingOpinions: [],
    });
    expect(asked(office, secretary, 'record-council-result', count(15))).toBe('QUORUM_MISSING R25');
    expect(asked(office, secretary, 'record-council-result', count(16))).toBeUndefined();
  });

  it('R29 letters that the rules only note are no votes', async () => {
    const { votes, ...rest } = file('CSTD_BT');
    const noted = (written: 'counted' | 'noted'): Procedure => {
      const b90 = { ...votes['b90']!, absentees: { written, source: 'Quy chế', confidence: 'design' as const } };
      return { ...rest, votes: { ...votes, b90 } };
    };
    for (const [written, refused] of [
      ['counted', undefined],
      ['noted', 'VOTES_EXCEED_VOTERS R29'],
    ] as const) {
      const office = await takenTo('council.mp', merit(noted(written)));
      const secretary = office.actor({ role: 'secretary', level: 'MP' });
      const results = [{ nomineeId: 'N1', yes: 17, no: 0, other: 0 }];
      const counts = { ...session(17, 15, 2), tellers: ['K1', 'K2'], results, differingOpinions: [] };
      expect(asked(office, secretary, 'record-council-result', { method: 'ballot', ...counts })).toBe(refused);
    }
  });
});

describe('A decision whose text is wrong', () => {
  const certificate = merit(file('BK_BO'));

  it('goes back to who decides, with a reason, and comes again', async () => {
    const office = await takenTo('issue', certificate);
    const clerk = office.actor({ role: 'clerk', level: 'MP' });
    expect(asked(office, clerk, 'complete-step', { outcome: 'wrong_text' })).toBe('REASON_MISSING');
    expect(asked(office, clerk, 'complete-step', { outcome: 'wrong_text', reason: 'Sai tên' })).toBeUndefined();
    expect(office.desk.state?.places).toEqual(['decide.mp']);
    const authority = office.actor({ role: 'authority', level: 'MP' });
    expect(asked(office, authority, 'approve', { approved: ['N1'], refused: [] })).toBeUndefined();
    expect(office.desk.state?.places).toEqual(['issue']);
  });

  it('stays while somebody stands in a draft: that is given up first', async () => {
    const office = await takenTo('issue', certificate);
    const clerk = office.actor({ role: 'clerk', level: 'MP' });
    asked(office, people.system, 'enter-in-decision', { decisionId: 'Q1', nominees: ['N1'] });
    const wrong = { outcome: 'wrong_text', reason: 'Sai tên' };
    expect(asked(office, clerk, 'complete-step', wrong)).toBe('NOMINEE_IN_ANOTHER_DECISION');
    asked(office, people.system, 'release-from-decision', { decisionId: 'Q1', reason: 'Sai' });
    expect(asked(office, clerk, 'complete-step', wrong)).toBeUndefined();
  });
});

describe('R18 a dossier that stands still', () => {
  const suspension = { ground: 'complaint', reason: 'Đang xác minh', letter };

  it('is ended by the authority, with its clocks; the unit is told why', async () => {
    const office = await takenTo('appraise.mp', merit(file('BK_BO')));
    const [officer, authority] = (['officer', 'authority'] as const).map((role) => office.actor({ role, level: 'MP' }));
    const close = { reason: 'Tố cáo đúng' };
    expect(asked(office, authority!, 'reject', close)).toBe('DOSSIER_NOT_SUSPENDED');
    expect(asked(office, officer!, 'suspend', suspension)).toBeUndefined();
    expect(asked(office, officer!, 'reject', close)).toBe('POSITION_NOT_ALLOWED R1');
    expect(asked(office, authority!, 'reject', close)).toBeUndefined();
    const { state } = office.desk;
    expect([state?.places, state?.suspended]).toEqual([['refusal-notice'], false]);
    const running = state && viewDossier(state).deadlines.filter((each) => ['running', 'paused'].includes(each.state));
    expect(running?.map(({ clock }) => clock)).toEqual(['refusal-notice']);
    expect(asked(office, officer!, 'complete-step', { outcome: 'sent' })).toBeUndefined();
    expect(state && file('BK_BO').steps[office.desk.state?.step ?? '']).toMatchObject({ outcome: 'rejected' });
  });

  it('is not ended where the file does not say so', async () => {
    const office = await takenTo('council', merit(file('BK_TINH')));
    const [officer, authority] = (['officer', 'authority'] as const).map((role) => office.actor({ role, level: 'MP' }));
    asked(office, officer!, 'suspend', suspension);
    expect(asked(office, authority!, 'reject', { reason: 'Tố cáo đúng' })).toBe('DOSSIER_SUSPENDED R18');
  });
});

describe('The receipt of a dossier', () => {
  it('R3 warns of what nobody has read about its award, also under the law in force', async () => {
    const told = async (code: string, kind: 'cong_trang' | 'dot_xuat') => {
      const office = await takenTo('return.mp', { ...merit(file(code)), kind });
      return office.desk.state?.warnings;
    };
    expect(await told('HCDC', 'dot_xuat')).toEqual(['CONFIDENCE_UNKNOWN']);
    expect(await told('BK_BO', 'cong_trang')).toEqual([]);
  });

  it('is refused for an award whose procedure nobody has read, however the dossier was begun', async () => {
    const wanted = merit(file('BK_BO'));
    const office = await takenTo('intake.mp', wanted);
    const reason = { vi: 'Chưa đọc', en: 'Not read' };
    const unread = { ...wanted.procedure, receivable: false, notReceivable: { reason, toRead: [] } };
    Object.assign(office.desk.setting, { procedures: [unread] });
    expect(asked(office, office.actor({ role: 'officer', level: 'MP' }), 'receive')).toBe(
      'PROCEDURE_NOT_RECEIVABLE R1',
    );
  });
});
