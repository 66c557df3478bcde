import fc from 'fast-check';
import {
  type DossierFact,
  type DossierState,
  foldDossier,
  type RecordedDossierFact,
  splitDossierFact,
  viewDossier,
} from '#libs/domain/dossier';
import { bytesOf, type PartOf } from '#libs/domain/kernel';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { Desk } from '../../../../../test/support/dossier-desk.js';
import { filled, received, voted } from '../../../../../test/support/dossier-paths.js';

/** A dossier as these acts leave it, and the facts of one more act, not yet kept. */
function about(moves: Parameters<Desk['take']>[0][]): {
  desk: Desk;
  before: DossierState | undefined;
  facts: readonly DossierFact[];
} {
  const desk = new Desk();
  const last = moves.at(-1);
  if (!last) throw new Error('No act.');
  for (const move of moves.slice(0, -1)) {
    const taken = desk.take(move);
    if (!taken.ok) throw new Error(taken.error.code);
  }
  const before = desk.state;
  const asked = desk.ask(last);
  if (!asked.ok) throw new Error(asked.error.code);
  return { desk, before, facts: asked.value };
}

/** Recorded one after the other. `parts` says of each which part it came in. */
function recorded(
  facts: readonly DossierFact[],
  before: DossierState | undefined,
  parts: readonly (PartOf | undefined)[] = [],
) {
  return facts.map((fact, index): RecordedDossierFact => ({
    ...fact,
    revision: (before?.revision ?? -1) + 1 + index,
    recordedAt: '2026-08-21T02:00:00.000Z',
    effectiveAt: '2026-08-21T02:00:00.000Z',
    actor: { id: 'account-an', positionId: 'P-AN', unitId: 'UNIT-1', roles: [] },
    ...(parts[index] ? { part: parts[index] } : {}),
  }));
}

/** What a dossier is, without the numbers of its facts. */
const essence = (state: DossierState | undefined) => {
  if (!state) return undefined;
  const { revision: _revision, statedAt: _stated, ...view } = viewDossier(state);
  return { ...view, nominees: view.nominees.map(({ statedAt: _at, ...nominee }) => nominee) };
};

const people = Array.from({ length: 60 }, (_, index) => `Người Số ${index + 1}`);
const ids = people.map((_, index) => `N${index + 1}`);

const whole = {
  'a list of nominees': () =>
    about([
      ...filled({ nominees: ['Một'] }),
      acts.addNominees({ nominees: people.map((name) => acts.individual(name)) }),
    ]),
  verdicts: () => about([...received({ nominees: people }), acts.appraise(ids)]),
  'an approval that refuses most': () =>
    about([
      ...voted({ nominees: people }),
      acts.act('approve', {
        approved: ids.slice(0, 7),
        refused: ids.slice(7).map((nomineeId) => ({ nomineeId, reason: `Chưa đủ minh chứng về ${nomineeId}` })),
      }),
    ]),
} as const;

const what = fc.constantFrom(...(Object.keys(whole) as (keyof typeof whole)[]));

describe('a fact that carries a list', () => {
  it('says the same in however many parts it comes', () => {
    const counts = new Set<number>();
    fc.assert(
      fc.property(what, fc.integer({ min: 60, max: 12_000 }), (name, bytes) => {
        const { before, facts } = whole[name]();
        const pieces = facts.flatMap((fact) => splitDossierFact(fact, before, bytes));
        counts.add(pieces.length);
        expect(essence(foldDossier(recorded(pieces, before), before))).toEqual(
          essence(foldDossier(recorded(facts, before), before)),
        );
      }),
      { numRuns: 120 },
    );
    expect(Math.max(...counts)).toBeGreaterThan(40);
    expect(Math.min(...counts)).toBeLessThan(3);
  });

  it('keeps to the size it was given, where no single entry is larger', () => {
    for (const name of Object.keys(whole) as (keyof typeof whole)[]) {
      const { before, facts } = whole[name]();
      for (const fact of facts.flatMap((each) => splitDossierFact(each, before, 1_500)))
        expect(bytesOf(fact.data)).toBeLessThan(1_700);
    }
  });

  it('stays one where it is small, and where its type carries no list', () => {
    for (const name of Object.keys(whole) as (keyof typeof whole)[]) {
      const { before, facts } = whole[name]();
      expect(facts.flatMap((fact) => splitDossierFact(fact, before, 850_000))).toEqual(facts);
    }
    const { before, facts } = about(filled());
    expect(facts.flatMap((fact) => splitDossierFact(fact, before, 1))).toEqual(facts);
  });

  it('moves the dossier on with its last part only', () => {
    const { before, facts } = whole['an approval that refuses most']();
    const pieces = facts.flatMap((fact) => splitDossierFact(fact, before, 1_000));
    const half = foldDossier(recorded(pieces.slice(0, 2), before), before);
    expect([half?.step, viewDossier(half as DossierState).counts.approved]).toEqual([before?.step, 0]);
    expect(foldDossier(recorded(pieces, before), before)?.step).not.toBe(before?.step);
  });
});

describe('a dossier of which a part of a list is still to come', () => {
  const half = (): Desk => {
    const { desk, before, facts } = whole['a list of nominees']();
    const [first] = facts.flatMap((fact) => splitDossierFact(fact, before, 4_000));
    if (!first) throw new Error('No part.');
    const [kept] = recorded([first], before, [{ part: 1, of: 3 }]);
    if (!kept) throw new Error('No part.');
    desk.facts.push({ ...kept, recordedAt: desk.now });
    desk.state = foldDossier(desk.facts);
    return desk;
  };

  it('says so to whoever reads it', () => {
    const { state, now } = half();
    expect(viewDossier(state as DossierState).unfinished).toEqual({ act: 'add-nominees', part: 1, of: 3, since: now });
  });

  it('lets nobody go on with half of it, and says until when', () => {
    const desk = half();
    const refused = desk.take(acts.submit());
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'COMMAND_UNFINISHED', params: { act: 'add-nominees', part: 1, of: 3 } },
    });
    // Who may not do it at all learns that first.
    expect(desk.take({ ...acts.submit(), by: acts.receive().by })).toMatchObject({
      error: { code: 'POSITION_NOT_ALLOWED' },
    });
  });

  it('is free again when its sender has not come back for ten minutes; then nobody waits any more', () => {
    const desk = half();
    const until = new Date(Date.parse(desk.now) + 10 * 60_000).toISOString();
    expect(desk.take({ ...acts.submit(), at: until })).toMatchObject({ ok: true });
    expect(desk.state?.unfinished).toBeUndefined();
  });

  it('waits on while clocks run, and no longer when the last part is there', () => {
    const desk = half();
    const next = (fact: DossierFact, part?: PartOf) => foldDossier(recorded([fact], desk.state, [part]), desk.state);
    const missed = next({ type: 'DeadlineMissed', data: { deadlineId: 'x-1', dueAt: desk.now } });
    expect(missed?.unfinished).toBeDefined();
    const added: DossierFact = {
      type: 'NomineesAdded',
      data: { nominees: [{ id: 'N99', ...acts.individual('Sau') }] },
    };
    expect(next(added, { part: 2, of: 3 })?.unfinished).toMatchObject({ part: 2 });
    expect(next(added, { part: 3, of: 3 })?.unfinished).toBeUndefined();
    expect(next(added)?.unfinished).toBeUndefined();
  });
});

describe('nominees who leave for a dossier of their own', () => {
  it('leave in several turns when what is known of them is more than one fact holds', () => {
    const long = 'Đề nghị xem lại minh chứng. '.repeat(70);
    const many = Array.from({ length: 400 }, (_, index) => `Người Số ${index + 1}`);
    const all = many.map((_, index) => `N${index + 1}`);
    const desk = new Desk();
    for (const move of received({ nominees: many })) desk.take(move);
    const verdicts = all.map((nomineeId) => ({ nomineeId, verdict: 'qualified' as const, reason: long, evidence: [] }));
    desk.take(acts.act('appraise-nominees', { verdicts }));
    const leave = (nominees: string[]) =>
      desk.take(acts.detachNominees({ nominees, childDossierId: `C-${nominees.length}` }));
    expect(leave(all.slice(0, 399))).toMatchObject({ ok: false, error: { code: 'TOO_MUCH_TO_DETACH' } });
    expect(leave(all.slice(0, 100))).toMatchObject({ ok: true });
  });
});
