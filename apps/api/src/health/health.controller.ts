import { EventStore } from '#libs/engine/event-store';
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/bearer.guard.js';
import { Readiness } from './readiness.js';

/** For whoever watches the process: does it run, and may it be given work? */
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly store: EventStore,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @HttpCode(200)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Red while the store does not answer and from the moment on at which the process is asked to stop. */
  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: 'ready' | 'stopping' | 'unavailable' }> {
    const status = this.readiness.stopping ? 'stopping' : (await this.store.health()).ok ? 'ready' : 'unavailable';
    void reply.status(status === 'ready' ? 200 : 503);
    return { status };
  }
}
