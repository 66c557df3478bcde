import type { Clock } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import { CLOCK } from '#libs/service/foundation';
import { type DeadlineItem, DeadlinesQuery, type Page, deadlinesProjection } from '#libs/service/read-models';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AsOf, pageOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { openDeadlines } from './deadlines.answers.js';

const text = () => z.string().trim().min(1).max(200);

const openQuery = z.strictObject({
  dossier: text().optional(),
  clock: text().optional(),
  responsible: text().optional(),
  unit: text().optional(),
  body: text().optional(),
  overdue: z.enum(['true']).optional(),
  ...paging,
});

@Controller('api/v1/deadlines')
export class DeadlinesController {
  constructor(
    private readonly deadlines: DeadlinesQuery,
    private readonly progress: ProjectionProgress,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Open deadlines: running, paused, or missed and not done. Soonest due first. */
  @Get()
  @Route({
    id: 'listDeadlines',
    summary: { vi: 'Thời hạn đang mở', en: 'Open deadlines' },
    access: 'dossiers:read',
    query: openQuery,
    answer: openDeadlines,
  })
  async open(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<DeadlineItem> & AsOf> {
    const { dossier, clock, responsible, unit, body, overdue, minPosition, ...page } = orRefuse(
      parse(openQuery, query),
    );
    const scope = orRefuse(scopeOf(request));
    const asOf = orRefuse(await upTo(this.progress, deadlinesProjection, minPosition));
    const filter = {
      ...(dossier ? { dossierId: dossier } : {}),
      ...(clock ? { clock } : {}),
      ...(responsible ? { responsible } : {}),
      ...(unit ? { submittingUnitId: unit } : {}),
      ...(body ? { bodyId: body } : {}),
      ...(overdue ? { overdueAt: this.clock.now() } : {}),
    };
    return { ...orRefuse(await this.deadlines.open(scope, filter, pageOf(page))), ...asOf };
  }
}
