import { type Clock, id as anId, localDateOf, refuse } from '#libs/domain/kernel';
import { type ClusterView, covers, viewCluster } from '#libs/domain/organization';
import { Organization } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { clusterView } from './organization.answers.js';
import { inForceQuery } from './in-force.query.js';
import { copied, isNamed, listQuery, optional, pageInMemory } from './in-memory-list.js';
import { clusterList } from './organization-lists.answers.js';

const clustersQuery = z.strictObject({
  parent: anId().optional(),
  kind: z.enum(['cum', 'khoi']).optional(),
  /** Those in which a unit competes. */
  unit: anId().optional(),
  /** Those of which an account is in charge. */
  inCharge: anId().optional(),
  ...listQuery,
});

@Controller('api/v1/clusters')
export class ClusterQueriesController {
  constructor(
    private readonly organization: Organization,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Clusters and blocks in force on a day, today unless said otherwise, with their members and who is in charge (F3). */
  @Get()
  @Route({
    id: 'listClusters',
    summary: { vi: 'Danh sách cụm, khối', en: 'List clusters' },
    access: 'organization:read',
    query: clustersQuery,
    answer: clusterList,
  })
  async page(@Query() query: unknown): Promise<z.infer<typeof clusterList>> {
    const { asInForce: asked, parent, kind, unit, inCharge, q, ...page } = orRefuse(parse(clustersQuery, query));
    const asInForce = asked ?? localDateOf(this.clock.now());
    const { clusters } = await this.organization.read();
    const found = [...clusters.values()]
      .filter((cluster) => covers(cluster, asInForce) && isNamed(cluster.name, q))
      .map((cluster) => listed(viewCluster(cluster, asInForce)))
      .filter((each) => kind === undefined || each.kind === kind)
      .filter((each) => parent === undefined || each.parentId === parent)
      .filter((each) => unit === undefined || each.members.includes(unit))
      .filter((each) => inCharge === undefined || each.inCharge === inCharge);
    return { asInForce, ...copied(orRefuse(pageInMemory(found, page))) };
  }

  /** A cluster as it is in force on a day, today unless said otherwise. For everybody signed in: it holds no free text. */
  @Get(':id')
  @Route({
    id: 'readCluster',
    summary: { vi: 'Xem cụm, khối', en: 'Read a cluster' },
    access: 'organization:read',
    query: inForceQuery,
    answer: clusterView,
    etag: true,
  })
  async one(
    @Param('id') id: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClusterView> {
    const { asInForce } = orRefuse(parse(inForceQuery, query));
    const { clusters } = await this.organization.read();
    const cluster = clusters.get(id);
    if (!cluster) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    void reply.header('etag', `"${cluster.revision}"`);
    return viewCluster(cluster, asInForce ?? localDateOf(this.clock.now()));
  }
}

const listed = ({
  id,
  revision,
  name,
  kind,
  level,
  organizerId,
  parentId,
  from,
  to,
  members,
  ...view
}: ClusterView) => ({
  id,
  revision,
  name,
  kind,
  level,
  organizerId,
  ...optional('parentId', parentId),
  from,
  ...optional('to', to),
  members: [...members],
  ...optional('inCharge', view.inCharge),
  short: view.short,
});
