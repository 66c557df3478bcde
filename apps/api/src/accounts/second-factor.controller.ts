import { SignIn } from '#libs/service/access';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { sessionOf } from '../sessions/session-of.js';
import { enrolmentAnswer, recoveryCodesAnswer } from './me.answers.js';

const code = z.string().trim().min(1).max(40);
const codeBody = z.strictObject({ code });
const offBody = z.strictObject({ password: z.string().min(1).max(2_000), code });

/** The second factor of whoever is signed in. Machines have none: all of this needs a session. */
@Controller('api/v1/me/second-factor')
export class SecondFactorController {
  constructor(private readonly signIn: SignIn) {}

  @Post('start')
  @HttpCode(200)
  @Route({
    id: 'startSecondFactor',
    summary: { vi: 'Bắt đầu bật xác thực hai lớp', en: 'Begin to set up a second factor' },
    access: 'session:own',
    answer: enrolmentAnswer,
  })
  async start(@Req() request: FastifyRequest): Promise<z.infer<typeof enrolmentAnswer>> {
    return orRefuse(await this.signIn.factors.start(sessionOf(request).accountId));
  }

  /** Switches it on with a first code. The recovery codes are shown this once. */
  @Post('confirm')
  @HttpCode(200)
  @Route({
    id: 'confirmSecondFactor',
    summary: { vi: 'Bật xác thực hai lớp', en: 'Switch the second factor on' },
    access: 'session:own',
    body: codeBody,
    answer: recoveryCodesAnswer,
  })
  async confirm(@Req() request: FastifyRequest, @Body() body: unknown): Promise<z.infer<typeof recoveryCodesAnswer>> {
    const given = orRefuse(parse(codeBody, body));
    const session = sessionOf(request);
    const recoveryCodes = orRefuse(await this.signIn.factors.confirm(session.accountId, given.code));
    await this.signIn.sessions.confirm(session.id);
    return { recoveryCodes: [...recoveryCodes] };
  }

  @Post('switch-off')
  @HttpCode(204)
  @Route({
    id: 'switchSecondFactorOff',
    summary: { vi: 'Tắt xác thực hai lớp', en: 'Switch the second factor off' },
    access: 'session:own',
    body: offBody,
    status: 204,
    answer: 'none',
  })
  async switchOff(@Req() request: FastifyRequest, @Body() body: unknown): Promise<void> {
    const given = orRefuse(parse(offBody, body));
    const { accountId } = sessionOf(request);
    const { byPassword, factors } = this.signIn;
    orRefuse(await byPassword.confirm(accountId, given));
    await factors.remove(accountId);
  }
}
