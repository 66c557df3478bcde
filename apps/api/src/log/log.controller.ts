import { type Clock, instant } from '#libs/domain/kernel';
import { CLOCK } from '#libs/service/foundation';
import { type LogPage, LogReader, type LogReading, LogReadings } from '#libs/service/reading';
import type { Page } from '#libs/service/read-models';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { logPage, logReadingPage } from './log.answers.js';

const word = () => z.string().regex(/^[\w.:-]{1,120}$/);

const logQuery = z.strictObject({
  after: z
    .string()
    .regex(/^[\w/.-]{1,80}$/)
    .optional(),
  limit: wholeNumber().optional(),
  stream: word().optional(),
  type: word().optional(),
  actor: word().optional(),
  recordedFrom: instant().optional(),
  recordedTo: instant().optional(),
  effectiveFrom: instant().optional(),
  effectiveTo: instant().optional(),
});

const readingsQuery = z.strictObject({ limit: wholeNumber().optional(), cursor: z.string().max(500).optional() });

/** The whole log, for auditors; and who has read it. */
@Controller('api/v1/events')
export class LogController {
  constructor(
    private readonly log: LogReader,
    private readonly readings: LogReadings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order of the log. Each answer is recorded before it goes out. */
  @Get()
  @Route({
    id: 'listEvents',
    summary: { vi: 'Nhật ký sự kiện', en: 'The log of events' },
    access: 'log:read',
    query: logQuery,
    answer: logPage,
  })
  async events(@Req() request: FastifyRequest, @Query() query: unknown): Promise<LogPage> {
    const { after, limit, ...asked } = orRefuse(parse(logQuery, query));
    const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const page = orRefuse(
      await this.log.page(filter, {
        ...(after === undefined ? {} : { after }),
        ...(limit === undefined ? {} : { limit }),
      }),
    );
    await this.readings.record(actorOf(request), { at: this.clock.now(), filter, after: after ?? 'start', page });
    return page;
  }

  /** Who read which piece of the log, newest first. */
  @Get('readings')
  @Route({
    id: 'listLogReadings',
    summary: { vi: 'Ai đã đọc nhật ký', en: 'Who has read the log' },
    access: 'log:read',
    query: readingsQuery,
    answer: logReadingPage,
  })
  async read(@Query() query: unknown): Promise<Page<LogReading>> {
    return orRefuse(await this.readings.page(pageOf(orRefuse(parse(readingsQuery, query)))));
  }
}
