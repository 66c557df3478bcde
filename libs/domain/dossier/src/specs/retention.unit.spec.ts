import { retentionOf } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { given } from '../../../../../test/support/dossier-spec.js';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';

const fixture = procedureNamed('HYCK@TEST.1');
const years = (value: number | 'permanent' | 'unknown') => ({
  retention: { years: value, source: 'TT 09/2011/TT-BNV', confidence: 'uncertain' as const },
});

describe('R57: how long a dossier is kept', () => {
  it('counts from when the awards were conferred, whenever it is archived', () => {
    const { state } = given(paths.conferred({ on: '2026-08-03' }), acts.archive({ at: '2026-12-01' }));
    expect(retentionOf(state, years(20))).toEqual({
      keep: 20,
      from: '2026-08-03',
      until: '2046-08-03',
      heldOpen: false,
      source: 'TT 09/2011/TT-BNV',
      confidence: 'uncertain',
    });
  });

  it('of one that ended without an award, from its end', () => {
    const { state } = given(paths.received({ on: '2026-08-10' }), acts.withdraw({ at: '2026-08-20' }));
    expect(retentionOf(state, years(10))).toMatchObject({ from: '2026-08-20', until: '2036-08-20' });
  });

  it('while the work goes on it has begun for nobody; for good has no last day', () => {
    expect(retentionOf(given(paths.received()).state, years(10))).toMatchObject({ keep: 10, from: null, until: null });
    const { state } = given(paths.archived());
    expect(retentionOf(state, years('permanent'))).toMatchObject({ keep: 'permanent', until: null });
  });

  it('what nobody has read is unknown and is shown as such', () => {
    const { state } = given(paths.archived());
    const unknown = { keep: 'unknown', until: null, source: null, confidence: 'unknown' };
    expect(retentionOf(state, {})).toMatchObject(unknown);
    expect(retentionOf(state, undefined)).toMatchObject(unknown);
    expect(retentionOf(state, years('unknown'))).toMatchObject({ keep: 'unknown', until: null });
  });

  it('stays while a complaint is open, whatever the day', () => {
    const letter = { number: '3/Đ', date: '2026-08-04' };
    const objection = acts.recordObjection({ kind: 'complaint', substantiated: true, letter });
    const { state } = given(paths.asked(), objection);
    expect(retentionOf(state, fixture).heldOpen).toBe(true);
  });

  it('every procedure that takes dossiers says for how long, and on what that rests', () => {
    const silent = catalogue.filter(({ receivable, retention }) => receivable && !retention?.source);
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});
