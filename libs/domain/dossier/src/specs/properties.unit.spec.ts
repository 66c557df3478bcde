import fc from 'fast-check';
import { dossierDecider, foldDossier, viewDossier } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { moveBy, type Throw, throws } from '../../../../../test/support/dossier-chance.js';
import { Desk } from '../../../../../test/support/dossier-desk.js';
import { departedBy } from '../../../../../test/support/dossier-departures.js';
import { filled } from '../../../../../test/support/dossier-paths.js';
import { impossible, impossibleAfter } from '../../../../../test/support/dossier-impossible.js';

const awards = ['BK_TINH', 'CSTDCS', 'CSTD_BT'] as const;
const award = fc.constantFrom(...awards);

/** What happened over all runs, so that a test in which nothing happens cannot stay green. */
const seen = { steps: new Set<string>(), done: new Set<string>(), refused: new Set<string>() };

/** A life of a dossier and of those that leave it, as chance has it; says what became impossible on the way. */
function live(procedure: (typeof awards)[number], chances: readonly Throw[]): { desks: Desk[]; faults: string[] } {
  const first = new Desk({ dossierId: 'D0' });
  for (const move of filled({ procedure })) first.take(move);
  const desks = [first];
  const faults: string[] = [];
  for (const [turn, chance] of chances.entries()) {
    const desk = desks[Math.floor(chance.which / 40) % desks.length] ?? first;
    const before = desk.state;
    if (!before) throw new Error('A dossier has begun.');
    const childDossierId = `D${turn + 1}`;
    const move = { ...moveBy(desk, before, chance), childDossierId };
    const decided = desk.take(move);
    if (!decided.ok) {
      seen.refused.add(decided.error.code);
      if (desk.state !== before) faults.push(`${move.command.type} was refused and left a trace`);
      continue;
    }
    const after = desk.state ?? before;
    seen.steps.add(after.step);
    if (decided.value.length > 0) seen.done.add(move.command.type);
    faults.push(
      ...impossibleAfter({ before, facts: decided.value, after }).map((name) => `${move.command.type}: ${name}`),
    );
    const departed = departedBy(decided, before, desk.now);
    if (!departed) continue;
    const { desk: child, opened } = departed;
    if (!opened.ok || !child.state) throw new Error('The dossier of those who left could not be opened.');
    faults.push(
      ...impossibleAfter({ before: undefined, facts: opened.value, after: child.state }).map(
        (name) => `child: ${name}`,
      ),
    );
    desks.push(child);
  }
  return { desks, faults };
}

describe('whatever happens to a dossier', () => {
  it('nothing impossible becomes true, and a refusal leaves no trace', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        expect(live(procedure, chances).faults).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('the fold of all facts is the fold of the first some, and then of the rest', () => {
    fc.assert(
      fc.property(award, throws, fc.nat({ max: 200 }), (procedure, chances, cut) => {
        for (const { facts, state } of live(procedure, chances).desks) {
          const inTwo = foldDossier(facts.slice(cut), foldDossier(facts.slice(0, cut)));
          expect(inTwo).toEqual(state);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the same acts give the same facts: no clock and no chance inside', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        const [one, other] = [live(procedure, chances), live(procedure, chances)];
        expect(other.desks.map(({ facts }) => facts)).toEqual(one.desks.map(({ facts }) => facts));
      }),
      { numRuns: 100 },
    );
  });

  it('the state is what the recorded facts say, and the view of it is JSON', () => {
    fc.assert(
      fc.property(award, throws, (procedure, chances) => {
        for (const { facts, state } of live(procedure, chances).desks) {
          const fromTheLog = JSON.parse(JSON.stringify(facts)) as typeof facts;
          expect(foldDossier(fromTheLog)).toEqual(state);
          const view = state && viewDossier(state);
          expect(JSON.parse(JSON.stringify(view))).toEqual(view);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a dossier without facts answers NOT_FOUND to everything but its beginning', () => {
    fc.assert(
      fc.property(throws, (chances) => {
        const begun = new Desk();
        begun.take(acts.draft());
        for (const chance of chances) {
          if (!begun.state) throw new Error('A dossier has begun.');
          const move = moveBy(begun, begun.state, chance);
          const asked = dossierDecider.decide(move.command, undefined, begun.contextOf(move));
          expect(asked).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
        }
      }),
      { numRuns: 20 },
    );
  });

  // Last, for it looks back on all runs above: well over 600 lives.
  it('the list of what is impossible is long, and the runs went everywhere', () => {
    expect(Object.keys(impossible).length).toBeGreaterThanOrEqual(20);
    expect([...seen.done].sort()).toEqual(
      [
        'add-nominees appraise-nominees approve archive assign attach-document claim classify complete-appraisal confer',
        'correct-fact',
        'detach-nominees enter-in-decision enter-in-submission escalate-nominees extend-deadline forward forward-by-submission',
        'receive receive-by-submission receive-decision record-council-result record-missed-deadline',
        'reject release release-from-decision release-from-submission request-supplement resume return submit supplement suspend withdraw',
      ]
        .join(' ')
        .split(' '),
    );
    for (const end of ['archived', 'rejected', 'withdrawn', 'declined']) expect(seen.steps).toContain(end);
    for (const code of ['DOSSIER_SUSPENDED', 'THRESHOLD_NOT_REACHED', 'ONE_NOMINEE_MUST_STAY', 'POSITION_NOT_ALLOWED'])
      expect(seen.refused).toContain(code);
  });
});
