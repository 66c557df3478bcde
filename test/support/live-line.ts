import { type ClientRequest, type IncomingMessage, get } from 'node:http';
import type { LiveFacts } from '#libs/service/reading';
import type { OfficeClient } from './office-client.js';

export interface LiveMessage {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** Somebody who listens at `/live`, as a browser's EventSource does, but one who can be held back. */
export class LiveLine {
  readonly messages: LiveMessage[] = [];
  /** What was received as it came, to look for words that must not be there. */
  text = '';
  status: number | undefined;
  ended = false;
  /** What a browser would send as `Last-Event-ID`. */
  lastId: string | undefined;
  #rest = '';
  #response: IncomingMessage | undefined;
  readonly #request: ClientRequest;

  constructor(person: OfficeClient, { after, lastId }: { readonly after?: string; readonly lastId?: string } = {}) {
    this.lastId = lastId;
    const url = `${person.line.url}/api/v1/live${after === undefined ? '' : `?after=${after}`}`;
    const headers = {
      accept: 'text/event-stream',
      ...(person.token === undefined ? {} : { authorization: `Bearer ${person.token}` }),
      ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
    };
    this.#request = get(url, { headers, agent: false }, (response) => this.#take(response));
    this.#request.on('error', () => (this.ended = true)).on('close', () => (this.ended = true));
  }

  /** Reads no more; what comes waits in the sockets, then in the server. */
  hold(): void {
    this.#response?.pause();
  }

  goOn(): void {
    this.#response?.resume();
  }

  cut(): void {
    this.#request.destroy();
  }

  get facts(): readonly LiveFacts[] {
    return this.messages.filter(({ event }) => event === 'facts').map(({ data }) => data as LiveFacts);
  }

  get dossierIds(): readonly string[] {
    return [...new Set(this.facts.flatMap(({ dossiers }) => dossiers.map(({ id }) => id)))];
  }

  #take(response: IncomingMessage): void {
    this.#response = response;
    this.status = response.statusCode;
    response.setEncoding('utf8').on('data', (chunk: string) => {
      this.text += chunk;
      this.#rest += chunk;
      const blocks = this.#rest.split('\n\n');
      this.#rest = blocks.pop() ?? '';
      for (const block of blocks) this.#block(block);
    });
    response.on('error', () => (this.ended = true)).on('end', () => (this.ended = true));
  }

  #block(block: string): void {
    const fields = new Map(
      block.split('\n').flatMap((line) => {
        const colon = line.indexOf(':');
        return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()] as const] : [];
      }),
    );
    this.lastId = fields.get('id') ?? this.lastId;
    const data = fields.get('data');
    if (data === undefined) return;
    const event = fields.get('event') ?? 'message';
    this.messages.push({ event, id: fields.get('id'), data: JSON.parse(data) as unknown });
  }
}
