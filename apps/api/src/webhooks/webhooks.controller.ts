import { refuse } from '#libs/domain/kernel';
import { Accounts } from '#libs/service/access';
import { Webhooks } from '#libs/service/notifications';
import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { webhookAnswer, webhookSecretAnswer } from './webhook.answers.js';

const pointBody = z.strictObject({ url: z.string().min(1).max(2_000) });

/** Webhooks: an operator says where an account's messages go; the account's owner chooses which do, in his preferences. */
@Controller('api/v1/accounts/:id/webhook')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly accounts: Accounts,
  ) {}

  @Get()
  @Route({
    id: 'readWebhook',
    summary: { vi: 'Webhook của một tài khoản', en: 'The webhook of an account' },
    access: 'accounts:manage',
    answer: webhookAnswer,
  })
  async read(@Param('id') accountId: string): Promise<z.infer<typeof webhookAnswer>> {
    return (await this.webhooks.find(accountId)) ?? orRefuse(refuse('NOT_FOUND', { params: { what: 'webhook' } }));
  }

  /** In place of another one. The new secret is shown this once. */
  @Put()
  @Route({
    id: 'pointWebhook',
    summary: { vi: 'Đặt webhook cho một tài khoản', en: 'Point the webhook of an account' },
    access: 'accounts:manage',
    body: pointBody,
    answer: webhookSecretAnswer,
  })
  async point(
    @Req() request: FastifyRequest,
    @Param('id') accountId: string,
    @Body() body: unknown,
  ): Promise<z.infer<typeof webhookSecretAnswer>> {
    const { url } = orRefuse(parse(pointBody, body));
    const account = await this.accounts.findOpen(accountId);
    if (!account) return orRefuse(refuse('NOT_FOUND', { params: { what: 'account' } }));
    return orRefuse(await this.webhooks.point(account.id, url, accountOf(request).id));
  }

  @Delete()
  @HttpCode(204)
  @Route({
    id: 'removeWebhook',
    summary: { vi: 'Bỏ webhook của một tài khoản', en: 'Remove the webhook of an account' },
    access: 'accounts:manage',
    status: 204,
    answer: 'none',
  })
  async remove(@Param('id') accountId: string): Promise<void> {
    await this.webhooks.remove(accountId);
  }
}
