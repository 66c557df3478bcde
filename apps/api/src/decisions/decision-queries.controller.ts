import { type DecisionView, viewDecision } from '#libs/domain/decision';
import { covers, readScopeOf } from '#libs/service/access';
import { Decisions } from '#libs/service/commands';
import { refuse } from '#libs/domain/kernel';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf } from '../http/request.js';
import { Route } from '../http/route.js';
import { decisionView } from './decisions.answers.js';

@Controller('api/v1/decisions')
export class DecisionQueriesController {
  constructor(private readonly decisions: Decisions) {}

  /** A decision as its facts say it is now. */
  @Get(':id')
  @Route({
    id: 'readDecision',
    summary: { vi: 'Xem quyết định', en: 'Read a decision' },
    access: 'decisions:read',
    answer: decisionView,
    etag: true,
  })
  async one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecisionView> {
    const scope = readScopeOf(actorOf(request));
    const decision = await this.decisions.load(id);
    // A decision names recipients of several units: it is for the body that decides, and for auditors.
    const visible = decision && scope && covers(scope, { bodyId: decision.bodyId, submittingUnitId: '' });
    if (!visible) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    void reply.header('etag', `"${decision.revision}"`);
    return viewDecision(decision);
  }
}
