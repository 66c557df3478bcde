import { BlockList, isIP } from 'node:net';
import { type Result, type Role, fail, ok, personRoles } from '#libs/domain/kernel';
import { z } from 'zod';
import { isLoopback } from './loopback.js';
import { type ConfigFault, commaList, whole } from './values.js';

/** `https://khen-thuong.example`, without path, query or name. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text.replace(/\/$/, '');

const isNetwork = (text: string): boolean => {
  const [address = '', prefix, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
};

/** A provider sends secrets over the line: without TLS only on this machine. */
const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
};

/** Variables about coming in. */
export const signInEnvironment = {
  VINHDANH_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{43}=?$/, 'must be 32 random bytes in base64 (openssl rand -base64 32)')
    .optional(),
  VINHDANH_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an address without a path, as https://khen-thuong.example')
    .transform((text) => new URL(text).origin)
    .optional(),
  VINHDANH_ORIGINS: commaList().refine((all) => all.every(isOrigin), 'must be addresses without a path, with commas'),
  VINHDANH_TRUSTED_PROXIES: commaList().refine(
    (all) => all.every(isNetwork),
    'must be IP addresses or networks (10.0.0.0/8), with commas',
  ),
  VINHDANH_SESSION_IDLE_MINUTES: whole(1, 10_080, 480),
  VINHDANH_SESSION_HOURS: whole(1, 8_760, 168),
  VINHDANH_TOTP_ROLES: commaList().refine((all) => all.every((role) => personRoles.some((known) => known === role)), {
    message: `must be roles with commas: ${personRoles.join(', ')}`,
  }),
  VINHDANH_RATE_PER_MINUTE: whole(1, 1_000_000, 600),
  VINHDANH_OIDC_ISSUER: z.string().refine(isIssuer, 'must be an https:// address').optional(),
  VINHDANH_OIDC_CLIENT_ID: z.string().min(1).optional(),
  VINHDANH_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
};

/** A provider of identities by OpenID Connect. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Where browsers find this system: the provider sends them back there. */
  readonly publicUrl: string;
}

/** How people and machines come in. */
export interface SignInConfig {
  /** Seals second factors at rest, base64; without it a key file in the data folder. */
  readonly secretKey?: string;
  /** The origin under which browsers find this system. */
  readonly publicUrl?: string;
  /** Further origins whose pages may act for who is signed in. */
  readonly origins: readonly string[];
  /** Whose `X-Forwarded-…` is believed: addresses and networks. */
  readonly trustedProxies: readonly string[];
  /** After so long without a request a session has ended. */
  readonly sessionIdleMs: number;
  /** After so long every session has ended. */
  readonly sessionMs: number;
  /** Roles for which a second factor is demanded. */
  readonly totpRoles: readonly Role[];
  /** Requests a minute of one account, or of one address where nobody is signed in. */
  readonly ratePerMinute: number;
  readonly oidc?: OidcConfig;
}

type Values = z.output<z.ZodObject<typeof signInEnvironment>>;

export function signInConfigOf(value: Values): Result<SignInConfig, readonly ConfigFault[]> {
  const { VINHDANH_PUBLIC_URL: publicUrl, VINHDANH_OIDC_ISSUER: issuer } = value;
  const { VINHDANH_OIDC_CLIENT_ID: clientId, VINHDANH_OIDC_CLIENT_SECRET: clientSecret } = value;
  const lacks = (variable: string) => fail([{ variable, message: 'is needed with VINHDANH_OIDC_ISSUER' }]);
  if (issuer && !clientId) return lacks('VINHDANH_OIDC_CLIENT_ID');
  if (issuer && !publicUrl) return lacks('VINHDANH_PUBLIC_URL');
  const oidc: OidcConfig | undefined =
    issuer && clientId && publicUrl
      ? { issuer, clientId, publicUrl, ...(clientSecret ? { clientSecret } : {}) }
      : undefined;
  return ok({
    ...(value.VINHDANH_SECRET_KEY ? { secretKey: value.VINHDANH_SECRET_KEY } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    origins: value.VINHDANH_ORIGINS.map((text) => new URL(text).origin),
    trustedProxies: value.VINHDANH_TRUSTED_PROXIES,
    sessionIdleMs: value.VINHDANH_SESSION_IDLE_MINUTES * 60_000,
    sessionMs: value.VINHDANH_SESSION_HOURS * 3_600_000,
    totpRoles: value.VINHDANH_TOTP_ROLES as Role[],
    ratePerMinute: value.VINHDANH_RATE_PER_MINUTE,
    ...(oidc ? { oidc } : {}),
  });
}

/** Without keys and secrets. */
export function describeSignIn(config: SignInConfig): Readonly<Record<string, string>> {
  return {
    VINHDANH_SECRET_KEY: config.secretKey ? '…' : '(a key file in the data folder)',
    VINHDANH_PUBLIC_URL: config.publicUrl ?? '(not set)',
    VINHDANH_ORIGINS: config.origins.join(', ') || '(only our own)',
    VINHDANH_TRUSTED_PROXIES: config.trustedProxies.join(', ') || '(none)',
    VINHDANH_SESSION_IDLE_MINUTES: String(config.sessionIdleMs / 60_000),
    VINHDANH_SESSION_HOURS: String(config.sessionMs / 3_600_000),
    VINHDANH_TOTP_ROLES: config.totpRoles.join(', ') || '(none)',
    VINHDANH_RATE_PER_MINUTE: String(config.ratePerMinute),
    VINHDANH_OIDC_ISSUER: config.oidc?.issuer ?? '(none)',
    VINHDANH_OIDC_CLIENT_ID: config.oidc?.clientId ?? '(none)',
    VINHDANH_OIDC_CLIENT_SECRET: config.oidc?.clientSecret ? '…' : '(none)',
  };
}
