import { networkOf, RateLimit } from '#libs/service/access';
import { type PublicNotice, type PublicNoticeLine, PublicNotices } from '#libs/service/reading';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { handedOut, NOTICES_A_MINUTE } from './handed-out.js';
import { publicNoticeList, publicNoticePage } from './public-notices.answers.js';

/** Công khai, for programs of whoever wants to read it. */
@Controller('api/v1/public/notices')
export class PublicNoticesController {
  private readonly limit = new RateLimit(NOTICES_A_MINUTE);

  constructor(private readonly notices: PublicNotices) {}

  /** What hangs out now, last put up first; no names. */
  @Get()
  @Route({
    id: 'listPublicNotices',
    summary: { vi: 'Danh sách đang công khai', en: 'Public notices that hang out' },
    access: 'public',
    answer: publicNoticeList,
  })
  async list(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly PublicNoticeLine[] }> {
    orRefuse(await this.limit.take(networkOf(request.ip)));
    handedOut(reply);
    return { items: await this.notices.hanging() };
  }

  /** Names and places of work, as long as it hangs out; then `NOTICE_CLOSED`, without a name. */
  @Get(':code')
  @Route({
    id: 'readPublicNotice',
    summary: { vi: 'Xem danh sách công khai', en: 'Read a public notice' },
    access: 'public',
    answer: publicNoticePage,
    refuses: ['NOTICE_CLOSED'],
  })
  async read(
    @Req() request: FastifyRequest,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicNotice> {
    orRefuse(await this.limit.take(networkOf(request.ip)));
    const notice = orRefuse(await this.notices.read(code.slice(0, 40).toLowerCase()));
    handedOut(reply);
    return notice;
  }
}
