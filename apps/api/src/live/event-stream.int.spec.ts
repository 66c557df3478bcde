import { type IncomingMessage, get } from 'node:http';
import { eventually } from '#libs/platform/testing';
import { type FastifyInstance, fastify } from 'fastify';
import { EventStream } from './event-stream.js';

/** Far more than the sockets of both sides and the queue can hold. */
const MANY = 2_000;
const message = { event: 'facts', id: '1', data: { filler: 'x'.repeat(32_768) } };

describe('a stream of events', () => {
  let server: FastifyInstance;
  let url: string;
  const streams: EventStream[] = [];
  beforeAll(async () => {
    server = fastify();
    server.get('/', (_request, reply) => {
      streams.push(new EventStream(reply));
    });
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => server.close());

  async function connected(): Promise<{ readonly response: IncomingMessage; readonly stream: EventStream }> {
    const before = streams.length;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: false }, resolve).on('error', reject);
    });
    response.on('error', () => {});
    const stream = streams[before];
    if (!stream) throw new Error('The server has heard of nobody.');
    return { response, stream };
  }

  it('lets go of who does not read, and keeps nothing for him', async () => {
    const { response, stream } = await connected();
    response.pause();
    let closed = false;
    stream.onClose(() => (closed = true));
    let sent = 0;
    await eventually('the line is cut', () => {
      for (let each = 0; each < 20 && !closed; each++, sent++) stream.send(message);
      return closed;
    });
    expect(sent).toBeLessThan(MANY);
    const before = process.memoryUsage();
    for (let each = 0; each < MANY; each++) stream.send(message);
    const after = process.memoryUsage();
    // 65 MB were sent into the void.
    expect(after.rss - before.rss).toBeLessThan(32_000_000);
    response.destroy();
  });

  it('waits for who reads slowly when it is told to', async () => {
    const { response, stream } = await connected();
    let bytes = 0;
    let closed = false;
    response.on('data', (chunk: Buffer) => (bytes += chunk.length));
    stream.onClose(() => (closed = true));
    for (let each = 0; each < MANY; each++) {
      await stream.drained();
      stream.send(message);
    }
    await eventually('all has come', () => bytes > MANY * 32_768, 20_000);
    expect(closed).toBe(false);
    stream.end();
    await eventually('it has ended', () => closed);
  });

  it('keeps the place up to date without telling anything', async () => {
    const { response, stream } = await connected();
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    stream.heartbeat('17');
    await eventually('it has come', () => text.includes('id: 17\n\n'));
    expect(text).not.toContain('data:');
    expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
    expect(response.headers['cache-control']).toContain('no-store');
    stream.end();
  });
});
