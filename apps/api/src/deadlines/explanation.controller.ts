import { explainDeadline } from '#libs/domain/dossier';
import { refuse } from '#libs/domain/kernel';
import { covers } from '#libs/service/access';
import { Dossiers, WorkingCalendars } from '#libs/service/commands';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tellDeadline, toldDeadline, type ToldDeadline } from '../calendars/explanation.answers.js';
import { notFound } from '../dossiers/dossier-queries.controller.js';
import { scopeOf } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';

@Controller('api/v1/dossiers')
export class DeadlineExplanationController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** Why a deadline of a dossier is what it is: start, rule, each day counted or skipped and why, pauses, source. */
  @Get(':id/deadlines/:deadlineId/explanation')
  @Route({
    id: 'explainDeadline',
    summary: { vi: 'Giải thích một thời hạn', en: 'Explain a deadline' },
    access: 'dossiers:read',
    answer: toldDeadline,
    etag: true,
  })
  async explain(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('deadlineId') deadlineId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ToldDeadline> {
    const scope = orRefuse(scopeOf(request));
    const dossier = await this.dossiers.load(id);
    if (!dossier || !covers(scope, dossier)) return orRefuse(notFound(id));
    const { calendar } = dossier.deadlines.get(deadlineId)?.terms ?? dossier.awaited.get(deadlineId) ?? {};
    if (!calendar) return orRefuse(refuse('NOT_FOUND', { params: { what: deadlineId.slice(0, 80) } }));
    const counted = await this.calendars.at(calendar.id, calendar.version);
    const explanation = explainDeadline(dossier, deadlineId, counted);
    if (!explanation) return orRefuse(notFound(id));
    void reply.header('etag', `"${dossier.revision}"`);
    return tellDeadline(explanation);
  }
}
