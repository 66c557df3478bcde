import fc from 'fast-check';
import { type DecisionState, registerStream, viewDecision } from './index.js';
import { type RuleCase, casesOf } from '../../../../test/support/rule-cases.js';
import {
  type DecisionOffice,
  actor,
  approvedDossier,
  authority,
  cancel,
  certificateOfMerit,
  drafted,
  issueOn,
  nominees,
} from '../../../../test/support/decision-office.js';

const day = '2026-10-20';

function issued(
  counts: Record<string, number> = { collective: 9, individual: 52 },
  bodyId = 'ubnd-tinh',
): DecisionOffice {
  const dossier = approvedDossier({ bodyId, approved: nominees(counts) });
  return drafted(dossier, { actor: { ...actor('all', 'clerk', 'authority'), unitId: bodyId } }).when(issueOn(day), {
    number: { register: registerStream(bodyId, 'QĐ', day), number: 77 },
  });
}

const stateOf = (office: DecisionOffice): DecisionState => {
  if (!office.state) throw new Error('There is no decision.');
  return office.state;
};

describe('R42: four eyes on the decision', () => {
  it('R42-1: the appraiser signs', () => {
    const [{ data, then }] = casesOf('R42-1') as [never] as [
      RuleCase<{ appraisedBy: string[]; submittedBy: string; actor: string }>,
    ];
    const dossier = approvedDossier({ actors: { submit: [data.submittedBy], 'appraise-nominees': data.appraisedBy } });
    const office = drafted(dossier).when(issueOn(day, data.actor), {
      actor: actor(data.actor, 'authority'),
      number: { register: registerStream('ubnd-tinh', 'QĐ', day), number: 1 },
    });
    expect([office.facts.length, office.refusal?.rule]).toEqual([1, then.rule]);
  });
});

describe('R46: cancelling one award of a batch', () => {
  it('R46-1: one of 61 leaves 60 valid, under the same number', () => {
    const [{ data, then }] = casesOf('R46-1') as [never] as [
      RuleCase<{ recipients: Record<string, number> }, Record<string, number>>,
    ];
    const view = viewDecision(stateOf(issued(data.recipients).when(cancel('N10'), { actor: authority })));
    expect({
      valid: view.valid,
      cancelled: view.cancelled,
      decisionNumber: view.issue?.number,
      validCollective: view.validByKind.collective,
      validIndividual: view.validByKind.individual,
    }).toEqual(then.value);
  });

  it('R46-2: the same recipient again', () => {
    const [{ data, then }] = casesOf('R46-2') as [never] as [
      RuleCase<{ recipients: Record<string, number> }, { valid: number }>,
    ];
    const office = issued(data.recipients)
      .when(cancel('N17'), { actor: authority })
      .when(cancel('N17'), { actor: authority });
    expect(office.refusal).toMatchObject({ code: 'AWARD_ALREADY_CANCELLED', rule: then.rule });
    expect(viewDecision(stateOf(office)).valid).toBe(then.value?.valid);
  });

  it('leaves all others as they were, whoever is cancelled in whatever order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 })), (chosen) => {
        const office = issued({ collective: 5, individual: 15 });
        const before = viewDecision(stateOf(office));
        for (const index of chosen) office.when(cancel(`N${index}`), { actor: authority });
        const after = viewDecision(stateOf(office));
        expect(office.refusals).toEqual([]);
        expect(after.valid).toBe(20 - chosen.length);
        expect((after.validByKind.collective ?? 0) + (after.validByKind.individual ?? 0)).toBe(after.valid);
        const standing = ({ goldenBookNumber }: { goldenBookNumber: number }) => !chosen.includes(goldenBookNumber);
        expect(after.recipients.filter((each) => !each.cancelled)).toEqual(before.recipients.filter(standing));
        expect(after.issue).toEqual(before.issue);
      }),
    );
  });

  it('refuses who is no recipient', () => {
    expect(issued().when(cancel('N62'), { actor: authority }).refusal).toMatchObject({
      code: 'NOMINEE_UNKNOWN',
      params: { nominees: ['D1/N62'] },
    });
  });
});

interface Revocation {
  readonly award: string;
  readonly decidedBy: string;
  readonly actorBody: string;
  readonly ground: string;
}

describe('R55: who cancels, and why', () => {
  const idOf = (body: string) => body.replaceAll('_', '-');

  it.each(casesOf<Revocation>('R55').map((each) => [each.id, each.title, each] as const))(
    '%s: %s',
    (_id, _title, { data, then }) => {
      const office = issued({ individual: 1 }, idOf(data.decidedBy));
      office.when(cancel('N1', data.ground), { actor: { ...authority, unitId: idOf(data.actorBody) } });
      expect(office.refusals.length === 0).toBe(then.allowed);
      expect(office.refusal?.rule).toBe(then.rule);
      const sameBody = data.decidedBy === data.actorBody;
      expect(office.refusal?.code).toBe(sameBody ? 'CANCELLATION_GROUND_UNKNOWN' : 'NOT_THE_DECIDING_BODY');
    },
  );

  it.each(certificateOfMerit.cancellation.grounds)('allows the deciding body to cancel on the ground %s', (ground) => {
    const office = issued().when(cancel('N1', ground), { actor: authority });
    expect(office.facts.at(-1)).toEqual({ type: 'AwardCancelled', data: cancel('N1', ground).data });
  });

  it('names the source of the grounds as the procedure has it', () => {
    expect(issued().when(cancel('N1', 'retired'), { actor: authority }).refusal?.source).toBe('L22 Art 93(2)(7)(8)');
  });

  it('is not the work of a clerk', () => {
    expect(issued().when(cancel('N1'), { actor: actor('clerk', 'clerk') }).refusal).toMatchObject({
      code: 'POSITION_NOT_ALLOWED',
      params: { roles: ['authority'] },
    });
  });
});
