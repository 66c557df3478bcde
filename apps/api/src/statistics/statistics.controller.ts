import { refuse } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import {
  type Statistics,
  type StatisticsDimension,
  statisticsDimensions,
  statisticsOutcomes,
  statisticsProjection,
  StatisticsQuery,
} from '#libs/service/read-models';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AsOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { csvOf } from './csv.js';
import { statisticsAnswer } from './statistics.answers.js';

const text = () => z.string().trim().min(1).max(200);
const dimensions = new Set<string>(statisticsDimensions);

const statisticsQuery = z.strictObject({
  /** Up to four, with commas: `award,unit`. */
  by: z
    .string()
    .max(80)
    .regex(/^[a-zA-Z]+(,[a-zA-Z]+){0,3}$/, `up to four of ${statisticsDimensions.join(', ')}`)
    .optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  award: text().optional(),
  unit: text().optional(),
  body: text().optional(),
  outcome: z.enum(statisticsOutcomes).optional(),
  minPosition: paging.minPosition,
});

/** Counts and shares of what became of nominees, within what the reader may see. */
@Controller('api/v1/statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsQuery,
    private readonly progress: ProjectionProgress,
  ) {}

  /** As JSON; with `Accept: text/csv` as a table for spreadsheets. */
  @Get()
  @Route({
    id: 'countStatistics',
    summary: { vi: 'Thống kê', en: 'Statistics' },
    access: 'dossiers:read',
    query: statisticsQuery,
    answer: statisticsAnswer,
    media: 'text/csv',
  })
  async count(
    @Req() request: FastifyRequest,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<(Statistics & AsOf) | string> {
    const { by, minPosition, from, to, award, unit, body, outcome } = orRefuse(parse(statisticsQuery, query));
    const scope = orRefuse(scopeOf(request));
    const asked = [...new Set(by?.split(','))];
    if (!asked.every((one): one is StatisticsDimension => dimensions.has(one)))
      return orRefuse(
        refuse('MALFORMED_REQUEST', { params: { issues: `by: up to four of ${statisticsDimensions.join(', ')}` } }),
      );
    const asOf = orRefuse(await upTo(this.progress, statisticsProjection, minPosition));
    const filter = {
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(award ? { award } : {}),
      ...(unit ? { unit } : {}),
      ...(body ? { body } : {}),
      ...(outcome ? { outcome } : {}),
    };
    const figures = orRefuse(await this.statistics.count(scope, asked, filter));
    if (!/\btext\/csv\b/.test(request.headers.accept ?? '')) return { ...figures, ...asOf };
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="thong-ke.csv"')
      .header('vinhdanh-position', asOf.position);
    return csvOf(asked, figures);
  }
}
