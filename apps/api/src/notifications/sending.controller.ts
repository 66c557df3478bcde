import { instant } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { DATABASE } from '#libs/service/foundation';
import { resumeSending, type SendingState, sendingState } from '#libs/service/notifications';
import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { sendingAnswer } from './messages.answers.js';

const resumeBody = z.strictObject({ from: instant() });

@Controller('api/v1/sending')
export class SendingController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Whether messages leave, and if not, why. */
  @Get()
  @Route({
    id: 'getSending',
    summary: { vi: 'Việc gửi thông báo có đang bị giữ lại không', en: 'Whether sending is held' },
    access: 'accounts:manage',
    answer: sendingAnswer,
  })
  async read(): Promise<SendingState> {
    return sendingState(this.database);
  }

  /** After a restore: messages leave again, those that were due from a moment on. What was due before is skipped for good. */
  @Post('resume')
  @HttpCode(200)
  @Route({
    id: 'resumeSending',
    summary: { vi: 'Cho gửi tiếp, tính từ một thời điểm', en: 'Let messages leave again, from a moment on' },
    access: 'accounts:manage',
    body: resumeBody,
    answer: sendingAnswer,
  })
  async resume(@Req() request: FastifyRequest, @Body() body: unknown): Promise<SendingState> {
    const { from } = orRefuse(parse(resumeBody, body));
    return orRefuse(await resumeSending(this.database, from, accountOf(request).id));
  }
}
