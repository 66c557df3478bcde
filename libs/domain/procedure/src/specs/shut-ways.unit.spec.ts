import {
  type Act,
  type ActingStep,
  checkSoundness,
  type ClockRule,
  isActing,
  type ProcedureDocument,
  type Way,
} from '#libs/domain/procedure';
import { endStep, procedureOfSteps, stepWith } from '../../../../../test/support/procedure-chance.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';
import { runIds } from '../../../../../test/support/run-ids.js';

/** One vote, one decision, and nothing else. */
const bk = procedureNamed('BK_TINH@R2025.1');
/** Opinions in one branch and a public notice in the other. */
const consulting = procedureNamed('HYCK@TEST.1');

type Changed = Partial<Pick<ActingStep, 'roles'>> & {
  readonly acts?: Partial<Record<Act, Way | undefined>>;
};

/** A procedure with one step said otherwise; an act that is `undefined` is not there. */
function withStep(procedure: ProcedureDocument, name: string, { acts = {}, ...rest }: Changed): ProcedureDocument {
  const step = procedure.steps[name];
  if (!step || !isActing(step)) throw new Error(`Nothing is done at ${name}.`);
  const all = Object.entries({ ...step.acts, ...acts }).filter(([, way]) => way !== undefined);
  return { ...procedure, steps: { ...procedure.steps, [name]: { ...step, ...rest, acts: Object.fromEntries(all) } } };
}

function withClock(procedure: ProcedureDocument, name: string, change: Partial<ClockRule>): ProcedureDocument {
  const clock = procedure.clocks[name];
  if (!clock) throw new Error(`There is no clock ${name}.`);
  return { ...procedure, clocks: { ...procedure.clocks, [name]: { ...clock, ...change } } };
}

const faultsOf = (procedure: ProcedureDocument) =>
  checkSoundness(procedure).map(({ code, step, path, run }) => [code, step, path, runIds(run)]);

const completion = (outcomes: Way['outcomes']): { readonly 'complete-step': Way } => ({
  'complete-step': { outcomes },
});
const toConsulting = 'drafting: submit → intake: receive → appraisal: complete-appraisal';
const toApproval = `${toConsulting} → council: record-council-result`;

describe('A wait for opinions', () => {
  const nobodyAsks = withStep(consulting, 'consult', { acts: { 'ask-opinion': undefined } });

  it('is dead where nobody can ask: what waits for answers, and what goes on without them', () => {
    expect(faultsOf(nobodyAsks)).toEqual([
      ['OPINION_NEVER_ASKED', 'consult', 'steps.consult.acts.complete-step.outcomes.answered.given', toConsulting],
      ['OPINION_NEVER_ASKED', 'consult', 'steps.consult.acts.complete-step.outcomes.proceed.given', toConsulting],
    ]);
    expect(checkSoundness(nobodyAsks)[0]?.words).toEqual({
      vi: 'Bước “Lấy ý kiến hiệp y” đợi ý kiến, mà ở đó không ai lấy ý kiến được (ask-opinion): chờ mãi.',
      en: 'The step “Opinions of other bodies” waits for opinions, and nobody can ask for one there (ask-opinion): a dead wait.',
    });
  });

  it('is dead where only somebody at another step, or outside, can ask', () => {
    const asked = withStep(nobodyAsks, 'appraisal', { acts: { 'ask-opinion': {} } });
    expect(faultsOf(asked).map(([code]) => code)).toEqual(['OPINION_NEVER_ASKED', 'OPINION_NEVER_ASKED']);
    const levels = [...consulting.levels, { code: 'TAX', names: { vi: 'Thuế', en: 'Tax' }, outside: true }];
    const outside = withStep({ ...consulting, levels }, 'consult', {
      acts: { 'ask-opinion': { roles: ['officer@TAX'] } },
    });
    expect(faultsOf(outside).map(([code]) => code)).toEqual(['OPINION_NEVER_ASKED', 'OPINION_NEVER_ASKED']);
  });

  it('is none where the question is asked beside the way, or nothing waits for an answer', () => {
    const beside = { at: ['consult'], roles: ['officer'] };
    expect(faultsOf({ ...nobodyAsks, sideActs: { ...nobodyAsks.sideActs, 'ask-opinion': beside } })).toEqual([]);
    const waitsForNone = completion({ none_asked: { to: 'prepared', reason: 'none', given: 'no_opinion_asked' } });
    expect(faultsOf(withStep(nobodyAsks, 'consult', { acts: waitsForNone }))).toEqual([]);
  });

  it('is dead once somebody was asked, where no answer can be written down', () => {
    const silent = withStep(consulting, 'consult', {
      acts: {
        'record-opinion': undefined,
        ...completion({
          answered: { to: 'prepared', reason: 'none', given: 'opinions_answered' },
          none_asked: { to: 'prepared', reason: 'none', given: 'no_opinion_asked' },
        }),
      },
    });
    expect(faultsOf(silent)).toEqual([
      [
        'OPINION_NEVER_ANSWERED',
        'consult',
        'steps.consult.acts.complete-step.outcomes.answered',
        `${toConsulting} → consult: ask-opinion`,
      ],
    ]);
    // Going on without an answer is a way out; so is an answer.
    const unanswered = withStep(consulting, 'consult', { acts: { 'record-opinion': undefined } });
    expect(faultsOf(unanswered)).toEqual([]);
    expect(faultsOf(withStep(silent, 'consult', { acts: { 'record-opinion': {} } }))).toEqual([]);
  });

  it('is dead where the dossier goes on only if nobody was asked, and somebody can be', () => {
    const nobodyOnly = completion({ none_asked: { to: 'prepared', reason: 'none', given: 'no_opinion_asked' } });
    expect(faultsOf(withStep(consulting, 'consult', { acts: nobodyOnly })).map(([code]) => code)).toEqual([
      'OPINION_NEVER_ANSWERED',
    ]);
  });
});

describe('A time that has to pass', () => {
  const unknown = {
    value: 'unknown',
    unit: 'working_day',
    firstDayCounted: true,
    source: 'x',
    confidence: 'unknown',
  } as const;

  it('is never over where nobody knows how long it is', () => {
    const faults = checkSoundness(withClock(consulting, 'posting', { limit: unknown }));
    expect(faults.map(({ code, step, path, run }) => [code, step, path, runIds(run)])).toEqual([
      ['WINDOW_NEVER_OVER', 'posting', 'steps.posting.acts.complete-step', toConsulting],
      ['WINDOW_NEVER_OVER', 'posting', 'steps.posting.acts.complete-step', toConsulting],
    ]);
    expect(faults[0]?.words).toEqual({
      vi: 'Bước “Công khai lấy ý kiến” phải đợi hết thời gian “Công khai lấy ý kiến”, mà thời gian ấy chưa rõ và không có số đề xuất (designDefault): chờ mãi.',
      en: 'The step “Public notice” has to wait for “Public notice”, which is unknown and has no proposed figure (designDefault): a dead wait.',
    });
  });

  it('ends where a figure is proposed, and an unknown clock that nothing waits for stops nobody', () => {
    expect(faultsOf(withClock(consulting, 'posting', { limit: unknown, designDefault: 10 }))).toEqual([]);
    expect(faultsOf(withClock(consulting, 'appraise', { limit: unknown }))).toEqual([]);
  });
});

describe('What is left to the system alone', () => {
  it('is never done, but for what follows from a decision', () => {
    const council = withStep(bk, 'council', { roles: ['system'] });
    expect(faultsOf(council)).toEqual([['SYSTEM_NEVER_ACTS', 'council', 'steps.council.roles', toConsulting]]);
    expect(checkSoundness(council)[0]?.words).toEqual({
      vi: 'Ở bước “Hội đồng tỉnh xét” chỉ hệ thống được làm “ghi kết quả Hội đồng”, mà hệ thống không bao giờ tự làm việc ấy: chờ mãi.',
      en: 'At the step “Provincial council” only the system may do “council result”, which it never does by itself: a dead wait.',
    });
    expect(bk.steps['issuing']).toMatchObject({ acts: { 'receive-decision': { roles: ['system'] } } });
    expect(faultsOf(withStep(bk, 'council', { roles: ['system', 'secretary'] }))).toEqual([]);
  });

  it('says where it was written: at the way, or at an outcome', () => {
    const confer = bk.steps['conferment'];
    if (!confer || !isActing(confer)) throw new Error('BK_TINH confers.');
    expect(
      faultsOf(withStep(bk, 'conferment', { acts: { confer: { to: 'archiving', roles: ['system'] } } })).map(
        ([, , path]) => path,
      ),
    ).toEqual(['steps.conferment.acts.confer.roles']);
    const outcomes = completion({
      done: { to: 'archiving', reason: 'none' },
      by_itself: { to: 'archiving', reason: 'none', roles: ['system'] },
    });
    expect(
      faultsOf(withStep(bk, 'conferment', { acts: { confer: undefined, ...outcomes } })).map(([, , path]) => path),
    ).toEqual(['steps.conferment.acts.complete-step.outcomes.by_itself.roles']);
  });

  it('is done by whoever writes down what a level outside answers', () => {
    const level = {
      code: 'PM',
      names: { vi: 'Thủ tướng', en: 'Prime Minister' },
      outside: true,
      recordedBy: 'officer@MP',
    };
    const recorded = withStep({ ...bk, levels: [...bk.levels, level] }, 'council', { roles: ['system@PM'] });
    expect(faultsOf(recorded)).toEqual([]);
  });
});

describe('An approval for which a vote has to have passed', () => {
  it('never comes where the vote is held nowhere on the way', () => {
    const past = withStep(bk, 'appraisal', { acts: { 'complete-appraisal': { to: 'approval' } } });
    const { council: _council, ...steps } = past.steps;
    const side = Object.fromEntries(
      Object.entries(past.sideActs).map(([act, { at, ...rest }]) => [
        act,
        { ...rest, at: at.filter((step) => step !== 'council') },
      ]),
    );
    const faults = checkSoundness({ ...past, steps, sideActs: side });
    expect(faults.map(({ code, path, run }) => [code, path, runIds(run)])).toEqual([
      ['VOTE_NEVER_PASSED', 'steps.approval.needs.passed', toConsulting],
    ]);
    expect(faults[0]?.words).toEqual({
      vi: 'Phê duyệt ở bước “Người có thẩm quyền phê duyệt” cần biểu quyết minutes đạt, mà trên đường đến đó không ghi kết quả của biểu quyết ấy.',
      en: 'The approval at the step “Approval” needs the vote minutes to have passed, whose result is recorded nowhere on the way.',
    });
  });

  it('never comes where another vote is held, where a completion stands for its result, or where a superior body judges anew', () => {
    const minutes = bk.votes['minutes'];
    if (!minutes) throw new Error('BK_TINH votes by minutes.');
    const council = bk.steps['council'];
    if (council?.kind !== 'vote') throw new Error('BK_TINH has a council.');
    const other = {
      ...bk,
      votes: { ...bk.votes, other: minutes },
      steps: { ...bk.steps, council: { ...council, vote: 'other' } },
    };
    const completed = withStep(bk, 'council', {
      acts: { 'record-council-result': undefined, ...completion({ passed: 'approval', none_passed: 'approval' }) },
    });
    const forwarded = withStep(
      {
        ...bk,
        steps: { ...bk.steps, up: { ...council, kind: 'task' as const, acts: { forward: { to: 'approval' } } } },
      },
      'council',
      { acts: { 'record-council-result': { outcomes: { passed: 'up', none_passed: 'up' } } } },
    );
    for (const procedure of [other, completed, forwarded]) {
      expect(faultsOf(procedure).map(([code, step]) => [code, step])).toEqual([['VOTE_NEVER_PASSED', 'approval']]);
    }
  });

  it('may never come to one that the vote did not pass, where nothing else leads to an end', () => {
    const { rejected: _rejected, ...steps } = bk.steps;
    const approveOnly = withStep({ ...bk, steps }, 'approval', { acts: { reject: undefined } });
    expect(faultsOf(approveOnly)).toEqual([
      ['VOTE_MAY_FAIL', 'approval', 'steps.approval.needs.passed', `${toApproval} (none_passed)`],
    ]);
    // Whoever the vote did not pass goes another way; or the vote can be held again.
    const sentBack = { acts: { 'record-council-result': { outcomes: { passed: 'approval', none_passed: 'rework' } } } };
    expect(faultsOf(withStep(approveOnly, 'council', sentBack))).toEqual([]);
    expect(faultsOf(withStep(approveOnly, 'approval', { acts: { return: { to: 'appraisal' } } }))).toEqual([]);
    expect(faultsOf(withStep(approveOnly, 'approval', { acts: { return: { to: 'approval' } } }))).toHaveLength(1);
  });
});

describe('A step that only somebody outside leads on from to an end', () => {
  it('is a dead wait even where somebody inside can go round in a circle', () => {
    const inside = { to: 's2', effect: 0 };
    const procedure = procedureOfSteps({
      s0: stepWith([{ to: 's1', effect: 0 }]),
      s1: stepWith([inside]),
      s2: stepWith([
        { to: 's1', effect: 0 },
        { to: 'done', effect: 2 },
      ]),
      done: endStep,
    });
    const levels = [...procedure.levels, { code: 'TAX', names: { vi: 'Thuế', en: 'Tax' }, outside: true }];
    const ends = { outcomes: { o1: 'done' }, roles: ['officer@TAX'] };
    expect(faultsOf(withStep({ ...procedure, levels }, 's2', { acts: { return: ends } }))).toEqual([
      ['NOBODY_CAN_GO_ON', 's2', 'steps.s2.roles', 's0: complete-step (o0) → s1: complete-step (o0)'],
    ]);
    expect(faultsOf(procedure)).toEqual([]);
  });
});
