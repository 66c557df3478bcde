import type { Database } from '#libs/platform/postgres';
import { DATABASE, LAW } from '#libs/service/foundation';
import { type Law, messageCategories } from '#libs/service/law';
import {
  type DeliveryEntry,
  deliveryLog,
  discardDelivery,
  failedDeliveries,
  resendAllLetters,
  resendDelivery,
} from '#libs/service/notifications';
import type { Page } from '#libs/service/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, paging } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import {
  deliveriesAnswer,
  deliveryStates,
  discardBody,
  failedLetters,
  resendAllAnswer,
  resendAllBody,
  resendAnswer,
} from './messages.answers.js';

const { limit, cursor } = paging;
const text = () => z.string().trim().min(1).max(200);
const mineQuery = z.strictObject({ state: z.enum(deliveryStates).optional(), limit, cursor });
const failedQuery = z.strictObject({ limit, cursor });
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
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LAW) private readonly law: Law,
  ) {}

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

  /** What did not arrive, and what it delays: which clock of which dossier somebody was not told of. Newest first. */
  @Get('deliveries/failed')
  @Route({
    id: 'listFailedDeliveries',
    summary: { vi: 'Thư không đến nơi và việc bị ảnh hưởng', en: 'What did not arrive, and what it delays' },
    access: 'accounts:manage',
    query: failedQuery,
    answer: failedLetters,
  })
  async failed(@Query() query: unknown): Promise<z.infer<typeof failedLetters>> {
    const { items, next } = orRefuse(
      await failedDeliveries(this.database, pageOf(orRefuse(parse(failedQuery, query)))),
    );
    const told = items.map((item) => {
      const names = this.law.procedures.filter(({ code }) => code === item.award).at(-1)?.clocks[
        item.clock ?? ''
      ]?.names;
      return { ...item, clockNames: names ? { vi: names.vi, en: names.en } : null };
    });
    return { items: told, next };
  }

  /** Lets everything that bounced or was given up leave again. Done again, nothing is left to do. */
  @Post('deliveries/resend-all')
  @HttpCode(202)
  @Route({
    id: 'resendAllDeliveries',
    summary: { vi: 'Gửi lại tất cả thư không đến nơi', en: 'Send again all that did not arrive' },
    access: 'accounts:manage',
    status: 202,
    body: resendAllBody,
    answer: resendAllAnswer,
  })
  async resendAll(@Req() request: FastifyRequest, @Body() body: unknown): Promise<{ readonly letters: number }> {
    const { state } = orRefuse(parse(resendAllBody, body));
    return { letters: await resendAllLetters(this.database, state, accountOf(request).id) };
  }

  /** Gives a letter up for good, with a reason that stays with it. Done again, it stays given up. */
  @Post('deliveries/:id/discard')
  @HttpCode(200)
  @Route({
    id: 'discardDelivery',
    summary: { vi: 'Bỏ thư không gửi được, có lý do', en: 'Discard what cannot be sent, with a reason' },
    access: 'accounts:manage',
    body: discardBody,
    answer: resendAnswer,
  })
  async discard(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<{ readonly letterId: string }> {
    const { reason } = orRefuse(parse(discardBody, body));
    return orRefuse(await discardDelivery(this.database, id, { by: accountOf(request).id, reason }));
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
