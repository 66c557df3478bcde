import { id, label } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { SignIn, listAccounts } from '#libs/service/access';
import { DATABASE } from '#libs/service/foundation';
import { readPageRequest, toPage } from '#libs/service/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, paging } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { accountsAnswer, actsAnswer, oneTimePasswordAnswer, openedAccountAnswer } from './account.answers.js';

const { limit, cursor } = paging;
const pageQuery = z.strictObject({ limit, cursor });
const openBody = z.strictObject({
  id: id(),
  name: label(120),
  email: z.email().max(254).optional(),
  language: z.enum(['vi', 'en']).default('vi'),
});

/** What operators do to accounts. */
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly signIn: SignIn,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get()
  @Route({
    id: 'listAccounts',
    summary: { vi: 'Danh sách tài khoản', en: 'List accounts' },
    access: 'accounts:manage',
    query: pageQuery,
    answer: accountsAnswer,
  })
  async list(@Query() query: unknown): Promise<z.infer<typeof accountsAnswer>> {
    const asked = pageOf(orRefuse(parse(pageQuery, query)));
    const { after, limit } = orRefuse(readPageRequest(asked, z.tuple([z.string().max(200)])));
    const rows = await listAccounts(this.database, { limit: limit + 1, ...(after ? { after: after[0] } : {}) });
    const page = toPage(rows, limit, (account) => [account.id]);
    return { items: [...page.items], next: page.next };
  }

  @Get('acts')
  @Route({
    id: 'listAccountActs',
    summary: { vi: 'Việc đã làm với các tài khoản', en: 'What was done to accounts' },
    access: 'accounts:acts',
    query: pageQuery,
    answer: actsAnswer,
  })
  async acts(@Query() query: unknown): Promise<z.infer<typeof actsAnswer>> {
    const asked = pageOf(orRefuse(parse(pageQuery, query)));
    const { after, limit } = orRefuse(readPageRequest(asked, z.tuple([z.int().positive()])));
    const rows = await this.signIn.acts.list({ limit: limit + 1, ...(after ? { before: after[0] } : {}) });
    const page = toPage(rows, limit, (act) => [act.ordinal]);
    return { items: [...page.items], next: page.next };
  }

  /** An account without a way in: give it a one-time password next, or let its owner come by the identity provider. */
  @Post()
  @HttpCode(201)
  @Route({
    id: 'openAccount',
    summary: { vi: 'Mở tài khoản', en: 'Open an account' },
    access: 'accounts:manage',
    body: openBody,
    status: 201,
    answer: openedAccountAnswer,
    refuses: ['NOT_FOUND'],
  })
  async open(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof openedAccountAnswer>> {
    const { email, ...account } = orRefuse(parse(openBody, body));
    orRefuse(
      await this.signIn.administration.open(accountOf(request).id, {
        ...account,
        ...(email === undefined ? {} : { email }),
      }),
    );
    void reply.header('location', `/api/v1/accounts/${account.id}`);
    return { id: account.id };
  }

  @Post(':id/close')
  @HttpCode(204)
  @Route({
    id: 'closeAccount',
    summary: { vi: 'Đóng tài khoản', en: 'Close an account' },
    access: 'accounts:manage',
    status: 204,
    answer: 'none',
  })
  async close(@Req() request: FastifyRequest, @Param('id') accountId: string): Promise<void> {
    orRefuse(await this.signIn.administration.close(accountOf(request).id, accountId));
  }

  @Post(':id/reopen')
  @HttpCode(204)
  @Route({
    id: 'reopenAccount',
    summary: { vi: 'Mở lại tài khoản', en: 'Reopen an account' },
    access: 'accounts:manage',
    status: 204,
    answer: 'none',
  })
  async reopen(@Req() request: FastifyRequest, @Param('id') accountId: string): Promise<void> {
    orRefuse(await this.signIn.administration.reopen(accountOf(request).id, accountId));
  }

  @Post(':id/one-time-password')
  @HttpCode(200)
  @Route({
    id: 'giveOneTimePassword',
    summary: { vi: 'Cấp mật khẩu dùng một lần', en: 'Give a one-time password' },
    access: 'accounts:manage',
    answer: oneTimePasswordAnswer,
  })
  async oneTimePassword(
    @Req() request: FastifyRequest,
    @Param('id') accountId: string,
  ): Promise<z.infer<typeof oneTimePasswordAnswer>> {
    return orRefuse(await this.signIn.administration.giveOneTimePassword(accountOf(request).id, accountId));
  }

  @Post(':id/reset-second-factor')
  @HttpCode(204)
  @Route({
    id: 'resetSecondFactor',
    summary: { vi: 'Gỡ xác thực hai lớp của người khác', en: 'Reset somebody’s second factor' },
    access: 'accounts:manage',
    status: 204,
    answer: 'none',
  })
  async resetSecondFactor(@Req() request: FastifyRequest, @Param('id') accountId: string): Promise<void> {
    orRefuse(await this.signIn.administration.resetSecondFactor(accountOf(request).id, accountId));
  }
}
