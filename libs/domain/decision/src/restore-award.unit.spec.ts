import fc from 'fast-check';
import { allowedDecisionCommands, decisionSentence, registerStream, viewDecision } from './index.js';
import { codesAsNames } from '#libs/domain/kernel';
import {
  type DecisionOffice,
  actor,
  approvedDossier,
  authority,
  cancel,
  certificateOfMerit,
  drafted,
  entered,
  issueOn,
  nominees,
  prizeLaw,
  restore,
} from '../../../../test/support/decision-office.js';
import { catalogue, procedureNamed } from '../../../../test/support/procedures.js';

const day = '2026-10-20';
const president = { ...actor('all', 'clerk', 'authority'), unitId: 'chu-tich-nuoc' };
const hero = procedureNamed('AHLD@R2025.1');

/** A decision on a title of honour, or on another award, issued by its body. */
function issued(count = 2, procedure = hero): DecisionOffice {
  const step = procedure === hero ? 'issue' : 'issuing';
  const dossier = approvedDossier({
    bodyId: president.unitId,
    procedure,
    step,
    approved: nominees({ individual: count }),
  });
  return drafted(dossier, { actor: president }).when(issueOn(day), {
    number: { register: registerStream(president.unitId, 'QĐ', day), number: 77 },
  });
}

const view = ({ state }: DecisionOffice) => {
  if (!state) throw new Error('There is no decision.');
  return viewDecision(state);
};
const refusedWith = ({ refusal }: DecisionOffice) => [refusal?.code, refusal?.rule, refusal?.params];

describe('R55: restoring a title of honour', () => {
  it('is done by the body that decided: the award stands again, and both facts stay', () => {
    const office = issued().when(cancel('N1')).when(restore('N1'));
    expect(office.refusals).toEqual([]);
    expect(office.facts.slice(-2).map(({ type }) => type)).toEqual(['AwardCancelled', 'AwardRestored']);
    expect(office.facts.at(-1)?.data).toEqual(restore('N1').data);
    expect(view(office)).toMatchObject({
      valid: 2,
      cancelled: 0,
      validByKind: { individual: 2 },
      issue: { number: 77 },
    });
    expect(view(office).recipients.map(({ cancelled, restored }) => [cancelled, restored])).toEqual([
      [undefined, { reason: 'Kết luận thanh tra được sửa đổi' }],
      [undefined, undefined],
    ]);
  });

  it('can be cancelled and restored again', () => {
    const office = issued(1).when(cancel('N1')).when(restore('N1')).when(cancel('N1', 'against_law'));
    expect(view(office)).toMatchObject({
      valid: 0,
      cancelled: 1,
      recipients: [{ cancelled: { ground: 'against_law' } }],
    });
    expect(view(office).recipients[0]).not.toHaveProperty('restored');
    expect(view(office.when(restore('N1')))).toMatchObject({ valid: 1, cancelled: 0 });
    expect(office.refusals).toEqual([]);
  });

  it('needs a cancelled award, and happens once', () => {
    const refused = ['AWARD_NOT_CANCELLED', 'R55', { nominee: 'D1/N1' }];
    expect(refusedWith(issued().when(restore('N1')))).toEqual(refused);
    expect(refusedWith(issued().when(cancel('N1')).when(restore('N1')).when(restore('N1')))).toEqual(refused);
    // Of another recipient, whose award was not cancelled.
    expect(refusedWith(issued().when(cancel('N2')).when(restore('N1')))).toEqual(refused);
    expect(refusedWith(issued().when(cancel('N1')).when(restore('N3')))[0]).toBe('NOMINEE_UNKNOWN');
  });

  it.each([
    ['another body', { ...president, unitId: 'thu-tuong' }, ['NOT_THE_DECIDING_BODY', 'R55', undefined]],
    [
      'a clerk of it',
      { ...president, roles: ['clerk' as const] },
      ['POSITION_NOT_ALLOWED', undefined, { roles: ['authority'] }],
    ],
  ])('is not the work of %s', (_who, somebody, refused) => {
    expect(refusedWith(issued().when(cancel('N1')).when(restore('N1'), { actor: somebody }))).toEqual(refused);
  });

  it('is not provided for another award, whose law says nothing of it', () => {
    const office = issued(1, certificateOfMerit).when(cancel('N1')).when(restore('N1'));
    expect(office.refusal).toMatchObject({
      code: 'RESTORATION_NOT_PROVIDED',
      rule: 'R55',
      source: 'L22 Art 93(2)(7)(8)',
    });
    expect(view(office).cancelled).toBe(1);
  });

  it('is provided by the shipped procedures of titles of honour only, with its source', () => {
    const restorable = catalogue.filter(({ cancellation }) => cancellation.restorable);
    expect(new Set(restorable.map(({ code }) => code))).toEqual(
      new Set(['AHLD', 'AHLLVT', 'TINH_AH', 'BMVNAH', 'NGND', 'TTND', 'NSND', 'NNND']),
    );
    expect(hero.cancellation.restorable).toEqual({
      roles: ['authority'],
      source: 'L22 Art 93(7)(8)',
      confidence: 'verified',
    });
  });

  it('is refused where another award has used meanwhile what this one cites (R15)', () => {
    const taken = [{ what: 'achievement' as const, id: 'A-1', nomineeId: 'N1', by: 'D7' }];
    const office = issued().when(cancel('N1')).when(restore('N1'), { taken });
    expect(refusedWith(office)).toEqual([
      'ACHIEVEMENT_TAKEN',
      'R15',
      { taken: ['A-1'], nominees: ['N1'], dossiers: ['D7'] },
    ]);
    expect(view(office).cancelled).toBe(1);
  });

  it('is asked before with the same answer as the command', () => {
    const context = { decisionId: 'Q1', now: `${day}T03:00:00.000Z`, prizes: prizeLaw };
    const asked = (office: DecisionOffice, procedure = hero) => {
      const dossiers = [entered(approvedDossier({ procedure, step: 'granted' }), 'Q1')];
      const commands = allowedDecisionCommands(office.state, { ...context, actor: president, dossiers });
      const restoring = commands.find(({ command }) => command === 'restore-award');
      return restoring?.refusal?.code ?? 'yes';
    };
    expect(asked(issued())).toBe('AWARD_NOT_CANCELLED');
    expect(asked(issued().when(cancel('N1')))).toBe('yes');
    expect(asked(issued(1, certificateOfMerit).when(cancel('N1')), certificateOfMerit)).toBe(
      'RESTORATION_NOT_PROVIDED',
    );
  });

  it('leaves all others as they were, in whatever order awards are cancelled and restored', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 4 })), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (all) => {
        const office = issued(4);
        const lost = new Set<number>();
        for (const [cancels, index] of all) {
          const before = office.refusals.length;
          office.when(cancels ? cancel(`N${index}`) : restore(`N${index}`));
          expect(office.refusals.length === before).toBe(cancels !== lost.has(index));
          if (cancels) lost.add(index);
          else lost.delete(index);
        }
        expect(view(office).recipients.map(({ cancelled }) => cancelled !== undefined)).toEqual(
          [1, 2, 3, 4].map((index) => lost.has(index)),
        );
        const restored = office.facts.filter(({ type }) => type === 'AwardRestored').length;
        expect(office.state?.restorations).toBe(restored);
      }),
    );
  });

  it('is told in both languages', () => {
    const recorded = { revision: 3, recordedAt: `${day}T03:00:00.000Z`, effectiveAt: `${day}T03:00:00.000Z` };
    const fact = { type: 'AwardRestored' as const, data: restore('N1').data, actor: authority, ...recorded };
    expect(decisionSentence(fact, 'vi', codesAsNames)).toContain('Phục hồi danh hiệu của N1');
    expect(decisionSentence(fact, 'en', codesAsNames)).toContain('Restored the award of N1');
  });
});
