import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A letter as it came over the wire. */
export interface CaughtMail {
  readonly messageId: string;
  readonly to: string;
  readonly raw: string;
}

export interface MailCatcher {
  readonly url: string;
  readonly mails: CaughtMail[];
  /** What the server answers to the next letters instead of taking them, first one first. */
  readonly refusals: number[];
  stop(): Promise<void>;
}

/** A real mail server on loopback that keeps what it takes. */
export async function startMailCatcher(port = 0): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal !== undefined) {
          callback(Object.assign(new Error('not now'), { responseCode: refusal }));
          return;
        }
        const raw = Buffer.concat(parts).toString('utf8');
        const messageId = /^Message-ID:\s+(<[^>]+>)/im.exec(raw)?.[1] ?? '';
        mails.push({ messageId, to: session.envelope.rcptTo[0]?.address ?? '', raw });
        callback();
      });
    },
  });
  server.on('error', () => {});
  const listener = server.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (typeof address !== 'object' || !address) throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refusals,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
