import type { Database } from '#libs/platform/postgres';
import { DATABASE, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { changePreferences, type Preferences, preferencesOf } from '#libs/service/notifications';
import { Body, Controller, Get, Inject, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { preferencesAnswer, preferencesBody } from './messages.answers.js';

@Controller('api/v1/me/notification-preferences')
export class PreferencesController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LAW) private readonly law: Law,
  ) {}

  /** What I get of which kind of message, on which channel, and what could be chosen. */
  @Get()
  @Route({
    id: 'getNotificationPreferences',
    summary: { vi: 'Cách tôi nhận thông báo', en: 'How I get messages' },
    access: 'signed-in',
    answer: preferencesAnswer,
  })
  async read(@Req() request: FastifyRequest): Promise<Preferences> {
    return preferencesOf(this.database, this.law.notifications, accountOf(request).id);
  }

  /** Changes what is named, and leaves the rest; all of it or, where a choice is refused, nothing. */
  @Put()
  @Route({
    id: 'changeNotificationPreferences',
    summary: { vi: 'Đổi cách tôi nhận thông báo', en: 'Change how I get messages' },
    access: 'signed-in',
    body: preferencesBody,
    answer: preferencesAnswer,
  })
  async change(@Req() request: FastifyRequest, @Body() body: unknown): Promise<Preferences> {
    const change = orRefuse(parse(preferencesBody, body));
    const { id: accountId } = accountOf(request);
    const { notifications } = this.law;
    orRefuse(await changePreferences(this.database, notifications, accountId, change, { accountId, via: 'settings' }));
    return preferencesOf(this.database, notifications, accountId);
  }
}
