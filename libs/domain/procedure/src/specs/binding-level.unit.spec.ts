import {
  bindingLevel,
  bindsForGood,
  checkDraft,
  differencesOf,
  pinAtOf,
  type ProcedureDocument,
  publishedProcedure,
} from '#libs/domain/procedure';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';

const deciding = ({ transition, ...rest }: ProcedureDocument): ProcedureDocument => ({
  ...rest,
  transition: {
    receivedBefore: 'finishes_here',
    moreFavourable: 'by_explicit_event',
    source: 'x',
    confidence: 'design',
    ...transition,
    pinAt: 'deciding_level',
  },
});

const twoLevels = procedureNamed('CSTD_BT@TEST.1');
const order = catalogue.find(({ code }) => code === 'HCLD3') ?? twoLevels;
const { hash: _hash, ...bk } = procedureNamed('BK_TINH@R2025.1');

describe('R1: the level whose receipt binds where it is left to the one that decides', () => {
  it('is the level of the approval, or the highest below it that receives dossiers', () => {
    expect(bindingLevel(twoLevels)).toBe('MP');
    expect(bindingLevel(bk)).toBe('MP');
    // The President receives nothing: the ministry does, for him.
    expect(bindingLevel(order)).toBe('MOHA');
    expect(catalogue.filter(({ receivable }) => receivable).map(bindingLevel)).not.toContain(undefined);
  });

  it('is the first one for every procedure that does not say so', () => {
    for (const level of ['BASE', 'MP']) expect(bindsForGood(twoLevels, level)).toBe(true);
    const left = deciding(twoLevels);
    expect(['BASE', 'MP', undefined].map((level) => bindsForGood(left, level))).toEqual([false, true, true]);
    const upwards = ['MP', 'MOHA', 'PRES'].map((level) => bindsForGood(deciding(order), level));
    expect(upwards).toEqual([false, true, true]);
  });

  it('is told where it changes, in words', () => {
    expect(differencesOf(bk, deciding(bk)).map(({ words }) => words.vi)).toEqual([
      'Hồ sơ gắn với phiên bản khi: được tiếp nhận lần đầu → cấp quyết định tiếp nhận.',
    ]);
  });

  it('is no word for a procedure in which one level receives: lint says so', () => {
    const faults = (document: ProcedureDocument) => {
      const checked = checkDraft(document, new Set(['default']));
      return checked.ok ? [] : checked.error.map(({ path }) => path);
    };
    expect(faults(deciding(bk))).toEqual(['transition.pinAt']);
    const { hash: _two, ...document } = twoLevels;
    expect(faults(deciding(document))).toEqual([]);
  });

  it('is left to it only where the publication says so: programs before it was said bound at the first receipt', () => {
    const { hash: _two, ...document } = twoLevels;
    const published = {
      version: document.version,
      document: JSON.stringify(deciding(document)),
      hash: '0'.repeat(64),
      from: document.effective.from,
      until: null,
      publishedAt: '',
      publishedBy: 'system',
      drafters: [],
    };
    expect(publishedProcedure(published)?.transition?.pinAt).toBe('first_receipt');
    const read = publishedProcedure({ ...published, pinAt: 'deciding_level' });
    if (!read) throw new Error('It can be read.');
    expect(read.transition?.pinAt).toBe('deciding_level');
    // Also where the same text was read from a file.
    expect(publishedProcedure(published, () => read)?.transition?.pinAt).toBe('first_receipt');
    expect([pinAtOf(read), pinAtOf(document)]).toEqual([{ pinAt: 'deciding_level' }, {}]);
  });

  it('is told from a misspelt word', () => {
    const { transition } = deciding(bk);
    const checked = checkDraft({ ...bk, transition: { ...transition, pinAt: 'deciding_levl' } }, new Set(['default']));
    const [fault] = checked.ok ? [] : checked.error;
    expect(fault?.words.en).toContain('did you mean deciding_level?');
  });
});
