import { remainingAt } from '#libs/domain/calendar';
import type { Clock } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import { WorkingCalendars } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import {
  dueGroupOf,
  dueGroups,
  WorklistQuery,
  workLists,
  worklistProjection,
  workSorts,
} from '#libs/service/read-models';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, paging, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { dueBounds } from './due-bounds.js';
import { worklistCounts, worklistPage } from './worklist.answers.js';
import { WorklistViewers } from './worklist-viewers.js';

const text = () => z.string().trim().min(1).max(200);

const listQuery = z.strictObject({
  list: z.enum(workLists).default('mine'),
  /** One, or several with commas between: steps of one name have other codes in other procedures. */
  step: text().optional(),
  procedure: text().optional(),
  unit: text().optional(),
  holder: text().optional(),
  due: z.enum(dueGroups).optional(),
  q: text().optional(),
  /** Soonest due first; or what has been at its step longest, or what has changed last. */
  sort: z.enum(workSorts).optional(),
  ...paging,
});

const countsQuery = z.strictObject({ minPosition: paging.minPosition });

/** The worklist: what is mine, what my group has free, what others of it hold, what waits for my unit. */
@Controller('api/v1/worklist')
export class WorklistController {
  constructor(
    private readonly worklist: WorklistQuery,
    private readonly viewers: WorklistViewers,
    private readonly progress: ProjectionProgress,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** Soonest due first, what has no due moment last, unless another order is asked for. */
  @Get()
  @Route({
    id: 'listWork',
    summary: { vi: 'Danh sách việc', en: 'List work' },
    access: 'work:read',
    query: listQuery,
    answer: worklistPage,
  })
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<z.infer<typeof worklistPage>> {
    const { list, step, procedure, unit, holder, due, q, sort, minPosition, ...page } = orRefuse(
      parse(listQuery, query),
    );
    const asOf = orRefuse(await upTo(this.progress, worklistProjection, minPosition));
    const now = this.clock.now();
    const calendar = await this.calendars.office();
    const bounds = dueBounds(calendar, now);
    const filter = {
      ...(step ? { steps: step.split(',') } : {}),
      ...(procedure ? { procedureCode: procedure } : {}),
      ...(unit ? { submittingUnitId: unit } : {}),
      ...(holder ? { holder } : {}),
      ...(due ? { due: { group: due, bounds } } : {}),
      ...(q ? { text: q } : {}),
    };
    const viewer = await this.viewers.viewerOf(actorOf(request));
    const { items, next } = orRefuse(await this.worklist.page(viewer, list, filter, pageOf(page), sort));
    return {
      items: items.map((item) => ({
        ...item,
        due: dueGroupOf(item, bounds),
        remaining: item.nextDueAt === null ? null : remainingAt(calendar, now, item.nextDueAt),
      })),
      next,
      ...asOf,
    };
  }

  /** How much there is in each list, by what is due. */
  @Get('counts')
  @Route({
    id: 'countWork',
    summary: { vi: 'Đếm việc theo danh sách', en: 'Count the work of each list' },
    access: 'work:read',
    query: countsQuery,
    answer: worklistCounts,
  })
  async counts(@Req() request: FastifyRequest, @Query() query: unknown): Promise<z.infer<typeof worklistCounts>> {
    const { minPosition } = orRefuse(parse(countsQuery, query));
    const asOf = orRefuse(await upTo(this.progress, worklistProjection, minPosition));
    const viewer = await this.viewers.viewerOf(actorOf(request));
    const bounds = dueBounds(await this.calendars.office(), this.clock.now());
    return { lists: await this.worklist.counts(viewer, bounds), ...asOf };
  }
}
