import { type RecordedDossierFact, dossierInForce, foldDossier } from '#libs/domain/dossier';
import { type LocalDate, endOf, localDateOf } from '#libs/domain/kernel';
import fc from 'fast-check';
import { throws } from '../../../../../test/support/dossier-chance.js';
import { impossibleAfter } from '../../../../../test/support/dossier-impossible.js';
import { awards, livesOf } from '../../../../../test/support/dossier-life.js';

const award = fc.constantFrom(...awards);

/** Every day on which something could change, with the one before. */
function daysOf(facts: readonly RecordedDossierFact[]): LocalDate[] {
  const days = facts.map(({ effectiveAt }) => localDateOf(effectiveAt));
  return [...new Set(['2026-07-01', ...days, '2999-12-31'])].sort();
}

const revisionsOn = (facts: readonly RecordedDossierFact[], day: LocalDate): number[] =>
  dossierInForce(facts, day).facts.map(({ revision }) => revision);

/** What was out of order over all runs: a test in which nothing is proves nothing. */
const seen = { late: 0, outOfOrder: 0, hidden: 0, corrected: 0 };

function note(facts: readonly RecordedDossierFact[]): void {
  for (const [index, { type, effectiveAt, recordedAt }] of facts.entries()) {
    const before = facts[index - 1];
    if (effectiveAt < recordedAt) seen.late++;
    if (before && before.effectiveAt > effectiveAt) seen.outOfOrder++;
    if (type === 'FactCorrected') seen.corrected++;
  }
}

/**
 * A clock that ran out is not saved by a supplement that was asked for in time and recorded late: the log never stopped it. On the
 * days in between it runs, though the dossier is held; everything else that is impossible stays so.
 */
const RAN_ON = 'a clock that runs on while it is held, though it had not run out';

describe('a dossier as it held on a day', () => {
  it('is on no day an impossible one, however late and out of order its facts were recorded', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        for (const { facts } of livesOf(procedure, chances, { late: true })) {
          note(facts);
          for (const day of daysOf(facts)) {
            const { dossier: after, facts: held } = dossierInForce(facts, day);
            if (!after) continue;
            const faults = impossibleAfter({ before: undefined, facts: [], after });
            const later = facts.filter((fact) => fact.type === 'DeadlineMissed' && !held.includes(fact));
            seen.hidden += later.length;
            expect(later.length > 0 ? faults.filter((fault) => fault !== RAN_ON) : faults).toEqual([]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the dossier of now after the last day, and nothing before the first', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        for (const { facts, state } of livesOf(procedure, chances, { late: true })) {
          expect(dossierInForce(facts, '2999-12-31').dossier).toEqual(state);
          expect(dossierInForce(facts, '2026-07-01')).toEqual({ dossier: undefined, facts: [], recordedLater: [] });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('only grows from day to day, and takes the steps in the order in which they were recorded', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        for (const { facts } of livesOf(procedure, chances, { late: true })) {
          let before: number[] = [];
          let reached = -1;
          const moves = facts.filter(({ data }) => 'step' in data).map(({ revision }) => revision);
          for (const day of daysOf(facts)) {
            const now = revisionsOn(facts, day);
            expect(now).toEqual(expect.arrayContaining(before));
            const last = moves.filter((revision) => now.includes(revision)).at(-1) ?? -1;
            expect(last).toBeGreaterThanOrEqual(reached);
            // No step is taken before the one that led to it.
            expect(moves.filter((revision) => revision <= last && !now.includes(revision))).toEqual([]);
            [before, reached] = [now, last];
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('holds nothing that takes effect later, except what was right or ran all along', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        for (const { facts } of livesOf(procedure, chances, { late: true })) {
          for (const day of daysOf(facts)) {
            const early = dossierInForce(facts, day).facts.filter(({ effectiveAt }) => effectiveAt >= endOf(day));
            for (const { type } of early) expect(['FactCorrected', 'DeadlineSet']).toContain(type);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('holds all that took effect by then where nothing was recorded out of order', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        for (const { facts } of livesOf(procedure, chances)) {
          for (const day of daysOf(facts)) {
            const by = facts.filter(({ type, effectiveAt }) => type !== 'FactCorrected' && effectiveAt < endOf(day));
            expect(revisionsOn(facts, day)).toEqual(expect.arrayContaining(by.map(({ revision }) => revision)));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('as was known at a revision: cut first by what was recorded, then by what was in force', () => {
    fc.assert(
      fc.property(award, throws, fc.nat({ max: 200 }), (procedure, chances, cut) => {
        for (const { facts } of livesOf(procedure, chances, { late: true })) {
          const known = facts.slice(0, cut);
          for (const day of daysOf(facts)) {
            const both = dossierInForce(known, day);
            expect(both.facts).toEqual(dossierInForce(facts, day).facts.filter(({ revision }) => revision < cut));
            expect(both.dossier).toEqual(foldDossier(both.facts));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  // Last, for it looks back on all runs above.
  it('and the runs held what the tests are about', () => {
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
