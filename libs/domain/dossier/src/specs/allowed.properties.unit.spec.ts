import { type DossierState, allowedCommands, dossierCommands, dossierDecider, heldRoles } from '#libs/domain/dossier';
import type { Actor } from '#libs/domain/kernel';
import fc from 'fast-check';
import { candidatesFor, dataOfAllSorts } from '../../../../../test/support/dossier-candidates.js';
import { throws } from '../../../../../test/support/dossier-chance.js';
import { type Desk, people, UNIT } from '../../../../../test/support/dossier-desk.js';
import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';
import { awards, livesOf } from '../../../../../test/support/dossier-life.js';

/** Everybody of the office, some at another body or unit, and one who wears two hats. */
const actors: readonly Actor[] = [
  ...Object.values(people).filter(({ roles }) => !roles.includes('system')),
  { ...people.officer, id: 'account-xa', unitId: 'BODY-2' },
  { ...people.authority, id: 'account-xa-2', unitId: 'BODY-2' },
  { ...people.submitter, id: 'account-ngoai', unitId: 'UNIT-2' },
  { ...people.officer, id: people.submitter.id, unitId: UNIT, roles: ['submitter', 'officer'] },
  { ...people.officer, id: 'account-thay', onBehalfOf: people.submitter.id },
];

const seen = { yes: new Set<string>(), no: new Set<string>() };

/** What is allowed, against what is decided, for one actor now. Says where the two differ. */
function differences(desk: Desk, state: DossierState, actor: Actor): string[] {
  // Whoever is named has a position of the body in which he may do everything: the rest is the dossier's to say.
  const standing = { unitId: state.bodyId, roles: heldRoles };
  const context = {
    ...desk.contextOf({ command: { type: 'receive', data: {} }, by: actor }),
    childDossierId: 'D99',
    standing,
  };
  const decide = (command: Parameters<typeof dossierDecider.decide>[0]) =>
    dossierDecider.decide(command, state, context);
  return allowedCommands(state, context).flatMap(({ command, refusal }) => {
    if (refusal) {
      seen.no.add(refusal.code);
      return dataOfAllSorts(command, state).flatMap((move) => {
        const decided = decide(move.command);
        const same = !decided.ok && decided.error.code === refusal.code;
        return same ? [] : [`${command}: no (${refusal.code}), but ${decided.ok ? 'obeyed' : decided.error.code}`];
      });
    }
    seen.yes.add(command);
    const answers = candidatesFor(command, state).map((move) => decide(move.command));
    return answers.some(({ ok }) => ok) ? [] : [`${command}: yes, but ${JSON.stringify(answers[0])}`];
  });
}

function holderOf({ work, bodyId }: DossierState): Actor | undefined {
  const holder = work.officer?.holder;
  return holder && { id: holder.accountId, positionId: holder.positionId, unitId: bodyId, roles: ['officer'] };
}

describe('what is allowed', () => {
  it('is what is decided: a no is the refusal whatever the data say, a yes passes with the right data', () => {
    fc.assert(
      fc.property(fc.constantFrom(...awards), throws, fc.nat(), (procedure, chances, who) => {
        const faults: string[] = [];
        let turn = who;
        livesOf(procedure, chances, {
          before: (desk, state) => {
            // Besides two of all: who signs and forwards, and who holds the dossier, whom chance would rarely meet in time.
            const some = [actors[turn++ % actors.length], actors[turn++ % actors.length], people.authority];
            for (const actor of [...some, holderOf(state)]) {
              if (!actor) continue;
              const here = actor.unitId === people.officer.unitId ? { ...actor, unitId: state.bodyId } : actor;
              faults.push(...differences(desk, state, here));
            }
          },
        });
        expect(faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is what is decided at every place of the usual way, for everybody', () => {
    const early = [[acts.draft()], paths.filled({ documents: [] }), paths.submitted(), paths.received()];
    const incomplete = paths.submitted({ documents: ['TT'] });
    const late = [paths.appraised(), paths.voted(), paths.approved(), paths.decided(), paths.conferred()];
    // Where other bodies are asked, the list hangs out, somebody objects, and copies go out.
    const consulted = paths.consultations();
    const side = [acts.claim(), acts.suspend(), acts.requestSupplement()].map((act) => [...paths.received(), act]);
    for (const way of [...early, incomplete, ...late, ...side, ...consulted]) {
      const desk = deskAfter([way]);
      for (const actor of actors) if (desk.state) expect(differences(desk, desk.state, actor)).toEqual([]);
    }
  });

  it('the runs said yes to every command, and no for every sort of reason', () => {
    expect([...seen.yes].sort()).toEqual([...Object.keys(dossierCommands), 'extend-deadline'].sort());
    expect([...seen.no]).toEqual(
      expect.arrayContaining([
        'POSITION_NOT_ALLOWED',
        'OTHER_UNIT',
        'FOUR_EYES',
        'NOT_POSSIBLE_AT_STEP',
        'DOSSIER_SUSPENDED',
        'DOSSIER_NOT_SUSPENDED',
        'DOCUMENTS_MISSING',
        'NOMINEES_NOT_COVERED',
        'ONE_NOMINEE_MUST_STAY',
      ]),
    );
  });
});
