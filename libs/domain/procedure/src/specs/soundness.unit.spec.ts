import {
  checkSoundness,
  fourEyesOf,
  type ProcedureDocument,
  type RunStep,
  runText,
  type SoundnessCode,
  type Step,
} from '#libs/domain/procedure';
import {
  endStep,
  forkStep,
  joinStep,
  procedureOfSteps,
  stepWith,
} from '../../../../../test/support/procedure-chance.js';
import { madeForTests, procedureNamed, shipped } from '../../../../../test/support/procedures.js';

/** A run as the file writes it. */
const inCodes = (run: readonly RunStep[] = []): string =>
  run.map(({ step, act, outcome }) => `${step}: ${act}${outcome === undefined ? '' : ` (${outcome})`}`).join(' → ');

const to = (...names: string[]): Step => stepWith(names.map((name) => ({ to: name, effect: 0 })));

/** Two branches that meet again, and nothing wrong with it. */
const twoBranches: Readonly<Record<string, Step>> = {
  s0: to('split'),
  split: forkStep(['ask', 'post'], 'meet'),
  ask: to('meet'),
  post: stepWith([
    { to: 'meet', effect: 0 },
    { to: 'refused', leaves: 'split', effect: 0 },
  ]),
  meet: joinStep('done'),
  done: endStep,
  refused: endStep,
};

const changed = (steps: Readonly<Record<string, Step>>): ProcedureDocument =>
  procedureOfSteps({ ...twoBranches, ...steps });

describe('The procedures as shipped', () => {
  it.each([...shipped, ...madeForTests].map((procedure) => [`${procedure.code}@${procedure.version}`, procedure]))(
    '%s can be brought to an end whatever happens on the way',
    (_name, procedure) => {
      expect(checkSoundness(procedure as ProcedureDocument).map(({ words }) => words.en)).toEqual([]);
    },
  );

  it('take three people at least: who submits, who appraises, who signs', () => {
    const { persons, people } = fourEyesOf(procedureNamed('BK_TINH@R2025.1'));
    expect(persons).toBe(3);
    expect(people.map((acts) => acts[0])).toHaveLength(3);
  });
});

describe('Two branches that meet again', () => {
  it('are sound, with an outcome that leaves the block', () => {
    expect(checkSoundness(procedureOfSteps(twoBranches))).toEqual([]);
  });
});

describe('A planted fault is found, with the shortest run to it', () => {
  it.each<readonly [string, ProcedureDocument, SoundnessCode, string, string]>([
    ['a step that nothing leads to', changed({ lost: to('done') }), 'UNREACHABLE_STEP', 'lost', ''],
    [
      'two steps that only lead to each other',
      changed({ ask: to('meet', 'ping'), ping: to('pong'), pong: to('ping') }),
      'NO_WAY_TO_AN_END',
      'ping',
      's0: complete-step (o0) → ask: complete-step (o1)',
    ],
    ['a procedure without an end', procedureOfSteps({ s0: to('s1'), s1: to('s0') }), 'NO_WAY_TO_AN_END', 's0', ''],
    [
      'a branch that ends alone, its block not left',
      changed({ post: to('meet', 'refused') }),
      'LEFT_OVER_AT_END',
      'post',
      's0: complete-step (o0)',
    ],
    ['a join that is entered past its fork', changed({ s0: to('split', 'meet') }), 'FOREIGN_JOIN', 's0', ''],
    [
      'a way from one branch into the other',
      changed({ ask: to('meet', 'post') }),
      'BLOCKS_NOT_NESTED',
      'ask',
      's0: complete-step (o0)',
    ],
    [
      'an outcome that leaves a block in which it is not',
      changed({
        s0: stepWith([
          { to: 'split', effect: 0 },
          { to: 'refused', leaves: 'split', effect: 0 },
        ]),
      }),
      'LEAVES_NO_BLOCK',
      's0',
      '',
    ],
    [
      'a step under a clock that nothing has started on one of two ways',
      procedureOfSteps({
        s0: stepWith([
          { to: 's1', effect: 1 },
          { to: 's1', effect: 0 },
        ]),
        s1: stepWith([{ to: 'done', effect: 0 }], true),
        done: endStep,
      }),
      'CLOCK_NOT_STARTED',
      's1',
      's0: complete-step (o1)',
    ],
    [
      'a clock that the other branch may end meanwhile',
      procedureOfSteps({
        s0: stepWith([{ to: 'split', effect: 1 }]),
        split: forkStep(['a', 'b'], 'meet'),
        a: to('a2'),
        a2: stepWith([{ to: 'meet', effect: 0 }], true),
        b: stepWith([{ to: 'meet', effect: 2 }]),
        meet: joinStep('done'),
        done: endStep,
      }),
      'CLOCK_NOT_STARTED',
      'a2',
      's0: receive (o0) → a: complete-step (o0) → b: return (o0)',
    ],
  ])('%s', (_title, procedure, code, step, run) => {
    const found = checkSoundness(procedure).find((fault) => fault.code === code && fault.step === step);
    expect(found?.words.vi).toMatch(/[.]$/);
    const said = inCodes(found?.run);
    // Of acts in two branches either may come first.
    expect(said.split(' → ').sort()).toEqual(run.split(' → ').sort());
  });

  const bk = procedureNamed('BK_TINH@R2025.1');
  const withSteps = (steps: Readonly<Record<string, Step>>): ProcedureDocument => ({
    ...bk,
    steps: { ...bk.steps, ...steps },
  });

  it('a vote without a quorum rule', () => {
    const minutes = bk.votes['minutes'];
    if (!minutes) throw new Error('BK_TINH votes by minutes.');
    const quorum = { value: 'unknown', source: 'chưa đọc', confidence: 'unknown' } as const;
    const [fault] = checkSoundness({ ...bk, votes: { minutes: { ...minutes, quorum } } });
    expect(fault).toMatchObject({ code: 'VOTE_WITHOUT_RULE', step: 'council' });
    expect(inCodes(fault?.run)).toBe('drafting: submit → intake: receive → appraisal: complete-appraisal');
  });

  it('a bar that is unknown and would have to be computed with', () => {
    const minutes = bk.votes['minutes'];
    if (!minutes) throw new Error('BK_TINH votes by minutes.');
    const threshold = { value: 'unknown', source: 'chưa đọc', confidence: 'unknown' } as const;
    const [fault] = checkSoundness({ ...bk, votes: { minutes: { ...minutes, threshold } } });
    expect(fault).toMatchObject({ code: 'VOTE_WITHOUT_RULE', step: 'council' });
  });

  it('a wait that only somebody outside could end', () => {
    const waits: Step = {
      kind: 'wait',
      names: { vi: 'Chờ', en: 'Wait' },
      level: 'MP',
      roles: ['officer@TAX'],
      acts: { 'complete-step': { outcomes: { answered: { to: 'approval', reason: 'none' } } } },
      clocks: [],
    };
    const council = bk.steps['council'];
    if (council?.kind !== 'vote') throw new Error('BK_TINH has a council.');
    const to = { passed: 'opinion', none_passed: 'approval' };
    const document = withSteps({
      opinion: waits,
      council: { ...council, acts: { 'record-council-result': { outcomes: to } } },
    });
    const levels = [...bk.levels, { code: 'TAX', names: { vi: 'Thuế', en: 'Tax' }, outside: true }];
    expect(checkSoundness({ ...document, levels }).map(({ code, step }) => [code, step])).toEqual([
      ['NOBODY_CAN_GO_ON', 'opinion'],
    ]);
    const recorded = levels.map((level) => (level.code === 'TAX' ? { ...level, recordedBy: 'officer@MP' } : level));
    expect(checkSoundness({ ...document, levels: recorded })).toEqual([]);
  });

  it('a step to which an issued decision leads a suspended dossier, and where nobody can resume it', () => {
    const { resume, ...others } = bk.sideActs;
    const { suspend } = others;
    if (!suspend || !resume) throw new Error('BK_TINH can be suspended.');
    const fault = checkSoundness({ ...bk, sideActs: { ...others, resume: { ...resume, at: suspend.at } } });
    expect(fault).toMatchObject([{ code: 'NO_RESUMPTION', step: 'conferment' }]);
    expect(inCodes(fault[0]?.run)).toMatch(/issuing: receive-decision$/);
    const none = checkSoundness({ ...bk, sideActs: others });
    expect(none.map(({ step }) => step)).toEqual([...suspend.at, 'conferment']);
  });

  it('names steps, acts and outcomes in the language of the reader, with the code by which a step is found in the file', () => {
    const { resume, ...others } = bk.sideActs;
    if (!resume) throw new Error('BK_TINH can be resumed.');
    const at = resume.at.filter((step) => step !== 'approval');
    const [fault] = checkSoundness({ ...bk, sideActs: { ...others, resume: { ...resume, at } } });
    expect(fault?.words).toEqual({
      vi: 'Hồ sơ tạm dừng có thể nằm ở bước “Người có thẩm quyền phê duyệt”, mà ở đó không ai cho tiếp tục được: dừng mãi.',
      en: 'A suspended dossier may lie at the step “Approval”, where nobody can resume it: it would stand still for ever.',
    });
    expect(runText(bk, fault?.run ?? [], 'vi')).toBe(
      '“Soạn hồ sơ” (drafting): nộp hồ sơ → “Tiếp nhận, kiểm tra đủ hồ sơ” (intake): tiếp nhận hồ sơ → ' +
        '“Thẩm định” (appraisal): hoàn thành thẩm định → ' +
        '“Hội đồng tỉnh xét” (council): ghi kết quả Hội đồng (có đối tượng đạt)',
    );
    expect(runText(bk, fault?.run ?? [], 'en')).toMatch(
      /^“Drafting” \(drafting\): submission → .* → “Provincial council” \(council\): council result \(somebody passed\)$/,
    );
  });
});
