import { type DossierCommand, dossierCommands, draftCommand } from '#libs/domain/dossier';
import { type CommandAnswer, ExecuteDossierCommand, derivedId } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, commandRequest, parse } from '../http/request.js';

/** Every command of a dossier: begin one, then move it on. */
@Controller('api/v1/dossiers')
export class DossierCommandsController {
  constructor(private readonly bus: CommandBus) {}

  /** The id follows from account and command id, so that a request sent twice begins one dossier. */
  @Post()
  async draft(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(draftCommand, body));
    const asked = orRefuse(commandRequest(request, { route: 'dossiers', body, needsIfMatch: false }));
    const id = derivedId('dossier', accountOf(request).id, asked.commandId);
    const done = await this.bus.execute(new ExecuteDossierCommand(id, { type: 'draft', data }, asked));
    return answerCommand(reply, done, `/api/v1/dossiers/${id}`);
  }

  @Post(':id/:command')
  @HttpCode(200)
  async execute(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const command = orRefuse(readCommand<DossierCommand>(dossierCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `dossiers/${id}/${name}`, body, needsIfMatch: true }));
    return answerCommand(reply, await this.bus.execute(new ExecuteDossierCommand(id, command, asked)));
  }
}
