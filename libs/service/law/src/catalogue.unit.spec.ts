import { checkSoundness, type Procedure } from '#libs/domain/procedure';
import { catalogue } from '../../../../test/support/procedures.js';

const named = catalogue.map((procedure) => [`${procedure.code}@${procedure.version}`, procedure] as const);

describe('The catalogue', () => {
  it.each(named)('%s can be brought to an end whatever happens on the way', (_name, procedure: Procedure) => {
    expect(checkSoundness(procedure).map(({ path, words }) => `${path}: ${words.en}`)).toEqual([]);
  });

  it('says of seven awards that their procedure is unknown, and takes no dossiers for them', () => {
    const unread = catalogue.filter(({ receivable, regime }) => !receivable && regime === 'R2025');
    expect(unread.map(({ code }) => code)).toEqual(['BMVNAH', 'GT_HCM_NN', 'NGND', 'NNND', 'NSND', 'TINH_AH', 'TTND']);
    for (const { notReceivable } of unread) expect(notReceivable?.reason.vi).toBeTruthy();
  });

  it('R3 carries everything under the law that was not read over as unknown, with a warning', () => {
    for (const procedure of catalogue.filter(({ regime }) => regime === 'R2026')) {
      expect([procedure.code, procedure.confidence]).toEqual([procedure.code, 'unknown']);
      expect(procedure.carriedOver).not.toBeNull();
    }
  });
});
