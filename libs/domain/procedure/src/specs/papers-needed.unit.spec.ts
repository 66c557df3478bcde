import {
  type ActingStep,
  checkSoundness,
  differencesOf,
  isActing,
  papersOfAct,
  parseProcedure,
  type ProcedureDocument,
  sentenceOfProcedureFault,
} from '#libs/domain/procedure';
import {
  endStep,
  forkStep,
  joinStep,
  procedureOfSteps,
  stepWith,
} from '../../../../../test/support/procedure-chance.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';
import { runIds } from '../../../../../test/support/run-ids.js';

const { hash: _hash, ...bk } = procedureNamed('BK_TINH@R2025.1');

/** A procedure with one of its steps said otherwise. */
function withStep(name: string, change: object, of: ProcedureDocument = bk): ProcedureDocument {
  const step = of.steps[name];
  if (!step || !isActing(step)) throw new Error(`Nothing is done at ${name}.`);
  return { ...of, steps: { ...of.steps, [name]: { ...step, ...change } } };
}

/** A step is left only with the minutes. */
const minutesAt = (step: string, of: ProcedureDocument = bk): ProcedureDocument =>
  withStep(step, { needs: { documents: ['BB'] } }, of);

const faultsOf = (procedure: ProcedureDocument) =>
  checkSoundness(procedure).map(({ code, step, path, run }) => [code, step, path, runIds(run)]);

const sentencesOf = (document: unknown): readonly (readonly [string, string])[] => {
  const parsed = parseProcedure(document);
  return parsed.ok
    ? []
    : parsed.error.map((each) => [sentenceOfProcedureFault(each, 'vi'), sentenceOfProcedureFault(each, 'en')]);
};

describe('What a step asks for before the dossier goes on', () => {
  it('is asked of what leads on without a reason, and of nothing else', () => {
    const appraisal = minutesAt('appraisal');
    const asked = ['complete-appraisal', 'request-supplement', 'return', 'appraise-nominees', 'withdraw'] as const;
    expect(asked.filter((act) => papersOfAct(appraisal, 'appraisal', act).length > 0)).toEqual(['complete-appraisal']);
    const council = minutesAt('council');
    expect(papersOfAct(council, 'council', 'record-council-result')).toEqual(['BB']);
    const approval = minutesAt('approval');
    expect(papersOfAct(approval, 'approval', 'approve')).toEqual(['BB']);
    expect(papersOfAct(approval, 'approval', 'reject')).toEqual([]);
    // The decision was issued in its own stream, whatever is missing here.
    expect(papersOfAct(minutesAt('issuing'), 'issuing', 'receive-decision')).toEqual([]);
  });

  it('is asked of an outcome unless it needs a reason or stays', () => {
    const names = { vi: 'x', en: 'x' };
    const outcomes = {
      held: { to: 'approval', names, reason: 'optional' as const },
      not_held: { to: 'council', names, reason: 'none' as const },
      sent_back: { to: 'appraisal', names, reason: 'required' as const },
    };
    const step = { acts: { 'complete-step': { outcomes } }, needs: { documents: ['BB'] } };
    const procedure = withStep('council', step);
    const asks = Object.keys(outcomes).filter(
      (outcome) => papersOfAct(procedure, 'council', 'complete-step', outcome).length > 0,
    );
    expect(asks).toEqual(['held']);
  });

  it('is a component of the procedure, by its code', () => {
    expect(parseProcedure(minutesAt('council')).ok).toBe(true);
    expect(sentencesOf(withStep('council', { needs: { documents: ['TT', 'BBB'] } }))).toEqual([
      [
        'steps.council.needs.documents.1: không có thành phần hồ sơ BBB (có phải là BB?)',
        'steps.council.needs.documents.1: there is no document BBB; did you mean BB?',
      ],
    ]);
    expect(sentencesOf(withStep('council', { needs: { documents: [] } }))[0]?.[0]).toMatch(
      /^steps\.council\.needs\.documents: /,
    );
    // A vote is needed by whoever approves, not by the council that holds it.
    expect(sentencesOf(withStep('council', { needs: { passed: 'minutes' } }))[0]?.[0]).toMatch(/^steps\.council/);
  });

  it('stands nowhere where no way would ask for it', () => {
    expect(sentencesOf(minutesAt('issuing')).map(([, en]) => en)).toEqual([
      'steps.issuing.needs.documents: no way out of this step asks for papers: each gives a reason, stays here or is noted by the system',
    ]);
  });

  it('is told where it changes', () => {
    expect(differencesOf(bk, minutesAt('council'))).toEqual([
      {
        section: 'documents',
        kind: 'changed',
        path: 'steps.council.needs.documents',
        words: {
          vi: expect.stringMatching(
            /^Bước “Hội đồng tỉnh xét”, giấy tờ phải có để đi tiếp: không nêu → “Biên bản .*” \(BB\)\.$/,
          ),
          en: expect.stringMatching(/^Step “.*”, papers needed to go on: not stated → “.*” \(BB\)\.$/),
        },
      },
    ]);
    expect(differencesOf(minutesAt('council'), minutesAt('council'))).toEqual([]);
  });
});

describe('A step that asks for papers is sound', () => {
  const onlyApproved = withStep('approval', {
    acts: { approve: { to: 'issuing' } },
    needs: { documents: ['BB'] },
  });
  const { rejected: _rejected, ...steps } = onlyApproved.steps;
  /** At the approval nothing but yes leads on, and nobody there can attach anything. */
  const onlyYes = withStep(
    'council',
    { acts: { 'record-council-result': { outcomes: { passed: 'approval', none_passed: 'approval' } } } },
    { ...onlyApproved, steps },
  );
  const open = (procedure: ProcedureDocument): ProcedureDocument => {
    const { classify: _classify, ...sideActs } = procedure.sideActs;
    return { ...procedure, sideActs };
  };

  it('where another way leads on, or a receipt has asked for them and nothing seals them', () => {
    expect(faultsOf(minutesAt('approval'))).toEqual([]);
    expect(faultsOf(open(onlyYes))).toEqual([]);
  });

  it('and a dead wait where they may be missing, nobody can attach them there, and nothing else leads on', () => {
    const optional = {
      ...open(onlyYes),
      documents: bk.documents.map((paper) => (paper.code === 'BB' ? { ...paper, optional: true } : paper)),
    };
    const toApproval =
      'drafting: submit → intake: receive → appraisal: complete-appraisal → council: record-council-result (passed)';
    expect(faultsOf(optional)).toEqual([
      ['PAPERS_MAY_BE_MISSING', 'approval', 'steps.approval.needs.documents.0', toApproval],
    ]);
    expect(checkSoundness(optional)[0]?.words).toEqual({
      vi: expect.stringMatching(
        /^Hồ sơ có thể đến bước “.*” khi chưa có “Biên bản .*” \(BB\), mà ở đó không ai đính kèm được \(attach-document\) và không có đường khác: chờ mãi\.$/,
      ),
      en: expect.stringMatching(
        /^A dossier may come to the step “.*” without “.*” \(BB\), which nobody can attach there/,
      ),
    });
    // Whoever can attach it there, or send it back to where it can be attached, ends the wait.
    const attached = { approve: { to: 'issuing' }, 'attach-document': {} };
    expect(faultsOf(withStep('approval', { acts: attached }, optional))).toEqual([]);
    const sentBack = { approve: { to: 'issuing' }, return: { to: 'rework' } };
    expect(faultsOf(withStep('approval', { acts: sentBack }, optional))).toEqual([]);
    // An earlier step that asked for it settles it.
    const { council } = optional.steps;
    const acting = council && isActing(council) ? council.acts : {};
    const asked = { needs: { documents: ['BB'] }, acts: { ...acting, 'attach-document': {} } };
    expect(faultsOf(withStep('council', asked, optional))).toEqual([]);
  });

  it('not where a dossier that was declared secret has its papers sealed on the way (R9)', () => {
    const classify = { at: ['council'], roles: ['officer'] };
    const sealed = { ...onlyYes, sideActs: { ...onlyYes.sideActs, classify } };
    expect(faultsOf(sealed).map(([code, step]) => [code, step])).toEqual([['PAPERS_MAY_BE_MISSING', 'approval']]);
  });

  const edge = (to: string) => ({ to, effect: 0 });

  it('not where nobody can attach a paper there or before, whatever else leads on', () => {
    const asking = stepWith([edge('done'), { to: 's0', effect: 2 }], false, { papers: true });
    const procedure = procedureOfSteps({ s0: stepWith([edge('s1')]), s1: asking, done: endStep });
    expect(faultsOf(procedure)).toEqual([
      ['PAPERS_NEVER_ATTACHED', 's1', 'steps.s1.needs.documents.0', 's0: complete-step (o0)'],
    ]);
    const before = stepWith([edge('s1')], false, { attaches: true });
    expect(faultsOf({ ...procedure, steps: { ...procedure.steps, s0: before } })).toEqual([]);
    // A level outside does not come into the system to attach anything.
    const levels = [...procedure.levels, { code: 'TAX', names: { vi: 'Thuế', en: 'Tax' }, outside: true }];
    const outside = {
      ...before,
      acts: { ...('acts' in before ? before.acts : {}), 'attach-document': { roles: ['officer@TAX'] } },
    };
    const byThem = { ...procedure, levels, steps: { ...procedure.steps, s0: outside as ActingStep } };
    expect(faultsOf(byThem).map(([code]) => code)).toEqual(['PAPERS_NEVER_ATTACHED']);
  });

  it('is asked for in one branch what another may attach, and not counted on', () => {
    const procedure = procedureOfSteps({
      s0: stepWith([edge('split')]),
      split: forkStep(['asks', 'attaches'], 'meet'),
      asks: stepWith([edge('meet')], false, { papers: true }),
      attaches: stepWith([edge('meet')], false, { attaches: true }),
      meet: joinStep('done'),
      done: endStep,
    });
    expect(faultsOf(procedure)).toEqual([
      ['PAPERS_MAY_BE_MISSING', 'asks', 'steps.asks.needs.documents.0', 's0: complete-step (o0)'],
    ]);
  });
});
