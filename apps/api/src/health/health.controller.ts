import { setTimeout as sleep } from 'node:timers/promises';
import { EventStore } from '#libs/engine/event-store';
import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Route } from '../http/route.js';
import { Readiness } from './readiness.js';

/** A store that says nothing for so long is away: who watches must not have to wait for its silence to end. */
const STORE_ANSWERS_WITHIN_MS = 2_000;

/** For whoever watches the process: does it run, and may it be given work? */
@Controller('health')
export class HealthController {
  constructor(
    private readonly store: EventStore,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @HttpCode(200)
  @Route({
    id: 'live',
    summary: { vi: 'Tiến trình đang chạy?', en: 'Is the process alive?' },
    access: 'public',
    answer: z.strictObject({ status: z.literal('ok') }),
  })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Red while the store does not answer and from the moment on at which the process is asked to stop. */
  @Get('ready')
  @Route({
    id: 'ready',
    summary: { vi: 'Nhận việc được chưa?', en: 'May it be given work?' },
    access: 'public',
    answer: z.strictObject({ status: z.literal('ready') }),
    others: { 503: z.strictObject({ status: z.enum(['stopping', 'unavailable']) }) },
  })
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ status: 'ready' | 'stopping' | 'unavailable' }> {
    const status = this.readiness.stopping ? 'stopping' : (await this.storeAnswers()) ? 'ready' : 'unavailable';
    void reply.status(status === 'ready' ? 200 : 503);
    return { status };
  }

  private async storeAnswers(): Promise<boolean> {
    const enough = new AbortController();
    const answer = this.store.health().then(({ ok }) => ok);
    try {
      return await Promise.race([answer, sleep(STORE_ANSWERS_WITHIN_MS, false, { signal: enough.signal })]);
    } finally {
      enough.abort();
    }
  }
}
