import { type Clock, id as anId, label, localDateOf, refuse } from '#libs/domain/kernel';
import {
  type UnitState,
  type UnitView,
  ancestors,
  covers,
  parentOf,
  receivesOn,
  viewUnit,
} from '#libs/domain/organization';
import { Accounts, maySeePeople } from '#libs/service/access';
import { Organization } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { unitView } from './organization.answers.js';
import { inForceQuery } from './in-force.query.js';
import { copied, isNamed, listQuery, optional, pageInMemory } from './in-memory-list.js';
import { unitList, unitPeople } from './organization-lists.answers.js';

const unitsQuery = z.strictObject({ parent: anId().optional(), kind: label(40).optional(), ...listQuery });

@Controller('api/v1/units')
export class UnitQueriesController {
  constructor(
    private readonly organization: Organization,
    private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Units in force on a day, today unless said otherwise. */
  @Get()
  @Route({
    id: 'listUnits',
    summary: { vi: 'Danh sách đơn vị', en: 'List units' },
    access: 'organization:read',
    query: unitsQuery,
    answer: unitList,
  })
  async page(@Query() query: unknown): Promise<z.infer<typeof unitList>> {
    const { asInForce: asked, parent, kind, q, ...page } = orRefuse(parse(unitsQuery, query));
    const asInForce = asked ?? localDateOf(this.clock.now());
    const { units } = await this.organization.read();
    const found = [...units.values()]
      .filter((unit) => covers(unit, asInForce) && (kind === undefined || unit.kind === kind) && isNamed(unit.name, q))
      .map((unit) => ({
        ...listed(unit),
        ...optional('parentId', parentOf(unit, asInForce)),
        receives: receivesOn(unit, asInForce),
      }))
      .filter(({ parentId }) => parent === undefined || parentId === parent);
    return { asInForce, ...copied(orRefuse(pageInMemory(found, page))) };
  }

  /** Who stands where on a day, by name: for those who work in the unit or above it, operators and auditors. */
  @Get(':id/people')
  @Route({
    id: 'listUnitPeople',
    summary: { vi: 'Ai giữ vị trí nào trong đơn vị', en: 'Who stands where in a unit' },
    access: 'people:read',
    query: inForceQuery,
    answer: unitPeople,
  })
  async people(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<z.infer<typeof unitPeople>> {
    const asInForce = orRefuse(parse(inForceQuery, query)).asInForce ?? localDateOf(this.clock.now());
    const { units } = await this.organization.read();
    const unit = units.get(id);
    if (!unit) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    // Who stands above it counts today, whatever day is asked for.
    const above = ancestors(units, id, localDateOf(this.clock.now()));
    if (!maySeePeople(actorOf(request), { id, ancestors: above })) return orRefuse(refuse('OTHER_UNIT'));
    const { positions } = viewUnit(units, unit, asInForce);
    const accounts = await this.accounts.named(
      positions.flatMap(({ standings }) => standings.map(({ accountId }) => accountId)),
    );
    return {
      asInForce,
      positions: positions.map(({ positionId, title, head, roles, vacant, standings }) => ({
        positionId,
        title,
        head,
        roles: [...roles],
        vacant,
        people: standings.map(({ accountId, as, onBehalfOf, to }) => ({
          accountId,
          ...optional('name', accounts.get(accountId)?.name),
          as,
          ...optional('onBehalfOf', onBehalfOf),
          ...optional('to', to),
        })),
      })),
    };
  }

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

const listed = ({ id, revision, name, kind, from, to }: UnitState) => ({
  id,
  revision,
  name,
  kind,
  from,
  ...optional('to', to),
});
