import type { AwardHistory, NomineeClaims } from '#libs/domain/eligibility';
import type { AwardKind, Criteria, Procedure } from '#libs/domain/procedure';
import * as acts from './dossier-acts.js';
import { given, nomineesAppraised } from './dossier-spec.js';
import { procedureNamed } from './procedures.js';
import { type RuleCase, casesOf } from './rule-cases.js';

export const merit = procedureNamed('BK_TINH@R2025.1');

/** The usual procedure, if it asked for this. */
export const asking = (asked: Criteria): { readonly procedures: readonly Procedure[] } => ({
  procedures: [{ ...merit, criteria: asked }],
});

export interface Someone {
  readonly claims?: NomineeClaims;
  readonly history?: AwardHistory;
  readonly kind?: 'individual' | 'collective';
  readonly awardKind?: AwardKind;
  readonly receivedOn?: string;
}

/** A dossier of one nominee at the appraisal, and the act that finds him fit, with what is known of his past. */
export function appraisalOf(
  { claims = {}, history, kind = 'individual', receivedOn = '2026-08-03' }: Someone,
  deviation?: string,
) {
  const one = kind === 'individual' ? acts.individual('Người Một') : acts.collective('Tổ Một');
  const at = `${receivedOn}T08:00:00+07:00`;
  const way = [
    acts.draft({ at }),
    acts.addNominees({ nominees: [{ ...one, claims }] }),
    ...merit.documents.map(({ code }) => acts.attachDocument({ document: code })),
    acts.submit(),
    acts.receive(),
  ];
  const fit = acts.act(
    'appraise-nominees',
    {
      verdicts: [
        {
          nomineeId: 'N1',
          verdict: 'qualified',
          reason: 'Đạt',
          evidence: [],
          ...(deviation === undefined ? {} : { deviation }),
        },
      ],
    },
    history ? { histories: new Map([['N1', history]]) } : {},
  );
  return { way, fit };
}

/** What a case expects when the officer finds the nominee fit and gives no reason for differing. */
export function expectCase(asked: Criteria, someone: Someone, then: RuleCase['then']): void {
  const { way, fit } = appraisalOf(someone);
  const outcome = given(way).under(asking(asked)).when(fit);
  if (then.allowed) {
    const verdicts = [expect.objectContaining({ proposal: expect.objectContaining({ outcome: 'pass' }) })];
    outcome.yieldsAmongOthers(nomineesAppraised({ verdicts: verdicts as never }));
  } else {
    outcome.refused('VERDICT_NEEDS_DEVIATION', {
      rule: then.rule as 'R12',
      params: { criterion: 'c1', nominees: ['N1'] },
    });
    const explained = appraisalOf(someone, 'Có quyết định bổ sung');
    given(explained.way).under(asking(asked)).when(explained.fit).yieldsAmongOthers(nomineesAppraised());
  }
}

export const rows = <D>(rule: string, op: string) =>
  casesOf<D>(rule, op).map((each) => [each.id, each.title, each] as const);
