import { ProjectionProgress } from '#libs/engine/projections';
import type { Database } from '#libs/platform/postgres';
import { Accounts, readScopeOf } from '#libs/service/access';
import { Organization } from '#libs/service/commands';
import { DATABASE, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { inboxOf } from '#libs/service/notifications';
import { procedureNamed, sentenceNames } from '#libs/service/reading';
import {
  messageKindsOf,
  notificationGroups,
  type NotificationReader,
  notificationsProjection,
  NotificationsQuery,
  readPageRequest,
  toCursor,
} from '#libs/service/read-models';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, paging, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { type NamesFor, type NotificationPlace, pageOfBoth } from './notification-page.js';
import { nomineesIn, type NomineesTold } from './nominees-told.js';
import { peopleIn, type PeopleTold } from './people-told.js';
import { notificationsAnswer, unreadAnswer } from './notifications.answers.js';

const group = z.enum(notificationGroups).optional();
const inboxQuery = z.strictObject({ ...paging, group });
const place = z.tuple([z.int().positive().nullable(), z.int().positive().nullable()]);
const nowhere: NotificationPlace = [null, null];

const readBody = z.union([
  z.strictObject({
    /** As the list gave them: `event:…`, `reminder:…`. */
    ids: z
      .array(z.string().regex(/^(event:[0-9a-f-]{36}|reminder:[1-9]\d{0,14})$/))
      .min(1)
      .max(200),
  }),
  z.strictObject({
    /** The `newest` of a page: all up to there, and nothing that came since. */
    through: z.string().max(500),
    /** Only what is told in this group. */
    group,
  }),
]);

/** What concerns whoever is signed in, in the position in which he acts: facts, and deadlines. */
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsQuery,
    private readonly progress: ProjectionProgress,
    private readonly organization: Organization,
    private readonly accounts: Accounts,
    @Inject(LAW) private readonly law: Law,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Newest first; with a group only what is told in it. Nothing about a dossier that the reader does not see, or no longer. */
  @Get()
  @Route({
    id: 'listNotifications',
    summary: { vi: 'Thông báo của tôi', en: 'My notifications' },
    access: 'signed-in',
    query: inboxQuery,
    answer: notificationsAnswer,
  })
  async inbox(@Req() request: FastifyRequest, @Query() query: unknown): Promise<z.infer<typeof notificationsAnswer>> {
    const { minPosition, group, ...asked } = orRefuse(parse(inboxQuery, query));
    const { after, limit } = orRefuse(readPageRequest(pageOf(asked), place));
    const start = after ?? nowhere;
    const reader = readerOf(request);
    const asOf = orRefuse(await upTo(this.progress, notificationsProjection, minPosition));
    const [events, reminders] = await Promise.all([
      this.notifications.before(reader, start[0] ?? undefined, limit + 1, group),
      inboxOf(this.database, reader.accountId, {
        limit: limit + 1,
        before: start[1] ?? undefined,
        kinds: group && messageKindsOf[group],
      }),
    ]);
    const [visible, marked, unread] = await Promise.all([
      this.notifications.visible(
        reader,
        reminders.flatMap((message) => (message.kind === 'reminder' ? [message.dossierId] : [])),
      ),
      this.notifications.markedReminders(
        reader.accountId,
        reminders.map(({ id }) => id),
      ),
      this.notifications.unread(reader),
    ]);
    const [people, nominees] = await Promise.all([
      peopleIn(events, actorOf(request), this.accounts),
      nomineesIn(events, this.notifications),
    ]);
    const names = await this.names(people, nominees);
    const { items, next } = pageOfBoth(events, reminders, visible, marked, start, limit, names);
    const newest = toCursor([events[0]?.ordinal ?? null, reminders[0]?.id ?? null]);
    return { items: [...items], next: next ? toCursor(next) : null, newest, unread, ...asOf };
  }

  /** Marks as read: some, or all that there were. Doing it again changes nothing; what the reader may not see is passed over. */
  @Post('read')
  @HttpCode(200)
  @Route({
    id: 'markNotificationsRead',
    summary: { vi: 'Đánh dấu đã đọc', en: 'Mark notifications as read' },
    access: 'signed-in',
    body: readBody,
    answer: unreadAnswer,
  })
  async read(@Req() request: FastifyRequest, @Body() body: unknown): Promise<z.infer<typeof unreadAnswer>> {
    const which = orRefuse(parse(readBody, body));
    const reader = readerOf(request);
    if ('ids' in which) {
      const after = (kind: string) => which.ids.flatMap((id) => (id.startsWith(kind) ? [id.slice(kind.length)] : []));
      await this.notifications.mark(reader, after('event:'), after('reminder:').map(Number));
    } else {
      const { after: newest } = orRefuse(readPageRequest({ cursor: which.through }, place));
      await this.notifications.markThrough(reader, newest ?? nowhere, which.group);
    }
    return { unread: await this.notifications.unread(reader) };
  }

  private async names(people: PeopleTold, nominees: NomineesTold): Promise<NamesFor> {
    const { units } = await this.organization.read();
    return (item, language) => ({
      ...sentenceNames(procedureNamed(this.law, item.procedureCode, item.procedureVersion), units, language),
      actor: people(item, language),
      nominee: nominees(item),
      award: (code) => procedureNamed(this.law, code)?.names[language] ?? code,
    });
  }
}

function readerOf(request: FastifyRequest): NotificationReader {
  const actor = actorOf(request);
  const { unitId, roles } = actor;
  return { accountId: accountOf(request).id, unitId, roles, scope: readScopeOf(actor) };
}
