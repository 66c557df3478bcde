import { refusedCalled } from '../../apps/web/src/forms/refused-called.js';

const names = new Map([
  ['khoi-1', { vi: 'Khối thi đua số 1', en: 'Emulation block no. 1' }],
  ['so-y-te', { vi: 'Sở Y tế', en: 'Department of Health' }],
]);
const called = (code: string) => names.get(code);
const refusal = (vi: string, en: string, params: Readonly<Record<string, string | readonly string[]>>) => ({
  status: 409,
  details: { vi, en },
  params,
});

describe('a no that gives codes, told by a page that knows what they are called', () => {
  it('says the names', () => {
    const params = { unit: 'so-y-te', cluster: 'khoi-1' };
    expect(refusedCalled(refusal('Đơn vị so-y-te đã thuộc khoi-1.', 'so-y-te is in khoi-1.', params), called)).toEqual({
      vi: 'Đơn vị Sở Y tế đã thuộc Khối thi đua số 1.',
      en: 'Department of Health is in Emulation block no. 1.',
    });
  });

  it('leaves a longer code that begins alike, and one that nobody knows', () => {
    const params = { clusters: ['khoi-1', 'khoi-12'] };
    expect(refusedCalled(refusal('Còn khoi-1, khoi-12.', 'There are khoi-1, khoi-12.', params), called)?.vi).toBe(
      'Còn Khối thi đua số 1, khoi-12.',
    );
  });

  it('touches no word that is not given as a code', () => {
    expect(refusedCalled(refusal('Mã khoi-1 sai.', 'khoi-1 is wrong.', {}), called)?.vi).toBe('Mã khoi-1 sai.');
  });
});
