import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { postWebhook, type WebhookMessage } from './post-webhook.js';

const secret = `whsec_${Buffer.from('a key of thirty-two bytes, or so').toString('base64')}`;

describe('a webhook', () => {
  let server: Server;
  let port: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const received: { readonly headers: Record<string, string>; readonly body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers as Record<string, string>, body });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    received.length = 0;
    answer = (_request, response) => response.end('any words of the receiver');
  });

  const message = (given: Partial<WebhookMessage> = {}): WebhookMessage => ({
    id: 'msg_1',
    url: `http://127.0.0.1:${port}/hook`,
    secret,
    body: JSON.stringify({ type: 'reminder', dossierId: 'D-1' }),
    ...given,
  });
  const own = () => new Set([`127.0.0.1:${port}`]);

  it('arrives signed as Standard Webhooks asks, and a receiver’s own library takes it', async () => {
    expect(await postWebhook(message(), { own: own() })).toEqual({ kind: 'sent' });
    const [first] = received;
    expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toEqual({
      type: 'reminder',
      dossierId: 'D-1',
    });
    expect(() => new Webhook(secret).verify('{"type":"other"}', first?.headers ?? {})).toThrow(/signature/i);
  });

  it('that somebody kept and sends again later is refused by its time', async () => {
    await postWebhook(message(), { own: own() });
    const { headers = {}, body = '' } = received[0] ?? {};
    const old = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 3_600) };
    expect(() => new Webhook(secret).verify(body, old)).toThrow(/timestamp/i);
  });

  it.each([
    [200, 'sent'],
    [204, 'sent'],
    [301, 'permanent'],
    [400, 'permanent'],
    [410, 'permanent'],
    [408, 'temporary'],
    [429, 'temporary'],
    [500, 'temporary'],
    [503, 'temporary'],
  ])('answered with %d is %s', async (status, kind) => {
    answer = (_request, response) => response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    expect(await postWebhook(message(), { own: own() })).toMatchObject({ kind });
    expect(received).toHaveLength(1);
  });

  it('waits for nobody for ever', async () => {
    answer = () => {};
    expect(await postWebhook(message(), { own: own(), timeoutMs: 200 })).toEqual({
      kind: 'temporary',
      code: 'TIMEOUT',
    });
    server.closeAllConnections();
  });

  it('goes to no machine of the own network that is not listed, also not by a name that leads there', async () => {
    const literal = await postWebhook(message({ url: `https://127.0.0.1:${port}/` }), { own: new Set() });
    expect(literal).toEqual({ kind: 'permanent', code: 'WEBHOOK_TARGET_NOT_ALLOWED' });
    const name = await postWebhook(message({ url: `https://localhost:${port}/` }), { own: new Set() });
    expect(name).toEqual({ kind: 'permanent', code: 'WEBHOOK_TARGET_NOT_ALLOWED' });
    expect(received).toHaveLength(0);
  });

  it('to a machine that is away is tried again', async () => {
    const gone = message({ url: 'http://127.0.0.1:1/' });
    expect(await postWebhook(gone, { own: new Set(['127.0.0.1:1']) })).toEqual({
      kind: 'temporary',
      code: 'ECONNREFUSED',
    });
  });
});
