import { explainDue } from '#libs/domain/calendar';
import { instant, instantAt, localDate, refuse } from '#libs/domain/kernel';
import { WorkingCalendars } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { computedLimit, type ComputedLimit, withSentences } from './explanation.answers.js';

const MOST_UNITS = 3_660;

const computeBody = z.strictObject({
  /** A moment with an offset, or a day: then its beginning in the office. */
  start: z.union([instant(), localDate()]),
  limit: z.strictObject({
    value: z.int().min(1).max(MOST_UNITS),
    unit: z.enum(['working_day', 'calendar_day', 'half_day']),
    firstDayCounted: z.boolean().default(false),
  }),
  pauses: z
    .array(
      z
        .strictObject({ from: instant(), to: instant() })
        .refine(({ from, to }) => from <= to, 'it ends before it begins'),
    )
    .max(100)
    .default([]),
});

@Controller('api/v1/calendars')
export class ComputeLimitController {
  constructor(private readonly calendars: WorkingCalendars) {}

  /** When a limit ends, with each day on its way; where a year is not complete, which one. Writes nothing. */
  @Post(':id/compute')
  @HttpCode(200)
  @Route({
    id: 'computeLimit',
    summary: { vi: 'Tính thời hạn', en: 'Compute a time limit' },
    detail:
      'A limit that would cross a year that is not complete has no `dueAt` but a `missingYear`, and `awaiting` where only some days of it are open.',
    access: 'organization:read',
    body: computeBody,
    answer: computedLimit,
  })
  async compute(@Param('id') id: string, @Body() body: unknown): Promise<ComputedLimit> {
    const { start, limit, pauses } = orRefuse(parse(computeBody, body));
    const calendar = await this.calendars.of(id);
    if (!calendar) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    const startedAt = start.includes('T') ? start : instantAt(start, '00:00');
    return withSentences(explainDue(calendar, startedAt, limit, pauses));
  }
}
