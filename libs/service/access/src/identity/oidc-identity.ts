import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { OidcConfig } from '#libs/platform/config';
import * as client from 'openid-client';
import type { Identified, IdentityProvider } from './identity-provider.js';
import type { OidcAttempts } from './oidc-attempts.js';
import type { OidcLinks, ProviderSubject } from './oidc-links.js';

const PATIENCE_S = 10;

/** Where the provider sends browsers back to, below the public address. */
export const OIDC_CALLBACK_PATH = '/api/v1/sessions/oidc/callback';

export interface OidcEvidence {
  /** What `start` gave the browser to keep. */
  readonly handle: string | undefined;
  /** The query string of the way back, with code and state: never logged. */
  readonly query: string;
}

/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. */
export class OidcIdentity implements IdentityProvider<OidcEvidence> {
  #discovered: Promise<client.Configuration> | undefined;

  /** @param onTrouble hears why the provider was not believed; the error may quote secrets, log its type and code only. */
  constructor(
    private readonly config: OidcConfig,
    private readonly attempts: OidcAttempts,
    private readonly links: OidcLinks,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** The provider's page to go to, and the handle that the browser brings back. */
  async start(): Promise<Decision<{ readonly url: string; readonly handle: string }>> {
    const provider = await this.#provider();
    if (!provider.ok) return provider;
    const attempt = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(provider.value, {
      redirect_uri: `${this.config.publicUrl}${OIDC_CALLBACK_PATH}`,
      scope: 'openid email',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return ok({ url: url.href, handle: await this.attempts.put(attempt) });
  }

  async identify({ handle, query }: OidcEvidence): Promise<Decision<Identified>> {
    const attempt = handle === undefined ? undefined : await this.attempts.take(handle);
    if (!attempt) return refuse('OIDC_ATTEMPT_UNKNOWN');
    const provider = await this.#provider();
    if (!provider.ok) return provider;
    const told = await this.#ask(provider.value, query, attempt);
    if (!told.ok) return told;
    const account = await this.links.accountOf(told.value);
    return account
      ? ok({ account, via: 'oidc', secondFactor: told.value.secondFactor, mustChangePassword: false })
      : refuse('ACCOUNT_NOT_KNOWN');
  }

  async #ask(
    provider: client.Configuration,
    query: string,
    { state, nonce, verifier }: { readonly state: string; readonly nonce: string; readonly verifier: string },
  ): Promise<Decision<ProviderSubject & { readonly secondFactor: boolean }>> {
    try {
      const back = new URL(`${this.config.publicUrl}${OIDC_CALLBACK_PATH}?${query}`);
      const tokens = await client.authorizationCodeGrant(provider, back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return refuse('OIDC_REFUSED');
      // Providers may keep the address out of the token and hand it out on request only.
      const user =
        claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
          : claims;
      const { email, email_verified: verified } = user;
      return ok({
        issuer: claims.iss,
        subject: claims.sub,
        secondFactor: saysTwoFactors(claims),
        ...(typeof email === 'string' && verified === true ? { verifiedEmail: email } : {}),
      });
    } catch (error) {
      this.onTrouble(error);
      return refuse(isSilence(error) ? 'OIDC_UNAVAILABLE' : 'OIDC_REFUSED');
    }
  }

  async #provider(): Promise<Decision<client.Configuration>> {
    try {
      this.#discovered ??= this.#discover();
      return ok(await this.#discovered);
    } catch (error) {
      // Asked again at the next attempt: it may have been away.
      this.#discovered = undefined;
      this.onTrouble(error);
      return refuse('OIDC_UNAVAILABLE');
    }
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.config;
    const url = new URL(issuer);
    return client.discovery(
      url,
      clientId,
      undefined,
      clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
      // The configuration admits http only for this machine itself.
      { timeout: PATIENCE_S, ...(url.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}) },
    );
  }
}

/** RFC 8176 and the older policy of OpenID PAPE. */
function saysTwoFactors({ amr, acr }: client.IDToken): boolean {
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
  return (
    methods.includes('mfa') || acr === 'mfa' || acr === 'http://schemas.openid.net/pape/policies/2007/06/multi-factor'
  );
}

/** No answer, or none in time; anything else is an answer that was not believed. */
function isSilence(error: unknown): boolean {
  const { code, name, cause } = (error ?? {}) as { code?: unknown; name?: unknown; cause?: unknown };
  const inner = (cause ?? {}) as { name?: unknown; code?: unknown };
  return (
    code === 'OAUTH_TIMEOUT' ||
    (error instanceof TypeError && name === 'TypeError' && cause !== undefined) ||
    inner.name === 'TimeoutError' ||
    inner.code === 'ECONNREFUSED'
  );
}
