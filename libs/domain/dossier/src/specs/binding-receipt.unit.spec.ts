import { dossierSentence, foldDossier } from '#libs/domain/dossier';
import { codesAsNames } from '#libs/domain/kernel';
import { isActing, type Procedure } from '#libs/domain/procedure';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { Desk, moment, type Move, people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter, given } from '../../../../../test/support/dossier-spec.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';

const TOP = 'BODY-2';
const above = {
  officer: { ...people.officer, id: 'account-linh', unitId: TOP },
  secretary: { ...people.secretary, id: 'account-minh', unitId: TOP },
  authority: { ...people.authority, id: 'account-nga', unitId: TOP },
};

/** From this day the second version is in force, and from the other the third. */
const SECOND = '2026-10-08';
const THIRD = '2026-10-20';

const made = procedureNamed('CSTD_BT@TEST.1');
const text = { source: 'fixture', confidence: 'design' as const };
const said = { receivedBefore: 'finishes_here', moreFavourable: 'by_explicit_event', ...text } as const;

const version = (name: string, from: string, until: string | null, change: Partial<Procedure> = {}): Procedure => ({
  ...made,
  version: name,
  hash: name.padEnd(64, '0'),
  effective: { ...made.effective, from, until },
  transition: { pinAt: 'deciding_level', ...said },
  ...change,
});

const [letter] = made.documents;
if (!letter) throw new Error('The fixture asks for a letter.');
/** Asked for by the second version alone, at the upper level. */
const novel = { ...letter, code: 'MOI', form: null, neededAt: ['MP'], formats: ['docx' as const] };
const reply = made.clocks['reply'];
if (!reply) throw new Error('The fixture has a clock for the reply.');
/** A promise of the first version, which the second does not know. */
const whole = { ...reply, startsOn: [{ act: 'receive' as const, level: 'BASE' }], metBy: ['approve' as const] };
const { 'hand-up': _gone, ...others } = made.clocks;

const one = version('TEST.1', '2025-07-01', SECOND, { clocks: { ...made.clocks, whole } });
const two = version('TEST.2', SECOND, THIRD, { documents: [...made.documents, novel], clocks: others });
const three = version('TEST.3', THIRD, null);
const first = { ...one, transition: { pinAt: 'first_receipt', ...said } } as const;

const left = { procedures: [one, two, three] };
const firstBinds = { procedures: [first, two, three] };

/** Received and appraised below on 05/10 under the first version, with the paper that the second will ask for. */
const below = ({ papers = ['TT', 'SK'] } = {}): Move[] => [
  ...paths.received({ procedure: 'CSTD_BT', documents: papers, on: '2026-10-05' }),
  acts.appraise(['N1', 'N2'], [], { at: '2026-10-06' }),
  acts.completeAppraisal({ at: '2026-10-06T09:30:00+07:00' }),
];
const up = acts.forward({ toBodyId: TOP, at: '2026-10-07' });
const receivedAbove = acts.receive({ by: above.officer, at: '2026-10-09' });
/** All its papers may come while it is drafted. */
const full = (setting: { readonly procedures: readonly Procedure[] }) => ({
  procedures: setting.procedures.map((each) =>
    each.version === 'TEST.1' ? { ...each, documents: [...each.documents, { ...novel, optional: true }] } : each,
  ),
});

const pinOf = ({ version: name, hash }: Procedure) => ({ code: 'CSTD_BT', version: name, hash });
const receipts = (desk: Desk) => desk.facts.flatMap((fact) => (fact.type === 'DossierReceived' ? [fact] : []));
const papers = ['TT', 'SK', 'MOI'];

describe('R1: which receipt binds', () => {
  it('R1 the first one, where the procedure does not say otherwise: a later version changes nothing', () => {
    const desk = deskAfter([below(), up, receivedAbove], firstBinds);
    expect(receipts(desk).map(({ data }) => [data.procedure.version, data.provisional, data.boundBefore])).toEqual([
      ['TEST.1', undefined, undefined],
      ['TEST.1', undefined, undefined],
    ]);
    expect(desk.state).not.toHaveProperty('provisional');
    expect(desk.state).not.toHaveProperty('boundBefore');
  });

  it('R1 with pinAt deciding_level each receipt binds for the time being, and the one at the level that decides for good', () => {
    const desk = deskAfter([below({ papers }), up], full(left));
    expect(desk.state).toMatchObject({ procedure: pinOf(one), provisional: true });
    expect(desk.take(receivedAbove).ok).toBe(true);
    expect(desk.state).toMatchObject({ step: 'top.appraisal', procedure: pinOf(two), boundBefore: [pinOf(one)] });
    expect(desk.state).not.toHaveProperty('provisional');
    expect(receipts(desk).map(({ data }) => [data.procedure, data.provisional, data.boundBefore])).toEqual([
      [pinOf(one), true, undefined],
      [pinOf(two), undefined, pinOf(one)],
    ]);
    expect(foldDossier(desk.facts)).toEqual(desk.state);
  });

  it('R1 says so in the sentence of each receipt', () => {
    const [provisional, final] = receipts(deskAfter([below({ papers }), up, receivedAbove], full(left)));
    if (!provisional || !final) throw new Error('It was received twice.');
    const names = codesAsNames;
    expect(dossierSentence(provisional, 'vi', names)).toContain('gắn tạm cho đến khi cấp quyết định tiếp nhận');
    expect(dossierSentence(provisional, 'en', names)).toContain('for the time being, until the level that decides');
    expect(dossierSentence(final, 'vi', names)).toContain('CSTD_BT TEST.2');
    expect(dossierSentence(final, 'vi', names)).toContain('thay cho phiên bản TEST.1 gắn tạm trước đó');
    expect(dossierSentence(final, 'en', names)).toContain('in the place of version TEST.1');
    expect(dossierSentence(final, 'en', names)).not.toContain('time being');
  });

  it('R1 a return from the level that decided to bind keeps the pin, whatever is in force when it comes again', () => {
    const back = [
      acts.returnDossier({ by: above.officer, at: '2026-10-12' }),
      acts.submit({ at: '2026-10-21' }),
      acts.receive({ at: '2026-10-22' }),
    ];
    const desk = deskAfter([below({ papers }), up, receivedAbove, back], full(left));
    expect(receipts(desk).map(({ data }) => data.procedure.version)).toEqual(['TEST.1', 'TEST.2', 'TEST.2']);
    expect(desk.state).not.toHaveProperty('provisional');
  });

  it('R1 a second receipt below pins anew, as long as the level that decides has not received it', () => {
    const again = [
      acts.returnDossier({ at: '2026-10-06' }),
      acts.submit({ at: '2026-10-09' }),
      acts.receive({ at: '2026-10-12' }),
    ];
    const desk = deskAfter([paths.received({ procedure: 'CSTD_BT', on: '2026-10-05' }), again], left);
    expect(desk.state).toMatchObject({ procedure: pinOf(two), provisional: true, boundBefore: [pinOf(one)] });
  });

  it('R1 is full under the version that then binds, and not only under the one before', () => {
    given(below(), up)
      .under(left)
      .when(receivedAbove)
      .refused('DOCUMENTS_MISSING', { rule: 'R5', params: { missing: ['MOI'], step: 'top.intake' } });
  });

  it('R1 other acts before it go by the version of the receipt below', () => {
    const desk = deskAfter([below(), up], left);
    // The second version knows the paper, the first does not.
    const paper = acts.attachDocument({ document: 'MOI', at: '2026-10-08' });
    const returned = acts.returnDossier({ by: above.officer, at: '2026-10-08' });
    expect(desk.take(returned).ok).toBe(true);
    expect(desk.ask(paper)).toMatchObject({ ok: false, error: { code: 'DOCUMENT_UNKNOWN' } });
  });
});

describe('R1: clocks of a dossier that another version binds', () => {
  it('run on as they were promised, also one that the new version does not know; new ones are its own', () => {
    const desk = deskAfter([below({ papers }), up, receivedAbove], full(left));
    const due = moment('2026-11-04T17:00:00+07:00');
    expect(desk.state?.deadlines.get('whole-1')).toMatchObject({ state: 'running', terms: { dueAt: due } });
    for (const move of [
      acts.appraise(['N1', 'N2'], [], { by: above.officer, at: '2026-10-12' }),
      acts.completeAppraisal({ by: above.officer, at: '2026-10-12' }),
    ])
      expect(desk.take(move).ok).toBe(true);
    // Only the first version starts a clock with the end of an appraisal.
    expect([...(desk.state?.deadlines.keys() ?? [])].filter((id) => id.startsWith('hand-up'))).toEqual(['hand-up-1']);
    const vote = { method: 'ballot', by: above.secretary, heldOn: '2026-10-13', at: '2026-10-13' } as const;
    expect(desk.take(acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, vote)).ok).toBe(true);
    expect(desk.take(acts.approve(['N1', 'N2'], {}, { by: above.authority, at: '2026-10-14' })).ok).toBe(true);
    expect(desk.state?.deadlines.get('whole-1')).toMatchObject({ state: 'met', late: false });
  });
});

describe('R1, R3: what does not let another version bind', () => {
  it('R3 no version in force on the day: the receipt waits for one, and everything else goes by the version before', () => {
    const alone = { procedures: [one] };
    given(below(), up).under(alone).when(receivedAbove).refused('NO_PROCEDURE_IN_FORCE', { rule: 'R3' });
    const returned = acts.returnDossier({ by: above.officer, at: '2026-10-09' });
    expect(deskAfter([below(), up, returned], alone).state?.step).toBe('rework');
  });

  it('R1 a version without the step at which the dossier lies, or that receives nothing there', () => {
    const { 'top.intake': intake, ...steps } = two.steps;
    if (!intake || !isActing(intake)) throw new Error('The fixture receives above.');
    const { receive: _receive, ...rest } = intake.acts;
    for (const changed of [
      steps,
      { ...two.steps, 'top.intake': { ...intake, acts: rest } },
      { ...two.steps, 'top.intake': { ...intake, level: 'BASE' } },
    ]) {
      const other = { procedures: [one, { ...two, steps: changed as Procedure['steps'] }] };
      given(below(), up)
        .under(other)
        .when(receivedAbove)
        .refused('VERSION_DOES_NOT_FIT', { rule: 'R1', params: { version: 'TEST.2', step: 'top.intake' } });
    }
  });

  it('R2 a rule that was applied stays where it is later than the version that binds, and gives way to a later one', () => {
    const bar = (numerator: number) => ({
      ...made.votes,
      ballot: { ...made.votes['ballot']!, threshold: { ...made.votes['ballot']!.threshold, numerator } },
    });
    const rule = 'votes.ballot.threshold';
    const votes = { moreFavourable: [{ rule, ...text }], votes: bar(7) } as Partial<Procedure>;
    const setting = { procedures: [one, version('TEST.2', SECOND, THIRD, votes), three] };
    const apply = acts.applyFavourable({ rule, version: 'TEST.2', by: people.officer, at: '2026-10-08' });
    const later = acts.receive({ by: above.officer, at: '2026-10-21' });
    const way = [...below(), apply, acts.forward({ toBodyId: TOP, at: '2026-10-09' }), later];
    const toVote = [
      acts.appraise(['N1', 'N2'], [], { by: above.officer, at: '2026-10-22' }),
      acts.completeAppraisal({ by: above.officer, at: '2026-10-22' }),
      acts.councilResult(
        { N1: { yes: 13 }, N2: { yes: 13 } },
        { method: 'ballot', by: above.secretary, heldOn: '2026-10-23', at: '2026-10-23' },
      ),
    ];
    // 13 of 17 are seven tenths, and not the nine of the third version.
    expect(deskAfter([way, toVote], setting).state).toMatchObject({ procedure: pinOf(three), step: 'declined' });
  });
});

describe('R1: a dossier that leaves one that is bound for the time being', () => {
  it('is bound as that is, until the level that decides receives it', () => {
    const desk = deskAfter([below()], left);
    const parent = desk.state;
    if (!parent) throw new Error('The dossier has begun.');
    const detach = acts.detachNominees({ nominees: ['N2'], at: '2026-10-07', childDossierId: 'D2' });
    expect(desk.take(detach).ok).toBe(true);
    const child = new Desk({ ...left, dossierId: 'D2' });
    child.now = desk.now;
    const opened = acts.openDetached({ by: people.system, parent, at: '2026-10-07' });
    expect(child.take(opened).ok).toBe(true);
    expect(child.state).toMatchObject({ procedure: pinOf(one), provisional: true });
  });
});
