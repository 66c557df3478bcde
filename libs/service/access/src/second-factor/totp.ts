import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#libs/domain/kernel';

const PERIOD_S = 30;
const WINDOW = 1;

/** What every authenticator app understands: RFC 6238 with SHA-1, 30 seconds, six digits. */
const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Vinh Danh',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in base32, as RFC 4226 (4, R6) advises. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. Holds the secret. */
export const totpUri = (secret: string, accountId: string): string => totpOf(secret, accountId).toString();

/** The time step that a code belongs to, counted from 1970, one step early or late at most; `undefined` for a wrong code. */
export function stepOfCode(secret: string, code: string, at: Instant): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = Date.parse(at);
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / PERIOD_S) + delta;
}

/** The code that an authenticator app shows at a moment. */
export const codeAt = (secret: string, at: Instant): string => totpOf(secret).generate({ timestamp: Date.parse(at) });
