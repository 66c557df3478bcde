import type { Actor } from '#libs/domain/kernel';
import { type LiveClient, LiveFeed, type LiveListener } from '#libs/service/reading';
import {
  type BeforeApplicationShutdown,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Query,
  Req,
  Res,
  createParamDecorator,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PositionGuard } from '../http/position.guard.js';
import { RefusalException, orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { SignedInGuard } from '../http/signed-in.guard.js';
import { EventStream } from './event-stream.js';

const position = z.string().regex(/^[\w/.-]{1,80}$/);

const liveQuery = z.strictObject({ after: position.optional() });

const HEARTBEAT_MS = 15_000;
/** How long somebody whose session was ended is told anything still, at most. */
const ASK_AGAIN_MS = 5_000;

/** The call, as guards see it: what they asked once is asked again while the line is open. */
const Call = createParamDecorator((_: unknown, context: ExecutionContext) => context);

/** What happens, as it happens, to whoever may see it: ids and types, never what a fact says. */
@Controller('api/v1/live')
export class LiveController implements BeforeApplicationShutdown {
  constructor(
    private readonly feed: LiveFeed,
    private readonly signedIn: SignedInGuard,
    private readonly positioned: PositionGuard,
  ) {}

  @Get()
  @Route({
    id: 'followLive',
    summary: { vi: 'Theo dõi trực tiếp', en: 'Follow live' },
    access: 'signed-in',
    query: liveQuery,
    answer: 'events',
  })
  async listen(
    @Req() request: FastifyRequest,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
    @Call() call: ExecutionContext,
  ): Promise<void> {
    const { after } = orRefuse(parse(liveQuery, query));
    // A browser that comes back sends both; the header is the newer one.
    const lastId = request.headers['last-event-id'];
    const from = typeof lastId === 'string' && lastId !== '' ? orRefuse(parse(position, lastId)) : after;
    const line = new Line(request, reply);
    const client = orRefuse(await this.feed.join(line, from));
    line.open(client, {
      left: () => this.feed.leave(client),
      mayStay: () => this.mayStay(call),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.feed.close();
  }

  /** Who was signed out, or holds the position no more, is told nothing more. A store that is away decides nothing. */
  private async mayStay(call: ExecutionContext): Promise<boolean> {
    try {
      const guards: readonly CanActivate[] = [this.signedIn, this.positioned];
      for (const guard of guards) if ((await guard.canActivate(call)) !== true) return false;
      return true;
    } catch (error) {
      return !(error instanceof RefusalException) || STAYS.has(error.refusal.code);
    }
  }
}

/** Being asked too often, or asking a store that is away, says nothing about who somebody is. */
const STAYS: ReadonlySet<string> = new Set(['RATE_LIMITED', 'STORE_UNAVAILABLE', 'STORE_BUSY']);

/** One request that stays open. */
class Line implements LiveListener {
  #stream: EventStream | undefined;
  #begun: { readonly position: string; readonly visible: string } | undefined;

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get actor(): Actor {
    return actorOf(this.request);
  }

  /** The answer begins when nothing can be refused any more. */
  begin(from: string, visible: string): void {
    this.#begun = { position: from, visible };
    this.#stream = new EventStream(this.reply);
    this.#stream.send({ event: 'begin', id: from, data: this.#begun });
  }

  open(client: LiveClient, { left, mayStay }: { left: () => void; mayStay: () => Promise<boolean> }): void {
    const stream = this.#stream;
    if (!stream) throw new Error('A line is opened when it has begun.');
    const heart = setInterval(() => stream.heartbeat(client.position), HEARTBEAT_MS);
    const doubt = setInterval(() => void mayStay().then((stays) => stays || this.end()), ASK_AGAIN_MS);
    stream.onClose(() => {
      clearInterval(heart);
      clearInterval(doubt);
      left();
    });
  }

  facts(facts: Parameters<LiveListener['facts']>[0]): void {
    this.#stream?.send({ event: 'facts', id: facts.position, data: facts });
  }

  visible(upTo: string): void {
    // Without an id: it is no place in what was told.
    this.#stream?.send({ event: 'visible', data: { position: upTo } });
  }

  async roomy(): Promise<void> {
    await this.#stream?.drained();
  }

  end(): void {
    this.#stream?.end();
  }
}
