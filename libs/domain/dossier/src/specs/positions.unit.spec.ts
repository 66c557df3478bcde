import * as acts from '../../../../../test/support/dossier-acts.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';
import { BODY, type Move, people, UNIT } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter, given } from '../../../../../test/support/dossier-spec.js';

type Who = keyof typeof people;

/** Whose business each act is in BK_TINH, written out by hand. */
const business: readonly (readonly [readonly Move[], Move, readonly Who[]])[] = [
  [[], acts.draft(), ['submitter']],
  [paths.filled(), acts.addNominees({ nominees: [acts.individual('Người Ba')] }), ['submitter']],
  [paths.filled(), acts.attachDocument(), ['submitter']],
  [paths.filled(), acts.submit(), ['submitter']],
  [paths.submitted(), acts.receive(), ['officer']],
  [paths.submitted(), acts.requestSupplement(), ['officer']],
  [paths.submitted(), acts.returnDossier(), ['officer']],
  [[...paths.received(), acts.requestSupplement()], acts.supplement(), ['submitter']],
  [paths.received(), acts.classify(), ['submitter', 'officer']],
  [paths.received(), acts.appraise(['N1']), ['officer']],
  [[...paths.received(), acts.appraise(['N1', 'N2'])], acts.completeAppraisal(), ['officer']],
  [paths.received(), acts.withdraw(), ['submitter']],
  [paths.received(), acts.suspend(), ['officer']],
  [[...paths.received(), acts.suspend()], acts.resume(), ['officer']],
  [paths.received(), acts.detachNominees(), ['officer']],
  [paths.received(), acts.escalateNominees(), ['officer', 'authority']],
  [paths.received(), acts.correctFact(), ['officer']],
  [paths.received(), acts.claim(), ['officer']],
  [paths.appraised(), acts.claim(), ['secretary']],
  [paths.approved(), acts.claim(), ['officer', 'secretary', 'clerk']],
  [[...paths.received(), acts.requestSupplement()], acts.claim(), ['submitter', 'officer']],
  [paths.received(), acts.assign(), ['head', 'secretary', 'authority']],
  [paths.appraised(), acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }), ['secretary']],
  [paths.voted(), acts.approve(['N1', 'N2']), ['authority']],
  [paths.voted(), acts.reject(), ['authority']],
  [paths.approved(), acts.enterInDecision(['N1', 'N2']), ['clerk', 'officer', 'secretary', 'system']],
  [paths.entered(), acts.releaseFromDecision(), ['clerk', 'officer', 'secretary', 'system']],
  [paths.entered(), acts.receiveDecision(['N1', 'N2']), ['system']],
  [paths.decided(), acts.confer(), ['submitter', 'secretary']],
  [paths.conferred(), acts.archive(), ['clerk', 'officer']],
  [paths.received(), acts.recordMissed({ recordedAt: '2026-09-30' }), ['system']],
  [paths.received(), acts.settleDeadlines(), ['system']],
];

const pairs = business.flatMap(([before, move, allowed]) =>
  (Object.keys(people) as Who[]).map((who) => ({
    before,
    move,
    who,
    may: allowed.includes(who),
    what: move.command.type,
  })),
);

describe('positions', () => {
  it.each(pairs)('$what by the $who: $may', ({ before, move, who, may }) => {
    const done = deskAfter([before]).take({ ...move, by: people[who] });
    expect(done.ok ? 'ok' : done.error.code).toBe(may ? 'ok' : 'POSITION_NOT_ALLOWED');
  });

  const byPeople = business.flatMap(([before, move, allowed]) =>
    allowed
      .filter((who) => who !== 'system' && before.length > 0)
      .map((who) => ({ before, move, who, what: move.command.type })),
  );

  it.each(byPeople)('$what by a $who of another unit is refused', ({ before, move, who }) => {
    given(before)
      .when({ ...move, by: { ...people[who], unitId: 'UNIT-9' } })
      .refused('OTHER_UNIT');
  });

  it('who may not is told by which version of the procedure, and where that stands', () => {
    const { code, version, names, sources } = procedureNamed('BK_TINH@R2025.1');
    const ground = { rule: 'R1', source: sources.join('; '), procedure: { code, version, names } } as const;
    const refused = given(paths.submitted());
    refused.when(acts.receive({ by: people.secretary })).refused('POSITION_NOT_ALLOWED', ground);
    refused.when(acts.receive({ by: { ...people.officer, unitId: 'UNIT-9' } })).refused('OTHER_UNIT', ground);
    refused.when(acts.approve(['N1', 'N2'])).refused('NOT_POSSIBLE_AT_STEP', ground);
    refused.when(acts.extendDeadline({ by: people.officer })).refused('POSITION_NOT_ALLOWED', ground);
    given([])
      .when(acts.draft({ by: people.officer }))
      .refused('POSITION_NOT_ALLOWED', ground);
  });

  it('an officer who stands in the submitting unit does not receive its dossier', () => {
    given(paths.submitted())
      .when(acts.receive({ by: { ...people.officer, unitId: UNIT } }))
      .refused('OTHER_UNIT');
  });

  it('who holds two roles acts by the one that fits the unit', () => {
    const both = { ...people.submitter, unitId: BODY, roles: ['submitter', 'secretary'] as const };
    given(paths.decided())
      .when(acts.confer({ by: both }))
      .yieldsAmongOthers({ type: 'AwardConferred', data: {} });
  });

  it('the system gives no act that belongs to people', () => {
    given(paths.voted())
      .when(acts.approve(['N1', 'N2'], {}, { by: people.system }))
      .refused('POSITION_NOT_ALLOWED', { params: { roles: ['authority'] } });
  });
});

interface FourEyes {
  readonly appraisedBy: readonly string[];
  readonly submittedBy: string;
  readonly actor: string;
}

describe('four eyes (R42)', () => {
  const as = (who: Who, id: string) => ({ ...people[who], id });

  it.each(casesOf<FourEyes>('R42', 'four-eyes'))('$id: $title', ({ data, then }) => {
    const way = paths.voted().map((move) => {
      if (move.command.type === 'submit') return { ...move, by: as('submitter', data.submittedBy) };
      const appraises = move.command.type === 'appraise-nominees' || move.command.type === 'complete-appraisal';
      return appraises ? { ...move, by: as('officer', data.appraisedBy[0] ?? '') } : move;
    });
    expect(then.allowed).toBe(false);
    given(way)
      .when(acts.approve(['N1', 'N2'], {}, { by: as('authority', data.actor) }))
      .refused('FOUR_EYES', { rule: 'R42' });
    given(way)
      .when(acts.reject({ by: as('authority', data.actor) }))
      .refused('FOUR_EYES', { rule: 'R42' });
  });

  it('who submitted does not receive, even from another position', () => {
    given(paths.submitted())
      .when(acts.receive({ by: as('officer', people.submitter.id) }))
      .refused('FOUR_EYES', { rule: 'R42', params: { act: 'submit' } });
  });

  it('a delegate opens no way around: neither by acting for the appraiser nor by being acted for', () => {
    const appraisal = { ...acts.completeAppraisal(), by: { ...people.officer, onBehalfOf: people.authority.id } };
    const way = [...paths.received(), acts.appraise(['N1', 'N2'])];
    const vote = acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } });
    given(way, appraisal, vote)
      .when(acts.approve(['N1', 'N2']))
      .refused('FOUR_EYES', { rule: 'R42', params: { act: 'complete-appraisal' } });
    given(paths.voted())
      .when(acts.approve(['N1', 'N2'], {}, { by: { ...people.authority, onBehalfOf: people.officer.id } }))
      .refused('FOUR_EYES', { rule: 'R42' });
  });

  it('of several who appraised, none signs, the first as little as the last', () => {
    const [one, other] = [as('officer', 'account-linh'), as('officer', 'account-minh')];
    const way = [
      ...paths.received(),
      acts.appraise(['N1'], [], { by: one }),
      acts.appraise(['N2'], [], { by: other }),
      acts.completeAppraisal(),
      acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }),
    ];
    for (const { id } of [one, other]) {
      given(way)
        .when(acts.approve(['N1', 'N2'], {}, { by: as('authority', id) }))
        .refused('FOUR_EYES', { rule: 'R42', params: { act: 'appraise-nominees' } });
    }
  });

  it('an officer who only received may sign', () => {
    const received = paths
      .voted()
      .map((move) => (move.command.type === 'receive' ? { ...move, by: as('officer', 'account-khanh') } : move));
    given(received)
      .when(acts.approve(['N1', 'N2'], {}, { by: as('authority', 'account-khanh') }))
      .yieldsAmongOthers({ type: 'DossierApproved', data: {} });
  });
});
