import { type Clock, localDate } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { procedureNamed } from '#libs/service/reading';
import {
  type DeadlineItem,
  DeadlinesQuery,
  type Page,
  deadlinesProjection,
  settledStates,
} from '#libs/service/read-models';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AsOf, pageOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { span } from '../dossiers/dossier-list.query-string.js';
import { Route } from '../http/route.js';
import { type DeadlineTold, openDeadlines } from './deadlines.answers.js';

const text = () => z.string().trim().min(1).max(200);

const openQuery = z.strictObject({
  dossier: text().optional(),
  /** One, or several with commas between: clocks of one name have other codes in other procedures. */
  clock: text().optional(),
  responsible: text().optional(),
  unit: text().optional(),
  body: text().optional(),
  overdue: z.enum(['true']).optional(),
  /** Instead of open ones those that were kept, that were not, or both: what was missed stays late for ever. */
  settled: z.enum(settledStates).optional(),
  award: text().optional(),
  cluster: text().optional(),
  /** Of dossiers received in these days of the office; both count. */
  receivedFrom: localDate().optional(),
  receivedTo: localDate().optional(),
  ...paging,
});

@Controller('api/v1/deadlines')
export class DeadlinesController {
  constructor(
    private readonly deadlines: DeadlinesQuery,
    private readonly progress: ProjectionProgress,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: Law,
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
  async open(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<DeadlineTold> & AsOf> {
    const asked = orRefuse(parse(openQuery, query));
    const { dossier, clock, responsible, unit, body, overdue, settled, award, cluster, minPosition } = asked;
    const received = span(asked.receivedFrom, asked.receivedTo);
    const scope = orRefuse(scopeOf(request));
    const asOf = orRefuse(await upTo(this.progress, deadlinesProjection, minPosition));
    const filter = {
      ...(dossier ? { dossierId: dossier } : {}),
      ...(clock ? { clocks: clock.split(',') } : {}),
      ...(responsible ? { responsible } : {}),
      ...(unit ? { submittingUnitId: unit } : {}),
      ...(body ? { bodyId: body } : {}),
      ...(overdue ? { overdueAt: this.clock.now() } : {}),
      ...(settled ? { settled } : {}),
      ...(award ? { award } : {}),
      ...(cluster ? { cluster } : {}),
      ...(received ? { received } : {}),
    };
    const { items, next } = orRefuse(await this.deadlines.open(scope, filter, pageOf(asked)));
    return { items: items.map((each) => this.told(each)), next, ...asOf };
  }

  private told(deadline: DeadlineItem): DeadlineTold {
    const { procedureCode, procedureVersion, clock } = deadline;
    const names = procedureNamed(this.law, procedureCode, procedureVersion)?.clocks[clock]?.names;
    return { ...deadline, clockName: names ?? { vi: clock, en: clock } };
  }
}
