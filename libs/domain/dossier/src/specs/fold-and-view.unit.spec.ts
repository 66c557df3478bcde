import {
  dossierDecider,
  type DossierFact,
  foldDossier,
  isClockEvent,
  type RecordedDossierFact,
  viewDossier,
} from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { moment } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';

const desk = deskAfter([paths.received({ on: '2026-10-05' }), acts.appraise(['N1'], ['N2'], { at: '2026-10-06' })]);

describe('the fold of a dossier', () => {
  it('begins with nothing, and a fact before the first one is passed by', () => {
    expect(dossierDecider.initialState).toBeUndefined();
    expect(foldDossier(desk.facts.slice(1))).toBeUndefined();
  });

  it('passes by facts of types and fields that a later version may bring', () => {
    const last = desk.facts.at(-1) as RecordedDossierFact;
    const unheardOf = { ...last, type: 'DossierPraised', data: {}, revision: 99 } as unknown as RecordedDossierFact;
    expect(foldDossier([...desk.facts, unheardOf])).toEqual({ ...foldDossier(desk.facts), revision: 99 });

    const widened = desk.facts.map((fact) => {
      const data: object = { ...fact.data, newer: 1 };
      return { ...fact, data } as RecordedDossierFact;
    });
    expect(foldDossier(widened)).toEqual(foldDossier(desk.facts));
  });

  it('does not trip over facts about nominees and clocks that are not there', () => {
    const about = (fact: DossierFact): RecordedDossierFact => ({
      ...(desk.facts.at(-1) as RecordedDossierFact),
      ...fact,
    });
    const strangers = [
      about({ type: 'NomineesEnteredInDecision', data: { decisionId: 'Q1', nominees: ['N9'] } }),
      about({ type: 'DeadlineMet', data: { deadlineId: 'x-1', metAt: moment('2026-10-06'), late: false } }),
      about({ type: 'DeadlineCancelled', data: { deadlineId: 'x-1', cause: 'withdraw' } }),
    ];
    const state = foldDossier(desk.facts);
    const after = foldDossier(strangers, state);
    expect(after?.nominees).toEqual(state?.nominees);
    expect(after?.deadlines).toEqual(state?.deadlines);
  });

  it('changes no state that somebody holds', () => {
    const before = foldDossier(desk.facts.slice(0, -1));
    const text = JSON.stringify(viewDossier(before ?? never()));
    foldDossier(desk.facts.slice(-1), before);
    expect(JSON.stringify(viewDossier(before ?? never()))).toBe(text);
  });

  it('facts that only clocks make are known by their name', () => {
    const clocks = [...new Set(desk.facts.map(({ type }) => type).filter(isClockEvent))];
    expect(clocks).toEqual(['DeadlineSet', 'DeadlineMet']);
  });
});

describe('the view of a dossier', () => {
  it('is JSON through and through', () => {
    const view = viewDossier(deskAfter([paths.decided()]).state ?? never());
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('counts nominees by kind, and how far each has come', () => {
    const nominees = [
      { ...acts.individual('An'), sex: 'female' as const, standing: 'direct_worker' as const },
      { ...acts.individual('Bình'), sex: 'male' as const, standing: 'leader' as const },
      acts.collective('Phòng Ba'),
    ];
    const documents = ['TT', 'DS', 'BC_CT_CN', 'BC_CT_TT', 'BB'].map((document) => acts.attachDocument({ document }));
    const { state } = deskAfter([
      [acts.draft(), acts.addNominees({ nominees }), ...documents, acts.submit(), acts.receive()],
      [acts.appraise(['N1', 'N3'], ['N2']), acts.completeAppraisal()],
      [acts.councilResult({ N1: { yes: 17 }, N3: { yes: 2 } }), acts.approve(['N1'])],
    ]);
    expect(viewDossier(state ?? never()).counts).toEqual({
      total: 3,
      byKind: { individual: 2, collective: 1, household: 0 },
      women: 1,
      directWorkers: 1,
      leaders: 1,
      qualified: 2,
      notQualified: 1,
      passed: 1,
      notPassed: 1,
      approved: 1,
      refused: 2,
      decided: 0,
      conferred: 0,
    });
  });

  it('shows deadlines, documents, children, and where a correction would point to', () => {
    const { state } = deskAfter([paths.received({ on: '2026-10-05' }), acts.detachNominees({ at: '2026-10-06' })]);
    const view = viewDossier(state ?? never());
    expect(view).toMatchObject({
      id: 'D1',
      step: 'appraisal',
      detached: [{ childDossierId: 'D1-CHILD', nominees: ['N2'] }],
      statedAt: { title: [0] },
      nominees: [{ id: 'N1', name: 'Người Một', statedAt: { others: 1 } }],
      deadlines: [
        { deadlineId: 'screen-1', state: 'running', dueAt: moment('2026-10-12T17:00+07:00'), confidence: 'design' },
        { deadlineId: 'appraise-1', state: 'running', responsible: 'officer' },
      ],
    });
    expect(view.documents.map(({ document }) => document)).toEqual(['TT', 'DS', 'BC_CT_CN', 'BB']);
    expect(view).not.toHaveProperty('actors');
  });

  it('says of a deadline that was missed and met late both', () => {
    const { state } = deskAfter([
      paths.received({ on: '2026-10-05' }),
      acts.recordMissed({ deadlineId: 'screen-1', at: '2026-10-13' }),
      acts.appraise(['N1'], [], { at: '2026-10-14' }),
    ]);
    expect(viewDossier(state ?? never()).deadlines[0]).toMatchObject({
      state: 'met',
      missedAt: moment('2026-10-12T17:00+07:00'),
      metAt: moment('2026-10-14'),
      late: true,
    });
  });
});

function never(): never {
  throw new Error('The dossier does not exist.');
}
