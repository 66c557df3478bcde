import {
  DecisionOffice,
  actor,
  approvedDossier,
  certificateOfMerit,
  draftOf,
  entered,
  nominees,
} from '../../../../test/support/decision-office.js';
import { procedureNamed } from '../../../../test/support/procedures.js';

const refusedWith = (office: DecisionOffice) => [office.refusal?.code, office.refusal?.rule, office.refusal?.params];

describe('Drafting a decision', () => {
  const draft = (...dossiers: ReturnType<typeof approvedDossier>[]) =>
    new DecisionOffice({ dossiers }).when(draftOf(...dossiers));

  it('lists approved nominees in the given order, under the award of their procedure', () => {
    const [one, other] = [
      approvedDossier({ id: 'D1', approved: nominees({ collective: 1 }) }),
      approvedDossier({ id: 'D2', approved: nominees({ individual: 1, household: 1 }) }),
    ];
    expect(draft(other, one).facts).toEqual([
      {
        type: 'DecisionDrafted',
        data: {
          decisionId: 'Q1',
          bodyId: 'ubnd-tinh',
          series: 'QĐ',
          award: 'BK_TINH',
          recipients: [
            { dossierId: 'D2', nomineeId: 'N1', kind: 'individual', goldenBookNumber: 1 },
            { dossierId: 'D2', nomineeId: 'N2', kind: 'household', goldenBookNumber: 2 },
            { dossierId: 'D1', nomineeId: 'N1', kind: 'collective', goldenBookNumber: 3 },
          ],
        },
      },
    ]);
  });

  it('joins dossiers of two versions of one procedure as long as they pay the same', () => {
    const carriedOver = procedureNamed('BK_TINH@R2026.1');
    expect(draft(approvedDossier(), approvedDossier({ id: 'D2', procedure: carriedOver })).refusals).toEqual([]);
    const prize = {
      ...carriedOver.prize,
      individual: { numerator: 2, denominator: 1, source: 's', confidence: 'design' as const },
    };
    const dearer = approvedDossier({ id: 'D2', procedure: { ...carriedOver, prize } });
    expect(refusedWith(draft(approvedDossier(), dearer))).toEqual(['PRIZES_DIFFER', 'R48', { subject: 'individual' }]);
  });

  it('takes a nominee whom the dossier has already entered in this very decision', () => {
    expect(draft(entered(approvedDossier(), 'Q1')).refusals).toEqual([]);
  });

  it.each([
    ['of another body', { bodyId: 'so-noi-vu' }, 'OTHER_UNIT'],
    ['not yet at the step of the decision', { step: 'approval' }, 'DOSSIER_NOT_READY_FOR_DECISION'],
    ['already conferred', { step: 'conferment' }, 'DOSSIER_NOT_READY_FOR_DECISION'],
    ['suspended (R18)', { suspended: true }, 'DECISION_DOSSIER_SUSPENDED'],
  ] as const)('refuses a dossier %s', (_why, given, code) => {
    expect(draft(approvedDossier(given)).refusal?.code).toBe(code);
  });

  it('refuses a dossier that was never received, and one that does not exist', () => {
    const { procedure: _, ...unbound } = approvedDossier();
    expect(draft(unbound).refusal?.code).toBe('DOSSIER_NOT_READY_FOR_DECISION');
    const nobody = new DecisionOffice({ dossiers: [] }).when(draftOf(approvedDossier()));
    expect(refusedWith(nobody)).toEqual(['NOT_FOUND', undefined, { what: 'D1' }]);
  });

  it('refuses two awards in one decision', () => {
    const fighter = procedureNamed('CSTDCS@R2025.1');
    const other = approvedDossier({ id: 'D2', procedure: fighter, approved: nominees({ individual: 1 }) });
    expect(refusedWith(draft(approvedDossier(), other))).toEqual([
      'DECISION_MIXES_AWARDS',
      undefined,
      { awards: ['BK_TINH', 'CSTDCS'] },
    ]);
  });

  it('refuses a nominee who was not approved', () => {
    const dossier = approvedDossier({ approved: nominees({ individual: 2 }) });
    const office = new DecisionOffice({ dossiers: [{ ...dossier, approved: dossier.approved.slice(1) }] });
    expect(refusedWith(office.when(draftOf(dossier)))).toEqual([
      'NOMINEE_NOT_ELIGIBLE',
      undefined,
      { nominees: ['D1/N1'] },
    ]);
  });

  it('refuses a nominee who stands in another decision', () => {
    expect(draft(entered(approvedDossier({ approved: nominees({ individual: 1 }) }), 'Q0')).refusal).toMatchObject({
      code: 'NOMINEE_IN_ANOTHER_DECISION',
      params: { nominees: ['D1/N1'] },
    });
  });

  it('refuses a nominee listed twice, also when the dossier is listed twice', () => {
    const dossier = approvedDossier({ approved: nominees({ individual: 1 }) });
    const twice = new DecisionOffice({ dossiers: [dossier] }).when(draftOf(dossier, dossier));
    expect(twice.refusal).toMatchObject({ code: 'NOMINEE_TWICE', params: { nominees: ['D1/N1'] } });
  });

  it('refuses more recipients than one decision holds, and none', () => {
    const large = Array.from({ length: 3 }, (_, index) =>
      approvedDossier({ id: `D${index}`, approved: nominees({ individual: index === 2 ? 1 : 1_000 }) }),
    );
    expect(draft(...large.slice(0, 2)).refusals).toEqual([]);
    expect(refusedWith(draft(...large))).toEqual(['TOO_MANY_RECIPIENTS', undefined, { limit: 2_000 }]);
    expect(draft(approvedDossier({ approved: [] })).refusal?.code).toBe('DECISION_HAS_NO_RECIPIENTS');
    expect(draft().refusal?.code).toBe('DECISION_HAS_NO_RECIPIENTS');
  });

  it('refuses a kind that the procedure does not pay: such a decision could never be issued (R48)', () => {
    const procedure = { ...certificateOfMerit, prize: { ...certificateOfMerit.prize, collective: null } };
    expect(draft(approvedDossier({ procedure })).refusal).toMatchObject({ code: 'PRIZE_UNKNOWN', rule: 'R48' });
  });

  it.each(['clerk', 'officer', 'secretary'] as const)('is the work of a %s', (role) => {
    expect(
      new DecisionOffice({ actor: actor('x', role), dossiers: [approvedDossier()] }).when(draftOf(approvedDossier()))
        .refusals,
    ).toEqual([]);
  });

  it.each(['submitter', 'authority', 'auditor', 'operator'] as const)('is not the work of a %s', (role) => {
    const office = new DecisionOffice({ actor: actor('x', role), dossiers: [approvedDossier()] });
    expect(refusedWith(office.when(draftOf(approvedDossier())))).toEqual([
      'POSITION_NOT_ALLOWED',
      undefined,
      { roles: ['clerk', 'officer', 'secretary'] },
    ]);
  });
});
