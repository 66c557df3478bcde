import { allowedCommands, blockedBy, blockedSentence } from '#libs/domain/dossier';
import { codesAsNames, sentenceOf } from '#libs/domain/kernel';
import { isActing, namesOfProcedure, type Procedure } from '#libs/domain/procedure';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { type Desk, type Move, people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter, given } from '../../../../../test/support/dossier-spec.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';

const bk = procedureNamed('BK_TINH@R2025.1');

/** A step said otherwise: it is left only with minutes that no receipt asks for, and of a household with a confirmation. */
function asking(name: string, change: object = {}): Procedure {
  const step = bk.steps[name];
  const [first] = bk.documents;
  if (!step || !isActing(step) || !first) throw new Error(`Nothing is done at ${name}.`);
  const form = { number: '07', decree: '152/2025/NĐ-CP', source: 'Phụ lục', confidence: 'design' as const };
  const minutes = { ...first, code: 'BB_HD', names: { vi: 'Biên bản họp', en: 'Minutes' }, form, optional: true };
  const household = { ...minutes, code: 'XN_HO', form: null, when: { subjects: ['household' as const] } };
  const needs = { documents: ['BB_HD', 'XN_HO'] };
  const acting = { ...step.acts, 'attach-document': {} };
  return {
    ...bk,
    documents: [...bk.documents, minutes, household],
    steps: { ...bk.steps, [name]: { ...step, acts: acting, needs, ...change } },
  };
}

const atCouncil = { procedures: [asking('council')] };
const minutes = (more: object = {}): Move => acts.attachDocument({ document: 'BB_HD', by: people.secretary, ...more });
const passed = { yes: 17 };
const result = acts.councilResult({ N1: passed, N2: passed });

const allowedTo = (desk: Desk, by: Move['by']) => {
  const { state } = desk;
  if (!state) throw new Error('The dossier has begun.');
  return allowedCommands(state, desk.contextOf({ command: { type: 'claim', data: {} }, by }));
};

describe('R5: what a step demands', () => {
  it('is there before the council’s result is taken; where it is missing the refusal names paper, step and source', () => {
    given(paths.appraised())
      .under(atCouncil)
      .when(result)
      .refused('DOCUMENTS_MISSING', {
        rule: 'R5',
        source: bk.documents[0]?.source ?? '',
        params: { missing: ['BB_HD'], step: 'council' },
      });
    const desk = deskAfter([paths.appraised(), minutes(), result], atCouncil);
    expect(desk.state?.step).toBe('approval');
  });

  it('is said in words, by the names that the file gives', () => {
    const decided = deskAfter([paths.appraised()], atCouncil).ask(result);
    const names = { ...codesAsNames, ...namesOfProcedure(atCouncil.procedures[0] ?? bk, 'vi') };
    expect(decided.ok ? '' : sentenceOf(decided.error, 'vi', names)).toBe(
      'Hồ sơ còn thiếu ở bước Hội đồng tỉnh xét: Biên bản họp.',
    );
  });

  it('is not there when it was sealed, and a stub stands for it', () => {
    const sealed = [paths.appraised(), minutes(), acts.classify({ level: 'mat' })];
    given(...sealed)
      .under(atCouncil)
      .when(result)
      .refused('DOCUMENTS_MISSING', { params: { missing: ['BB_HD'], step: 'council' } });
    const stub = { number: '1', date: '2026-08-01', custodian: 'P7' };
    expect(deskAfter([...sealed, minutes({ stub }), result], atCouncil).state?.step).toBe('approval');
  });

  it('R11: is on its form of its decree', () => {
    const wrong = { number: '07', decree: '98/2023/NĐ-CP' };
    // It was attached when another decree was asked for: the same file is judged anew.
    const before = { procedures: [asking('council')].map((each) => ({ ...each, documents: onForm(each, wrong) })) };
    const desk = deskAfter([paths.appraised(), minutes({ form: wrong })], before);
    Object.assign(desk.setting, atCouncil);
    expect(desk.ask(result)).toMatchObject({
      ok: false,
      error: { code: 'DOCUMENT_FORM_WRONG', rule: 'R11', params: { document: 'BB_HD' } },
    });
    const right = { number: '07', decree: '152/2025/NĐ-CP' };
    expect(deskAfter([paths.appraised(), minutes({ form: right }), result], atCouncil).state?.step).toBe('approval');
  });

  it('is asked for only where it concerns a nominee or the kind of commendation', () => {
    const household = { kind: 'household', name: 'Hộ Ba', unit: 'Thôn Ba' } as const;
    const drafting = asking('drafting');
    const setting = { procedures: [{ ...drafting, subjects: [...bk.subjects, household.kind] }] };
    const beginning = [acts.draft(), acts.addNominees()];
    const missing = (nominees: readonly Move[]) => {
      const decided = deskAfter([beginning, nominees], setting).ask(acts.submit());
      return decided.ok ? [] : decided.error.params?.['missing'];
    };
    expect(missing([])).toEqual(['BB_HD']);
    expect(missing([acts.addNominees({ nominees: [household] })])).toEqual(['BB_HD', 'XN_HO']);
  });

  it('stops nobody who sends back, refuses, asks for a supplement or stays', () => {
    const appraisal = { procedures: [asking('appraisal')] };
    const judged = [paths.received(), acts.appraise(['N1', 'N2'])];
    given(...judged)
      .under(appraisal)
      .when(acts.completeAppraisal())
      .refused('DOCUMENTS_MISSING', { params: { missing: ['BB_HD'], step: 'appraisal' } });
    for (const move of [acts.returnDossier(), acts.requestSupplement(), acts.appraise(['N1'])])
      expect(deskAfter([...judged, move], appraisal).state).toBeDefined();
    const approval = { procedures: [asking('approval')] };
    given(paths.voted())
      .under(approval)
      .when(acts.approve(['N1', 'N2']))
      .refused('DOCUMENTS_MISSING', { params: { missing: ['BB_HD'], step: 'approval' } });
    expect(deskAfter([paths.voted(), acts.reject()], approval).state?.step).toBe('rejected');
  });

  it('is told before anybody tries: in what is allowed, and in why nothing happens', () => {
    const desk = deskAfter([paths.appraised()], atCouncil);
    const said = allowedTo(desk, people.secretary).find(({ command }) => command === 'record-council-result');
    expect(said?.refusal).toMatchObject({ code: 'DOCUMENTS_MISSING', params: { missing: ['BB_HD'], step: 'council' } });
    const { state } = desk;
    if (!state) throw new Error('The dossier has begun.');
    const { lines } = blockedBy(state, desk.contextOf({ command: result.command, by: people.auditor }));
    expect(lines).toMatchObject([
      {
        place: 'council',
        reason: 'act',
        documents: ['BB_HD'],
        acts: [{ act: 'attach-document', by: [{ role: 'secretary' }] }],
        rule: 'R5',
      },
    ]);
    const names = { ...codesAsNames, ...namesOfProcedure(atCouncil.procedures[0] ?? bk, 'vi') };
    expect(lines.map((line) => blockedSentence(line, 'vi', names))[0]).toContain('còn thiếu Biên bản họp');
    desk.take(minutes());
    const after = allowedTo(desk, people.secretary).find(({ command }) => command === 'record-council-result');
    expect(after?.refusal).toBeUndefined();
  });

  it('is asked of an outcome of a step’s completion that needs no reason', () => {
    const names = { vi: 'x', en: 'x' };
    const outcomes = {
      held: { to: 'approval', names, reason: 'none' },
      sent_back: { to: 'appraisal', names, reason: 'required' },
    };
    const completed = asking('council', {
      kind: 'task',
      acts: { 'attach-document': {}, 'complete-step': { outcomes } },
    });
    const setting = { procedures: [completed] };
    const to = (outcome: string) =>
      acts.act('complete-step', { step: 'council', outcome, reason: 'Theo biên bản' }, { by: people.secretary });
    given(paths.appraised())
      .under(setting)
      .when(to('held'))
      .refused('DOCUMENTS_MISSING', { params: { missing: ['BB_HD'], step: 'council' } });
    const desk = deskAfter([paths.appraised()], setting);
    const told = allowedTo(desk, people.secretary).find(({ command }) => command === 'complete-step');
    expect(told?.outcomes?.map(({ outcome, refusal }) => [outcome, refusal?.code])).toEqual([
      ['held', 'DOCUMENTS_MISSING'],
      ['sent_back', undefined],
    ]);
    expect(deskAfter([paths.appraised(), to('sent_back')], setting).state?.step).toBe('appraisal');
    expect(deskAfter([paths.appraised(), minutes(), to('held')], setting).state?.step).toBe('approval');
  });
});

/** The components of a procedure, the minutes on another form. */
const onForm = ({ documents }: Procedure, form: { readonly number: string; readonly decree: string }) =>
  documents.map((paper) =>
    paper.code === 'BB_HD' && paper.form ? { ...paper, form: { ...paper.form, ...form } } : paper,
  );
