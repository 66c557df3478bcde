import { type AwardHistoryCommand, awardHistoryCommands } from '#libs/domain/award-history';
import { refuse } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import { type CommandAnswer, ExecuteAwardHistoryCommand } from '#libs/service/commands';
import { AwardHistoryQuery, awardHistoryProjection, type Page } from '#libs/service/read-models';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { commandAnswer } from '../http/answers.js';
import { answerCommand, readCommand } from '../http/commands.js';
import { type AsOf, pageOf, paging, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { pastAwardsPage } from './award-history.answers.js';
import { type PastAwardTold, tellPastAward } from './tell-history.js';

const linesQuery = z.strictObject(paging);

/** The lists of earlier awards that a unit keeps. */
@Controller('api/v1/award-histories')
export class AwardHistoryController {
  constructor(
    private readonly bus: CommandBus,
    private readonly lines: AwardHistoryQuery,
    private readonly progress: ProjectionProgress,
  ) {}

  /** Lists grow by themselves: a command rests on none of the others, so none says what its sender has seen. */
  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandAwardHistory',
    summary: { vi: 'Khen thưởng đã có của một đơn vị', en: 'The earlier awards that a unit keeps lists of' },
    access: 'history:act',
    commands: awardHistoryCommands,
    command: 'first',
    answer: commandAnswer,
  })
  async execute(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const command = orRefuse(readCommand<AwardHistoryCommand>(awardHistoryCommands, name, body));
    const route = `award-histories/${id}/${name}`;
    const asked = orRefuse(commandRequest(request, { route, body, needsIfMatch: false }));
    return answerCommand(reply, await this.bus.execute(new ExecuteAwardHistoryCommand(id, command, asked)));
  }

  /** Every line of every list, struck ones too: they name people, so only the unit itself and auditors read them. */
  @Get(':id')
  @Route({
    id: 'listPastAwards',
    summary: { vi: 'Các dòng khen thưởng đã nhập của một đơn vị', en: 'The lines that a unit has imported' },
    access: 'history:read',
    query: linesQuery,
    answer: pastAwardsPage,
  })
  async list(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<Page<PastAwardTold> & AsOf> {
    const { minPosition, ...page } = orRefuse(parse(linesQuery, query));
    const { roles, unitId } = actorOf(request);
    if (unitId !== id && !roles.includes('auditor')) orRefuse(refuse('OTHER_UNIT'));
    const asOf = orRefuse(await upTo(this.progress, awardHistoryProjection, minPosition));
    const { items, next } = orRefuse(await this.lines.linesOf(id, pageOf(page)));
    return { items: items.map(tellPastAward), next, ...asOf };
  }
}
