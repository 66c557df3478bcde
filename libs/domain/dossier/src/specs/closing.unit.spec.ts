import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { decisionReceived, fact, given } from '../../../../../test/support/dossier-spec.js';

const nomineesEntered = fact('NomineesEnteredInDecision');
const nomineesReleased = fact('NomineesReleasedFromDecision');
const awardConferred = fact('AwardConferred');

describe('nominees and decisions', () => {
  // N1 and N2 approved, N3 refused.
  const approved = [...paths.voted({ nominees: ['Một', 'Hai', 'Ba'] }), acts.approve(['N1', 'N2'], { N3: 'Chưa đủ' })];

  it('an approved nominee stands in one decision and no other', () => {
    given(approved)
      .when(acts.enterInDecision(['N1', 'N2']))
      .yields(nomineesEntered({ nominees: ['N1', 'N2'] }));
    given(approved, acts.enterInDecision(['N1'], 'Q1'))
      .when(acts.enterInDecision(['N1', 'N2'], 'Q2'))
      .refused('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees: ['N1'] } });
    given(approved)
      .when(acts.enterInDecision(['N3']))
      .refused('NOMINEE_NOT_ELIGIBLE', { params: { nominees: ['N3'] } });
    given(approved)
      .when(acts.enterInDecision(['N9']))
      .refused('NOMINEE_UNKNOWN');
  });

  it('entered again in the same draft, nothing happens; whoever is new enters', () => {
    given(approved, acts.enterInDecision(['N1']))
      .when(acts.enterInDecision(['N1']))
      .yieldsNothing();
    given(approved, acts.enterInDecision(['N1']))
      .when(acts.enterInDecision(['N1', 'N2']))
      .yields(nomineesEntered({ nominees: ['N2'] }));
  });

  it('a draft that is given up releases its own nominees, and they may stand in another', () => {
    const way = [...approved, acts.enterInDecision(['N1'], 'Q1'), acts.enterInDecision(['N2'], 'Q2')];
    const released = given(way).when(acts.releaseFromDecision());
    released.yields(nomineesReleased({ decisionId: 'Q1' }));
    expect([...released.state.nominees.values()].map(({ decisionId }) => decisionId)).toEqual([
      undefined,
      'Q2',
      undefined,
    ]);
    given(way, acts.releaseFromDecision())
      .when(acts.enterInDecision(['N1'], 'Q2'))
      .yields(nomineesEntered());
    given(way, acts.releaseFromDecision()).when(acts.releaseFromDecision()).yieldsNothing();
  });

  it('the dossier moves on when every approved nominee has a decision', () => {
    const way = [...approved, acts.enterInDecision(['N1'], 'Q1'), acts.enterInDecision(['N2'], 'Q2')];
    const half = given(way).when(acts.receiveDecision(['N1'], 'Q1'));
    half.yields(decisionReceived({ nominees: ['N1'], step: 'issuing' }));
    given(way, acts.receiveDecision(['N1'], 'Q1'))
      .when(acts.receiveDecision(['N2'], 'Q2'))
      .yields(decisionReceived({ nominees: ['N2'], step: 'conferment' }));
  });

  it('a decision names only those who stand in it', () => {
    given(approved, acts.enterInDecision(['N1']))
      .when(acts.receiveDecision(['N1', 'N2']))
      .refused('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees: ['N2'] } });
  });

  it('an issued decision is not released: its awards are cancelled in its own stream (R46)', () => {
    const way = [...approved, acts.enterInDecision(['N1'], 'Q1'), acts.receiveDecision(['N1'], 'Q1')];
    given(way)
      .when(acts.releaseFromDecision())
      .refused('NOMINEE_NOT_ELIGIBLE', { params: { nominees: ['N1'] } });
  });

  it('a draft may be given up while the dossier is suspended, for that is how the nominee in question leaves it', () => {
    given(approved, acts.enterInDecision(['N1', 'N2']), acts.suspend())
      .when(acts.releaseFromDecision())
      .yields(nomineesReleased());
  });

  it('a decision that is issued while the dossier stands still leads it on, and there it is resumed', () => {
    const way = [...approved, acts.enterInDecision(['N1', 'N2']), acts.suspend(), acts.receiveDecision(['N1', 'N2'])];
    given(way).when(acts.confer()).refused('DOSSIER_SUSPENDED');
    given(way, acts.resume()).when(acts.confer()).yields(awardConferred());
  });

  it('awards are conferred on those whom a decision names, then the dossier is archived', () => {
    const way = [...approved, acts.enterInDecision(['N1', 'N2']), acts.receiveDecision(['N1', 'N2'])];
    given(way)
      .when(acts.confer({ place: 'Hội trường tỉnh' }))
      .yields(awardConferred({ nominees: ['N1', 'N2'], place: 'Hội trường tỉnh', step: 'archiving' }));
    given(way, acts.confer())
      .when(acts.archive({ location: 'Kho 2' }))
      .yields({ type: 'DossierArchived', data: { location: 'Kho 2', step: 'archived' } });
  });
});
