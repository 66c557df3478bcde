import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { dossierApproved, dossierRejected, given } from '../../../../../test/support/dossier-spec.js';

describe('the appraisal', () => {
  const way = paths.received({ nominees: ['Một', 'Hai'] });

  it('is complete when everybody has a verdict, and a later verdict replaces the earlier', () => {
    given(way, acts.appraise(['N1']))
      .when(acts.completeAppraisal())
      .refused('NOMINEES_NOT_COVERED', { params: { nominees: ['N2'] } });
    const changed = given(way, acts.appraise(['N1', 'N2']), acts.appraise([], ['N2'])).when(acts.completeAppraisal());
    changed.yieldsAmongOthers({ type: 'DossierAppraised', data: { qualified: 1, notQualified: 1, step: 'council' } });
  });

  it('a dossier in which nobody qualifies is returned, not voted on', () => {
    given(way, acts.appraise([], ['N1', 'N2']))
      .when(acts.completeAppraisal())
      .refused('NO_QUALIFIED_NOMINEE', { rule: 'R8' });
  });

  it('judges each nominee of the list once, and only those of the dossier', () => {
    given(way)
      .when(acts.appraise(['N1'], ['N1']))
      .refused('NOMINEE_TWICE');
    given(way)
      .when(acts.appraise(['N7']))
      .refused('NOMINEE_UNKNOWN');
  });
});

describe('the approval', () => {
  const nominees = ['Một', 'Hai', 'Ba', 'Bốn'];
  // N1 and N2 passed, N3 did not, N4 was found not qualified.
  const way = [
    ...paths.received({ nominees }),
    acts.appraise(['N1', 'N2', 'N3'], ['N4']),
    acts.completeAppraisal(),
    acts.councilResult({ N1: { yes: 17 }, N2: { yes: 12 }, N3: { yes: 8 } }),
  ];

  it('answers for everybody: who passed is named, with a reason when refused; the others need no words', () => {
    given(way)
      .when(acts.approve(['N1'], { N2: 'Trùng khen thưởng' }))
      .yields(
        dossierApproved({
          approved: ['N1'],
          refused: [{ nomineeId: 'N2', reason: 'Trùng khen thưởng' }, { nomineeId: 'N3' }, { nomineeId: 'N4' }],
          step: 'issuing',
        }),
      );
    given(way)
      .when(acts.approve(['N1', 'N2'], { N3: undefined, N4: undefined }))
      .yields(dossierApproved());
  });

  it('forgets nobody who passed, and refuses nobody who passed without a reason', () => {
    given(way)
      .when(acts.approve(['N1']))
      .refused('NOMINEES_NOT_COVERED', { params: { nominees: ['N2'] } });
    given(way)
      .when(acts.approve(['N1'], { N2: undefined }))
      .refused('REASON_MISSING');
  });

  it('says yes to nobody whom the verdict or the vote ruled out, nor yes and no to one', () => {
    given(way)
      .when(acts.approve(['N1', 'N4'], { N2: 'x' }))
      .refused('NOMINEE_NOT_ELIGIBLE', { params: { nominees: ['N4'] } });
    given(way)
      .when(acts.approve(['N1', 'N2', 'N3']))
      .refused('THRESHOLD_NOT_REACHED', { rule: 'R37', params: { nominees: ['N3'], needed: 9 } });
    given(way)
      .when(acts.approve(['N1', 'N2'], { N2: 'x' }))
      .refused('NOMINEE_TWICE');
  });

  it('where nobody passed only a rejection is left, which answers for all and ends all clocks', () => {
    const none = [...paths.appraised(), acts.councilResult({ N1: { yes: 3 }, N2: { yes: 3 } })];
    given(none)
      .when(acts.approve(['N1']))
      .refused('THRESHOLD_NOT_REACHED');
    const rejected = given(none).when(acts.reject());
    rejected.yields(dossierRejected({ step: 'rejected' }));
    expect([...rejected.state.nominees.values()].map(({ approval }) => approval?.approved)).toEqual([false, false]);
  });
});
