/** Words that stand nowhere else: whoever finds one in a log, a job or an error has found a leak. */
export const planted = {
  nominee: 'Zwiebelinh Thị Hoa',
  collective: 'Tổ Quyzzat',
  reason: 'vì xích mích với Bà Wuxanh',
  opinion: 'Ông Jokovàng không đồng ý',
  signer: 'Chủ tịch Fargolong',
  title: 'Hồ sơ của gia đình Zembala',
  search: 'tìm Ông Xerophyte',
  field: 'Ngày sinh của Bà Kyrgyzha',
};

const words = ['zwiebelinh', 'quyzzat', 'wuxanh', 'jokovang', 'fargolong', 'zembala', 'xerophyte', 'kyrgyzha'];

/** Each word in a text that could tell somebody apart, however it is written. */
export function tells(text: string): string[] {
  const plain = decode(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return words.filter((word) => plain.includes(word));
}

/** Escapes would hide a word from a plain search. */
const decode = (text: string): string =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
