import type { Database } from '#libs/platform/postgres';
import { DATABASE } from '#libs/service/foundation';
import { type InAppMessage, inboxOf } from '#libs/service/notifications';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { inbox } from './notifications.answers.js';

const inboxQuery = z.strictObject({ limit: wholeNumber().pipe(z.number().min(1).max(200)).optional() });

@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** The messages of whoever is signed in, newest first. */
  @Get()
  @Route({
    id: 'listNotifications',
    summary: { vi: 'Thông báo của tôi', en: 'My notifications' },
    access: 'signed-in',
    query: inboxQuery,
    answer: inbox,
  })
  async inbox(@Req() request: FastifyRequest, @Query() query: unknown): Promise<{ items: readonly InAppMessage[] }> {
    const { limit } = orRefuse(parse(inboxQuery, query));
    return { items: await inboxOf(this.database, accountOf(request).id, limit) };
  }
}
