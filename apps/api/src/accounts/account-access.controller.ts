import { type Account, SignIn } from '#libs/service/access';
import { refuse } from '#libs/domain/kernel';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { uuidInPath } from '../http/uuid-in-path.js';
import { sessionsAnswer, toSessionAnswer } from '../sessions/session.answers.js';
import { sessionOf } from '../sessions/session-of.js';
import { issuedTokenAnswer, tokensAnswer } from './me.answers.js';
import { tokenBody } from './token.body.js';

/** Sessions and access tokens of somebody else, for operators. */
@Controller('api/v1/accounts/:id')
export class AccountAccessController {
  constructor(private readonly signIn: SignIn) {}

  @Get('sessions')
  @Route({
    id: 'listSessionsOf',
    summary: { vi: 'Các phiên đăng nhập của một tài khoản', en: 'Sessions of an account' },
    access: 'accounts:manage',
    answer: sessionsAnswer,
  })
  async sessions(
    @Req() request: FastifyRequest,
    @Param('id') accountId: string,
  ): Promise<z.infer<typeof sessionsAnswer>> {
    const { id } = await this.#known(accountId);
    const sessions = await this.signIn.sessions.list(id);
    return {
      items: sessions.map((session) => ({ ...toSessionAnswer(session), current: session.id === request.session?.id })),
    };
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Route({
    id: 'revokeSession',
    summary: { vi: 'Thu hồi một phiên đăng nhập', en: 'Revoke a session' },
    access: 'accounts:manage',
    status: 204,
    answer: 'none',
  })
  async revokeSession(
    @Req() request: FastifyRequest,
    @Param('id') accountId: string,
    @Param('sessionId') sessionId: string,
  ): Promise<void> {
    const { id: actorId } = accountOf(request);
    orRefuse(await this.signIn.administration.revokeSession(actorId, accountId, uuidInPath(sessionId)));
  }

  @Get('tokens')
  @Route({
    id: 'listTokensOf',
    summary: { vi: 'Mã truy cập của một tài khoản', en: 'Access tokens of an account' },
    access: 'accounts:manage',
    answer: tokensAnswer,
  })
  async tokens(@Param('id') accountId: string): Promise<z.infer<typeof tokensAnswer>> {
    const { id } = await this.#known(accountId);
    return { items: [...(await this.signIn.accounts.tokens.list(id))] };
  }

  /** For an account that is a machine's. Shown this once; needs a session. */
  @Post('tokens')
  @HttpCode(201)
  @Route({
    id: 'issueTokenFor',
    summary: { vi: 'Cấp mã truy cập cho một tài khoản', en: 'Issue an access token for an account' },
    access: 'accounts:manage',
    body: tokenBody,
    status: 201,
    answer: issuedTokenAnswer,
  })
  async issueToken(
    @Req() request: FastifyRequest,
    @Param('id') accountId: string,
    @Body() body: unknown,
  ): Promise<z.infer<typeof issuedTokenAnswer>> {
    const given = orRefuse(parse(tokenBody, body));
    const { accountId: actorId } = sessionOf(request);
    return orRefuse(await this.signIn.administration.issueToken(actorId, accountId, given));
  }

  @Delete('tokens/:tokenId')
  @HttpCode(204)
  @Route({
    id: 'revokeToken',
    summary: { vi: 'Thu hồi một mã truy cập', en: 'Revoke an access token' },
    access: 'accounts:manage',
    status: 204,
    answer: 'none',
  })
  async revokeToken(
    @Req() request: FastifyRequest,
    @Param('id') accountId: string,
    @Param('tokenId') tokenId: string,
  ): Promise<void> {
    const { id: actorId } = accountOf(request);
    orRefuse(await this.signIn.administration.revokeToken(actorId, accountId, uuidInPath(tokenId)));
  }

  async #known(accountId: string): Promise<Account> {
    const account = await this.signIn.accounts.find(accountId);
    return account ?? orRefuse(refuse('NOT_FOUND', { params: { what: accountId.slice(0, 80) } }));
  }
}
