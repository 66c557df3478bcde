import { covers, readScopeOf, sightOfDecision } from '#libs/service/access';
import { Decisions, type RegisterEntry } from '#libs/service/commands';
import { type Page, readPageRequest, toPage } from '#libs/service/read-models';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../dossiers/dossier-queries.controller.js';
import { pageOf, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { registerPage } from './decisions.answers.js';

const registerQuery = z.strictObject({ limit: wholeNumber().optional(), cursor: z.string().max(500).optional() });
const registerPath = z.strictObject({
  series: z.string().trim().min(1).max(20),
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number),
});

/** Sổ đăng ký quyết định of a body. */
@Controller('api/v1/registers')
export class RegistersController {
  constructor(private readonly decisions: Decisions) {}

  /** For the body whose register it is, and for auditors. One that nobody has begun is empty. */
  @Get(':id/:series/:year')
  @Route({
    id: 'readRegister',
    summary: { vi: 'Sổ đăng ký quyết định', en: 'A register of decision numbers' },
    detail:
      'Numbers without a gap, from 1, per body, series and calendar year (R45); a number that was given up says why.',
    access: 'decisions:read',
    query: registerQuery,
    answer: registerPage,
  })
  async read(
    @Req() request: FastifyRequest,
    @Param('id') bodyId: string,
    @Param('series') series: string,
    @Param('year') year: string,
    @Query() query: unknown,
  ): Promise<Page<RegisterEntry>> {
    const asked = orRefuse(parse(registerQuery, query));
    const scope = readScopeOf(actorOf(request));
    if (!scope || !covers(scope, sightOfDecision({ bodyId }))) return orRefuse(notFound(bodyId));
    const register = orRefuse(parse(registerPath, { series, year }));
    const { after, limit } = orRefuse(readPageRequest(pageOf(asked), z.tuple([z.int().nonnegative()])));
    const lines = await this.decisions.register({ bodyId, ...register }, after?.[0] ?? 0, limit + 1);
    return toPage(lines, limit, ({ number }) => [number]);
  }
}
