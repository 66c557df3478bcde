import { checkPassword } from './password-rules.js';

const said = (password: string, account = 'can-bo-1') => {
  const checked = checkPassword(password, account);
  return checked.ok ? 'ok' : checked.error.code;
};

describe('a password', () => {
  it.each([
    ['Ba con trâu uống nước', 'ok'],
    ['mười một chữ', 'ok'],
    ['ngắn quá đi', 'PASSWORD_LENGTH'],
    ['x1'.repeat(101), 'PASSWORD_LENGTH'],
    ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['123456789012', 'PASSWORD_COMMON'],
    ['abcdefghijkl', 'PASSWORD_COMMON'],
    ['password2026!', 'PASSWORD_COMMON'],
    ['matkhau123456', 'PASSWORD_COMMON'],
    ['Khen thưởng 2026', 'ok'],
    ['khen thuong 2026', 'PASSWORD_COMMON'],
    ['tôi là CAN-BO-1 đây', 'PASSWORD_HOLDS_ACCOUNT'],
  ])('%s: %s', (password, code) => {
    expect(said(password)).toBe(code);
  });

  it('is counted in signs as people see them, however they are composed', () => {
    const eleven = 'ấấấấbcdefgh';
    expect(said(eleven.normalize('NFD'))).toBe('PASSWORD_LENGTH');
    const twelve = `${eleven}i`;
    expect(checkPassword(twelve.normalize('NFD'), 'x')).toEqual({ ok: true, value: twelve.normalize('NFC') });
  });
});
