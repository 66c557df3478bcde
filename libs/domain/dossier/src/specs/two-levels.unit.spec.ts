import * as acts from '../../../../../test/support/dossier-acts.js';
import { moment, people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import * as spec from '../../../../../test/support/dossier-spec.js';

const { given, deskAfter } = spec;

const TOP = 'BODY-2';
const above = {
  officer: { ...people.officer, id: 'account-linh', unitId: TOP },
  secretary: { ...people.secretary, id: 'account-minh', unitId: TOP },
  authority: { ...people.authority, id: 'account-nga', unitId: TOP },
};

const base = [
  ...paths.received({ procedure: 'CSTD_BT', nominees: ['Một', 'Hai', 'Ba'], on: '2026-10-05' }),
  acts.appraise(['N1', 'N2'], ['N3'], { at: '2026-10-06' }),
  acts.completeAppraisal({ at: '2026-10-06T09:30:00+07:00' }),
];
const up = acts.forward({ toBodyId: TOP, at: '2026-10-07' });
const received = acts.receive({ by: above.officer, at: '2026-10-08' });

describe('a dossier that climbs', () => {
  it('goes up with those still in question, who are judged anew; who was ruled out below stays out', () => {
    const forwarded = given(base).when(up);
    forwarded.yieldsAmongOthers(spec.dossierForwarded({ toBodyId: TOP, step: 'top.intake' }));
    const { state } = forwarded;
    expect(state).toMatchObject({ bodyId: TOP, step: 'top.intake' });
    expect([...state.nominees.values()].map(({ verdict, dropped }) => [verdict?.verdict, dropped])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['not_qualified', true],
    ]);
  });

  it('is received there under the version to which it is bound, and the clocks of that level start', () => {
    given(base, up)
      .when(received)
      .yields(
        spec.dossierReceived({ step: 'top.appraisal' }),
        spec.deadlineSet({ deadlineId: 'appraise-2' }),
        spec.deadlineSet({ deadlineId: 'reply-2' }),
      );
  });

  it('belongs to the body above from then on', () => {
    given(base, up)
      .when(acts.receive({ at: '2026-10-08' }))
      .refused('OTHER_UNIT');
  });

  it('asks nothing there about those who are out', () => {
    const there = [...base, up, received];
    given(there)
      .when(acts.appraise(['N3'], [], { by: above.officer, at: '2026-10-09' }))
      .refused('NOMINEE_NOT_ELIGIBLE', { params: { nominees: ['N3'] } });
    const appraised = [
      ...there,
      acts.appraise(['N1', 'N2'], [], { by: above.officer, at: '2026-10-09' }),
      acts.completeAppraisal({ by: above.officer, at: '2026-10-09' }),
    ];
    expect(deskAfter([appraised]).facts.findLast(({ type }) => type === 'DossierAppraised')?.data).toMatchObject({
      qualified: 2,
      notQualified: 0,
    });
    const vote = { method: 'ballot' as const, by: above.secretary, heldOn: '2026-10-12', at: '2026-10-12' };
    given(appraised)
      .when(acts.councilResult({ N1: { yes: 16 }, N2: { yes: 15 }, N3: { yes: 17 } }, vote))
      .refused('NOMINEE_NOT_ELIGIBLE');
    const voted = acts.councilResult({ N1: { yes: 16 }, N2: { yes: 15 } }, vote);
    const inTheCouncil = given(appraised).when(voted);
    inTheCouncil.yieldsAmongOthers(spec.dossierVoted({ needed: 16, outcome: 'passed', step: 'top.approval' }));
    given(appraised, voted)
      .when(acts.approve(['N1', 'N2'], {}, { by: above.authority, at: '2026-10-13' }))
      .refused('THRESHOLD_NOT_REACHED', { rule: 'R26', params: { nominees: ['N2'] } });
    given(appraised, voted)
      .when(acts.approve(['N1', 'N3'], {}, { by: above.authority, at: '2026-10-13' }))
      .refused('NOMINEE_NOT_ELIGIBLE', { params: { nominees: ['N3'] } });
    given(appraised, voted)
      .when(acts.approve(['N1'], {}, { by: above.authority, at: '2026-10-13' }))
      .yieldsAmongOthers(
        spec.dossierApproved({ approved: ['N1'], refused: [{ nomineeId: 'N2' }, { nomineeId: 'N3' }] }),
      );
  });

  it('a council that passes nobody ends it where the procedure says so, and no clock outlives it', () => {
    const appraised = [
      ...base,
      up,
      received,
      acts.appraise(['N1', 'N2'], [], { by: above.officer, at: '2026-10-09' }),
      acts.completeAppraisal({ by: above.officer, at: '2026-10-09' }),
    ];
    const nobody = acts.councilResult(
      { N1: { yes: 3 }, N2: { yes: 3 } },
      { method: 'ballot', by: above.secretary, heldOn: '2026-10-12', at: '2026-10-12' },
    );
    const ended = given(appraised).when(nobody);
    ended.yieldsAmongOthers(spec.dossierVoted({ outcome: 'none_passed', step: 'declined' }));
    const open = [...ended.state.deadlines.values()].filter(({ state }) => state === 'running' || state === 'paused');
    expect(open).toEqual([]);
  });

  it('a limit in half-days ends at noon or at five: four halves after Tuesday morning end on Thursday at noon', () => {
    expect(deskAfter([base]).state?.deadlines.get('hand-up-1')?.terms.dueAt).toBe(moment('2026-10-08T12:00+07:00'));
  });

  it('a calendar-day limit runs on through a supplement', () => {
    // 30 calendar days from 05/10 end Wed 04/11.
    const { state } = deskAfter([
      paths.received({ procedure: 'CSTD_BT', on: '2026-10-05' }),
      acts.requestSupplement({ at: '2026-10-06' }),
      acts.supplement({ at: '2026-10-13' }),
    ]);
    expect(state?.deadlines.get('reply-1')).toMatchObject({
      state: 'running',
      terms: { dueAt: moment('2026-11-04T17:00+07:00'), version: 1 },
    });
  });
});
