import { type Clock, id, localDateOf, refuse } from '#libs/domain/kernel';
import { openHandoverOf } from '#libs/domain/organization';
import { OpenWork, Staff } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { HandoverParty } from './handover-party.js';
import { openWorkAnswer } from './handovers.answers.js';

const openWorkQuery = z.strictObject({ account: id(), position: id() });

/** What a leaver would hand over: the same list that a proposal without one takes. */
@Controller('api/v1/units')
export class OpenWorkController {
  constructor(
    private readonly openWork: OpenWork,
    private readonly staff: Staff,
    private readonly parties: HandoverParty,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All the open work of an account in a position: what it holds, and what can be nobody else's. For it and who leads it; operators
   * are told no titles.
   */
  @Get(':id/open-work')
  @Route({
    id: 'listOpenWork',
    summary: { vi: 'Việc đang mở của một người ở một vị trí', en: 'The open work of somebody in a position' },
    access: 'organization:read',
    query: openWorkQuery,
    answer: openWorkAnswer,
  })
  async list(
    @Req() request: FastifyRequest,
    @Param('id') unitId: string,
    @Query() query: unknown,
  ): Promise<z.infer<typeof openWorkAnswer>> {
    const { account: accountId, position: positionId } = orRefuse(parse(openWorkQuery, query));
    const unit = (await this.staff.units()).get(unitId);
    if (!unit) return orRefuse(refuse('NOT_FOUND', { params: { what: unitId.slice(0, 80) } }));
    const actor = actorOf(request);
    const party = await this.parties.check(actor, { unit, positionId }, [accountId]);
    // Who may propose but reads no dossier learns how much there is, and by when.
    const nameless = !party.ok && actor.roles.includes('operator');
    if (!nameless) orRefuse(party);
    const date = localDateOf(this.clock.now());
    if (!unit.positions.has(positionId))
      return orRefuse(refuse('POSITION_UNKNOWN', { params: { position: positionId } }));
    const found = await this.openWork.of({ unitId, accountId, positionId });
    return {
      items: found.map(({ dossierId, role, step, dossier, held }) => ({
        dossierId,
        role,
        title: nameless ? null : dossier.title,
        step,
        stepSince: dossier.placeSince,
        nextDueAt:
          [...dossier.deadlines.values()]
            .filter(({ state }) => state === 'running' || state === 'missed')
            .map(({ terms }) => terms.dueAt)
            .sort()[0] ?? null,
        held,
        handoverId: openHandoverOf(unit, { dossierId, role }, { accountId, positionId }, date)?.handoverId ?? null,
      })),
    };
  }
}
