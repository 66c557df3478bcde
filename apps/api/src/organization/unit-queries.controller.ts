import { type Clock, localDateOf, refuse } from '#libs/domain/kernel';
import { type UnitView, viewUnit } from '#libs/domain/organization';
import { Organization } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { unitView } from './organization.answers.js';
import { inForceQuery } from './in-force.query.js';

@Controller('api/v1/units')
export class UnitQueriesController {
  constructor(
    private readonly organization: Organization,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A unit as it is in force on a day, today unless said otherwise. For everybody signed in: it holds no free text. */
  @Get(':id')
  @Route({
    id: 'readUnit',
    summary: { vi: 'Xem đơn vị', en: 'Read a unit' },
    access: 'organization:read',
    query: inForceQuery,
    answer: unitView,
    etag: true,
  })
  async one(
    @Param('id') id: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitView> {
    const { asInForce } = orRefuse(parse(inForceQuery, query));
    const { units } = await this.organization.read();
    const unit = units.get(id);
    if (!unit) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    void reply.header('etag', `"${unit.revision}"`);
    return viewUnit(units, unit, asInForce ?? localDateOf(this.clock.now()));
  }
}
