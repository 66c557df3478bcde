import { type DecisionState, type DecisionView, viewDecision } from '#libs/domain/decision';
import { covers, readScopeOf, sightOfDecision } from '#libs/service/access';
import { Decisions } from '#libs/service/commands';
import { refuse } from '#libs/domain/kernel';
import { type CommandTold, tellDecisionCommands } from '#libs/service/reading';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowedOnDecision } from '../dossiers/allowed.answers.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf } from '../http/request.js';
import { Route } from '../http/route.js';
import { decisionView } from './decisions.answers.js';

/** What may be done with a decision. */
interface AllowedAnswer {
  readonly id: string;
  readonly revision: number;
  readonly commands: readonly CommandTold[];
}

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
    const decision = await this.visible(request, id);
    void reply.header('etag', `"${decision.revision}"`);
    return viewDecision(decision);
  }

  /** Every command, for who asks in the position he acts in: possible, or why not. Holds for the revision of the ETag, now. */
  @Get(':id/allowed')
  @Route({
    id: 'readAllowedOnDecision',
    summary: { vi: 'Được làm gì với quyết định', en: 'What may be done with a decision' },
    access: 'decisions:read',
    answer: allowedOnDecision,
  })
  async allowed(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AllowedAnswer> {
    const decision = await this.visible(request, id);
    const commands = await this.decisions.allowed(decision, actorOf(request));
    void reply.header('etag', `"${decision.revision}"`);
    return { id, revision: decision.revision, commands: tellDecisionCommands(id, commands) };
  }

  /** A decision names recipients of several units: it is for the body that decides, and for auditors. */
  private async visible(request: FastifyRequest, id: string): Promise<DecisionState> {
    const scope = readScopeOf(actorOf(request));
    const decision = await this.decisions.load(id);
    const visible = decision && scope && covers(scope, sightOfDecision(decision));
    return visible ? decision : orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
  }
}
