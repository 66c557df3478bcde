import fc from 'fast-check';
import {
  checkSoundness,
  firstMarking,
  markingAfter,
  type ProcedureDocument,
  type SoundnessCode,
  waysOut,
} from '#libs/domain/procedure';
import { dressedProcedures, smallProcedures } from '../../../../../test/support/procedure-chance.js';
import { oracleOf } from '../../../../../test/support/procedure-oracle.js';

/** Only what concerns the way: who acts and who votes is judged by other suites. */
const wayFaults = (procedure: ProcedureDocument) =>
  checkSoundness(procedure).filter(({ code }) => code !== 'FOUR_EYES_LEAVE_NOBODY');

/** The faults of ways that are never open, or may be shut for good. */
const shut: ReadonlySet<SoundnessCode> = new Set([
  'OPINION_NEVER_ASKED',
  'OPINION_NEVER_ANSWERED',
  'WINDOW_NEVER_OVER',
  'WINDOW_NOT_STARTED',
  'VOTE_NEVER_PASSED',
  'VOTE_MAY_FAIL',
  'PAPERS_NEVER_ATTACHED',
  'PAPERS_MAY_BE_MISSING',
]);

/** Whether a run can be gone, act by act, and where it ends. */
function played(procedure: ProcedureDocument, run: ReturnType<typeof checkSoundness>[number]['run']) {
  let marking = firstMarking(procedure);
  for (const { step, act, outcome } of run) {
    const document = procedure.steps[step];
    if (act === 'ask-opinion' && marking.includes(step)) continue;
    const way = document && waysOut(step, document).find((each) => each.act === act && each.outcome === outcome);
    if (!way || !marking.includes(step)) return undefined;
    marking = markingAfter(procedure, marking, step, way);
  }
  return marking;
}

describe('the soundness check and an oracle that plays every game', () => {
  it('agree about 4,000 small procedures, of which many are sound and many are not', () => {
    const counted = { sound: 0, unsound: 0 };
    fc.assert(
      fc.property(smallProcedures, (procedure) => {
        const oracle = oracleOf(procedure);
        counted[oracle.sound ? 'sound' : 'unsound']++;
        const faults = wayFaults(procedure);
        expect({ sound: faults.length === 0, oracle: oracle.why, faults: faults.map(({ words }) => words.en) }).toEqual(
          {
            sound: oracle.sound,
            oracle: oracle.why,
            faults: faults.map(({ words }) => words.en),
          },
        );
      }),
      { numRuns: 4_000, seed: 20_261_126 },
    );
    expect(counted.sound).toBeGreaterThan(500);
    expect(counted.unsound).toBeGreaterThan(500);
  });

  it('a fault’s run can be gone act by act, and no shorter one comes to its step', () => {
    let shown = 0;
    fc.assert(
      fc.property(smallProcedures, (procedure) => {
        const oracle = oracleOf(procedure);
        for (const { code, step, run } of wayFaults(procedure)) {
          // Where the way is broken before, no run comes there.
          if (code === 'UNREACHABLE_STEP' || (run.length === 0 && !oracle.distance.has(step))) continue;
          const marking = played(procedure, run);
          expect(marking).toBeDefined();
          // Forks and joins are passed at once.
          if (!['fork', 'join'].includes(procedure.steps[step]?.kind ?? '')) expect(marking).toContain(step);
          // A clock that does not run may take longer than the way there.
          if (code === 'NO_WAY_TO_AN_END') {
            expect(run).toHaveLength(oracle.distance.get(step) ?? -1);
            shown++;
          }
        }
      }),
      { numRuns: 4_000, seed: 7 },
    );
    expect(shown).toBeGreaterThan(50);
  });

  it('agree about 4,000 procedures with waits for opinions, times that have to pass, votes, approvals and papers', () => {
    const counted = { sound: 0, unsound: 0 };
    const met = new Map<string, number>();
    fc.assert(
      fc.property(dressedProcedures, (procedure) => {
        const oracle = oracleOf(procedure);
        counted[oracle.sound ? 'sound' : 'unsound']++;
        const faults = wayFaults(procedure);
        expect({ sound: faults.length === 0, oracle: oracle.why, faults: faults.map(({ words }) => words.en) }).toEqual(
          {
            sound: oracle.sound,
            oracle: oracle.why,
            faults: faults.map(({ words }) => words.en),
          },
        );
        for (const { code, step, run } of faults) {
          met.set(code, (met.get(code) ?? 0) + 1);
          if (oracle.distance.has(step) && shut.has(code)) expect(played(procedure, run)).toContain(step);
        }
      }),
      { numRuns: 4_000, seed: 20_261_127 },
    );
    expect(counted.sound).toBeGreaterThan(200);
    expect(counted.unsound).toBeGreaterThan(200);
    for (const code of shut) expect([code, (met.get(code) ?? 0) > 10]).toEqual([code, true]);
  });
});
