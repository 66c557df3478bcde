import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire that can be cut: stands between a client and a server and misbehaves when told to. For tests. */
export interface TcpProxy {
  /** The server's URL, through this proxy. */
  readonly url: string;
  /** How many answers were swallowed so far. */
  readonly answersLost: number;
  /** The answer to the next question that holds `words` is swallowed, and its connection cut: done there, unknown here. */
  loseNextAnswer(words: string): void;
  /** Everything is still taken, nothing answered any more. */
  silence(): void;
  /** Cuts the silent connections; new ones work. */
  speak(): void;
  /** Cuts all, accepts none. */
  close(): Promise<void>;
  /** Accepts again, on the same port. */
  open(): Promise<void>;
}

/** PostgreSQL's ReadyForQuery, idle: the transaction is over, and what it did is on disk. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

export async function startTcpProxy(serverUrl: string): Promise<TcpProxy> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  let losing: string | undefined;
  let silent = false;
  let answersLost = 0;

  function accept(client: Socket): void {
    const upstream = connect(Number(target.port), target.hostname);
    let asked = false;
    const cut = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (chunk) => {
      if (losing !== undefined && chunk.includes(losing)) {
        asked = true;
        losing = undefined;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (silent) return;
      if (asked) {
        if (!chunk.includes(READY)) return;
        answersLost++;
        cut();
        return;
      }
      client.write(chunk);
    });
  }

  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };

  async function open(): Promise<void> {
    server = createServer(accept);
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  }

  await open();
  const url = new URL(serverUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    get answersLost() {
      return answersLost;
    },
    loseNextAnswer: (words) => void (losing = words),
    silence: () => void (silent = true),
    speak() {
      silent = false;
      cutAll();
    },
    open,
    async close() {
      const closing = server;
      server = undefined;
      cutAll();
      if (closing) await new Promise((resolve) => closing.close(resolve));
    },
  };
}
