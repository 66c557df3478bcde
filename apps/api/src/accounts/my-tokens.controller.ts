import { SignIn } from '#libs/service/access';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { sessionOf } from '../sessions/session-of.js';
import { issuedTokenAnswer, tokensAnswer } from './me.answers.js';
import { tokenBody } from './token.body.js';
import { uuidInPath } from '../http/uuid-in-path.js';

/** Access tokens by which machines act for whoever is signed in. */
@Controller('api/v1/me/tokens')
export class MyTokensController {
  constructor(private readonly signIn: SignIn) {}

  @Get()
  @Route({
    id: 'listMyTokens',
    summary: { vi: 'Mã truy cập của tôi', en: 'My access tokens' },
    access: 'signed-in',
    answer: tokensAnswer,
  })
  async list(@Req() request: FastifyRequest): Promise<z.infer<typeof tokensAnswer>> {
    return { items: [...(await this.signIn.accounts.tokens.list(accountOf(request).id))] };
  }

  /** A new token, shown this once. A token does not make further tokens: that needs a session. */
  @Post()
  @HttpCode(201)
  @Route({
    id: 'issueMyToken',
    summary: { vi: 'Cấp mã truy cập cho máy của tôi', en: 'Issue an access token for my machine' },
    access: 'signed-in',
    body: tokenBody,
    status: 201,
    answer: issuedTokenAnswer,
  })
  async issue(@Req() request: FastifyRequest, @Body() body: unknown): Promise<z.infer<typeof issuedTokenAnswer>> {
    const given = orRefuse(parse(tokenBody, body));
    const { accountId } = sessionOf(request);
    return orRefuse(await this.signIn.administration.issueToken(accountId, accountId, given));
  }

  @Delete(':id')
  @HttpCode(204)
  @Route({
    id: 'revokeMyToken',
    summary: { vi: 'Thu hồi mã truy cập của tôi', en: 'Revoke one of my access tokens' },
    access: 'signed-in',
    status: 204,
    answer: 'none',
  })
  async revoke(@Req() request: FastifyRequest, @Param('id') id: string): Promise<void> {
    const { id: accountId } = accountOf(request);
    orRefuse(await this.signIn.administration.revokeToken(accountId, accountId, uuidInPath(id)));
  }
}
