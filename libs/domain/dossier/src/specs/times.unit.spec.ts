import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { dossierReceived, dossierResumed, given } from '../../../../../test/support/dossier-spec.js';
import { vietnam } from '../../../../../test/support/law-files.js';

const late = { recordedAt: '2026-08-31T10:00:00+07:00' };

describe('when an act holds from', () => {
  const submitted = paths.submitted({ on: '2026-08-10' });

  it('not in the future, not by a second', () => {
    given(submitted)
      .when(acts.receive({ at: '2026-08-20T09:00:01+07:00', recordedAt: '2026-08-20T09:00:00+07:00' }))
      .refused('EFFECTIVE_DATE_IN_FUTURE');
  });

  it('an earlier hour of the same day needs no reason', () => {
    given(submitted)
      .when(acts.receive({ at: '2026-08-20T08:00:00+07:00', recordedAt: '2026-08-20T16:59:00+07:00' }))
      .yieldsAmongOthers(dossierReceived());
  });

  it('a minute before midnight is another day and needs a reason', () => {
    const acrossMidnight = { at: '2026-08-19T23:59:00+07:00', recordedAt: '2026-08-20T00:01:00+07:00' };
    given(submitted).when(acts.receive(acrossMidnight)).refused('BACKDATING_NEEDS_REASON');
    given(submitted)
      .when(acts.receive({ ...acrossMidnight, reason: 'Mất điện' }))
      .yieldsAmongOthers(dossierReceived());
  });

  it('five working days back is as far as this procedure goes: the worked Saturday 22/08/2026 counts', () => {
    // After Sat 22/08: 24, 25, 26, 27, 28. After Fri 21/08 the Saturday comes on top.
    const recordedAt = '2026-08-28T10:00:00+07:00';
    given(submitted)
      .when(acts.receive({ at: '2026-08-22T10:00:00+07:00', recordedAt, reason: 'Nghỉ ốm' }))
      .yieldsAmongOthers(dossierReceived());
    given(submitted)
      .when(acts.receive({ at: '2026-08-21T10:00:00+07:00', recordedAt, reason: 'Nghỉ ốm' }))
      .refused('BACKDATED_TOO_FAR', { params: { limit: 5 } });
  });

  it('holidays are not counted: 31/08 to 02/09/2026 are off', () => {
    given(submitted)
      .when(
        acts.receive({ at: '2026-08-27T10:00:00+07:00', recordedAt: '2026-09-07T10:00:00+07:00', reason: 'Nghỉ lễ' }),
      )
      .yieldsAmongOthers(dossierReceived());
  });

  it('without the calendar of the year calendar days count, so that a missing notice never lets more through', () => {
    const only2025 = { ...vietnam, version: 'without 2026', days: vietnam.days.filter(({ year }) => year < 2026) };
    given(submitted)
      .under({ calendar: only2025 })
      .when(acts.receive({ at: '2026-08-20T10:00:00+07:00', recordedAt: '2026-08-26T10:00:00+07:00', reason: 'Chậm' }))
      .refused('BACKDATED_TOO_FAR');
    given(submitted)
      .under({ calendar: only2025 })
      .when(acts.receive({ at: '2026-08-21T10:00:00+07:00', recordedAt: '2026-08-26T10:00:00+07:00', reason: 'Chậm' }))
      .yieldsAmongOthers(dossierReceived());
  });

  it('an appraisal does not hold from before the receipt, though the days would allow it', () => {
    given(paths.received({ begunOn: '2026-08-10', on: '2026-08-28T09:00:00+07:00' }))
      .when(acts.appraise(['N1'], [], { at: '2026-08-28T08:59:59+07:00', ...late, reason: 'Chậm' }))
      .refused('EFFECTIVE_BEFORE_STEP', { params: { since: '2026-08-28T02:00:00.000Z' } });
  });

  it('acts at one step may be recorded in any order', () => {
    given(paths.received({ begunOn: '2026-08-10', on: '2026-08-26' }), acts.appraise(['N1'], [], { at: '2026-08-28' }))
      .when(acts.appraise(['N2'], [], { at: '2026-08-27', recordedAt: '2026-08-28T10:00:00+07:00', reason: 'Ghi bù' }))
      .yieldsAmongOthers({ type: 'NomineesAppraised', data: {} });
  });

  it('nobody resumes a dossier before it was suspended', () => {
    const suspended = given(paths.received({ on: '2026-08-26' }), acts.suspend({ at: '2026-08-28T14:00:00+07:00' }));
    suspended
      .when(acts.resume({ at: '2026-08-28T13:00:00+07:00', recordedAt: '2026-08-28T15:00:00+07:00' }))
      .refused('EFFECTIVE_BEFORE_STEP');
    suspended.when(acts.resume({ at: '2026-08-28T15:00:00+07:00' })).yieldsAmongOthers(dossierResumed());
  });

  it('what follows from an issued decision is not called back-dated when the reaction comes late', () => {
    given(paths.entered({ on: '2026-08-10' }))
      .when(acts.receiveDecision(['N1', 'N2'], 'Q1', { at: '2026-08-10T16:00:00+07:00', recordedAt: '2026-10-10' }))
      .yields({ type: 'DecisionReceived', data: { step: 'conferment' } });
  });

  it('a day that has not come is no day of a session, of minutes, of a ceremony or of a letter', () => {
    const future = '2026-08-11';
    const result = { N1: { yes: 17 }, N2: { yes: 17 } };
    const on = { at: '2026-08-10T10:00:00+07:00' };
    given(paths.appraised({ on: '2026-08-10' }))
      .when(acts.councilResult(result, { heldOn: future, ...on }))
      .refused('DATE_IN_FUTURE', { params: { date: future } });
    given(paths.appraised({ on: '2026-08-10' }))
      .when(acts.councilResult(result, { heldOn: '2026-08-10', minutesOn: future, ...on }))
      .refused('DATE_IN_FUTURE');
    given(paths.decided({ begunOn: '2026-08-03' }))
      .when(acts.confer({ heldOn: future }))
      .refused('DATE_IN_FUTURE');
    given(paths.filled())
      .when(acts.submit({ letter: { number: '1', date: future } }))
      .refused('DATE_IN_FUTURE');
    given(paths.received())
      .when(acts.suspend({ letter: { number: '1', date: future } }))
      .refused('DATE_IN_FUTURE');
  });
});
