import { ProjectionProgress } from '#libs/engine/projections';
import {
  type CountedNominee,
  countedStandings,
  dossierListProjection,
  FiguresQuery,
  type Page,
  statisticsProjection,
} from '#libs/service/read-models';
import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AsOf, pageOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { countedNominees } from './figures.answers.js';
import { figureFilter, figuresQuery } from './figures.query-string.js';

const nomineesQuery = figuresQuery.extend({
  /** `known`: of whom it is stated whether they work directly or lead. */
  standing: z.enum(countedStandings).optional(),
  ...paging,
});

const behind = [dossierListProjection, statisticsProjection];

/** The individuals behind the figures of direct workers, so that whoever doubts one counts for himself. */
@Controller('api/v1/statistics/nominees')
export class CountedNomineesController {
  constructor(
    private readonly figures: FiguresQuery,
    private readonly progress: ProjectionProgress,
  ) {}

  @Get()
  @Route({
    id: 'listCountedNominees',
    summary: { vi: 'Cá nhân được đếm trong thống kê', en: 'Individuals whom the figures count' },
    access: 'dossiers:read',
    query: nomineesQuery,
    answer: countedNominees,
  })
  async list(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<CountedNominee> & AsOf> {
    const { standing, limit, cursor, minPosition, ...asked } = orRefuse(parse(nomineesQuery, query));
    const scope = orRefuse(scopeOf(request));
    const asOf = orRefuse(await upTo(this.progress, behind, minPosition));
    const page = await this.figures.nominees(scope, figureFilter(asked), standing, pageOf({ limit, cursor }));
    return { ...orRefuse(page), ...asOf };
  }
}
