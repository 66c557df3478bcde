import { type DossierState, type MaybeDossier, type Retention, retentionOf, viewDossier } from '#libs/domain/dossier';
import { type Clock, type Decision, type Instant, localDate, ok, refuse, toInstant } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import { covers } from '#libs/service/access';
import { Dossiers } from '#libs/service/commands';
import type { Law } from '#libs/service/law';
import { DossierOpenings, procedureOf, ReceiptCodes } from '#libs/service/reading';
import { CLOCK, LAW } from '#libs/service/foundation';
import {
  type DossierListItem,
  DossierListQuery,
  type Page,
  TimelineQuery,
  type TimelineRow,
  dossierListProjection,
  timelineProjection,
} from '#libs/service/read-models';
import { listFilter, listQuery } from './dossier-list.query-string.js';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AsOf, pageOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { type DossierAnswer, dossierAnswer } from './dossier-view.answers.js';
import { dossierList, dossierTimeline } from './dossiers.answers.js';

const oneQuery = z.strictObject({
  /** A revision, or a moment with an offset: what the log held then. */
  asRecorded: z.string().max(40).optional(),
  /** A day in the office: what held at its end. */
  asInForce: localDate().optional(),
});

const eventsQuery = z.strictObject({ order: z.enum(['oldestFirst', 'newestFirst']).optional(), ...paging });

/** Reading dossiers: who asks sees what his position allows, and nothing tells him of the rest. */
@Controller('api/v1/dossiers')
export class DossierQueriesController {
  constructor(
    private readonly list: DossierListQuery,
    private readonly timeline: TimelineQuery,
    private readonly dossiers: Dossiers,
    private readonly progress: ProjectionProgress,
    private readonly receipts: ReceiptCodes,
    private readonly openings: DossierOpenings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: Law,
  ) {}

  private retention(dossier: DossierState): Retention {
    return retentionOf(dossier, procedureOf(this.law, dossier));
  }

  /** Soonest due first, or what has changed last. */
  @Get()
  @Route({
    id: 'listDossiers',
    summary: { vi: 'Danh sách hồ sơ', en: 'List dossiers' },
    access: 'dossiers:read',
    query: listQuery,
    answer: dossierList,
  })
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<DossierListItem> & AsOf> {
    const { minPosition, sort, limit, cursor, ...asked } = orRefuse(parse(listQuery, query));
    const scope = orRefuse(scopeOf(request));
    const asOf = orRefuse(await upTo(this.progress, dossierListProjection, minPosition));
    const filter = listFilter(asked, this.clock.now(), this.law.procedures);
    return { ...orRefuse(await this.list.page(scope, filter, pageOf({ limit, cursor }), sort)), ...asOf };
  }

  /**
   * A dossier as its facts say it is: now, as the log held it at a revision or a moment, as it held in the office's world at the
   * end of a day, or as it was then known to have held on that day.
   */
  @Get(':id')
  @Route({
    id: 'readDossier',
    summary: { vi: 'Xem hồ sơ', en: 'Read a dossier' },
    access: 'dossiers:read',
    query: oneQuery,
    answer: dossierAnswer,
    etag: true,
  })
  async one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierAnswer> {
    const { asRecorded, asInForce } = orRefuse(parse(oneQuery, query));
    const scope = orRefuse(scopeOf(request));
    const at = orRefuse(pointInLog(asRecorded));
    // Whoever may see it now may see what it was.
    const now = await this.dossiers.load(id);
    if (!now || !covers(scope, now)) return orRefuse(notFound(id));
    if (asInForce !== undefined) {
      const { dossier, recordedLater } = await this.dossiers.loadInForce(id, asInForce, at);
      if (!dossier) return orRefuse(notFound(id));
      // No ETag: nothing can be decided on what held once.
      const asOf = { asInForce, ...(asRecorded === undefined ? {} : { asRecorded }), recordedLater };
      return { ...(await this.opened(dossier, now, request)), asOf };
    }
    const then: MaybeDossier = at === undefined ? now : await this.dossiers.loadAsRecorded(id, at);
    if (!then) return orRefuse(notFound(id));
    void reply.header('etag', `"${then.revision}"`);
    return this.opened(then, now, request);
  }

  /** What is shown of a dossier, and by that opened: where there was nothing to show, nobody opened it. */
  private async opened(shown: DossierState, now: DossierState, request: FastifyRequest): Promise<DossierAnswer> {
    await this.openings.record(now.id, actorOf(request), this.clock.now());
    const code = await this.receipts.shownTo(actorOf(request), now);
    return {
      ...viewDossier(shown),
      retention: this.retention(shown),
      ...(code === undefined ? {} : { receiptCode: code }),
    };
  }

  /** Everything that was recorded about it, with who, when and where it stands in the log. */
  @Get(':id/events')
  @Route({
    id: 'listDossierEvents',
    summary: { vi: 'Sự kiện của hồ sơ', en: 'The events of a dossier' },
    access: 'dossiers:read',
    query: eventsQuery,
    answer: dossierTimeline,
  })
  async events(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page<TimelineRow> & AsOf> {
    const { order, minPosition, ...page } = orRefuse(parse(eventsQuery, query));
    const scope = orRefuse(scopeOf(request));
    const now = await this.dossiers.load(id);
    if (!now || !covers(scope, now)) return orRefuse(notFound(id));
    const asOf = orRefuse(await upTo(this.progress, timelineProjection, minPosition));
    const asked = { ...(order ? { order } : {}), ...pageOf(page) };
    return { ...orRefuse(await this.timeline.ofDossier(scope, id, asked)), ...asOf };
  }
}

/** The same for what is not there and for what is not to be seen. */
export const notFound = (id: string) => refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } });

/** `asRecorded`: a revision, or a moment with an offset. */
function pointInLog(asRecorded: string | undefined): Decision<number | Instant | undefined> {
  if (asRecorded === undefined) return ok(undefined);
  if (/^\d{1,9}$/.test(asRecorded)) return ok(Number(asRecorded));
  const instant = toInstant(asRecorded);
  return instant
    ? ok(instant)
    : refuse('MALFORMED_REQUEST', { params: { issues: 'asRecorded: a revision or a moment with an offset' } });
}
