import { clockCommands } from '#libs/domain/dossier';
import { type CommandAnswer, ExecuteDossierCommand } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandAnswer } from '../http/answers.js';
import { answerCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';

const extendBody = clockCommands['extend-deadline'].omit({ deadlineId: true });

@Controller('api/v1/dossiers')
export class ExtendDeadlineController {
  constructor(private readonly bus: CommandBus) {}

  /** More time for a clock that runs, on the word of the authority: in writing and with a reason. */
  @Post(':id/deadlines/:deadlineId/extend')
  @HttpCode(200)
  @Route({
    id: 'extendDeadline',
    summary: { vi: 'Gia hạn', en: 'Extend a deadline' },
    access: 'dossiers:act',
    body: extendBody,
    command: 'next',
    answer: commandAnswer,
  })
  async extend(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('deadlineId') deadlineId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(
      parse(clockCommands['extend-deadline'], { ...orRefuse(parse(extendBody, body)), deadlineId }),
    );
    const route = `dossiers/${id}/deadlines/${deadlineId}/extend`;
    const asked = orRefuse(commandRequest(request, { route, body, needsIfMatch: true }));
    const command = { type: 'extend-deadline', data } as const;
    return answerCommand(reply, await this.bus.execute(new ExecuteDossierCommand(id, command, asked)));
  }
}
