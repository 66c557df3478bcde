import { ProjectionProgress } from '#libs/engine/projections';
import type { Clock } from '#libs/domain/kernel';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import {
  deadlinesProjection,
  dossierListProjection,
  FiguresQuery,
  statisticsProjection,
  timelineProjection,
} from '#libs/service/read-models';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { figureFilter, figuresQuery } from './figures.query-string.js';
import { type FiguresAnswer, figuresAnswer } from './figures.answers.js';
import { FigureTeller } from './tell-figures.js';

const behind = [dossierListProjection, deadlinesProjection, timelineProjection, statisticsProjection];

/** The figures of the page of statistics, within what the reader may see. */
@Controller('api/v1/statistics/figures')
export class FiguresController {
  constructor(
    private readonly figures: FiguresQuery,
    private readonly progress: ProjectionProgress,
    @Inject(LAW) private readonly law: Law,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Route({
    id: 'readFigures',
    summary: { vi: 'Số liệu kèm cách tính', en: 'Figures and how they are made' },
    detail: 'Each with numerator and denominator, formula, what is left out, and the list of what it counts.',
    access: 'dossiers:read',
    query: figuresQuery,
    answer: figuresAnswer,
  })
  async read(@Req() request: FastifyRequest, @Query() query: unknown): Promise<FiguresAnswer> {
    const { minPosition, ...asked } = orRefuse(parse(figuresQuery, query));
    const scope = orRefuse(scopeOf(request));
    const asOf = orRefuse(await upTo(this.progress, behind, minPosition));
    const filter = figureFilter(asked);
    const tell = new FigureTeller(this.law.procedures, filter);
    const { groups, reasons } = await this.figures.returned(scope, filter);
    return {
      figures: [
        tell.onTime(await this.figures.onTime(scope, filter)),
        tell.running(await this.figures.running(scope, filter, this.clock.now())),
        tell.workers('directWorkersByAward', await this.figures.directWorkers(scope, 'award', filter)),
        tell.workers('directWorkersByCluster', await this.figures.directWorkers(scope, 'cluster', filter)),
        tell.byCluster(await this.figures.byCluster(scope, filter)),
        tell.stays(await this.figures.stays(scope, filter)),
        tell.answers(await this.figures.answers(scope, filter)),
        tell.returned(groups),
      ],
      reasons: [...reasons],
      ...asOf,
    };
  }
}
