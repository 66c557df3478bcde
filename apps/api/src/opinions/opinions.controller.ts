import {
  askedBodyCommands,
  type DossierState,
  type OpinionState,
  opinionStandings,
  standingOf,
} from '#libs/domain/dossier';
import { ProjectionProgress } from '#libs/engine/projections';
import { Dossiers, ExecuteDossierCommand, Organization } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { procedureOf } from '#libs/service/reading';
import { type AskedOpinion, consultationProjection, OpinionsQuery, type Page } from '#libs/service/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../dossiers/dossier-queries.controller.js';
import { type AsOf, pageOf, paging, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import {
  answerBody,
  askedOpinions,
  type OpinionAnswered,
  opinionAnswered,
  type OpinionTold,
  opinionTold,
} from './opinions.answers.js';

const listQuery = z.strictObject({ standing: z.enum(opinionStandings).optional(), ...paging });

/** Ý kiến hiệp y, for the body that is asked: its questions, and its answers. Of the dossier it sees nothing else. */
@Controller('api/v1/opinions')
export class OpinionsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly opinions: OpinionsQuery,
    private readonly dossiers: Dossiers,
    private readonly organization: Organization,
    private readonly progress: ProjectionProgress,
    @Inject(LAW) private readonly law: Law,
  ) {}

  /** Last asked first. */
  @Get()
  @Route({
    id: 'listOpinions',
    summary: { vi: 'Ý kiến đơn vị được hỏi', en: 'What the unit was asked' },
    access: 'opinions:read',
    query: listQuery,
    answer: askedOpinions,
  })
  async list(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<AskedOpinion> & AsOf> {
    const { standing, minPosition, ...page } = orRefuse(parse(listQuery, query));
    const { unitId } = actorOf(request);
    const asOf = orRefuse(await upTo(this.progress, consultationProjection, minPosition));
    return { ...orRefuse(await this.opinions.askedOf(unitId, { standing }, pageOf(page))), ...asOf };
  }

  /** The question, whom it is about, and until when. For everybody but the unit that was asked it is not there. */
  @Get(':id/:opinionId')
  @Route({
    id: 'readOpinion',
    summary: { vi: 'Xem ý kiến được hỏi', en: 'Read a question' },
    access: 'opinions:read',
    answer: opinionTold,
  })
  async read(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('opinionId') opinionId: string,
  ): Promise<OpinionTold> {
    const dossier = await this.dossiers.load(id);
    const opinion = dossier?.opinions.get(opinionId);
    const { unitId } = actorOf(request);
    if (!dossier || !opinion || opinion.body.unitId !== unitId || dossier.secrecy !== 'none') {
      return orRefuse(notFound(opinionId));
    }
    return this.told(dossier, opinion);
  }

  /** Counts at once, and ends the clock of this body alone. */
  @Post(':id/:opinionId/answer')
  @HttpCode(200)
  @Route({
    id: 'answerOpinion',
    summary: { vi: 'Trả lời ý kiến', en: 'Answer a question' },
    detail:
      'Needs `Idempotency-Key`. It rests on no revision: the body sees nothing of the dossier that could have changed.',
    access: 'opinions:act',
    body: answerBody,
    answer: opinionAnswered,
  })
  async answer(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('opinionId') opinionId: string,
    @Body() body: unknown,
  ): Promise<OpinionAnswered> {
    const said = orRefuse(parse(answerBody, body));
    const data = orRefuse(parse(askedBodyCommands['answer-opinion'], { ...said, opinionId }));
    const route = `opinions/${id}/${opinionId}/answer`;
    const asked = orRefuse(commandRequest(request, { route, body, needsIfMatch: false }));
    const command = { type: 'answer-opinion', data } as const;
    const { position } = orRefuse(await this.bus.execute(new ExecuteDossierCommand(id, command, asked)));
    return { opinionId, position };
  }

  private async told(dossier: DossierState, opinion: OpinionState): Promise<OpinionTold> {
    const { units } = await this.organization.read();
    const name = units.get(opinion.byUnitId)?.name;
    const { answer } = opinion;
    const about = opinion.nominees ?? [...dossier.nominees.keys()];
    const clock = [...dossier.deadlines.values()].find(({ terms }) => terms.opinionId === opinion.opinionId);
    return {
      dossierId: dossier.id,
      opinionId: opinion.opinionId,
      award: procedureOf(this.law, dossier)?.names ?? { vi: dossier.procedureCode, en: dossier.procedureCode },
      title: dossier.title,
      by: {
        unitId: opinion.byUnitId,
        name: name ? { vi: name.vi, en: name.en } : { vi: opinion.byUnitId, en: opinion.byUnitId },
      },
      question: opinion.question,
      letter: opinion.letter ?? null,
      nominees: about.flatMap((nomineeId) => {
        const nominee = dossier.nominees.get(nomineeId);
        return nominee ? [{ kind: nominee.kind, name: nominee.name, unit: nominee.unit }] : [];
      }),
      askedAt: opinion.askedAt,
      dueAt: clock?.terms.dueAt ?? null,
      standing: standingOf(opinion),
      answer: answer ? { answer: answer.answer, text: answer.text ?? null, at: answer.at, late: answer.late } : null,
    };
  }
}
