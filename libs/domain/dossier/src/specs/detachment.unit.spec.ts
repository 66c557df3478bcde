import * as acts from '../../../../../test/support/dossier-acts.js';
import { moment, type Move, people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import {
  deadlinePaused,
  deadlineSet,
  deskAfter,
  detachedDossierOpened,
  given,
  nomineesDetached,
} from '../../../../../test/support/dossier-spec.js';

const three = { nominees: ['Một', 'Hai', 'Ba'] };

/** What the child of a dossier after this way is, when these nominees leave it. */
function childOf(way: readonly Move[], nominees: string[], at: string) {
  const parent = deskAfter([way]).state;
  if (!parent) throw new Error('There is no parent.');
  return given().under({ dossierId: 'D2' }).when(acts.openDetached({ nominees, parent, at }));
}

describe('nominees that leave a dossier', () => {
  const way = paths.received(three);

  it('are gone from it, and it remembers where they went', () => {
    const detached = given(way).when(acts.detachNominees({ nominees: ['N2', 'N3'] }));
    detached.yields(nomineesDetached({ childDossierId: 'D1-CHILD', nominees: ['N2', 'N3'] }));
    expect([...detached.state.nominees.keys()]).toEqual(['N1']);
    expect(detached.state.detached).toEqual([{ childDossierId: 'D1-CHILD', nominees: ['N2', 'N3'] }]);
  });

  it('never leave it empty', () => {
    given(way)
      .when(acts.detachNominees({ nominees: ['N1', 'N2', 'N3'] }))
      .refused('ONE_NOMINEE_MUST_STAY');
    given(way)
      .when(acts.detachNominees({ nominees: ['N2', 'N2'] }))
      .refused('NOMINEE_TWICE');
    given(way)
      .when(acts.detachNominees({ nominees: ['N9'] }))
      .refused('NOMINEE_UNKNOWN');
  });

  it('never leave only such as nothing can happen to any more: the dossier would wait forever', () => {
    const council = [...way, acts.appraise(['N1'], ['N2', 'N3']), acts.completeAppraisal()];
    given(council)
      .when(acts.detachNominees({ nominees: ['N1'] }))
      .refused('ONE_NOMINEE_MUST_STAY');
    given(council)
      .when(acts.detachNominees({ nominees: ['N2', 'N3'] }))
      .yields(nomineesDetached());

    const issuing = [...paths.voted(three), acts.approve(['N1', 'N2'], { N3: 'Chưa đủ' })];
    const oneIssued = [...issuing, acts.enterInDecision(['N1']), acts.receiveDecision(['N1'])];
    given(oneIssued)
      .when(acts.detachNominees({ nominees: ['N2'] }))
      .refused('ONE_NOMINEE_MUST_STAY');
  });

  it('do not leave once they stand in a decision or were refused', () => {
    const issuing = [
      ...paths.voted(three),
      acts.approve(['N1', 'N2'], { N3: 'Chưa đủ' }),
      acts.enterInDecision(['N2']),
    ];
    given(issuing)
      .when(acts.detachNominees({ nominees: ['N2', 'N3'] }))
      .refused('NOMINEE_NOT_ELIGIBLE', { params: { nominees: ['N2', 'N3'] } });
    given(issuing, acts.releaseFromDecision())
      .when(acts.detachNominees({ nominees: ['N2'] }))
      .yields(nomineesDetached());
  });

  it('an id is never given twice, not even after a detachment', () => {
    const returned = [...way, acts.detachNominees({ nominees: ['N3'] }), acts.returnDossier()];
    given(returned)
      .when(acts.addNominees({ nominees: [acts.individual('Bốn')] }))
      .yields({ type: 'NomineesAdded', data: { nominees: [{ id: 'N4', ...acts.individual('Bốn') }] } });
  });

  it('the handler says which dossier they go to', () => {
    const { childDossierId: _left, ...forgotten } = acts.detachNominees();
    expect(() => deskAfter([way]).take(forgotten)).toThrow('needs the id of the dossier');
  });
});

describe('the dossier they go to', () => {
  it('has the same pin, receipt, place, papers, findings, people and clocks', () => {
    const way = [
      ...paths.received({ ...three, on: '2026-10-05' }),
      acts.appraise(['N1', 'N2'], ['N3'], { at: '2026-10-06' }),
    ];
    const child = childOf(way, ['N2', 'N3'], '2026-10-07');
    const parent = deskAfter([way]).state;
    child.yields(
      detachedDossierOpened({ dossierId: 'D2', parentDossierId: 'D1', step: 'appraisal', suspended: false }),
    );
    const { state } = child;
    expect(state).toMatchObject({
      id: 'D2',
      parentDossierId: 'D1',
      procedure: parent?.procedure,
      receivedAt: moment('2026-10-05'),
      secrecy: 'none',
      warnings: ['CONFIDENCE_UNKNOWN'],
    });
    expect(state.documents).toEqual(parent?.documents);
    expect(state.actors).toEqual(parent?.actors);
    expect([...state.nominees.values()].map(({ id, verdict }) => [id, verdict?.verdict])).toEqual([
      ['N2', 'qualified'],
      ['N3', 'not_qualified'],
    ]);
    expect(state.deadlines.get('appraise-1')).toEqual(parent?.deadlines.get('appraise-1'));
    // The screening was met before they left.
    expect(state.deadlines.has('screen-1')).toBe(false);
  });

  it('keeps what was voted and approved, so that it goes on to its own decision', () => {
    const child = childOf([...paths.voted(three), acts.approve(['N1', 'N2'], { N3: 'Chưa đủ' })], ['N2'], '2026-10-07');
    const { state } = child;
    expect(state.nominees.get('N2')).toMatchObject({ vote: { yes: 17, passed: true }, approval: { approved: true } });
    expect(state.council?.needed).toBe(9);
    const entered = acts.enterInDecision(['N2'], 'Q2', { at: '2026-10-08' });
    expect(child.desk.take(entered).ok).toBe(true);
    expect(child.desk.take(acts.receiveDecision(['N2'], 'Q2', { at: '2026-10-08' })).ok).toBe(true);
    expect(child.desk.state?.step).toBe('conferment');
  });

  it('stands still if its parent does, its clocks with it, and can be resumed with the remaining time', () => {
    const way = [...paths.received({ ...three, on: '2026-10-05' }), acts.suspend({ at: '2026-10-07' })];
    const child = childOf(way, ['N2'], '2026-10-08');
    expect(child.state.suspended).toBe(true);
    expect(child.state.deadlines.get('appraise-1')?.state).toBe('paused');
    const resumed = child.desk.take(acts.resume({ at: '2026-10-12' }));
    // 20 working days from 05/10 end Mon 02/11; 08/10, 09/10 and 12/10 were lost.
    expect(resumed).toMatchObject({
      value: [
        { type: 'DossierResumed' },
        { type: 'DeadlineResumed' },
        { type: 'DeadlineResumed', data: { deadlineId: 'appraise-1', dueAt: moment('2026-11-05T17:00+07:00') } },
      ],
    });
  });

  it('counts the turns of its clocks and the ids of its nominees on from what it inherited', () => {
    const way = [
      ...paths.received({ ...three, on: '2026-10-05' }),
      acts.returnDossier({ at: '2026-10-06' }),
      acts.submit({ at: '2026-10-07' }),
      acts.receive({ at: '2026-10-07' }),
    ];
    const { desk, state } = childOf(way, ['N3'], '2026-10-08');
    expect([...state.deadlines.keys()]).toEqual(['screen-2', 'appraise-2']);
    desk.take(acts.returnDossier({ at: '2026-10-09' }));
    desk.take(acts.addNominees({ nominees: [acts.individual('Bốn')], at: '2026-10-09' }));
    expect([...(desk.state?.nominees.keys() ?? [])]).toEqual(['N3', 'N4']);
    desk.take(acts.submit({ at: '2026-10-12' }));
    expect(desk.take(acts.receive({ at: '2026-10-12' }))).toMatchObject({
      value: [{}, deadlineSet({ deadlineId: 'screen-3' }), deadlineSet({ deadlineId: 'appraise-3' })],
    });
  });

  it('of a secret dossier is secret, and has none of the files that were sealed', () => {
    const stub = { number: '1', date: '2026-08-01', custodian: 'P7' };
    const way = [...paths.received({ ...three, on: '2026-10-05' }), acts.classify({ at: '2026-10-06' })];
    const { state } = childOf(way, ['N3'], '2026-10-08');
    expect(state).toMatchObject({ secrecy: 'mat', documents: [] });
    given(way, acts.requestSupplement({ at: '2026-10-07' }))
      .when(acts.attachDocument({ stub, at: '2026-10-07' }))
      .yields({ type: 'DocumentAttached', data: { stub } });
  });

  it('keeps four eyes: who appraised on the parent does not approve on the child', () => {
    const { desk } = childOf(paths.voted(three), ['N2'], '2026-10-07');
    const decided = desk.ask(
      acts.approve(['N2'], {}, { by: { ...people.authority, id: people.officer.id }, at: '2026-10-08' }),
    );
    expect(decided).toMatchObject({ ok: false, error: { code: 'FOUR_EYES', rule: 'R42' } });
  });

  it('is opened by the system, once, with nominees that its parent had', () => {
    const parent = deskAfter([paths.received(three)]).state;
    if (!parent) throw new Error('There is no parent.');
    const opening = acts.openDetached({ parent });
    given()
      .when({ ...opening, by: people.officer })
      .refused('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
    given()
      .when(acts.openDetached({ parent, nominees: ['N9'] }))
      .refused('NOMINEE_UNKNOWN');
    given(opening).when(opening).yieldsNothing();
    expect(() => deskAfter([]).take(acts.openDetached())).toThrow('needs the state of the parent');
  });

  it('a supplement that is awaited is awaited in both', () => {
    const way = [
      ...paths.received({ ...three, on: '2026-10-05' }),
      acts.requestSupplement({ answerBy: '2026-10-14', at: '2026-10-07' }),
    ];
    given(paths.received({ ...three, on: '2026-10-05' }))
      .when(acts.requestSupplement({ at: '2026-10-07' }))
      .yieldsAmongOthers(deadlinePaused({ deadlineId: 'screen-1' }), deadlinePaused({ deadlineId: 'appraise-1' }));
    const { desk, state } = childOf(way, ['N3'], '2026-10-08');
    expect(state.step).toBe('supplement');
    const answered = desk.take(acts.supplement({ at: '2026-10-12' }));
    expect(answered.ok && answered.value.map(({ type }) => type)).toEqual([
      'DossierSupplemented',
      'DeadlineMet',
      'DeadlineResumed',
      'DeadlineResumed',
    ]);
  });
});
