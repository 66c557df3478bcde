import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { fail, ok, type Result } from '#libs/domain/kernel';

/** Where and as whom to ask. Loopback only. */
export interface Login {
  readonly port: number;
  readonly role: string;
  readonly password: string;
  readonly database: string;
}

export interface WireFailure {
  /** The SQLSTATE the server answered, or `unreachable`, or `stranger` for one that does not know our password. */
  readonly code: string;
  readonly message: string;
}

/**
 * Signs in over PostgreSQL's protocol 3.0 with SCRAM-SHA-256 (RFC 5802, RFC 7677) and runs at most one statement.
 * It answers the first column of the rows. The launcher needs no more of a client than this, and it needs it before any pool exists:
 * only a completed sign-in shows that the server is ready, that the password file is the right one, and, because the server proves
 * in its last message that it knows the password too, that the server behind the port is ours.
 */
export async function ask(login: Login, sql?: string, timeoutMs = 5_000): Promise<Result<string[], WireFailure>> {
  const socket = connect({ host: '127.0.0.1', port: login.port });
  const bound = setTimeout(() => socket.destroy(new Error('no answer in time')), timeoutMs);
  try {
    socket.write(startup(login));
    return await converse(socket, login, sql);
  } catch (error) {
    return fail({ code: 'unreachable', message: (error as Error).message });
  } finally {
    clearTimeout(bound);
    socket.destroy();
  }
}

async function converse(socket: Socket, login: Login, sql?: string): Promise<Result<string[], WireFailure>> {
  const rows: string[] = [];
  let scram: Scram | undefined;
  let asked = false;
  for await (const { type, body } of messages(socket)) {
    if (type === 'E') return fail(errorOf(body));
    else if (type === 'D')
      rows.push(body.readInt16BE(0) === 0 ? '' : body.toString('utf8', 6, 6 + body.readInt32BE(2)));
    else if (type === 'R') {
      const step = body.readInt32BE(0);
      const text = body.toString('utf8', 4);
      if (step === 10) socket.write((scram = new Scram(login.password)).first());
      else if (step === 11 && scram) socket.write(scram.proof(text));
      else if (step === 12 && scram?.accepts(text)) continue;
      else if (step !== 0 || !scram?.verified)
        return fail({ code: 'stranger', message: `authentication step ${step}` });
    } else if (type === 'Z') {
      if (asked || sql === undefined) return ok(rows);
      asked = true;
      socket.write(frame('Q', `${sql}\0`));
    }
  }
  return fail({ code: 'unreachable', message: 'the connection was closed' });
}

async function* messages(socket: Socket): AsyncGenerator<{ type: string; body: Buffer }> {
  let pending = Buffer.alloc(0);
  for await (const chunk of socket) {
    pending = Buffer.concat([pending, chunk as Buffer]);
    while (pending.length >= 5) {
      const size = pending.readInt32BE(1) + 1;
      // No message is that short: whoever sends this does not speak our protocol, and we would wait in it for ever.
      if (size < 5) throw new Error('not a PostgreSQL server');
      if (pending.length < size) break;
      yield { type: pending.toString('latin1', 0, 1), body: pending.subarray(5, size) };
      pending = pending.subarray(size);
    }
  }
}

function errorOf(body: Buffer): WireFailure {
  const fields = new Map(
    body
      .toString('utf8')
      .split('\0')
      .map((field) => [field.slice(0, 1), field.slice(1)]),
  );
  return { code: fields.get('C') ?? 'XX000', message: fields.get('M') ?? '' };
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

function frame(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

/** The first message has no type; 3.0 is written as 196608. */
const startup = ({ role, database }: Login): Buffer =>
  frame('', int32(196_608), `user\0${role}\0database\0${database}\0application_name\0vinhdanh launcher\0\0`);

class Scram {
  verified = false;
  private readonly clientFirst = `n=,r=${randomBytes(18).toString('base64')}`;
  private expected: Buffer = Buffer.alloc(0);

  constructor(private readonly password: string) {}

  first(): Buffer {
    const message = `n,,${this.clientFirst}`;
    return frame('p', 'SCRAM-SHA-256\0', int32(message.length), message);
  }

  proof(serverFirst: string): Buffer {
    const { r = '', s = '', i = '' } = attributes(serverFirst);
    const salted = pbkdf2Sync(this.password, Buffer.from(s, 'base64'), Number(i), 32, 'sha256');
    const clientKey = hmac(salted, 'Client Key');
    const withoutProof = `c=biws,r=${r}`;
    const transcript = `${this.clientFirst},${serverFirst},${withoutProof}`;
    const signature = hmac(createHash('sha256').update(clientKey).digest(), transcript);
    const proof = clientKey.map((byte, at) => byte ^ (signature[at] ?? 0));
    this.expected = hmac(hmac(salted, 'Server Key'), transcript);
    return frame('p', `${withoutProof},p=${Buffer.from(proof).toString('base64')}`);
  }

  accepts(serverFinal: string): boolean {
    const theirs = Buffer.from(attributes(serverFinal)['v'] ?? '', 'base64');
    this.verified = theirs.length === this.expected.length && timingSafeEqual(theirs, this.expected);
    return this.verified;
  }
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const attributes = (message: string): Record<string, string> =>
  Object.fromEntries(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));
