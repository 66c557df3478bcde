import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { Browser } from './browser.js';

/** Somebody as the provider knows him. */
export interface KnownPerson {
  readonly email?: string;
  readonly verified?: boolean;
  readonly amr?: readonly string[];
}

/** A real OpenID provider on loopback, with a page on which one says who one is. */
export interface IdentityProviderForTests {
  readonly issuer: string;
  readonly people: Map<string, KnownPerson>;
  /** Goes from the office's start page through the provider and answers the address it sends the browser back to. */
  visit(startAt: string, subject: string | undefined): Promise<string>;
  stop(): Promise<void>;
}

export const CLIENT = { id: 'vinh-danh', secret: 'bi-mat-cua-may-khach-0123456789' };

/** @param callback where browsers are sent back to */
export async function startIdentityProvider(callback: string): Promise<IdentityProviderForTests> {
  const server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, KnownPerson>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: true,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only-for-tests'] },
    interactions: { url: (_context, interaction) => `/who/${interaction.uid}` },
    async findAccount(_context, sub) {
      const { email, verified = true } = people.get(sub) ?? {};
      return {
        accountId: sub,
        claims: async () => ({ sub, ...(email ? { email, email_verified: verified } : {}) }),
      };
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (!url.pathname.startsWith('/who/')) return void answer(request, response);
    const subject = url.searchParams.get('subject');
    return void provider
      .interactionDetails(request, response)
      .then(async (interaction) => {
        if (!subject) return { error: 'access_denied', error_description: 'not today' };
        const grant = new provider.Grant({ accountId: subject, clientId: CLIENT.id });
        grant.addOIDCScope('openid email');
        void interaction;
        const amr = people.get(subject)?.amr;
        return {
          login: { accountId: subject, ...(amr ? { amr: [...amr] } : {}) },
          consent: { grantId: await grant.save() },
        };
      })
      .then((result) => provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false }));
  });
  return {
    issuer,
    people,
    async visit(startAt, subject) {
      const browser = new Browser(issuer);
      let address = startAt;
      for (let steps = 0; steps < 10; steps++) {
        const asked = new URL(address, issuer);
        if (asked.pathname.startsWith('/who/') && subject) asked.searchParams.set('subject', subject);
        const reply = await browser.get(asked.href);
        const next = reply.headers.get('location');
        if (!next) throw new Error(`The provider stopped at ${asked.pathname}: ${reply.status} ${reply.text}`);
        address = new URL(next, issuer).href;
        if (address.startsWith(callback)) return address;
      }
      throw new Error('The provider sends the browser round and round.');
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close').catch(() => {});
    },
  };
}
