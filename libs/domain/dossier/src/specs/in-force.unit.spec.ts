import { dossierInForce } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import type { Move } from '../../../../../test/support/dossier-desk.js';
import { received, submitted } from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';

const onDay = (day: string, ...moves: (Move | Move[])[]) => dossierInForce(deskAfter(moves).facts, day);

describe('what held on a day', () => {
  it('is counted by the office’s day: an act of 23:59 in Hanoi holds on that day, one of 00:01 does not', () => {
    const way = submitted({ on: '2026-08-20' });
    const receive = (at: string) => ({ ...acts.receive(), at });
    expect(onDay('2026-08-20', way, receive('2026-08-20T23:59:00+07:00')).dossier?.step).toBe('appraisal');
    expect(onDay('2026-08-20', way, receive('2026-08-21T00:01:00+07:00')).dossier?.step).toBe('intake');
    expect(onDay('2026-08-19', way).dossier).toBeUndefined();
  });

  it('holds what was recorded later than it took effect, and says so', () => {
    const late = { ...acts.receive(), at: '2026-08-20', recordedAt: '2026-08-24', reason: 'Ghi lại sau' };
    const way = [...received({ on: '2026-08-20' }).slice(0, -1), late];
    const held = onDay('2026-08-20', way);
    expect(held.dossier).toMatchObject({ step: 'appraisal', receivedAt: '2026-08-20T02:00:00.000Z' });
    expect(held.recordedLater).toEqual([
      {
        revision: held.facts.find(({ type }) => type === 'DossierReceived')?.revision,
        type: 'DossierReceived',
        effectiveAt: '2026-08-20T02:00:00.000Z',
        recordedAt: '2026-08-24T02:00:00.000Z',
      },
    ]);
  });

  it('holds a verdict of an earlier day, also when a later one was recorded first', () => {
    const verdict = (id: string, at: string, recordedAt: string) =>
      acts.appraise([id], [], { at, recordedAt, reason: 'Ghi lùi' });
    const way = [
      ...received({ on: '2026-08-18' }),
      verdict('N1', '2026-08-21', '2026-08-21'),
      verdict('N2', '2026-08-19', '2026-08-21T10:00:00+07:00'),
    ];
    const { dossier } = onDay('2026-08-19', way);
    expect(dossier?.nominees.get('N1')?.verdict).toBeUndefined();
    expect(dossier?.nominees.get('N2')?.verdict?.verdict).toBe('qualified');
  });

  it('is not a step whose cause did not hold yet', () => {
    // Submitted on the 19th, it was said on the 21st; but somebody was put on the list only on the 20th.
    const way = [
      ...submitted({ on: '2026-08-18' }).slice(0, -1),
      { ...acts.addNominees({ nominees: [acts.individual('Người Ba')] }), at: '2026-08-20' },
      { ...acts.submit(), at: '2026-08-19', recordedAt: '2026-08-21', reason: 'Ghi lùi' },
    ];
    expect(onDay('2026-08-19', way).dossier).toMatchObject({ step: 'drafting' });
    const held = onDay('2026-08-20', way).dossier;
    expect([held?.step, held?.nominees.size]).toEqual(['intake', 3]);
  });

  it('holds what is right from when it was said wrongly (R59), also on days before anybody knew', () => {
    const way = [
      ...received({ on: '2026-08-18', cluster: 'Khối 5' }),
      { ...acts.correctFact({ field: 'title', new: 'Khen thưởng 2026' }), at: '2026-08-24' },
    ];
    const held = onDay('2026-08-18', way);
    expect(held.dossier?.title).toBe('Khen thưởng 2026');
    expect(held.recordedLater).toEqual([expect.objectContaining({ type: 'FactCorrected', corrects: 0 })]);
    expect(onDay('2026-08-18', way.slice(0, -1)).dossier?.title).toBe('Khen thưởng năm 2026');
  });

  it('lets an act done in time count from its day, also when the sweep had called it missed by then', () => {
    const way = received({ on: '2026-08-18T08:00:00+07:00' });
    const desk = deskAfter(way);
    const [screen] = [...(desk.state?.deadlines.values() ?? [])].filter(({ terms }) => terms.clock === 'screen');
    if (!screen) throw new Error('A clock runs.');
    const { deadlineId, version, dueAt } = screen.terms;
    const after = new Date(Date.parse(dueAt) + 60_000).toISOString();
    const late = new Date(Date.parse(dueAt) + 86_400_000).toISOString();
    const moves = [
      ...way,
      { ...acts.recordMissed({ deadlineId, version }), at: after },
      acts.appraise(['N1'], [], { at: dueAt, recordedAt: late, reason: 'Ghi lùi' }),
    ];
    const missedOn = new Date(Date.parse(dueAt) + 7 * 3_600_000).toISOString().slice(0, 10);
    const on = (day: string) => onDay(day, moves).dossier?.deadlines.get(deadlineId);
    expect(on(missedOn)).toMatchObject({ state: 'met', late: false });
    expect(on('2026-12-31')).toMatchObject({ state: 'met', late: false, missedAt: dueAt });
  });
});
