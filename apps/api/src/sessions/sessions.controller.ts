import { refuse } from '#libs/domain/kernel';
import type { Config } from '#libs/platform/config';
import { SignIn, coarseUserAgent } from '#libs/service/access';
import { CONFIG } from '#libs/service/foundation';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { checkNoForeignOrigin } from './origin.js';
import { sessionAnswer, sessionsAnswer, signedInAnswer, toSessionAnswer, toSignedInAnswer } from './session.answers.js';
import { giveSession, sessionSecretOf, takeSession } from './session-cookie.js';
import { sessionOf } from './session-of.js';
import { uuidInPath } from '../http/uuid-in-path.js';

const credentials = z.strictObject({
  /** An account's id, or its e-mail address. */
  login: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(2_000),
  /** Of the authenticator app, or a recovery code. */
  code: z.string().trim().min(1).max(40).optional(),
});
const codeBody = z.strictObject({ code: z.string().trim().min(1).max(40) });

/** Signing in and out with a browser. */
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(201)
  @Route({
    id: 'signIn',
    summary: { vi: 'Đăng nhập', en: 'Sign in' },
    access: 'public',
    body: credentials,
    status: 201,
    answer: signedInAnswer,
  })
  async begin(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof signedInAnswer>> {
    orRefuse(checkNoForeignOrigin(request, this.config.signIn));
    const evidence = orRefuse(parse(credentials, body));
    const identified = orRefuse(await this.signIn.byPassword.identify({ ...evidence, address: request.ip }));
    const { secret, session } = await this.signIn.begin(identified, {
      userAgent: coarseUserAgent(request.headers['user-agent']),
      replaces: sessionSecretOf(request, this.config.signIn),
    });
    giveSession(request, reply, this.config.signIn, { secret, session });
    const { account } = identified;
    return toSignedInAnswer(account, session, await this.signIn.incomplete(session, account));
  }

  @Get()
  @Route({
    id: 'listMySessions',
    summary: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
    access: 'session:own',
    answer: sessionsAnswer,
  })
  async mine(@Req() request: FastifyRequest): Promise<z.infer<typeof sessionsAnswer>> {
    const sessions = await this.signIn.sessions.list(accountOf(request).id);
    return {
      items: sessions.map((session) => ({ ...toSessionAnswer(session), current: session.id === request.session?.id })),
    };
  }

  @Delete('current')
  @HttpCode(204)
  @Route({
    id: 'signOut',
    summary: { vi: 'Đăng xuất', en: 'Sign out' },
    access: 'session:own',
    status: 204,
    answer: 'none',
  })
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const session = sessionOf(request);
    await this.signIn.sessions.revoke(session.accountId, session.id);
    takeSession(request, reply, this.config.signIn);
  }

  /** Completes a session that began without a second factor, as at a provider that asked for none. */
  @Post('current/second-factor')
  @HttpCode(200)
  @Route({
    id: 'showSecondFactor',
    summary: { vi: 'Xác thực lớp thứ hai cho phiên hiện tại', en: 'Show the second factor in this session' },
    access: 'session:own',
    body: codeBody,
    answer: sessionAnswer,
  })
  async confirm(@Req() request: FastifyRequest, @Body() body: unknown): Promise<z.infer<typeof sessionAnswer>> {
    const { code } = orRefuse(parse(codeBody, body));
    const session = sessionOf(request);
    orRefuse(await this.signIn.byPassword.confirm(session.accountId, { code }));
    await this.signIn.sessions.confirm(session.id);
    return toSessionAnswer({ ...session, secondFactor: true });
  }

  @Delete(':id')
  @HttpCode(204)
  @Route({
    id: 'endMySession',
    summary: { vi: 'Kết thúc một phiên của tôi', en: 'End one of my sessions' },
    access: 'session:own',
    status: 204,
    answer: 'none',
  })
  async revoke(@Req() request: FastifyRequest, @Param('id') id: string): Promise<void> {
    const known = await this.signIn.sessions.revoke(accountOf(request).id, uuidInPath(id));
    if (!known) orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
  }
}
