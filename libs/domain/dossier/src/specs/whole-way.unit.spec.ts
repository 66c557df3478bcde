import { archived } from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';

describe('the whole way of a dossier', () => {
  it.each(['BK_TINH', 'CSTDCS'] as const)('%s goes from the draft to the archive', (procedure) => {
    const { state, facts } = deskAfter([archived({ procedure })]);

    const afterTheDocuments = facts.map(({ type }) => type).filter((type) => type !== 'DocumentAttached');
    expect(afterTheDocuments).toEqual([
      'DossierDrafted',
      'NomineesAdded',
      'DossierSubmitted',
      'DossierReceived',
      'DeadlineSet',
      'DeadlineSet',
      'NomineesAppraised',
      'DeadlineMet',
      'DossierAppraised',
      'DossierVoted',
      'DeadlineMet',
      'DossierApproved',
      'NomineesEnteredInDecision',
      'DecisionReceived',
      'AwardConferred',
      'DossierArchived',
    ]);
    expect(state).toMatchObject({ step: 'archived', decision: { symbol: '7/QĐ-UBND' } });
    expect([...(state?.nominees.values() ?? [])].map(({ conferred }) => conferred)).toEqual([true, true]);
  });
});
