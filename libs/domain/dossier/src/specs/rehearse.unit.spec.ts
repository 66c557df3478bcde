import { type RecordedDossierFact, type Rehearsal, rehearse } from '#libs/domain/dossier';
import type { Procedure } from '#libs/domain/procedure';
import fc from 'fast-check';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { throws } from '../../../../../test/support/dossier-chance.js';
import type { Move } from '../../../../../test/support/dossier-desk.js';
import { awards, livesOf } from '../../../../../test/support/dossier-life.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';
import { vietnam } from '../../../../../test/support/law-files.js';
import { madeForTests, allProcedures, procedureNamed } from '../../../../../test/support/procedures.js';

const merit = procedureNamed('BK_TINH@R2025.1');
const fighter = procedureNamed('CSTDCS@R2025.1');
const calendars = { at: () => vietnam, now: vietnam };

const under = (draft: Procedure, history: readonly RecordedDossierFact[]): Rehearsal =>
  rehearse(
    // What was recorded later than it holds had a reason: the desk's gate asks for one.
    history.map((fact) => (fact.recordedAt > fact.effectiveAt ? { ...fact, backdatingReason: 'Ghi lại sau' } : fact)),
    { draft: { ...draft, hash: 'draft' }, versions: allProcedures, calendars },
  );

const lived = (...moves: Parameters<typeof deskAfter>[0]): readonly RecordedDossierFact[] => deskAfter(moves).facts;

/** A procedure with other values at some paths, or without them: a copy, since procedures are never changed. */
function changed(procedure: Procedure, values: Readonly<Record<string, unknown>>): Procedure {
  const copy = structuredClone(procedure);
  for (const [path, value] of Object.entries(values)) {
    const [last = '', ...way] = path.split('.').toReversed();
    const part = way.reduceRight(
      (at, name) => at[name] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
    if (value === undefined) delete part[last];
    else part[last] = value;
  }
  return copy;
}

const nothing = { deadlines: [] };

describe('a rehearsal under the version that decided the dossier', () => {
  const seen = { ended: 0, detached: 0, escalated: 0, late: 0, suspended: 0, acts: 0 };

  it('parts nowhere and moves no deadline, whatever the office did, late and out of order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...awards), throws, fc.boolean(), (award, chances, late) => {
        for (const desk of livesOf(award, chances, { late })) {
          // Who was proposed for another award went to a dossier of that one.
          const name = desk.state?.procedureCode ?? award;
          const pinned = desk.state?.procedure?.version ?? 'R2025.1';
          const own = procedureNamed(`${name}@${madeForTests.some(({ code }) => code === name) ? 'TEST.1' : pinned}`);
          const found = under(own, desk.facts);
          expect(found).toEqual({ acts: found.acts, ...nothing });
          seen.acts += found.acts;
          for (const { type, effectiveAt, recordedAt } of desk.facts) {
            if (type === 'DossierArchived' || type === 'DossierWithdrawn') seen.ended++;
            if (type === 'DetachedDossierOpened') seen.detached++;
            if (type === 'EscalatedDossierOpened') seen.escalated++;
            if (type === 'DossierSuspended') seen.suspended++;
            if (effectiveAt < recordedAt) seen.late++;
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  it('has seen all of that', () => {
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });

  it('tells the whole way of a dossier that was archived', () => {
    expect(under(merit, lived(paths.archived()))).toEqual({ acts: expect.any(Number), ...nothing });
  });
});

describe('a draft with another time limit', () => {
  const shorter = changed(merit, { 'clocks.appraise.limit.value': 15 });

  it('moves the deadline, said with both moments and where it began, and nothing else', () => {
    const found = under(shorter, lived(paths.received({ on: '2026-08-21' })));
    expect(found.parting).toBeUndefined();
    expect(found.deadlines).toEqual([
      {
        deadlineId: 'appraise-1',
        clock: 'appraise',
        step: 'intake',
        act: 'receive',
        from: '2026-09-22T10:00:00.000Z',
        to: '2026-09-15T10:00:00.000Z',
      },
    ]);
  });

  it('says who would have been late', () => {
    const voted = acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { at: '2026-09-18' });
    const judged = [acts.appraise(['N1', 'N2'], []), acts.completeAppraisal(), voted];
    const found = under(shorter, lived(paths.received({ on: '2026-08-21' }), judged));
    expect(found.deadlines).toMatchObject([{ deadlineId: 'appraise-1', late: { recorded: false, rehearsed: true } }]);
  });

  it('moves nothing of a dossier that was never received', () => {
    expect(under(shorter, lived(paths.submitted()))).toEqual({ acts: expect.any(Number), ...nothing });
  });

  it('adds a clock, and takes one away', () => {
    const more = changed(merit, {
      'clocks.more': { ...merit.clocks['screen'], startsOn: ['receive'], metBy: ['archive'] },
      'clocks.screen': undefined,
    });
    const { deadlines } = under(more, lived(paths.received({ on: '2026-08-21' })));
    expect(deadlines.map(({ deadlineId, from, to }) => [deadlineId, from !== undefined, to !== undefined])).toEqual([
      ['screen-1', true, false],
      ['more-1', false, true],
    ]);
  });
});

describe('a draft with another threshold', () => {
  const stricter = changed(fighter, {
    'votes.ballot.threshold': { ...fighter.votes['ballot']?.threshold, numerator: 9, denominator: 10, rule: 'R26' },
  });
  const counted = (yes: number): Move[] => [
    ...paths.appraised({ procedure: 'CSTDCS', nominees: ['Người Một'] }),
    acts.councilResult({ N1: { yes } }, { method: 'ballot' }),
  ];

  it('answers otherwise by the same counts, and names the nominee', () => {
    const found = under(stricter, lived(counted(15)));
    expect(found.parting).toMatchObject({
      kind: 'other_result',
      act: 'record-council-result',
      step: 'council',
      nominees: ['N1'],
    });
  });

  it('answers as before where the votes suffice', () => {
    expect(under(stricter, lived(counted(16)))).toEqual({ acts: expect.any(Number), ...nothing });
  });
});

describe('a draft without a step', () => {
  it('refuses what was done there, and ends there', () => {
    const without = changed(merit, { 'steps.intake.acts.receive.to': 'council', 'steps.appraisal': undefined });
    const found = under(without, lived(paths.archived()));
    expect(found.parting).toMatchObject({
      kind: 'refused',
      step: 'appraisal',
      act: 'appraise-nominees',
      refusal: { code: 'NOT_POSSIBLE_AT_STEP' },
    });
    expect(found.acts).toBeLessThan(under(merit, lived(paths.archived())).acts);
  });

  it('lies elsewhere at the end of the record, where that is as far as the dossier has come', () => {
    const without = changed(merit, { 'steps.intake.acts.receive.to': 'council', 'steps.appraisal': undefined });
    expect(under(without, lived(paths.received())).parting).toMatchObject({
      kind: 'other_acts',
      recorded: 'appraisal',
      rehearsed: 'council',
      act: 'receive',
    });
  });

  it('makes no difference where a step only has another name', () => {
    const renamed = JSON.parse(JSON.stringify(merit).replaceAll('"appraisal"', '"examination"')) as Procedure;
    expect(under(renamed, lived(paths.archived()))).toEqual({ acts: expect.any(Number), ...nothing });
    expect(under(renamed, lived(paths.received()))).toEqual({ acts: expect.any(Number), ...nothing });
  });
});

describe('a draft with more eyes', () => {
  it('refuses who did both, under R42', () => {
    const eyes = changed(merit, { 'steps.appraisal.acts.complete-appraisal.notSameAs': ['receive'] });
    expect(under(eyes, lived(paths.appraised())).parting).toMatchObject({
      kind: 'refused',
      act: 'complete-appraisal',
      refusal: { code: 'FOUR_EYES', rule: 'R42', params: { act: 'receive' } },
    });
  });

  it('refuses a position that it does not let act', () => {
    const others = changed(merit, {
      'steps.council.roles': ['authority'],
      'steps.council.acts.record-council-result.roles': ['authority'],
    });
    expect(under(others, lived(paths.voted())).parting).toMatchObject({
      kind: 'refused',
      act: 'record-council-result',
      refusal: { code: 'POSITION_NOT_ALLOWED' },
    });
  });
});

describe('a draft that asks for other papers', () => {
  const asking = changed(merit, {
    documents: [...merit.documents, { ...merit.documents[0], code: 'GIAY_MOI', form: null }],
  });

  it('refuses the receipt of a dossier without them (R5), and lets one go on that was received with them', () => {
    expect(under(asking, lived(paths.received())).parting).toMatchObject({
      kind: 'refused',
      step: 'intake',
      act: 'receive',
      refusal: { code: 'DOCUMENTS_MISSING', rule: 'R5' },
    });
    const documents = ['TT', 'DS', 'BC_CT_CN', 'BB', 'GIAY_MOI'];
    const history = deskAfter([paths.received({ documents })], { procedures: [asking] }).facts;
    expect(under(asking, history).parting).toBeUndefined();
  });

  it('leaves out a paper that it does not know', () => {
    const fewer = changed(merit, { documents: merit.documents.filter(({ code }) => code !== 'BB') });
    expect(under(fewer, lived(paths.archived()))).toEqual({ acts: expect.any(Number), ...nothing });
  });
});
