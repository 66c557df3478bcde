import type { DossierState } from '#libs/domain/dossier';
import { ProjectionProgress } from '#libs/engine/projections';
import { covers, type ReadScope, sightOfSubmission } from '#libs/service/access';
import { Dossiers, Organization, Submissions } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import {
  type CommandTold,
  type ReceiptReadiness,
  type TimelineEntry,
  TimelineTeller,
  type ToldFact,
  namesInDossier,
  procedureOf,
  tellBlocked,
  tellDossierCommands,
  tellReadiness,
} from '#libs/service/reading';
import { type Page, TimelineQuery, timelineProjection } from '#libs/service/read-models';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AsOf, pageOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, languageOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { allowedOnDossier } from './allowed.answers.js';
import { type BlockedAnswer, blockedAnswer } from './blocked.answers.js';
import { notFound } from './dossier-queries.controller.js';
import { timelinePage } from './timeline.answers.js';

const timelineQuery = z.strictObject({ order: z.enum(['oldestFirst', 'newestFirst']).optional(), ...paging });

/** What may be done with a dossier, and what has been done, in words. */
interface AllowedAnswer {
  readonly id: string;
  readonly revision: number;
  readonly commands: readonly CommandTold[];
  readonly nextReceipt: ReceiptReadiness;
}

/** A dossier as people need it: what they may do with it, and what happened to it in sentences. */
@Controller('api/v1/dossiers')
export class DossierReadingController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly timeline: TimelineQuery,
    private readonly teller: TimelineTeller,
    private readonly progress: ProjectionProgress,
    private readonly organization: Organization,
    private readonly submissions: Submissions,
    @Inject(LAW) private readonly law: Law,
  ) {}

  /** Every command, for who asks in the position he acts in: possible, or why not. Holds for the revision of the ETag, now. */
  @Get(':id/allowed')
  @Route({
    id: 'readAllowedOnDossier',
    summary: { vi: 'Được làm gì với hồ sơ', en: 'What may be done with a dossier' },
    access: 'dossiers:read',
    answer: allowedOnDossier,
  })
  async allowed(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AllowedAnswer> {
    const dossier = await this.visible(request, id);
    const { commands, ready } = await this.dossiers.allowed(dossier, actorOf(request));
    const { units } = await this.organization.read();
    const procedure = procedureOf(this.law, dossier);
    const names = namesInDossier(this.law, dossier, units);
    void reply.header('etag', `"${dossier.revision}"`);
    return {
      id,
      revision: dossier.revision,
      commands: tellDossierCommands(id, commands, procedure, names),
      nextReceipt: tellReadiness(ready, procedure, names),
    };
  }

  /** “Why is it stuck?”: who must do what, since when, under which rule, and what is missing; the same for whoever may see it. */
  @Get(':id/blocked-by')
  @Route({
    id: 'readBlockedBy',
    summary: { vi: 'Vì sao hồ sơ đang chờ', en: 'Why a dossier is stuck' },
    access: 'dossiers:read',
    answer: blockedAnswer,
    etag: true,
  })
  async blocked(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BlockedAnswer> {
    const dossier = await this.visible(request, id);
    const blocked = await this.dossiers.blockedBy(dossier);
    const { units } = await this.organization.read();
    void reply.header('etag', `"${dossier.revision}"`);
    return {
      id,
      revision: dossier.revision,
      ...tellBlocked(blocked, procedureOf(this.law, dossier), namesInDossier(this.law, dossier, units)),
    };
  }

  /** What happened to it, in sentences: who, when it was recorded, from when it holds. */
  @Get(':id/timeline')
  @Route({
    id: 'readTimeline',
    summary: { vi: 'Dòng thời gian của hồ sơ', en: 'The timeline of a dossier' },
    access: 'dossiers:read',
    query: timelineQuery,
    answer: timelinePage,
  })
  async told(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page<TimelineEntry> & AsOf> {
    const { order, minPosition, ...page } = orRefuse(parse(timelineQuery, query));
    const scope = orRefuse(scopeOf(request));
    const dossier = await this.visible(request, id);
    const asOf = orRefuse(await upTo(this.progress, timelineProjection, minPosition));
    const { items, next } = orRefuse(
      await this.timeline.ofDossier(scope, id, { ...(order ? { order } : {}), ...pageOf(page) }),
    );
    const letters = await this.lettersIn(items, scope);
    return {
      items: await this.teller.tell(items, dossier, actorOf(request), languageOf(request), letters),
      next,
      ...asOf,
    };
  }

  /** The titles of the letters to the level above that are named there and may be seen. */
  private async lettersIn(rows: readonly ToldFact[], scope: ReadScope): Promise<ReadonlyMap<string, string>> {
    const named = rows.flatMap(({ data }) => (typeof data['submissionId'] === 'string' ? [data['submissionId']] : []));
    const found = await Promise.all([...new Set(named)].map((each) => this.submissions.load(each)));
    return new Map(
      found.flatMap((each) => (each && covers(scope, sightOfSubmission(each)) ? [[each.id, each.title] as const] : [])),
    );
  }

  private async visible(request: FastifyRequest, id: string): Promise<DossierState> {
    const scope = orRefuse(scopeOf(request));
    const dossier = await this.dossiers.load(id);
    return dossier && covers(scope, dossier) ? dossier : orRefuse(notFound(id));
  }
}
