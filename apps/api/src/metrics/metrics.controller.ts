import { Metrics } from '#libs/platform/observability';
import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Route } from '../http/route.js';

/** For Prometheus, with an operator's access token. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** The figures of this process and of the system, in the text format of Prometheus. Units stand in the names. */
  @Route({
    id: 'readMetrics',
    summary: { vi: 'Số liệu vận hành cho Prometheus', en: 'Figures for Prometheus' },
    access: 'system:read',
    answer: 'text',
  })
  @Get()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { text, contentType } = await this.metrics.page();
    void reply.type(contentType);
    return text;
  }
}
