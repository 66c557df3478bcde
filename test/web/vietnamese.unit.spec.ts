import { strangersIn } from '../browser/support/vietnamese.js';

describe('The search for words that are no Vietnamese (L1)', () => {
  it.each([
    ['Hồ sơ đang pending', ['pending']],
    ['The dossier is overdue', ['the', 'dossier', 'is', 'overdue']],
    ['Do acc-tham-dinh ghi', ['acc-tham-dinh']],
    ['Kết luận notQualified', ['notQualified']],
    ['Bước supplement_requested', ['supplement_requested']],
  ])('%s', (text, left) => {
    expect(strangersIn(text)).toEqual(left);
  });

  it('lets pass what is spelled without a mark, and names of formats', () => {
    const text =
      'Tải PDF, nghiêm trang, quanh co, hoang mang, khoan thai, xuyt xoa, giang sơn, ngoan, thoang thoang, e-mail, Vinh Danh, QĐ-UBND, cho xem trong khi tuy';
    expect(strangersIn(text)).toEqual([]);
  });
});
