import type { Database } from '#libs/platform/postgres';
import { DATABASE } from '#libs/service/foundation';
import { messageCategories } from '#libs/service/law';
import { type DeliveryEntry, deliveryLog, resendDelivery } from '#libs/service/notifications';
import type { Page } from '#libs/service/read-models';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, paging } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { deliveriesAnswer, deliveryStates, resendAnswer } from './messages.answers.js';

const { limit, cursor } = paging;
const text = () => z.string().trim().min(1).max(200);
const mineQuery = z.strictObject({ state: z.enum(deliveryStates).optional(), limit, cursor });
const allQuery = z.strictObject({
  account: text().optional(),
  state: z.enum(deliveryStates).optional(),
  channel: text().optional(),
  category: z.enum(messageCategories).optional(),
  letter: text().optional(),
  limit,
  cursor,
});

@Controller('api/v1')
export class DeliveriesController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** What was to be sent to me, and what became of it; newest first. */
  @Get('me/deliveries')
  @Route({
    id: 'listMyDeliveries',
    summary: { vi: 'Nhật ký gửi của tôi', en: 'What was sent to me' },
    access: 'signed-in',
    query: mineQuery,
    answer: deliveriesAnswer,
  })
  async mine(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<DeliveryEntry>> {
    const { state, ...page } = orRefuse(parse(mineQuery, query));
    const filter = { accountId: accountOf(request).id, state };
    return orRefuse(await deliveryLog(this.database, filter, pageOf(page)));
  }

  /** What was to be sent to everybody, by ids: no addresses, no titles, no names. Newest first. */
  @Get('deliveries')
  @Route({
    id: 'listDeliveries',
    summary: { vi: 'Nhật ký gửi', en: 'Delivery log' },
    access: 'accounts:manage',
    query: allQuery,
    answer: deliveriesAnswer,
  })
  async all(@Query() query: unknown): Promise<Page<DeliveryEntry>> {
    const {
      account: accountId,
      letter: letterId,
      state,
      channel,
      category,
      ...page
    } = orRefuse(parse(allQuery, query));
    const filter = { accountId, letterId, state, channel, category };
    return orRefuse(await deliveryLog(this.database, filter, pageOf(page)));
  }

  /** Lets a letter that bounced or was given up leave again, with everything it carries. */
  @Post('deliveries/:id/resend')
  @HttpCode(202)
  @Route({
    id: 'resendDelivery',
    summary: { vi: 'Gửi lại thư không đến nơi', en: 'Send again what did not arrive' },
    access: 'accounts:manage',
    status: 202,
    answer: resendAnswer,
  })
  async resend(@Req() request: FastifyRequest, @Param('id') id: string): Promise<{ readonly letterId: string }> {
    return orRefuse(await resendDelivery(this.database, id, accountOf(request).id));
  }
}
