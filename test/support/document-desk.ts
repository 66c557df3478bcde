import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import type { CommandAnswer } from '#libs/service/commands';
import type { ListedDocument } from '#libs/service/documents';
import type { Foundation } from '#libs/service/foundation';
import { type Asked, must, type OfficeClient, type Reply } from './office-client.js';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export type Paper = Readonly<Record<string, string>>;

const target = (path: string, paper: Paper): string => `${path}/documents?${String(new URLSearchParams(paper))}`;

function headersOf({ line }: OfficeClient, path: string, asked: Asked): Record<string, string> {
  const { key = randomUUID(), ifMatch = line.seen.get(path) ?? null } = asked;
  return {
    'content-type': 'application/octet-stream',
    ...(key === null ? {} : { 'idempotency-key': key }),
    ...(ifMatch === null ? {} : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
    ...asked.headers,
  };
}

/** Sends a file to a dossier, as a good client does. */
export async function upload<Body = CommandAnswer>(
  client: OfficeClient,
  path: string,
  paper: Paper,
  file: Uint8Array<ArrayBuffer> | string,
  asked: Asked = {},
): Promise<Reply<Body>> {
  const headers = headersOf(client, path, asked);
  const reply = await client.send<Body>('PUT', target(path, paper), { body: file, headers });
  const tag = reply.headers.get('etag');
  if (tag !== null) client.line.seen.set(path, tag);
  return reply;
}

/** An upload whose bytes the test sends itself. */
export interface OpenUpload {
  readonly line: ClientRequest;
  /** Sends a piece; resolves when the line takes more, or is cut. */
  send(bytes: Uint8Array): Promise<void>;
  readonly answered: Promise<{ status: number; headers: IncomingMessage['headers']; body: unknown }>;
}

export function beginUpload(client: OfficeClient, path: string, paper: Paper, asked: Asked = {}): OpenUpload {
  const headers = { ...headersOf(client, path, asked), authorization: `Bearer ${client.token}` };
  const line = request(`${client.line.url}${target(path, paper)}`, { method: 'PUT', headers, agent: false });
  line.flushHeaders();
  const answered = once(line, 'response').then(async ([answer]) => {
    const message = answer as IncomingMessage;
    let text = '';
    for await (const chunk of message.setEncoding('utf8')) text += String(chunk);
    const { statusCode: status = 0, headers: heads } = message;
    return { status, headers: heads, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  });
  answered.catch(() => {});
  line.on('error', () => {});
  return {
    line,
    answered,
    async send(bytes) {
      if (line.destroyed || line.write(bytes)) return;
      await new Promise<void>((resolve) => {
        const go = () => {
          line.off('drain', go).off('close', go);
          resolve();
        };
        line.on('drain', go).on('close', go);
      });
    },
  };
}

/** The documents of a dossier, as its reader sees them. */
export async function documentsOf(client: OfficeClient, path: string): Promise<readonly ListedDocument[]> {
  return (await must(client.get<{ items: readonly ListedDocument[] }>(`${path}/documents`))).items;
}

/** Opens a file of a dossier. */
export async function download({ line, token }: OfficeClient, path: string, sha256: string) {
  const response = await fetch(`${line.url}${path}/documents/${sha256}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** What lies in the office's folder: whole files by their hash, and half ones. */
export async function filesOf({ config }: Foundation): Promise<{ kept: string[]; half: string[] }> {
  const folder = join(config.dataFolder, 'documents');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return {
    kept: names.filter((name) => !name.endsWith('.part')),
    half: names.filter((name) => name.endsWith('.part')),
  };
}
