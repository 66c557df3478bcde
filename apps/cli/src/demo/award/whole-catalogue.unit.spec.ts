import { foldDossier } from '#libs/domain/dossier';
import { movesOn, type Procedure } from '#libs/domain/procedure';
import { takenAlong } from '../../../../../test/support/award-desk.js';
import { catalogue } from '../../../../../test/support/procedures.js';

/** What a file allows: each kind of commendation for each sort of recipient. */
const ways = (procedure: Procedure) =>
  procedure.kinds.flatMap((kind) => procedure.subjects.map((subject) => ({ procedure, kind, subject })));

const inForce = catalogue.filter(({ regime, receivable }) => regime === 'R2025' && receivable);

describe('A dossier of each award of the catalogue', () => {
  it('there are 36 that take dossiers', () => {
    expect(inForce).toHaveLength(36);
  });

  it.each(inForce.map((procedure) => [procedure.code, procedure] as const))(
    '%s comes to its granted end by its file alone, for every kind and every sort of recipient',
    async (_code, procedure) => {
      for (const wanted of ways(procedure)) {
        const { office, end } = await takenAlong(wanted);
        const { state, facts } = office.desk;
        expect(procedure.steps[end]).toMatchObject({ kind: 'end', outcome: 'granted' });
        expect(foldDossier(facts)).toEqual(state);
        // Nothing runs on once it is over, and everybody named has the award.
        expect([...(state?.deadlines.values() ?? [])].filter(({ state: now }) => now === 'running')).toEqual([]);
        expect([...(state?.nominees.values() ?? [])].every(({ conferred }) => conferred)).toBe(true);
      }
    },
  );

  it('at no step a refusal, a way back or a second asking is the way on', () => {
    const back = [
      'send_back',
      'ask_more',
      'refuse',
      'not_held',
      'clarify',
      'return',
      'reject',
      'wrong_text',
      'not_submitted',
    ];
    for (const procedure of inForce) {
      for (const [name, step] of Object.entries(procedure.steps)) {
        const [first] = movesOn(procedure, name);
        expect([procedure.code, name, back.includes(first?.outcome ?? first?.act ?? '')]).toEqual([
          procedure.code,
          name,
          false,
        ]);
        if (step.kind === 'decision') expect(first).toBeDefined();
      }
    }
  });
});
