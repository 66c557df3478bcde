import { type DecisionView, viewDecision } from '#libs/domain/decision';
import { actorOf, covers, readScopeOf } from '#libs/service/access';
import { Decisions } from '#libs/service/commands';
import { refuse } from '#libs/domain/kernel';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf } from '../http/request.js';

@Controller('api/v1/decisions')
export class DecisionQueriesController {
  constructor(private readonly decisions: Decisions) {}

  /** A decision as its facts say it is now. */
  @Get(':id')
  async one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DecisionView> {
    const scope = readScopeOf(actorOf(accountOf(request)));
    const decision = await this.decisions.load(id);
    // A decision names recipients of several units: it is for the body that decides, and for auditors.
    const visible = decision && scope && covers(scope, { bodyId: decision.bodyId, submittingUnitId: '' });
    if (!visible) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    void reply.header('etag', `"${decision.revision}"`);
    return viewDecision(decision);
  }
}
