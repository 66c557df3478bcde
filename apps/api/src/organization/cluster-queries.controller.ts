import { type Clock, localDateOf, refuse } from '#libs/domain/kernel';
import { type ClusterView, viewCluster } from '#libs/domain/organization';
import { Organization } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { clusterView } from './organization.answers.js';
import { inForceQuery } from './in-force.query.js';

@Controller('api/v1/clusters')
export class ClusterQueriesController {
  constructor(
    private readonly organization: Organization,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

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
