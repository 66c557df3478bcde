import type { DossierState } from '#libs/domain/dossier';
import { refuse } from '#libs/domain/kernel';
import { covers } from '#libs/service/access';
import { Dossiers, TellProposals } from '#libs/service/commands';
import { type Page, readPageRequest, toPage } from '#libs/service/read-models';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, scopeOf, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { proposalsPage } from './award-history.answers.js';
import { type ProposalTold, tellProposal } from './tell-history.js';

const proposalsQuery = z.strictObject({ limit: wholeNumber().optional(), cursor: z.string().max(500).optional() });

/** What the system proposes about the nominees of a dossier. */
@Controller('api/v1/dossiers')
export class ProposalsController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly proposals: TellProposals,
  ) {}

  /** As they would be judged now; what an officer was shown when he decided stands in his verdict. */
  @Get(':id/proposals')
  @Route({
    id: 'readProposals',
    summary: { vi: 'Đề xuất của hệ thống về từng đối tượng', en: 'What the system proposes about each nominee' },
    detail:
      'Pass, fail or unknown, each with the rule, the evidence and its place in the log. What is missing is unknown, never a no. ' +
      'In the order of the nominees.',
    access: 'history:read',
    query: proposalsQuery,
    answer: proposalsPage,
  })
  async read(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page<ProposalTold>> {
    const asked = orRefuse(parse(proposalsQuery, query));
    const dossier = await this.visible(request, id);
    const start = orRefuse(readPageRequest(pageOf(asked), z.tuple([z.int().nonnegative()])));
    const from = start.after?.[0] ?? 0;
    const nominees = [...dossier.nominees.values()].slice(from, from + start.limit + 1);
    const { items, next } = toPage(nominees, start.limit, () => [from + start.limit]);
    const told = orRefuse(await this.proposals.of(dossier, items));
    return { items: told.map(tellProposal), next };
  }

  private async visible(request: FastifyRequest, id: string): Promise<DossierState> {
    const scope = orRefuse(scopeOf(request));
    const dossier = await this.dossiers.load(id);
    return dossier && covers(scope, dossier)
      ? dossier
      : orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
  }
}
