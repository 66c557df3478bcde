import { checkTarget, isPublic } from './webhook-target.js';

const nobody = new Set<string>();

describe('where a webhook may point', () => {
  it.each(['https://hooks.example/vinhdanh', 'https://hooks.example:8443/a?b=c', 'https://8.8.8.8/x'])(
    '%s',
    (address) => {
      expect(checkTarget(address, nobody).ok).toBe(true);
    },
  );

  it.each([
    'http://hooks.example/',
    'ftp://hooks.example/',
    'file:///etc/passwd',
    'not an address',
    'https://user:password@hooks.example/',
    'https://hooks.example/#fragment',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[fd00::1]/',
    'https://[64:ff9b::a00:1]/',
  ])('not %s', (address) => {
    const checked = checkTarget(address, nobody);
    expect(checked.ok ? 'allowed' : checked.error.code).toBe('WEBHOOK_TARGET_NOT_ALLOWED');
    expect(JSON.stringify(checked)).not.toContain('password');
  });

  it('a host of the own network, under its own port, when an operator has listed it', () => {
    const own = new Set(['127.0.0.1:9000', 'noi-bo.tinh.example:80']);
    expect(checkTarget('http://127.0.0.1:9000/hook', own).ok).toBe(true);
    expect(checkTarget('http://noi-bo.tinh.example/hook', own).ok).toBe(true);
    expect(checkTarget('http://127.0.0.1:9001/hook', own).ok).toBe(false);
  });

  it('what is no address is not public', () => {
    expect(['', 'localhost', '::', '255.255.255.255'].map(isPublic)).toEqual([false, false, false, false]);
  });
});
