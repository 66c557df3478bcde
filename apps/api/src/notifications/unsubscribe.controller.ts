import type { Bilingual } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { DATABASE, LAW } from '#libs/service/foundation';
import type { Law, MessageCategory } from '#libs/service/law';
import { changePreferences, choicesOf, readUnsubscription, type Unsubscription } from '#libs/service/notifications';
import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { orRefuse, RefusalException } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { UNSUBSCRIBE_SECRET } from './unsubscribe.providers.js';
import { unsubscribePage } from './unsubscribe-page.js';

/** The least that there is of a category: nothing, or where it is about a duty, the daily summary. */
const leastOf = (law: Law, category: MessageCategory): 'off' | 'digest' | undefined =>
  (['off', 'digest'] as const).find((choice) => choicesOf(law.notifications, category, 'email').includes(choice));

@Controller('api/v1/unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LAW) private readonly law: Law,
    @Inject(UNSUBSCRIBE_SECRET) private readonly secret: string,
  ) {}

  /** Says what the link of a letter would do, and does nothing: programs that look into letters follow links. */
  @Get()
  @Route({
    id: 'showUnsubscription',
    summary: { vi: 'Liên kết bớt thư làm gì', en: 'What the link for fewer letters does' },
    access: 'public',
    answer: 'text',
    media: 'text/html',
  })
  async show(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { categories } = this.#read(token);
    void reply.type('text/html; charset=utf-8');
    return unsubscribePage(
      categories.flatMap((category) => this.#sentence(category, { vi: 'Sẽ chuyển', en: 'Will be changed' })),
      { vi: 'Đồng ý', en: 'Agree' },
    );
  }

  /** Does it, with one click of the mail program and without signing in (RFC 8058). Done twice, it is done once. */
  @Post()
  @HttpCode(200)
  @Route({
    id: 'unsubscribe',
    summary: { vi: 'Bớt thư bằng một lần bấm', en: 'Fewer letters with one click' },
    access: 'public',
    answer: 'text',
    media: 'text/html',
  })
  async act(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { accountId, channel, categories } = this.#read(token);
    const choices = categories.flatMap((category) => {
      const choice = leastOf(this.law, category);
      return choice ? [{ category, channel, choice }] : [];
    });
    const by = { accountId, via: 'one_click' } as const;
    orRefuse(await changePreferences(this.database, this.law.notifications, accountId, { choices }, by));
    void reply.type('text/html; charset=utf-8');
    return unsubscribePage(
      categories.flatMap((category) => this.#sentence(category, { vi: 'Đã chuyển', en: 'Changed' })),
    );
  }

  #read(token: string): Unsubscription {
    const asked = readUnsubscription(this.secret, token);
    if (!asked) throw new RefusalException({ code: 'UNSUBSCRIBE_LINK_INVALID' });
    return asked;
  }

  #sentence(category: MessageCategory, verb: Bilingual): Bilingual[] {
    const { names } = this.law.notifications.categories[category];
    const least = leastOf(this.law, category);
    if (!least) return [];
    return least === 'digest'
      ? [
          {
            vi: `${verb.vi}: thư «${names.vi}» gộp vào bản tổng hợp hằng ngày.`,
            en: `${verb.en}: letters of the kind “${names.en}” come with the daily summary.`,
          },
        ]
      : [
          {
            vi: `${verb.vi}: không gửi thư «${names.vi}» nữa.`,
            en: `${verb.en}: no more letters of the kind “${names.en}”.`,
          },
        ];
  }
}
