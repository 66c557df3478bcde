import { createServer } from 'node:net';

/** Binds a loopback port and lets it go: the number that was bound, or `undefined` when another program has it. 0 asks for any free one. */
export async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** A loopback port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new Error('The system gave no loopback port.');
  return port;
}
