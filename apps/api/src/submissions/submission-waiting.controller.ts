import { type DossierState, waysUp } from '#libs/domain/dossier';
import type { Procedure } from '#libs/domain/procedure';
import { ProjectionProgress } from '#libs/engine/projections';
import { Dossiers } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { procedureOf } from '#libs/service/reading';
import { DossierListQuery, dossierListProjection, type Page, type StepOfVersion } from '#libs/service/read-models';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AsOf, pageOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { waitingPage, type WaitingDossier } from './submissions.answers.js';

const waitingQuery = z.strictObject(paging);

/** Hồ sơ chờ trình: what the body of whoever asks may put on a letter to a level above. */
@Controller('api/v1/submissions/waiting')
export class SubmissionWaitingController {
  constructor(
    private readonly list: DossierListQuery,
    private readonly dossiers: Dossiers,
    private readonly progress: ProjectionProgress,
    @Inject(LAW) private readonly law: Law,
  ) {}

  @Get()
  @Route({
    id: 'listWaitingForSubmission',
    summary: { vi: 'Hồ sơ chờ vào tờ trình', en: 'Dossiers that wait for a letter' },
    detail:
      'Those before the body of whoever asks that a letter may take up from where they are and that stand on none, each with the levels to which it may go. Soonest due first.',
    access: 'dossiers:read',
    query: waitingQuery,
    answer: waitingPage,
  })
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<WaitingDossier> & AsOf> {
    const { minPosition, ...page } = orRefuse(parse(waitingQuery, query));
    const scope = orRefuse(scopeOf(request));
    const bodyId = actorOf(request).unitId;
    const asOf = orRefuse(await upTo(this.progress, dossierListProjection, minPosition));
    const filter = { bodyId, running: true, atSteps: stepsThatLeadUp(this.law.procedures) };
    const { items, next } = orRefuse(await this.list.page(scope, filter, pageOf(page)));
    const found = await Promise.all(
      items.map(async ({ id, nextDueAt }) => {
        const dossier = await this.dossiers.load(id);
        return dossier ? this.waiting(dossier, bodyId, nextDueAt) : [];
      }),
    );
    return { items: found.flat(), next, ...asOf };
  }

  /** As its facts say now: the list may be behind. */
  private waiting(dossier: DossierState, bodyId: string, nextDueAt: string | null): readonly WaitingDossier[] {
    const { id: dossierId, title, procedureCode, submission, places, step: code } = dossier;
    const procedure = procedureOf(this.law, dossier);
    if (!procedure || dossier.bodyId !== bodyId || (submission && !submission.carried)) return [];
    const ways = places
      .flatMap((place) => waysUp(place, procedure))
      .flatMap((way) => {
        const name = procedure.levels.find((level) => level.code === way.level)?.names;
        return name ? [{ ...way, name }] : [];
      });
    if (ways.length === 0) return [];
    const names = procedure.steps[code]?.names;
    const step = { code, vi: names?.vi ?? code, en: names?.en ?? code };
    return [{ dossierId, title, procedureCode, step, ways, nextDueAt }];
  }
}

const stepsThatLeadUp = (versions: readonly Procedure[]): readonly StepOfVersion[] =>
  versions.flatMap((procedure) =>
    Object.keys(procedure.steps).flatMap((step) =>
      waysUp(step, procedure).length > 0 ? [{ code: procedure.code, version: procedure.version, step }] : [],
    ),
  );
