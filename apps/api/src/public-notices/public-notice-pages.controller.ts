import type { Language } from '#libs/domain/kernel';
import { networkOf, RateLimit } from '#libs/service/access';
import { PublicNotices } from '#libs/service/reading';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { handedOut, NOTICES_A_MINUTE } from './handed-out.js';
import { noticeListPage, noticePage, nothingHerePage, pagePolicy } from './public-notice-page.js';

const pageQuery = z.strictObject({ lang: z.enum(['vi', 'en']).optional() });
const html = z.string();

/** Công khai, for people: pages without scripts and without signing in. */
@Controller('public/notices')
export class PublicNoticePagesController {
  private readonly limit = new RateLimit(NOTICES_A_MINUTE);

  constructor(private readonly notices: PublicNotices) {}

  @Get()
  @Route({
    id: 'showPublicNotices',
    summary: { vi: 'Trang danh sách đang công khai', en: 'The page of public notices' },
    access: 'public',
    query: pageQuery,
    answer: 'text',
    media: 'text/html',
  })
  async list(
    @Req() request: FastifyRequest,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = await this.asked(request, query, reply);
    return noticeListPage(await this.notices.hanging(), language);
  }

  /** The names as long as it hangs out; then a page that says so, and names nobody. */
  @Get(':code')
  @Route({
    id: 'showPublicNotice',
    summary: { vi: 'Trang công khai', en: 'The page of a public notice' },
    access: 'public',
    query: pageQuery,
    answer: 'text',
    media: 'text/html',
    others: { 404: html, 410: html },
  })
  async show(
    @Req() request: FastifyRequest,
    @Param('code') code: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = await this.asked(request, query, reply);
    const notice = await this.notices.read(code.slice(0, 40).toLowerCase());
    if (notice.ok) return noticePage(notice.value, language);
    const closed = notice.error.code === 'NOTICE_CLOSED';
    void reply.status(closed ? 410 : 404);
    return nothingHerePage(closed ? 'closed' : 'unknown', language);
  }

  private async asked(request: FastifyRequest, query: unknown, reply: FastifyReply): Promise<Language> {
    orRefuse(await this.limit.take(networkOf(request.ip)));
    const { lang } = orRefuse(parse(pageQuery, query));
    handedOut(reply);
    void reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy);
    // Vietnamese first, whatever the browser prefers: the address says otherwise, and a kept page is the same for all.
    return lang ?? 'vi';
  }
}
