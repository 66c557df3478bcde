import type { Reply } from './office-client.js';

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What pages of this system say, unless told otherwise; `null` leaves it out. */
  readonly origin?: string | null;
}

/** A browser that keeps cookies and says where its pages come from; it follows no redirect by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get<Body>(path: string, sent: Sent = {}): Promise<Reply<Body>> {
    return this.send('GET', path, { origin: null, ...sent });
  }

  post<Body>(path: string, body: unknown = {}, sent: Sent = {}): Promise<Reply<Body>> {
    return this.send('POST', path, { body, ...sent });
  }

  delete<Body>(path: string, sent: Sent = {}): Promise<Reply<Body>> {
    return this.send('DELETE', path, sent);
  }

  /** `path` may be a whole address. */
  async send<Body>(method: string, path: string, { body, headers = {}, origin }: Sent = {}): Promise<Reply<Body>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookies.size > 0 ? { cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
        ...(origin === null ? {} : { origin: origin ?? this.url }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: jsonOf(text) as Body };
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    const gone = attributes.some((each) => /^max-age=0$/i.test(each) || /^expires=Thu, 01 Jan 1970/i.test(each));
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1));
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
