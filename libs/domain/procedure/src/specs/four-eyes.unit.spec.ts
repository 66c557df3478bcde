import { checkSoundness, fourEyesOf, isActing, type ProcedureDocument, type Way } from '#libs/domain/procedure';
import { procedureNamed } from '../../../../../test/support/procedures.js';
import { runIds } from '../../../../../test/support/run-ids.js';

const bk = procedureNamed('BK_TINH@R2025.1');

/** So many people at each level. */
const withPeople = (procedure: ProcedureDocument, persons: Readonly<Record<string, number>>): ProcedureDocument => ({
  ...procedure,
  levels: procedure.levels.map((level) => {
    const there = persons[level.code];
    return there === undefined ? level : { ...level, persons: there };
  }),
});

function withWay(procedure: ProcedureDocument, name: string, act: string, way: Way): ProcedureDocument {
  const step = procedure.steps[name];
  if (!step || !isActing(step)) throw new Error(`Nothing is done at ${name}.`);
  return { ...procedure, steps: { ...procedure.steps, [name]: { ...step, acts: { ...step.acts, [act]: way } } } };
}

const faultsOf = (procedure: ProcedureDocument) =>
  checkSoundness(procedure).map(({ code, step, path, run }) => [code, step, path, runIds(run)]);

describe('Four eyes, counted at each level', () => {
  it('take who submits below, and who appraises and who signs above', () => {
    const { persons, levels } = fourEyesOf(bk);
    expect(persons).toBe(3);
    expect(levels.map(({ level, persons: there }) => [level, there])).toEqual([
      ['UNIT', 1],
      ['MP', 2],
    ]);
    const [unit, province] = levels;
    expect(unit?.people).toEqual([['submit']]);
    expect(province?.people.map((acts) => acts.includes('complete-appraisal'))).toContain(true);
  });

  it('are content with one person where a level only submits, and with two where it appraises and signs', () => {
    expect(faultsOf(withPeople(bk, { UNIT: 1, MP: 2 }))).toEqual([]);
  });

  it('leave nobody where a level has too few, told by the shortest run to the act for which nobody is left', () => {
    const faults = checkSoundness(withPeople(bk, { UNIT: 1, MP: 1 }));
    expect(faults.map(({ code, step, path, run }) => [code, step, path, runIds(run)])).toEqual([
      [
        'FOUR_EYES_LEAVE_NOBODY',
        'approval',
        'levels.1.persons',
        'drafting: submit → intake: receive → appraisal: complete-appraisal → council: record-council-result (passed)',
      ],
    ]);
    expect(faults[0]?.words).toEqual({
      vi: 'Bốn mắt cần ít nhất 2 người ở cấp “Bộ, ngành, tỉnh” (MP), mà cấp ấy có 1: ở bước “Người có thẩm quyền phê duyệt” (approval) không còn ai làm được “phê duyệt”.',
      en: 'Four eyes take 2 people at least at the level “Ministry or province” (MP), which has 1: at the step “Approval” (approval) nobody is left for “approval”.',
    });
  });

  it('bar nobody from what is done before, unless the dossier comes back', () => {
    // Neither who appraises nor who approves has archived it: nobody has, by then.
    const appraised = withWay(bk, 'appraisal', 'complete-appraisal', {
      to: 'council',
      notSameAs: ['submit', 'archive'],
    });
    const barring = ['complete-appraisal', 'archive'] as const;
    const before = withWay(appraised, 'approval', 'approve', { to: 'issuing', notSameAs: [...barring] });
    expect(fourEyesOf(before).persons).toBe(3);
    const loops = withWay(before, 'archiving', 'archive', { to: 'rework' });
    expect(fourEyesOf(loops).persons).toBe(4);
  });

  it('count who signs the decision with the level whose dossier it is', () => {
    const unsigned = withWay(withWay(bk, 'approval', 'approve', { to: 'issuing' }), 'approval', 'reject', {
      to: 'rejected',
    });
    const [fault] = checkSoundness(withPeople(unsigned, { MP: 1 }));
    expect(runIds(fault?.run ?? [])).toMatch(/→ approval: approve$/);
    expect(fault?.step).toBe('issuing');
    expect(fault?.words.en).toMatch(/nobody is left for “signing the decision”\.$/);
  });

  it('ask nothing of who only writes down what a level outside did', () => {
    const pm = {
      code: 'PM',
      names: { vi: 'Thủ tướng', en: 'Prime Minister' },
      outside: true,
      recordedBy: 'officer@MP',
    };
    const approval = bk.steps['approval'];
    if (!approval || !isActing(approval)) throw new Error('BK_TINH has an approval.');
    const above: ProcedureDocument = {
      ...bk,
      levels: [...bk.levels, pm],
      decision: { ...bk.decision, signerNotSameAs: [] },
      steps: { ...bk.steps, approval: { ...approval, roles: ['authority@PM'] } },
    };
    expect(faultsOf(withPeople(above, { MP: 1 }))).toEqual([]);
  });

  it('take one person more, where the same level submits', () => {
    const drafting = bk.steps['drafting'];
    const rework = bk.steps['rework'];
    if (!drafting || !isActing(drafting) || !rework || !isActing(rework)) throw new Error('BK_TINH is drafted.');
    const one: ProcedureDocument = {
      ...bk,
      steps: {
        ...bk.steps,
        drafting: { ...drafting, level: 'MP' },
        rework: { ...rework, roles: ['submitter@MP'] },
      },
    };
    expect(fourEyesOf(one).levels.map(({ level, persons }) => [level, persons])).toEqual([['MP', 3]]);
    expect(faultsOf(withPeople(one, { MP: 2 })).map(([code]) => code)).toEqual(['FOUR_EYES_LEAVE_NOBODY']);
    expect(faultsOf(withPeople(one, { MP: 3 }))).toEqual([]);
  });
});

describe('An act that bars who did it', () => {
  const barred = withWay(bk, 'intake', 'receive', { to: 'appraisal', notSameAs: ['receive'] });

  it('leaves nobody once the dossier comes back, told by the shortest run that comes back', () => {
    expect(faultsOf(barred)).toEqual([
      [
        'FOUR_EYES_LEAVE_NOBODY',
        'intake',
        'steps.intake.acts.receive.notSameAs',
        'drafting: submit → intake: receive → appraisal: return → rework: submit',
      ],
    ]);
  });

  it('is somebody else’s where the dossier does not come back to it', () => {
    const conferred = withWay(bk, 'conferment', 'confer', { to: 'archiving', notSameAs: ['confer'] });
    expect(faultsOf(conferred)).toEqual([]);
  });
});
