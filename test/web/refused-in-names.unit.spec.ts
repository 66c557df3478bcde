import { refusedInNames } from '../../apps/web/src/forms/refused-in-names.js';

const nominees = [
  { id: 'N1', name: 'Trịnh Thị Mai Anh' },
  { id: 'N12', name: 'Cao Xuân Hiếu' },
];
const details = {
  vi: 'Đối tượng chưa đạt tỷ lệ phiếu: N1, N12, N3.',
  en: 'Nominees below the threshold: N1, N12, N3.',
};

describe('a refused command, told to whoever has the dossier before him', () => {
  it('names the nominees that the refusal means, and leaves those that he does not have', () => {
    const told = refusedInNames({ status: 422, details, params: { nominees: ['N1', 'N12', 'N3'] } }, nominees);
    expect(told?.vi).toBe('Đối tượng chưa đạt tỷ lệ phiếu: Trịnh Thị Mai Anh, Cao Xuân Hiếu, N3.');
    expect(told?.en).toBe('Nominees below the threshold: Trịnh Thị Mai Anh, Cao Xuân Hiếu, N3.');
  });

  it('leaves words alone that only look like an id', () => {
    expect(refusedInNames({ status: 422, details, params: { document: 'N1' } }, nominees)).toEqual(details);
    expect(refusedInNames({ status: 500 }, nominees)).toBeUndefined();
  });
});
