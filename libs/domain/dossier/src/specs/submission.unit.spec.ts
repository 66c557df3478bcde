import type { Actor } from '#libs/domain/kernel';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import * as spec from '../../../../../test/support/dossier-spec.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';
import { commandUp } from '../way-up.js';

const { given, deskAfter } = spec;

const TOP = 'BODY-2';
const bySystem: Actor = { ...people.system, onBehalfOf: people.authority.id };
const above = { ...people.officer, id: 'account-linh', unitId: TOP };
const letter = { number: '88/TTr', date: '2026-10-07' };

const base = [
  ...paths.received({ procedure: 'CSTD_BT', nominees: ['Một', 'Hai'], on: '2026-10-05' }),
  acts.appraise(['N1', 'N2'], [], { at: '2026-10-06' }),
  acts.completeAppraisal({ at: '2026-10-06T09:30:00+07:00' }),
];
const entered = acts.enterInSubmission({ at: '2026-10-06T10:00:00+07:00' });
const up = acts.forwardBySubmission({ letter, by: bySystem, at: '2026-10-07' });
const received = acts.receiveBySubmission({ by: { ...people.system, onBehalfOf: above.id }, at: '2026-10-08' });

describe('a dossier on a letter to the level above', () => {
  it('stands on one letter, and on no other until it is taken off', () => {
    const { state } = deskAfter([base, entered]);
    expect(state?.submission).toEqual({
      id: 'T1',
      to: { level: 'MP', bodyId: TOP },
      place: state?.step,
      carried: false,
    });
    given(base, entered)
      .when(acts.enterInSubmission({ submissionId: 'T2' }))
      .refused('DOSSIER_IN_ANOTHER_SUBMISSION');
    given(base, entered).when(acts.enterInSubmission()).yields();
    const off = acts.releaseFromSubmission();
    expect(deskAfter([base, entered, off]).state).not.toHaveProperty('submission');
    given(base, entered, off).when(acts.releaseFromSubmission()).yields();
    expect(deskAfter([base, entered, off, acts.enterInSubmission({ submissionId: 'T2' })]).state?.submission?.id).toBe(
      'T2',
    );
    // The letter that lost the race frees nothing of the other.
    given(base, entered)
      .when(acts.releaseFromSubmission({ submissionId: 'T2' }))
      .yields();
  });

  it('is put on it only where a letter leads up to that level, and by the system alone', () => {
    given(base)
      .when(acts.enterInSubmission({ to: { level: 'MOHA', bodyId: TOP } }))
      .refused('DOSSIER_NOT_READY_FOR_SUBMISSION');
    given(base.slice(0, -1)).when(acts.enterInSubmission()).refused('DOSSIER_NOT_READY_FOR_SUBMISSION');
    for (const move of [entered, acts.releaseFromSubmission(), up, received]) {
      given(base)
        .when({ ...move, by: people.authority })
        .refused('POSITION_NOT_ALLOWED');
    }
  });

  it('goes up with it as if it had been forwarded alone, and is received there with clocks of its own', () => {
    const alone = deskAfter([base, acts.forward({ toBodyId: TOP, letter, at: '2026-10-07' })]);
    const carried = deskAfter([base, entered, up]);
    expect(carried.state).toMatchObject({ bodyId: TOP, step: 'top.intake', submission: { id: 'T1', carried: true } });
    const forwarded = carried.facts.find(({ type }) => type === 'DossierForwarded');
    expect(forwarded?.data).toMatchObject({ letter, submissionId: 'T1' });
    expect(carried.state?.deadlines).toEqual(alone.state?.deadlines);
    // Four eyes find who signed behind the system.
    expect(carried.state?.actors.forward).toEqual([people.system.id, people.authority.id]);

    given(base, entered, up)
      .when(received)
      .yields(
        spec.dossierReceived({ step: 'top.appraisal', submissionId: 'T1' }),
        spec.deadlineSet({ deadlineId: 'appraise-2' }),
        spec.deadlineSet({ deadlineId: 'reply-2' }),
      );
  });

  it('does each once, and nothing with a letter on which it does not stand or that it has left', () => {
    given(base, entered, up).when(up).yields();
    given(base, entered).when(received).refused('DOSSIER_NOT_IN_SUBMISSION');
    given(base).when(up).refused('DOSSIER_NOT_IN_SUBMISSION');
    given(base, entered, acts.withdraw({ at: '2026-10-06T11:00:00+07:00' }))
      .when(up)
      .refused('DOSSIER_NOT_IN_SUBMISSION');
    given(base, entered, up, received).when(received).refused('DOSSIER_NOT_IN_SUBMISSION');
    given(base, entered, acts.suspend({ at: '2026-10-06T11:00:00+07:00' }))
      .when(up)
      .refused('DOSSIER_SUSPENDED');
  });

  it('finds the way to a body that works here, or to a level outside by the outcome of its signing', () => {
    const order = procedureNamed('HCLD3@R2025.1');
    const at = (step: string, to: { readonly level: string; readonly bodyId?: string }) => {
      const found = commandUp({ id: 'D1', step, places: [step] }, order, to, letter);
      return found.ok ? found.value : found.error.code;
    };
    expect(at('submit-up.moha', { level: 'MOHA' })).toEqual({
      type: 'complete-step',
      data: { step: 'submit-up.moha', outcome: 'submitted', letter },
    });
    expect(at('submit-up.moha', { level: 'MOHA', bodyId: 'bo' })).toEqual({
      type: 'forward',
      data: { toBodyId: 'bo', letter },
    });
    expect(at('submit-pm', { level: 'PM' })).toMatchObject({ data: { outcome: 'submitted' } });
    // Back down, past a level, or from where no letter is signed: no letter goes there.
    for (const [step, level] of [
      ['submit-up.moha', 'MP'],
      ['submit-up.moha', 'PM'],
      ['submit-up.mp', 'MOHA'],
      ['appraise.mp', 'MOHA'],
      ['pm-propose', 'PRES'],
    ] as const) {
      expect(at(step, { level })).toBe('DOSSIER_NOT_READY_FOR_SUBMISSION');
    }
  });
});
