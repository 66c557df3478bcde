import { foldDossier, viewDossier } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { ASKED, Desk, people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import {
  deadlineCancelled,
  deadlineMet,
  deadlineSet,
  deskAfter,
  fact,
  given,
} from '../../../../../test/support/dossier-spec.js';

const opinionRequested = fact('OpinionRequested');
const opinionReceived = fact('OpinionReceived');
const stepCompleted = fact('StepCompleted');
const preparing = () => paths.appraised({ procedure: 'HYCK' });
const proceed = () => acts.completeStep({ outcome: 'proceed', reason: 'Đã đôn đốc ba lần', by: people.authority });

describe('R41: opinions of other bodies', () => {
  it('each body that is asked has a clock of its own', () => {
    given(preparing())
      .when(acts.askOpinion({ at: '2026-08-04' }))
      .yields(
        opinionRequested({
          opinionId: 'O1',
          at: 'consult',
          level: 'MP',
          byUnitId: 'BODY-1',
          body: { name: 'Cục Thuế tỉnh' },
        }),
        opinionRequested({ opinionId: 'O2', body: { unitId: ASKED, name: 'Công an tỉnh' } }),
        deadlineSet({ deadlineId: 'reply-1', opinionId: 'O1', dueAt: '2026-08-18T10:00:00.000Z' }),
        deadlineSet({ deadlineId: 'reply-2', opinionId: 'O2', dueAt: '2026-08-18T10:00:00.000Z' }),
      );
  });

  it('an answer ends the clock of its own body alone; only the last one starts what counts from all answers', () => {
    given(paths.asked())
      .when(acts.recordOpinion({ answer: 'objects', text: 'Còn nợ thuế' }))
      .yields(
        opinionReceived({ opinionId: 'O1', answer: 'objects', byBody: false, late: false }),
        deadlineMet({ deadlineId: 'reply-1' }),
      );
    given(paths.asked(), acts.recordOpinion())
      .when(acts.answerOpinion())
      .yields(
        opinionReceived({ opinionId: 'O2', byBody: true }),
        deadlineMet({ deadlineId: 'reply-2' }),
        deadlineSet({ clock: 'submit' }),
      );
  });

  it('rests on a paper only if that lies in the dossier', () => {
    given(paths.asked())
      .when(acts.recordOpinion({ document: 'f'.repeat(64) }))
      .refused('PAPER_NOT_IN_DOSSIER');
  });

  it('counts from the answer that came last, in whichever order they are written down', () => {
    const late = { at: '2026-08-06', recordedAt: '2026-08-10T10:00:00+07:00', reason: 'Văn thư chuyển chậm' };
    given(paths.asked(), acts.recordOpinion({ opinionId: 'O2', at: '2026-08-10' }))
      .when(acts.recordOpinion({ opinionId: 'O1', ...late }))
      .yieldsAmongOthers(deadlineSet({ clock: 'submit', startedAt: '2026-08-10T02:00:00.000Z' }));
  });

  it('silence is no consent: the step is not done while one answer is missing', () => {
    const one = given(paths.asked(), acts.recordOpinion());
    one
      .when(acts.completeStep({ outcome: 'answered' }))
      .refused('OPINIONS_MISSING', { rule: 'R41', params: { missing: ['O2'], bodies: ['Công an tỉnh'] } });
    one.when(acts.completeStep({ outcome: 'none_asked' })).refused('OPINIONS_ASKED', { rule: 'R41' });
    given(preparing())
      .when(acts.completeStep({ outcome: 'answered' }))
      .refused('NO_OPINION_ASKED', { rule: 'R41' });
  });

  it('going on unanswered is the authority’s act, with a reason, and only where an answer is missing', () => {
    const one = given(paths.asked(), acts.recordOpinion());
    one.when(acts.completeStep({ outcome: 'proceed', reason: 'Đã đôn đốc' })).refused('POSITION_NOT_ALLOWED');
    one.when(acts.completeStep({ outcome: 'proceed', by: people.authority })).refused('REASON_MISSING');
    one
      .when(proceed())
      .yieldsAmongOthers(stepCompleted({ unanswered: ['O2'] }), deadlineCancelled({ deadlineId: 'reply-2' }));
    given(paths.asked(), acts.recordOpinion(), acts.answerOpinion()).when(proceed()).refused('NO_OPINION_AWAITED');
  });

  it('who did not answer is shown as not answered for good, also when the answer comes at last', () => {
    const desk = deskAfter([paths.asked(), acts.recordOpinion(), proceed(), acts.recordOpinion({ opinionId: 'O2' })]);
    const opinions = desk.state ? viewDossier(desk.state).opinions : [];
    expect(opinions.map(({ standing, answer }) => [standing, answer?.late])).toEqual([
      ['answered', false],
      ['unanswered', true],
    ]);
    expect(foldDossier(desk.facts)).toEqual(desk.state);
  });

  it('an answer that nobody waited for any more starts no clock', () => {
    const late = given(paths.asked(), acts.recordOpinion(), proceed()).when(acts.recordOpinion({ opinionId: 'O2' }));
    late.yields(opinionReceived({ opinionId: 'O2', late: true }));
  });

  it('the last answer may come when the dossier has ended: it is written down, and starts no clock', () => {
    const upheld = acts.completeStep({ outcome: 'upheld', reason: 'Tố cáo đúng', at: '2026-08-05' });
    given(paths.asked(), acts.recordOpinion(), upheld)
      .when(acts.answerOpinion())
      .yields(opinionReceived({ opinionId: 'O2', byBody: true }));
  });

  it('the last answer may come while the dossier stands still: what it starts stands still too, with all of its time', () => {
    const held = [paths.asked(), acts.recordOpinion(), acts.suspend({ at: '2026-08-05' })];
    const answer = acts.answerOpinion({ at: '2026-08-06' });
    given(...held)
      .when(answer)
      .yieldsAmongOthers(
        deadlineSet({ clock: 'submit', dueAt: '2026-08-20T10:00:00.000Z' }),
        fact('DeadlinePaused')({ deadlineId: 'submit-1' }),
      );
    // Two working days more; 22/08 is a Saturday that is worked.
    const { state } = given(...held, answer, acts.resume({ at: '2026-08-10' }));
    expect(state.deadlines.get('submit-1')).toMatchObject({
      state: 'running',
      terms: { dueAt: '2026-08-22T10:00:00.000Z' },
    });
  });

  it('a question taken back is waited for no more, and nobody else may answer for the body', () => {
    given(paths.asked(), acts.recordOpinion())
      .when(acts.withdrawOpinion({ opinionId: 'O2' }))
      .yieldsAmongOthers(deadlineCancelled({ deadlineId: 'reply-2' }));
    const withdrawn = given(paths.asked(), acts.withdrawOpinion({ opinionId: 'O2' }));
    withdrawn.when(acts.answerOpinion()).refused('OPINION_WITHDRAWN');
    withdrawn.when(acts.recordOpinion({ opinionId: 'O9' })).refused('OPINION_UNKNOWN');
    given(paths.asked())
      .when(acts.answerOpinion({ opinionId: 'O1' }))
      .refused('NOT_FOUND');
    given(paths.asked())
      .when(acts.answerOpinion({ by: people.auditor }))
      .refused('NOT_FOUND');
    given(paths.asked(), acts.recordOpinion()).when(acts.recordOpinion()).refused('OPINION_ANSWERED');
  });

  it('asks nobody twice, and no unit of the house about a secret dossier', () => {
    given(paths.asked())
      .when(acts.askOpinion())
      .refused('BODY_ASKED_TWICE', { params: { bodies: ['1', '2'] } });
    given(preparing(), acts.classify()).when(acts.askOpinion()).refused('DOSSIER_IS_SECRET', { rule: 'R9' });
    given(preparing(), acts.classify())
      .when(acts.askOpinion({ bodies: [{ name: 'Công an tỉnh' }] }))
      .yieldsAmongOthers();
  });

  it('go along with nominees who leave, as far as they are about them', () => {
    const desk = deskAfter([
      preparing(),
      acts.askOpinion({ nominees: ['N1'] }),
      acts.askOpinion({ bodies: [{ name: 'Sở Y tế' }] }),
    ]);
    const parent = desk.state;
    if (!parent) throw new Error('The dossier does not exist.');
    const child = new Desk({ dossierId: 'D1-CHILD' });
    child.now = desk.now;
    child.take(acts.openDetached({ parent, nominees: ['N2'] }));
    expect([...(child.state?.opinions.keys() ?? [])]).toEqual(['O3']);
    expect([...(child.state?.deadlines.values() ?? [])].flatMap(({ terms }) => terms.opinionId ?? [])).toContain('O3');
    expect(foldDossier(child.facts)).toEqual(child.state);
  });
});

describe('R39: a public notice', () => {
  const open = () => acts.openNotice({ at: '2026-08-04T08:00:00+07:00' });
  const clean = (at: string) => acts.completeStep({ outcome: 'clean', at });

  it('hangs out for its whole last day, which is told', () => {
    const state = given(preparing(), open()).state;
    expect(viewDossier(state).notices).toMatchObject([
      { noticeId: 'C1', nominees: ['N1', 'N2'], lastPostingDay: '2026-08-17', earliest: '2026-08-17T17:00:00.000Z' },
    ]);
    given(preparing(), open())
      .when(clean('2026-08-17T23:59:00+07:00'))
      .refused('WINDOW_NOT_OVER', { rule: 'R39', params: { clock: 'posting', until: '00:00 18/08/2026' } });
    given(preparing(), open())
      .when(clean('2026-08-18T00:00:00+07:00'))
      .yieldsAmongOthers(stepCompleted({ outcome: 'clean' }), fact('PublicNoticeClosed')({ noticeId: 'C1' }));
  });

  it('was never put up: then it is not over either', () => {
    given(preparing()).when(clean('2026-08-18')).refused('WINDOW_NOT_OVER', { rule: 'R39' });
  });

  it('no council has met before it was over, whatever is written down later', () => {
    given(paths.answered())
      .when(acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { heldOn: '2026-08-17' }))
      .refused('WINDOW_NOT_OVER', {
        rule: 'R39',
        source: 'fixture',
        params: { clock: 'posting', until: '00:00 18/08/2026' },
      });
  });

  it('goes on hanging while something is verified', () => {
    const after = given(preparing(), open(), acts.suspend({ at: '2026-08-05' }), acts.resume({ at: '2026-08-12' }));
    expect(viewDossier(after.state).notices).toMatchObject([{ lastPostingDay: '2026-08-17' }]);
  });

  it('is not put up twice, nor for a secret dossier', () => {
    given(preparing(), open()).when(acts.openNotice()).refused('NOTICE_HANGS_ALREADY', { rule: 'R39' });
    given(preparing(), acts.classify()).when(acts.openNotice()).refused('DOSSIER_IS_SECRET', { rule: 'R9' });
  });
});

describe('R40: objections to a public notice', () => {
  const letter = { number: '3/Đ', date: '2026-08-04' };
  const serious = { kind: 'denunciation' as const, substantiated: true, letter, nominees: ['N2'] };

  it('a comment is recorded and stops nothing; that nobody objected can no more be said', () => {
    const commented = given(paths.asked(), acts.recordObjection());
    expect([...commented.state.objections.keys()]).toEqual(['K1']);
    expect(commented.state.suspended).toBe(false);
    const at = '2026-08-18';
    commented.when(acts.completeStep({ outcome: 'clean', at })).refused('OBJECTIONS_RECORDED', { rule: 'R40' });
    commented
      .when(acts.completeStep({ outcome: 'cleared', at, reason: 'Đã xem xét' }))
      .yieldsAmongOthers(stepCompleted({ outcome: 'cleared' }));
  });

  it('a denunciation with evidence suspends in the same breath, and comes by letter', () => {
    given(paths.asked())
      .when(acts.recordObjection(serious))
      .yieldsAmongOthers(
        fact('ObjectionRecorded')({ objectionId: 'K1', inTime: true }),
        fact('DossierSuspended')({ ground: 'complaint', reason: 'K1', letter }),
      );
    const { letter: _none, ...unwritten } = serious;
    given(paths.asked()).when(acts.recordObjection(unwritten)).refused('OBJECTION_NEEDS_LETTER', { rule: 'R40' });
  });

  it('the dossier goes on only when it is settled', () => {
    const held = given(paths.asked(), acts.recordObjection(serious));
    held.when(acts.resume()).refused('OBJECTION_OPEN', { rule: 'R40', params: { objections: ['K1'] } });
    given(paths.asked(), acts.recordObjection(serious), acts.resolveObjection())
      .when(acts.resume())
      .yieldsAmongOthers(fact('DossierResumed')());
    given(paths.asked(), acts.recordObjection(serious), acts.resolveObjection())
      .when(acts.resolveObjection())
      .refused('NO_OBJECTION_OPEN');
  });

  it('is made to a notice, and settled once', () => {
    given(preparing()).when(acts.recordObjection()).refused('NO_NOTICE', { rule: 'R40' });
    const two = [...paths.asked(), acts.recordObjection(), acts.recordObjection({ text: 'Ý kiến thứ hai' })];
    given(two)
      .when(acts.resolveObjection({ objectionId: 'K9' }))
      .refused('OBJECTION_UNKNOWN', { params: { objection: 'K9' } });
    given(two, acts.resolveObjection())
      .when(acts.resolveObjection())
      .refused('OBJECTION_SETTLED', { params: { objection: 'K1' } });
  });

  it('what is about one nominee leaves with him, and the others go on', () => {
    const desk = deskAfter([paths.asked(), acts.recordObjection(serious)]);
    const before = desk.state;
    if (!before) throw new Error('The dossier does not exist.');
    expect(desk.take(acts.detachNominees({ nominees: ['N2'] })).ok).toBe(true);
    expect(desk.take(acts.resume()).ok).toBe(true);
    const child = new Desk({ dossierId: 'D1-CHILD' });
    child.now = desk.now;
    child.take(acts.openDetached({ parent: before, nominees: ['N2'] }));
    expect([...(child.state?.objections.keys() ?? [])]).toEqual(['K1']);
    expect(child.state?.suspended).toBe(true);
    expect(child.take(acts.resume())).toMatchObject({ ok: false, error: { code: 'OBJECTION_OPEN' } });
    expect(child.state?.notices.get('C1')?.nominees).toEqual(['N2']);
  });

  it('who objected and in which words stands in no reading of the dossier', () => {
    const { state } = deskAfter([paths.asked(), acts.recordObjection({ from: 'Ông Phản Ánh', text: 'Chữ của ông' })]);
    const told = JSON.stringify(state && viewDossier(state));
    expect(told).toContain('"signed":true');
    expect(told).not.toMatch(/Phản Ánh|Chữ của ông/);
  });
});

describe('R47: copies of the decision', () => {
  const sentOn = '2026-08-18';

  it('the step is done when they have gone to everybody, by its clock', () => {
    const copying = given(paths.toBeCopied());
    const done = acts.completeStep({ outcome: 'done', by: people.clerk });
    copying.when(done).refused('COPIES_NOT_SENT', { rule: 'R47', params: { nominees: ['N1', 'N2'] } });
    const [first, second] = ['N1', 'N2'].map((id) => ({ to: { as: 'recipient' as const, name: id }, nominees: [id] }));
    if (!first || !second) throw new Error('There are two.');
    given(paths.toBeCopied(), acts.sendCopies({ copies: [first], sentOn }))
      .when(done)
      .refused('COPIES_NOT_SENT', { params: { nominees: ['N2'] } });
    given(paths.toBeCopied(), acts.sendCopies({ copies: [first, second], sentOn }))
      .when(done)
      .yieldsAmongOthers(stepCompleted({ outcome: 'done' }), deadlineMet({ deadlineId: 'copies-1', late: false }));
  });

  it('a wrong addressee is corrected by a fact of its own; where it had gone stays recorded', () => {
    const { state } = given(paths.toBeCopied(), acts.sendCopies({ sentOn }), acts.correctCopy({ sentOn }));
    expect(viewDossier(state).copies).toMatchObject([
      {
        copyId: 'S1',
        to: { name: 'Đơn vị trình, đúng địa chỉ' },
        corrected: [{ to: { name: 'Đơn vị trình' }, reason: 'Gửi nhầm nơi' }],
      },
    ]);
  });

  it('are of a decision that was issued, and not sent before it', () => {
    given(paths.toBeCopied())
      .when(acts.sendCopies({ sentOn: '2026-08-01' }))
      .refused('COPY_BEFORE_DECISION', { rule: 'R47' });
    given(paths.toBeCopied()).when(acts.correctCopy({ sentOn })).refused('COPY_UNKNOWN', { rule: 'R47' });
  });
});
