import { addWorkingDays } from '#libs/domain/calendar';
import { type Clock, endOf, localDateOf, refuse } from '#libs/domain/kernel';
import { versionInForce } from '#libs/domain/procedure';
import { ProjectionProgress } from '#libs/engine/projections';
import { readScopeOf } from '#libs/service/access';
import { WorkingCalendars } from '#libs/service/commands';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { dossierListProjection, StepCountsQuery } from '#libs/service/read-models';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { paging, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { type StepCounts, stepCounts } from './step-counts.answers.js';

const countsQuery = z.strictObject({ minPosition: paging.minPosition });

/** So many working days before its moment a deadline is soon due. */
const SOON_DAYS = 2;

/** Where the dossiers of a procedure are now: numbers for its diagram, nothing of what is in them. */
@Controller('api/v1/procedures')
export class StepCountsController {
  constructor(
    private readonly counts: StepCountsQuery,
    private readonly progress: ProjectionProgress,
    private readonly calendars: WorkingCalendars,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: Law,
  ) {}

  /** Of what the reader may see; operators are told of all, in numbers. */
  @Get(':code/versions/:version/counts')
  @Route({
    id: 'countSteps',
    summary: { vi: 'Số hồ sơ ở từng bước', en: 'How many dossiers are at each step' },
    access: 'procedures:count',
    query: countsQuery,
    answer: stepCounts,
  })
  async count(
    @Req() request: FastifyRequest,
    @Param('code') code: string,
    @Param('version') version: string,
    @Query() query: unknown,
  ): Promise<StepCounts> {
    const { minPosition } = orRefuse(parse(countsQuery, query));
    const procedure = this.law.procedureVersion(code, version);
    if (!procedure) return orRefuse(refuse('NOT_FOUND', { params: { what: `${code}@${version}`.slice(0, 80) } }));
    const asOf = orRefuse(await upTo(this.progress, dossierListProjection, minPosition));
    const now = this.clock.now();
    const today = localDateOf(now);
    const inForce = versionInForce(code, this.law.procedures, today);
    const unpinned = inForce.ok && inForce.value.procedure.version === version;
    const scope = readScopeOf(actorOf(request)) ?? { all: true as const };
    const soon = endOf(addWorkingDays(await this.calendars.office(), today, SOON_DAYS));
    const found = await this.counts.of(scope, { code, version, unpinned }, { now, soon });
    return {
      code,
      version,
      steps: Object.entries(procedure.steps).map(([step, { kind, names }]) => {
        const {
          open = 0,
          overdue = 0,
          soon: nearly = 0,
          suspended = 0,
        } = found.find((each) => each.step === step) ?? {};
        return { step, kind, name: { vi: names.vi, en: names.en }, open, overdue, soon: nearly, suspended };
      }),
      ...asOf,
    };
  }
}
