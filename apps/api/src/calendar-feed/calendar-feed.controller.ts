import { type Clock, type Instant, refuse } from '#libs/domain/kernel';
import type { Config } from '#libs/platform/config';
import { actorBy } from '#libs/domain/organization';
import { Accounts, readScopeOf } from '#libs/service/access';
import { CalendarFeeds, deadlineCalendar } from '#libs/service/calendar-feed';
import { Acting } from '#libs/service/commands';
import { CLOCK, CONFIG, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { DeadlinesQuery } from '#libs/service/read-models';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf } from '../http/request.js';
import { Route } from '../http/route.js';
import { feedAddress, feedState } from './calendar-feed.answers.js';

/** For so long a calendar is told that something is done or stands still; after that it has long heard of it. */
const TELL_OF_CLOSED_MS = 30 * 24 * 3_600_000;

/** Lịch hạn: a person's deadlines for a calendar program, under a secret address. */
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly accounts: Accounts,
    private readonly acting: Acting,
    private readonly deadlines: DeadlinesQuery,
    @Inject(LAW) private readonly law: Law,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route({
    id: 'readCalendarFeed',
    summary: { vi: 'Tôi có địa chỉ lịch cá nhân không?', en: 'Do I have a personal calendar address?' },
    access: 'signed-in',
    answer: feedState,
  })
  @Get('api/v1/me/calendar-feed')
  async state(@Req() request: FastifyRequest): Promise<z.infer<typeof feedState>> {
    return { openSince: (await this.feeds.openSince(accountOf(request).id)) ?? null };
  }

  /** The old address answers nobody any more. */
  @Route({
    id: 'openCalendarFeed',
    summary: { vi: 'Cấp địa chỉ lịch cá nhân mới', en: 'Get a new personal calendar address' },
    access: 'signed-in',
    status: 201,
    answer: feedAddress,
  })
  @Post('api/v1/me/calendar-feed')
  async open(@Req() request: FastifyRequest): Promise<z.infer<typeof feedAddress>> {
    return { path: `/ical/${await this.feeds.open(accountOf(request).id)}.ics` };
  }

  @Route({
    id: 'closeCalendarFeed',
    summary: { vi: 'Thu hồi địa chỉ lịch cá nhân', en: 'Take my personal calendar address back' },
    access: 'signed-in',
    status: 204,
    answer: 'none',
  })
  @Delete('api/v1/me/calendar-feed')
  @HttpCode(204)
  async close(@Req() request: FastifyRequest): Promise<void> {
    await this.feeds.close(accountOf(request).id);
  }

  /** The calendar itself: who has the address needs nothing else, since calendar programs cannot sign in. */
  @Route({
    id: 'readCalendar',
    summary: { vi: 'Lịch hạn cá nhân (iCalendar)', en: 'A personal calendar of deadlines (iCalendar)' },
    access: 'public',
    answer: 'text',
    media: 'text/calendar',
  })
  @Get('ical/:file')
  async calendar(@Param('file') file: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const secret = /^([\w-]{32})\.ics$/.exec(file)?.[1];
    const accountId = secret === undefined ? undefined : await this.feeds.accountOf(secret);
    const account = accountId === undefined ? undefined : await this.accounts.findOpen(accountId);
    if (!account) return orRefuse(refuse('NOT_FOUND', { params: { what: 'ical' } }));
    const now = this.clock.now();
    const deadlines = await this.deadlinesOf(account.id, sinceFor(now));
    const { mailFrom } = this.config;
    const host = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
    void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="vinhdanh.ics"');
    return deadlineCalendar(deadlines, { language: account.language, law: this.law, host, now });
  }

  /** In every position in which he may act today, each deadline once. */
  private async deadlinesOf(accountId: string, since: Instant): Promise<readonly CalendarDeadline[]> {
    const found = new Map<string, CalendarDeadline>();
    for (const standing of await this.acting.positionsOf(accountId)) {
      const actor = actorBy(standing);
      const scope = readScopeOf(actor);
      const deadlines = scope ? await this.deadlines.forCalendar(scope, actor.roles, since) : [];
      for (const each of deadlines) found.set(`${each.dossierId} ${each.deadlineId}`, each);
    }
    return [...found.values()];
  }
}

type CalendarDeadline = Awaited<ReturnType<DeadlinesQuery['forCalendar']>>[number];

const sinceFor = (now: Instant): Instant => new Date(Date.parse(now) - TELL_OF_CLOSED_MS).toISOString();
