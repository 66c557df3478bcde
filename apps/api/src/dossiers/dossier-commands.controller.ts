import { type DossierCommand, dossierCommands, draftCommand } from '#libs/domain/dossier';
import { type CommandAnswer, ExecuteDossierCommand, derivedId } from '#libs/service/commands';
import { refuse } from '#libs/domain/kernel';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, commandRequest, parse } from '../http/request.js';

const isCommand = (name: string): name is keyof typeof dossierCommands => Object.hasOwn(dossierCommands, name);

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
    const answer = orRefuse(await this.bus.execute(new ExecuteDossierCommand(id, { type: 'draft', data }, asked)));
    void reply.header('location', `/api/v1/dossiers/${id}`).header('etag', `"${answer.revision}"`);
    return answer;
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
    if (!isCommand(name)) return orRefuse(refuse('UNKNOWN_COMMAND', { params: { command: name.slice(0, 40) } }));
    const data = orRefuse(parse<unknown>(dossierCommands[name], body));
    const asked = orRefuse(commandRequest(request, { route: `dossiers/${id}/${name}`, body, needsIfMatch: true }));
    const command = { type: name, data } as DossierCommand;
    const answer = orRefuse(await this.bus.execute(new ExecuteDossierCommand(id, command, asked)));
    void reply.header('etag', `"${answer.revision}"`);
    return answer;
  }
}
