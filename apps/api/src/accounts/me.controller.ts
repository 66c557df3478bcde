import { refuse } from '#libs/domain/kernel';
import { SignIn, checkPassword } from '#libs/service/access';
import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { toSessionAnswer } from '../sessions/session.answers.js';
import { meAnswer } from './me.answers.js';

const languageBody = z.strictObject({ language: z.enum(['vi', 'en']) });
const passwordBody = z.strictObject({
  old: z.string().min(1).max(2_000),
  new: z.string().min(1).max(2_000),
});

/** Whoever is signed in, about himself. */
@Controller('api/v1/me')
export class MeController {
  constructor(private readonly signIn: SignIn) {}

  @Get()
  @Route({
    id: 'whoAmI',
    summary: { vi: 'Tôi là ai', en: 'Who am I' },
    access: 'session:own',
    answer: meAnswer,
  })
  async whoAmI(@Req() request: FastifyRequest): Promise<z.infer<typeof meAnswer>> {
    const account = accountOf(request);
    const { session } = request;
    return {
      id: account.id,
      name: account.name,
      email: account.email ?? null,
      language: account.language,
      roles: [...(await this.signIn.rolesOf(account.id))],
      secondFactorOn: await this.signIn.factors.isOn(account.id),
      session: session ? toSessionAnswer(session) : null,
      incomplete: (session && (await this.signIn.incomplete(session, account))) ?? null,
    };
  }

  @Post('language')
  @HttpCode(204)
  @Route({
    id: 'chooseLanguage',
    summary: { vi: 'Chọn ngôn ngữ', en: 'Choose my language' },
    access: 'session:own',
    body: languageBody,
    status: 204,
    answer: 'none',
  })
  async language(@Req() request: FastifyRequest, @Body() body: unknown): Promise<void> {
    const { language } = orRefuse(parse(languageBody, body));
    await this.signIn.accounts.speak(accountOf(request).id, language);
  }

  /** Changes one's own password; all other sessions of the account end. */
  @Post('password')
  @HttpCode(204)
  @Route({
    id: 'changeMyPassword',
    summary: { vi: 'Đổi mật khẩu của tôi', en: 'Change my password' },
    access: 'session:own',
    body: passwordBody,
    status: 204,
    answer: 'none',
  })
  async password(@Req() request: FastifyRequest, @Body() body: unknown): Promise<void> {
    const given = orRefuse(parse(passwordBody, body));
    const { id } = accountOf(request);
    const { passwords, sessions, byPassword } = this.signIn;
    orRefuse(await byPassword.confirm(id, { password: given.old }));
    const password = orRefuse(checkPassword(given.new, id));
    if (password === given.old.normalize('NFC')) orRefuse(refuse('PASSWORD_COMMON'));
    await passwords.set(id, password);
    await sessions.endAll(id, request.session?.id);
    if (request.session) await sessions.passwordChanged(request.session.id);
  }
}
