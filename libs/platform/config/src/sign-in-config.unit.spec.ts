import { describeConfig, isOnlyHere, readConfig } from './index.js';

const read = (env: Readonly<Record<string, string>>) => readConfig(env);
const config = (env: Readonly<Record<string, string>>) => {
  const read_ = read(env);
  if (!read_.ok) throw new Error(JSON.stringify(read_.error));
  return read_.value;
};

describe('how people come in', () => {
  it('needs no setting: eight hours, seven days, nobody’s word for an address', () => {
    expect(config({}).signIn).toEqual({
      origins: [],
      trustedProxies: [],
      sessionIdleMs: 28_800_000,
      sessionMs: 604_800_000,
      totpRoles: [],
      ratePerMinute: 600,
    });
  });

  it.each([
    ['127.0.0.1', '', true],
    ['127.8.9.10', '', true],
    ['::1', '', true],
    ['localhost', 'http://127.0.0.1:8080', true],
    ['0.0.0.0', '', false],
    ['::', '', false],
    ['192.168.1.10', '', false],
    ['127.0.0.1', 'https://khen-thuong.example', false],
    ['127.evil.example', '', false],
  ])('on %s with the public address «%s» only this machine comes: %s', (host, publicUrl, here) => {
    expect(isOnlyHere(config({ VINHDANH_HOST: host, VINHDANH_PUBLIC_URL: publicUrl }))).toBe(here);
  });

  it.each([
    ['VINHDANH_SECRET_KEY', 'too-short'],
    ['VINHDANH_PUBLIC_URL', 'https://khen-thuong.example/path'],
    ['VINHDANH_ORIGINS', 'https://a.example, javascript:alert(1)'],
    ['VINHDANH_TRUSTED_PROXIES', '10.0.0.0/8,any'],
    ['VINHDANH_TRUSTED_PROXIES', '10.0.0.0/99'],
    ['VINHDANH_TOTP_ROLES', 'authority,boss'],
    ['VINHDANH_RATE_PER_MINUTE', '0'],
    ['VINHDANH_OIDC_ISSUER', 'http://idp.example'],
  ])('refuses %s=%s without repeating it', (variable, value) => {
    const wrong = read({ [variable]: value });
    expect(wrong).toMatchObject({ ok: false, error: [{ variable }] });
    expect(JSON.stringify(wrong)).not.toContain(value);
  });

  it('needs client and public address with a provider', () => {
    const issuer = { VINHDANH_OIDC_ISSUER: 'https://idp.example' };
    const client = { ...issuer, VINHDANH_OIDC_CLIENT_ID: 'vinh-danh' };
    expect(read(issuer)).toMatchObject({ ok: false, error: [{ variable: 'VINHDANH_OIDC_CLIENT_ID' }] });
    expect(read(client)).toMatchObject({ ok: false, error: [{ variable: 'VINHDANH_PUBLIC_URL' }] });
    expect(config({ ...client, VINHDANH_PUBLIC_URL: 'https://a.example/' }).signIn.oidc).toEqual({
      issuer: 'https://idp.example',
      clientId: 'vinh-danh',
      publicUrl: 'https://a.example',
    });
  });

  it('is described without keys and secrets', () => {
    const key = Buffer.alloc(32, 1).toString('base64');
    const described = describeConfig(
      config({
        VINHDANH_SECRET_KEY: key,
        VINHDANH_PUBLIC_URL: 'https://a.example',
        VINHDANH_OIDC_ISSUER: 'https://idp.example',
        VINHDANH_OIDC_CLIENT_ID: 'vinh-danh',
        VINHDANH_OIDC_CLIENT_SECRET: 'geheim-geheim',
      }),
    );
    expect(JSON.stringify(described)).not.toMatch(/geheim|AQEB/);
  });
});
