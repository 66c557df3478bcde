import { ruleCommands } from '#libs/domain/dossier';
import { type CommandAnswer, ExecuteDossierCommand } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandAnswer } from '../http/answers.js';
import { answerCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';

const body = ruleCommands['apply-favourable'];

@Controller('api/v1/dossiers')
export class ApplyFavourableController {
  constructor(private readonly bus: CommandBus) {}

  /** One rule of a later version, which marks it as more favourable, for a dossier that was received before it: with a reason (R2). */
  @Post(':id/favourable-rules')
  @HttpCode(200)
  @Route({
    id: 'applyFavourableRule',
    summary: { vi: 'Áp dụng quy định có lợi hơn', en: 'Apply a more favourable rule' },
    access: 'dossiers:act',
    body,
    command: 'next',
    answer: commandAnswer,
  })
  async apply(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() sent: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(body, sent));
    const route = `dossiers/${id}/favourable-rules`;
    const asked = orRefuse(commandRequest(request, { route, body: sent, needsIfMatch: true }));
    const command = { type: 'apply-favourable', data } as const;
    return answerCommand(reply, await this.bus.execute(new ExecuteDossierCommand(id, command, asked)));
  }
}
